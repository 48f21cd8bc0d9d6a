// Mentions → who is meant: a surname alone is the person named before, initials are the body spelled out, "Baltmar" is Baltmar Shipping Ltd.
import { fold, sound } from '../case/fold.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { isAcronym, textOf, wordsIn, type Found, type Name, type Span } from './names.ts';
import type { Words } from './tokens.ts';

export interface Group {
  readonly names: Name[];
  evidence: Evidence;
  kind: 'person' | 'organization' | 'place' | 'none';
  /** Forms as they stand, with how often. */
  readonly forms: Map<string, number>;
  /** Forms that the text says are another name: "previously known as". */
  readonly others: Set<string>;
}

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
  const merged = mergeForms(words, groups, language);
  mergeKnownAs(words, merged);
  const named = merged
    .filter((group) => group.names.length > 0)
    .filter((group) => isKept(words, group, language));
  for (const span of found.headlines) addFromHeadline(words, span, named);
  return named.sort((a, b) => a.names[0]!.from - b.names[0]!.from);
}

const emptyGroup = (): Group => ({
  names: [],
  evidence: { person: 0, organization: 0, place: 0, none: 0, reasons: [] },
  kind: 'none',
  forms: new Map(),
  others: new Set(),
});

function addTo(group: Group, words: Words, name: Name, evidence?: Evidence): void {
  group.names.push(name);
  group.names.sort((a, b) => a.from - b.from);
  const form = textOf(words, name);
  group.forms.set(form, (group.forms.get(form) ?? 0) + 1);
  if (evidence) addEvidence(group, evidence);
}

function addEvidence(group: Group, more: Evidence): void {
  for (const kind of ['person', 'organization', 'place', 'none'] as const) group.evidence[kind] += more[kind];
  for (const reason of more.reasons)
    if (!group.evidence.reasons.includes(reason)) group.evidence.reasons.push(reason);
}

function decide(group: Group): void {
  const { person, organization, place, none } = group.evidence;
  const most = Math.max(person, organization, place, none);
  if (most === none && none > 0) group.kind = 'none';
  else if (most === 0) group.kind = 'organization';
  else group.kind = most === person ? 'person' : most === organization ? 'organization' : 'place';
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

const foldedForm = (group: Group): string[] =>
  fold(bestForm(group))
    .split(' ')
    .filter((word, i, all) => word !== 'the' && (!lexicon.LEGAL_FORMS.has(word) || all.length < 3));

/** The fullest form: for a person the commonest of several words, for the rest the longest. */
export function bestForm(group: Group): string {
  const forms = [...group.forms].filter(([form]) => !group.others.has(form));
  const telling = ([form]: [string, number]) => (form === form.toUpperCase() && form.length > 6 ? 0 : 1);
  const wordCount = (form: string) => form.split(' ').length;
  const rank = ([form, times]: [string, number]): number =>
    group.kind === 'person' ? (wordCount(form) > 1 ? 100 : 0) + times + form.length / 100 : form.length;
  return forms.sort((a, b) => telling(b) - telling(a) || rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1))[0]![0];
}

type Fits = (short: string[], long: string[], of: { short: Group; long: Group }) => boolean;

const samePerson: Fits = (a, b, { short, long }) => {
  if (
    long.kind !== 'person' ||
    (short.kind === 'place' && short.evidence.place > 4) ||
    a.length < 2 ||
    b.length < 2
  )
    return false;
  if (sound(a.at(-1)!) !== sound(b.at(-1)!)) return false;
  // "Boutros Ghali" is Youssef Boutros Ghali.
  if (a.length < b.length && sound(a.join(' ')) === sound(b.slice(-a.length).join(' '))) return true;
  const [x, y] = [a[0]!, b[0]!];
  return sound(x) === sound(y) || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
};
const sameBody: Fits = (a, b, { long, short }) => {
  if (
    long.kind !== 'organization' ||
    (short.kind === 'person' &&
      short.evidence.person > 3 &&
      short.evidence.person > short.evidence.organization + 3)
  )
    return false;
  const joined = b.join(' ');
  return (
    a.length < b.length &&
    (joined.startsWith(`${a.join(' ')} `) ||
      (a.length > 1 &&
        joined.endsWith(` ${a.join(' ')}`) &&
        !b.slice(0, b.length - a.length).some((word) => /^(?:of|the|for|and|in|on)$/.test(word))))
  );
};

function mergeForms(words: Words, groups: readonly Group[], language: Language): Group[] {
  const all = new Set(groups);
  const merge = (short: Group, long: Group) => {
    if (short === long || !all.has(short) || !all.has(long)) return;
    const kind = long.kind;
    for (const name of short.names) addTo(long, words, name);
    addEvidence(long, short.evidence);
    if (kind === 'person' || kind === 'organization') long.kind = kind;
    all.delete(short);
  };
  for (const fits of [samePerson, sameBody])
    for (const short of groups)
      for (const long of groups) {
        if (short === long || !all.has(short) || !all.has(long) || long.kind === 'none') continue;
        const [a, b] = [foldedForm(short), foldedForm(long)];
        if (lexicon.STATES.has(bestForm(short).toLowerCase())) continue;
        if (
          fits === sameBody &&
          ((short.kind === 'place' && language.isPlace(a.join(' '))) ||
            a.length === 0 ||
            (a.length === 1 &&
              (language.isDemonym(a[0]!) || language.isPlace(a[0]!) || surnameOf(all, a[0]!).length > 0)) ||
            (short.kind === 'none' && a.length === 1 && !isWholeStem(a[0]!, language)))
        )
          continue;
        if (a.length <= b.length && fits(a, b, { short, long })) merge(short, long);
      }
  for (const short of groups) if (all.has(short)) mergeSurname(words, short, all, language);
  for (const short of groups) if (all.has(short)) mergeInitials(words, short, all, merge);
  return [...all];
}

/** A shortened body's name at the head of a sentence may be an unknown word; a common one ("National") is no name. */
const isWholeStem = (word: string, language: Language): boolean => !language.isCommon(word);

const surnameOf = (groups: Iterable<Group>, word: string): Group[] =>
  [...groups].filter((group) => {
    if (group.kind !== 'person') return false;
    const form = foldedForm(group);
    return form.length > 1 && (sound(form.at(-1)!) === sound(word) || form.slice(-2).join(' ') === word);
  });

/** A surname alone means whoever of that name was spoken of last before it, else first after it. */
function mergeSurname(words: Words, short: Group, all: Set<Group>, language: Language): void {
  const own = foldedForm(short);
  const particles = own.slice(0, -1).every((word) => lexicon.PARTICLES.has(word));
  if (own.length === 0 || !particles) return;
  const surname = own.join(' ');
  const bearers = surnameOf(all, own.at(-1)!).filter(
    (group) => group !== short && (own.length === 1 || foldedForm(group).join(' ').endsWith(surname)),
  );
  const byGiven =
    own.length === 1 && bearers.length === 0 && (short.kind === 'person' || language.isGivenName(own[0]!))
      ? [...all].filter(
          (group) =>
            group !== short &&
            group.kind === 'person' &&
            foldedForm(group).length > 1 &&
            foldedForm(group)[0] === own[0],
        )
      : [];
  const candidates = bearers.length > 0 ? bearers : byGiven.length === 1 ? byGiven : [];
  if (candidates.length === 0) return;
  for (const name of short.names) {
    const last = (group: Group) =>
      Math.max(-1, ...group.names.filter(({ from }) => from < name.from).map(({ from }) => from));
    const best = candidates.reduce((a, b) => (last(b) > last(a) ? b : a));
    addTo(best, words, name);
  }
  all.delete(short);
}

function mergeInitials(
  words: Words,
  short: Group,
  all: Set<Group>,
  merge: (short: Group, long: Group) => void,
): void {
  const form = bestForm(short).replaceAll('.', '');
  if (!isAcronym(form)) return;
  for (const long of all) {
    if (long === short || long.kind === 'person' || long.kind === 'none') continue;
    const explained = long.names.some((name) =>
      short.names.some((own) => own.from === name.to && /^\s*\($/.test(words.tokens[own.from]!.gap)),
    );
    const initials = foldedForm(long)
      .filter((word) => !/^(?:of|the|and|for|in|on)$/.test(word))
      .map((word) => word[0])
      .join('')
      .toUpperCase();
    const loose = explained && long.kind === 'organization';
    if (
      loose ||
      (initials.length > 1 &&
        (initials === form.toUpperCase() ||
          (long.kind === 'organization' &&
            initials.length > 2 &&
            initials === form.slice(-initials.length) &&
            form.length - initials.length <= 1)))
    ) {
      if (long.kind === 'place' && explained) long.kind = 'organization';
      return merge(short, long);
    }
  }
}

const KNOWN_AS = /(?:\b(?:known as|a\.?k\.?a\.?|alias|née|born|nicknamed|called)|\()\s*[“"‘]?$/;

/** "Gene Spector, previously known as Yevgeny Mironovich": two names of one person. */
function mergeKnownAs(words: Words, groups: readonly Group[]): void {
  for (const other of groups) {
    const [name] = other.names;
    if (!name || other.kind !== 'person' || name.title) continue;
    const before = words.text.slice(
      Math.max(0, words.tokens[name.from]!.start - 40),
      words.tokens[name.from]!.start,
    );
    const own = textOf(words, name).split(' ');
    if (!KNOWN_AS.test(before) || (/\(\s*$/.test(before) && own.length < 2)) continue;
    const sentence = words.tokens[name.from]!.sentence;
    const meant = groups.find(
      (group) =>
        group !== other &&
        group.kind === 'person' &&
        group.names.some(
          ({ from, to }) =>
            words.tokens[from]!.sentence === sentence && to <= name.from && name.from - to < 6,
        ),
    );
    if (!meant || /\(\s*$/.test(before)) continue;
    for (const one of other.names) {
      addTo(meant, words, one);
      meant.others.add(textOf(words, one));
    }
    other.names.length = 0;
  }
}

/** Whether so much speaks for a name that it is worth a suggestion. */
function isKept(words: Words, group: Group, language: Language): boolean {
  if (group.kind === 'none') return false;
  const { names, evidence } = group;
  const single = names.every((name) => coreOf(words, name).length === 1);
  const inside = names.filter((name) => !words.tokens[name.from]!.first).length;
  const weight = evidence[group.kind];
  if (!single) return weight >= 0.6;
  const word = coreOf(words, names[0]!)[0]!;
  if (isAcronym(word.text) || language.isPlace(word.lower) || language.isOrganization(word.lower))
    return true;
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
