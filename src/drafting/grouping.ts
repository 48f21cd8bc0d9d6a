// Mentions → who is meant: a surname alone is the person named before, initials are the body spelled out, "Baltmar" is Baltmar Shipping Ltd.
import { fold } from '../case/fold.ts';
import { coordinated } from './coordination.ts';
import { evidenceOf } from './evidence.ts';
import { addTo, bestForm, decide, emptyGroup, type Group } from './group.ts';
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { mergeForms } from './merging.ts';
import type { Found } from './names.ts';
import { isAcronym, textOf, wordsIn, type Name, type Span } from './spans.ts';
import type { Words } from './tokens.ts';

/** Groups of names in the order in which they first stand. */
export function groupsOf(words: Words, found: Found, language: Language): Group[] {
  const exact = new Map<string, Group>();
  /** What the text also writes small is no name. */
  const small = new Set(words.tokens.filter(({ capital }) => !capital).map(({ lower }) => lower));
  for (const name of found.names) {
    const key = keyOf(words, name, language);
    if (key === '') continue;
    const group = exact.get(key) ?? emptyGroup();
    exact.set(key, group);
    addTo(group, words, name, evidenceOf(words, name, language));
    const { lower, first } = words.tokens[name.from]!;
    if (name.to - name.from === 1 && first && small.has(lower)) group.evidence.none += 3;
  }
  const groups = [...exact.values()];
  for (const group of groups) decide(group);
  coordinated(words, groups);
  const merged = mergeForms(words, groups, language);
  const named = merged
    .filter((group) => group.names.length > 0)
    .filter((group) => isKept(words, group, language));
  for (const span of found.headlines) addFromHeadline(words, span, named);
  return named.sort((a, b) => a.names[0]!.from - b.names[0]!.from);
}

/** Letters alike for all spellings of one name: no article, no legal form. */
function keyOf(words: Words, name: Name, language: Language): string {
  const own = coreOf(words, name)
    .map(({ text }) => fold(text))
    .filter(Boolean);
  const person = name.title || language.isGivenName(own[0] ?? '');
  return (person ? own : own.filter((word) => !lexicon.LEGAL_FORMS.has(word) || own.length < 2)).join(' ');
}

const coreOf = (words: Words, span: Span) => wordsIn(words, span).filter(({ lower }) => lower !== 'the');

/** Whether so much speaks for a name that it is worth a suggestion. */
function isKept(words: Words, group: Group, language: Language): boolean {
  if (group.kind === 'none') return false;
  const { names, evidence } = group;
  const single = names.every((name) => coreOf(words, name).length === 1);
  const inside = names.filter((name) => !words.tokens[name.from]!.first).length;
  const weight = evidence[group.kind];
  if (!single) return weight >= 0.6;
  const word = coreOf(words, names[0]!)[0]!;
  const known = language.isPlace(word.lower) || language.isOrganization(word.lower);
  if (isAcronym(word.text) || known || lexicon.KNOWN_BODIES.has(word.lower)) return true;
  // At the head of a sentence a capital alone tells little.
  if (inside === 0)
    return (
      !language.isCommon(word.lower) &&
      word.text.length > 3 &&
      (names.length > 1 || weight >= 0.5 || !/s$/.test(word.lower))
    );
  return !language.isCommon(word.lower) || weight >= 1.2;
}

/** Finds those who are known from the text in a headline, where only their names tell. */
function addFromHeadline(words: Words, { from, to }: Span, groups: readonly Group[]): void {
  const forms = groups.flatMap((group) =>
    [...group.forms.keys(), ...(group.kind === 'person' ? [bestForm(group).split(' ').at(-1)!] : [])].map(
      (form) => ({ group, form: fold(form) }),
    ),
  );
  forms.sort((a, b) => b.form.length - a.form.length);
  for (let i = from; i < to; i++) {
    for (let end = to; end > i; end--) {
      const text = fold(textOf(words, { from: i, to: end }));
      const met = forms.find(({ form }) => form === text);
      if (!met || text === '') continue;
      addTo(met.group, words, { from: i, to: end });
      i = end - 1;
      break;
    }
  }
}
