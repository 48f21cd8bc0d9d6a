// Who stands where in a row of items: subjects before a verb, objects behind it, what is coordinated, what is apposed.
import { FORMS } from './frames.ts';
import { BODIES, BODY_NOUNS, SAYING } from './lexicon.ts';
import {
  endsPhrase,
  HELPERS,
  isHelper,
  isParty,
  isSign,
  isStop,
  isWord,
  PREPOSITIONS,
  type Item,
} from './items.ts';

export type Row = readonly Item[];

/** Items between two of a list, and between a subject and what stands in apposition to it. */
const LONGEST_GAP = 6;
const LONGEST_ASIDE = 26;

/** The places of all that is coordinated with the sign at `i`, itself first: "A, his son B and the banker C". */
export function listFrom(row: Row, i: number): number[] {
  const places = [i];
  for (let at = i; ;) {
    const next = coordinatedWith(row, at);
    if (next < 0) return places;
    places.push((at = next));
  }
}

function coordinatedWith(row: Row, i: number): number {
  if (row[i]!.owns) return -1;
  let joined = false;
  for (let j = i + 1; j < row.length && j <= i + LONGEST_GAP + 1; j++) {
    const item = row[j]!;
    if (isSign(item)) {
      if (item.word === 'l' || (item.owns && item.mention.member === row[i]!.mention!.member)) continue;
      return joined && item.word === row[i]!.word && !item.owns ? j : -1;
    }
    if (/^(?:and|or|&)$/.test(item.word) || item.word === ',') joined = true;
    else if (!joined || endsPhrase(item) || PREPOSITIONS.has(item.word) || isStop(item)) return -1;
  }
  return -1;
}

/** The places of a list that ends at `i`, in the order of the text. */
export function listTo(row: Row, i: number): number[] {
  for (let j = Math.max(0, i - 40); j < i; j++) {
    if (!isParty(row[j])) continue;
    const list = listFrom(row, j);
    if (list.at(-1) === i) return governorOf(row, list[0]!) >= 0 ? [i] : list;
    if (list.includes(i)) return list.slice(0, list.indexOf(i) + 1);
  }
  return [i];
}

/** The preposition that the sign at `i` hangs on, or an empty text. */
export function governedAt(row: Row, i: number): string {
  const at = governorOf(row, i);
  return at < 0 ? '' : row[at]!.word;
}

function governorOf(row: Row, i: number): number {
  for (let j = i - 1; j >= 0 && j >= i - 5; j--) {
    if (isSign(row[j]) && !row[j]!.owns && row[j]!.word !== 'l') return -1;
    if (isStop(row[j])) return -1;
    if (isWord(row[j]) && PREPOSITIONS.has(row[j]!.word)) return j;
    if (isWord(row[j]) && endsPhrase(row[j])) return -1;
  }
  return -1;
}

/** What the words before `i` are told of: "Dreyer, a banker |who", "Corvane is a firm |owned". */
export function apposedTo(row: Row, i: number): number[] {
  for (let j = i; j >= 0 && j > i - LONGEST_ASIDE; j--) {
    const item = row[j]!;
    if (/^(?:was|is|were|are)$/.test(item.word)) return subjectOf(row, j);
    if (item.word === ';' || (isWord(item) && endsPhrase(item))) return [];
    const told = item.word === ',' ? toldOf(row, j - 1) : -1;
    if (told >= 0) return [told];
  }
  return [];
}

/** The sign at `i`, or that which a place at `i` is said of: "Deluca of Argentina". */
function toldOf(row: Row, i: number): number {
  if (isParty(row[i])) return row[i]!.owns ? -1 : i;
  const placed = row[i]?.word === 'l' && /^(?:of|from|in)$/.test(row[i - 1]?.word ?? '');
  return placed && isParty(row[i - 2]) && !row[i - 2]!.owns ? i - 2 : -1;
}

/** Places of the subjects of the verb at `v`: what stands before it, or what a relative clause or a coordination refers to. */
export function subjectOf(row: Row, v: number): number[] {
  let i = v - 1;
  while (i >= 0 && isWord(row[i]) && isHelper(row[i]!)) i--;
  if (/ing$/.test(row[v]!.word) && GERUND.test(row[i]?.word ?? '')) return subjectOf(row, i);
  i = overControl(row, i);
  const item = row[i];
  if (!item) return [];
  if (/^(?:who|which|that)$/.test(item.word)) return antecedentOf(row, i);
  if (/ing$/.test(row[v]!.word) && i === v - 1 && isParty(item) && !item.owns) return [i];
  if (/^(?:and|but|or)$/.test(item.word) || (item.word === ',' && /ing$/.test(row[v]!.word)))
    return mainSubject(row, i);
  if (item.word === ',') return acrossAside(row, i);
  if (isSign(item)) return overPrepositions(row, i);
  const body = namedBefore(row, i);
  if (body >= 0) return [body];
  // "charged with trying to", "after meeting": whoever the sentence is about.
  if (PREPOSITIONS.has(item.word) && /ing$/.test(row[i + 1]?.word ?? '')) return mainSubject(row, i);
  // "used its post to help"
  return row[i + 1]?.word === 'to' && i + 2 === v ? mainSubject(row, v) : [];
}

/** "denied paying": the subject is that of the verb before. */
const GERUND =
  /^(?:den(?:y|ied|ies)|admit|acknowledg|recall|confess|consider|stop|start|beg[au]n|regret|avoid)/;

/** "the FSB security service": the name that a body's noun ends, or -1. */
function namedBefore(row: Row, noun: number): number {
  if (!isWord(row[noun]) || !(BODIES.has(row[noun]!.word) || BODY_NOUNS.has(row[noun]!.word))) return -1;
  let i = noun - 1;
  while (i > noun - 3 && isWord(row[i]) && !endsPhrase(row[i]) && !PREPOSITIONS.has(row[i]!.word)) i--;
  return row[i]?.word === 'o' && !row[i]!.owns && governorOf(row, i) < 0 ? i : -1;
}

const CONTROL =
  /^(?:agree|plan|want|tr[iy]|seek|sought|intend|refus|declin|conspir|offer|us|began|begin|continu|help|decid|expect|attempt)(?:e|ed|d|s|es|ing|ies|ied|y)?$/;
/** "agreed to buy": the subject is that of the verb before. */
function overControl(row: Row, i: number): number {
  if (row[i + 1]?.word !== 'to' || !row[i] || !CONTROL.test(row[i]!.word)) return i;
  let j = i - 1;
  while (j >= 0 && isWord(row[j]) && isHelper(row[j]!)) j--;
  return j;
}

function antecedentOf(row: Row, i: number): number[] {
  const person = row[i]!.word === 'who';
  const before = row[i - 1]?.word === ',' ? i - 2 : i - 1;
  const fits = (j: number) => isParty(row[j]) && !row[j]!.owns && (!person || row[j]!.word === 'p');
  if (fits(before)) return [before];
  if (isSign(row[before]) && person) {
    for (let j = before - 1; j >= 0 && j > before - LONGEST_ASIDE; j--) if (fits(j)) return [j];
    return [];
  }
  return apposedTo(row, before).filter(fits);
}

/** "Dreyer, who owns the bank, met": the sign before the aside; where there is no aside, the sign itself. */
function acrossAside(row: Row, comma: number): number[] {
  for (let j = comma - 1; j > 0 && j > comma - LONGEST_ASIDE; j--) {
    if (row[j]!.word === ';') break;
    if (row[j]!.word === ',' && isParty(row[j - 1]) && !row[j - 1]!.owns && opensAside(row, j + 1))
      return overPrepositions(row, j - 1);
  }
  const before = row[comma - 1];
  return isParty(before) && !before.owns ? overPrepositions(row, comma - 1) : [];
}

const opensAside = (row: Row, i: number): boolean => {
  const next = row[i]!;
  return !isSign(next) || next.owns || (next.word !== 'p' && isWord(row[i + 1]));
};

/** "Dreyer of Baltmar met": the subject is the one before the preposition; "the lawyer of Dreyer" has none with a name. */
function overPrepositions(row: Row, i: number): number[] {
  const governor = governorOf(row, i);
  if (governor < 0 || /^(?:after|before|since|until|like|including)$/.test(row[governor]!.word))
    return isParty(row[i]) && !row[i]!.owns ? listTo(row, i) : [];
  const before = row[governor - 1];
  if (isSign(before) && !before.owns) return overPrepositions(row, governor - 1);
  return [];
}

/** Whom a part of a sentence is about: its first sign that hangs on nothing. */
export function mainSubject(row: Row, end: number): number[] {
  let start = end - 1;
  while (start > 0 && !opensPart(row, start)) start--;
  for (let i = start; i < end; i++)
    if (isParty(row[i]) && !row[i]!.owns && governorOf(row, i) < 0)
      return listTo(row, listFrom(row, i).at(-1)!);
  return start > 0 ? mainSubject(row, start) : [];
}

/** "; Dreyer", "that Dreyer", "said Dreyer". */
const opensPart = (row: Row, i: number): boolean =>
  /^(?:;|that|while|but|whom)$/.test(row[i]!.word) || (SAYING.has(row[i]!.word) && isParty(row[i + 1]));

/** Places of what follows a verb or a noun at `from`, over prepositions in `on` ("" takes what follows at once), or none. */
export function objectsOf(row: Row, from: number, on: ReadonlySet<string>, longest = 9): number[] {
  let over = on.has('') ? '' : undefined;
  for (let i = from; i < row.length && i < from + longest; i++) {
    const item = row[i]!;
    if (isParty(item)) {
      if (over === undefined || isLabel(row, i)) continue;
      return listFrom(row, headOf(row, i));
    }
    if (isSign(item)) continue;
    if (isStop(item)) {
      if (item.word !== ',' || over === undefined || !startsPhrase(row, i + 1)) return [];
    } else if (PREPOSITIONS.has(item.word)) {
      const part = item.word === 'of' && PARTS.test(row[i - 1]?.word ?? '');
      if (!part || over === undefined) over = on.has(item.word) ? item.word : undefined;
    } else if (endsPhrase(item) || joinsDeeds(row, i) || (i > from && isDeed(row, i))) return [];
  }
  return [];
}

/** "the board |of", "6.2% |of": what follows is what is meant. */
const PARTS =
  /^(?:board|boards|council|committee|members?|stake|shares?|percent|part|most|all|chunk|half|\p{N}[\p{N}.,]*%)$/u;
const joinsDeeds = (row: Row, i: number): boolean =>
  HELPERS.has(row[i]!.word) ||
  (row[i]!.word === 'and' && (!isWord(row[i + 1]) || FORMS.has(row[i + 1]!.word) || endsPhrase(row[i + 1])));
/** "presenters criticizing him", but not "the holding company", "a commodity trading firm". */
const isDeed = (row: Row, i: number): boolean =>
  !(isWord(row[i + 1]) && /ing$/.test(row[i]!.word) && !endsPhrase(row[i + 1])) &&
  /^(?:ing|past)$/.test(FORMS.get(row[i]!.word)?.how ?? '') &&
  !/^(?:the|a|an|its|his|her|their)$/.test(row[i - 1]!.word);

/** Of "Dreyer officials", Dreyer is only the label. */
export const isLabel = (row: Row, i: number): boolean =>
  row[i]!.word === 'p' &&
  !row[i]!.owns &&
  isWord(row[i + 1]) &&
  /(?:ials|ers|men|ists|era|regime|administration|government|family|home)$/.test(row[i + 1]!.word);

/** "a company, Corvane": the name that a noun is told by. */
const startsPhrase = (row: Row, i: number): boolean =>
  (isParty(row[i]) && !row[i]!.owns) || /^(?:the|a|an|his|her|its)$/.test(row[i]?.word ?? '');

/** "Dreyer’s lawyer Jan Hofstra": of two that belong together, the one that is meant. */
function headOf(row: Row, i: number): number {
  if (!row[i]!.owns && !(row[i]!.word === 'o' && isRun(row, i))) return i;
  for (let j = i + 1; j < row.length && j < i + 5; j++) {
    if (isParty(row[j])) return row[j]!.word === 'p' || row[i]!.owns ? j : i;
    if (row[j]!.word === ',' ? !isParty(row[j + 1]) : endsPhrase(row[j]) || PREPOSITIONS.has(row[j]!.word))
      return i;
  }
  return i;
}

/** "Kremlin spokesman Orlov": a body before a title and a name. */
const isRun = (row: Row, i: number): boolean => {
  let j = i + 1;
  while (j < i + 4 && isWord(row[j]) && !endsPhrase(row[j]) && !PREPOSITIONS.has(row[j]!.word)) j++;
  return j > i + 1 && row[j]?.word === 'p';
};
