// From a text to suggestions: words → names → who is meant → ties between them → plain data.
//
//   text ─ wordsOf ─▶ words ─ namesIn ─▶ names ─ groupsOf ─▶ groups ─ castOf ─▶ cast ─ clausesOf ─▶ clauses
//                                                                                        └─ tiesIn, mattersIn, factsIn
import { castOf, type Member } from './cast.ts';
import { clausesOf } from './clauses.ts';
import { factsIn, type Fact } from './facts.ts';
import { foreignTo } from './foreign.ts';
import { groupsOf } from './grouping.ts';
import { language, type Language } from './language.ts';
import { LEGAL_FORMS } from './lexicon.ts';
import { mattersIn } from './matters.ts';
import { namesIn } from './names.ts';
import { Placing } from './placing.ts';
import { publishedOn } from './relativeDates.ts';
import { rolesHeld } from './rolesHeld.ts';
import { isAcronym } from './spans.ts';
import { entityOf, factOf, inOrder, oneOfEach, relationOf, roleOf } from './suggesting.ts';
import type { Draft, Suggestion } from './suggestion.ts';
import { tiesIn } from './ties.ts';
import { wordsOf, type Words } from './tokens.ts';

/** In UTF-16 units: longer than any book. What lies behind is not read, and the draft says how much that is. */
export const LONGEST_TEXT = 2_000_000;

interface Watched {
  cancelled?(): boolean;
  progress?(done: number): void;
}

/**
 * The suggestions for a text, in its order. The same text always gives the same. Throws nothing, whatever the text.
 * `published`, the date its source bears (EDTF), lets "on Tuesday" be a day. The rules are of English: of another
 * language only names, sums and dates in figures are suggested.
 */
export async function draft(text: string, job: Watched = {}, published?: string): Promise<Draft> {
  const known = await language();
  const read = text.slice(0, LONGEST_TEXT);
  const unread = text.length - read.length;
  const foreign = foreignTo(read);
  const steps =
    foreign === undefined ? suggest(read, known, published) : suggestForeign(read, foreign, known);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const suggestions = inOrder(step.value);
      return {
        suggestions,
        ...(foreign !== undefined && { language: foreign }),
        ...(unread > 0 && { unread }),
      };
    }
    job.progress?.(step.value);
    await turn();
    if (job.cancelled?.()) return { suggestions: [] };
  }
}

/** Lets the worker hear of cancelling. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type Steps = Generator<number, Suggestion[]>;

/** Yields how far it is, from 0 to 1. */
function* suggest(text: string, known: Language, published: string | undefined): Steps {
  yield 0.02;
  const words = wordsOf(text, known);
  const found = namesIn(words, known);
  yield 0.1;
  const groups = groupsOf(words, found, known);
  yield 0.5;
  const cast = castOf(words, groups, known);
  const clauses = clausesOf(words, cast, known);
  yield 0.6;
  const { matters, ties: legal } = mattersIn(words, clauses);
  yield 0.7;
  const ties = oneOfEach([...tiesIn(clauses), ...legal]);
  yield 0.9;
  const placing = new Placing(text);
  return [
    ...[...cast, ...matters].map((member) => entityOf(member, words, placing)),
    ...ties.map((tie) => relationOf(tie, words, placing)),
    ...rolesHeld(words, cast, clauses, ties).map((held) => roleOf(held, words, placing)),
    ...factsIn(text, publishedOn(published)).map((fact) => factOf(fact, words, clauses, placing, published)),
  ];
}

/** What needs no grammar: names by their capitals, sums, dates in figures. */
function* suggestForeign(text: string, foreign: string, known: Language): Steps {
  yield 0.02;
  const words = wordsOf(text, known);
  const groups = groupsOf(words, namesIn(words, known), known);
  yield 0.7;
  const cast = castOf(words, groups, known)
    .map((member) => (foreign === 'German' ? fromGivenName(member, known) : member))
    .filter((member) => standsAlone(member, foreign, known));
  const clauses = clausesOf(words, cast, known);
  const placing = new Placing(text);
  return [
    ...cast.map((member) => entityOf(member, words, placing)),
    ...factsIn(inEnglishFigures(text))
      .filter((fact) => inFigures(fact, words))
      .map((fact) => factOf(fact, words, clauses, placing, undefined)),
  ];
}

/** Names of several words, initials, legal forms. In German every noun has a capital: there a given name must lead. */
function standsAlone({ name, named, kind }: Member, foreign: string, known: Language): boolean {
  const own = name.split(' ');
  if (!named) return false;
  if (own.some((word) => isAcronym(word) || LEGAL_FORMS.has(word.toLowerCase()))) return true;
  if (own.length < 2) return kind === 'place' && known.isPlace(name);
  return foreign !== 'German' || known.isGivenName(own[0]!);
}

/** "Unternehmer Viktor Dreyer": a noun before the name is none of it. */
function fromGivenName(member: Member, known: Language): Member {
  const own = member.name.split(' ');
  const first = own.findIndex((word) => known.isGivenName(word));
  if (member.kind === 'place' || first < 1 || own.length - first < 2) return member;
  const name = own.slice(first).join(' ');
  const spans = member.spans.map(({ from, to }) => ({
    from: to - from === own.length ? from + first : from,
    to,
  }));
  return { ...member, key: `person:${name}`, kind: 'person', schema: 'Person', name, spans, aliases: [] };
}

/** "4.000,50" as "4,000.50", each sign in its place. */
const inEnglishFigures = (text: string): string =>
  text.replace(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d.])/g, (number) =>
    number.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')),
  );

const inFigures = ({ kind, start, end }: Fact, { text }: Words): boolean =>
  kind === 'money' || (kind === 'date' && !/\p{L}/u.test(text.slice(start, end)));
