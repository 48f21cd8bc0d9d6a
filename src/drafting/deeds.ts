// Who did what to whom: verbs and the nouns made of them, in the active and the passive, each by its frame.
import { FORMS, NOUNS, type Form, type Frame } from './frames.ts';
import { endsPhrase, HELPERS, isHelper, isParty, isWord, PREPOSITIONS } from './items.ts';
import { apposedTo, mainSubject, objectsOf, subjectOf, type Row } from './phrases.ts';

export interface Deed {
  readonly from: number;
  readonly to: number;
  readonly frame: Frame;
  readonly word: string;
  /** The place of the verb or noun. */
  readonly at: number;
}

export function* deedsIn(row: Row): Generator<Deed> {
  for (const [at, item] of row.entries()) {
    if (!isWord(item)) continue;
    const form = FORMS.get(item.word);
    if (form) for (const frame of form.frames) yield* verbAt(row, at, form, frame);
    const noun = NOUNS.get(item.word);
    if (noun) yield* nounAt(row, at, noun);
  }
}

const BY: ReadonlySet<string> = new Set(['by']);
const PLAIN: ReadonlySet<string> = new Set(['']);

function* verbAt(row: Row, at: number, form: Form, frame: Frame): Generator<Deed> {
  if (form.how === 'base' && /^(?:is|was|are|were|been)$/.test(row[at - 1]?.word ?? '')) return;
  if (frame.asks && !frame.asks.test(wordsAfter(row, at))) return;
  const passive = isPassive(row, at, form);
  const subjects = passive ? patientsOf(row, at) : agentsOf(row, at);
  const word = saidOf(form.told, frame);
  const on = without(frame.on, passive ? '' : undefined);
  if (frame.across) {
    const middle = passive ? subjects : objectsOf(row, at + 1, PLAIN);
    yield* pairs(middle, objectsOf(row, at + 1, new Set([frame.across]), 16), { frame, word, at });
    return;
  }
  if (passive && frame.on.has('')) {
    yield* pairs(objectsOf(row, at + 1, BY, 12), subjects, { frame, word, at });
    if (on.size === 0) return;
  }
  const objects = passive ? objectsOf(row, at + 1, on, 14) : takenBy(row, at, on, subjects);
  yield* pairs(subjects, objects, { frame, word, at });
  if (frame.mutual && objects.length === 0 && subjects.length === 2)
    yield { from: subjects[0]!, to: subjects[1]!, frame, word, at };
}

/** "cooperated with", where a verb has nothing plain to do it to. */
const saidOf = (told: string, { on }: Frame): string =>
  on.has('') || on.size > 1 ? told : `${told} ${[...on][0]}`;

/** The objects of an active verb; of "Dreyer, whom the court sentenced", what the clause refers to. */
function takenBy(
  row: Row,
  at: number,
  on: ReadonlySet<string>,
  subjects: readonly number[],
): readonly number[] {
  const objects = objectsOf(row, at + 1, on, 14);
  const start = Math.min(...subjects);
  const whom = [start - 1, start - 2].find((i) => row[i]?.word === 'whom');
  if (objects.length > 0 || whom === undefined) return objects;
  const before = row[whom - 1]?.word === ',' ? whom - 2 : whom - 1;
  return isParty(row[before]) ? [before] : [];
}

const without = (on: ReadonlySet<string>, one: string | undefined): ReadonlySet<string> =>
  one === undefined ? on : new Set([...on].filter((other) => other !== one));

function* pairs(
  froms: readonly number[],
  tos: readonly number[],
  what: Pick<Deed, 'frame' | 'word' | 'at'>,
): Generator<Deed> {
  for (const a of froms)
    for (const b of tos) yield what.frame.turned ? { from: b, to: a, ...what } : { from: a, to: b, ...what };
}

const wordsAfter = (row: Row, at: number): string =>
  row
    .slice(at + 1, at + 8)
    .map(({ word }) => word)
    .join(' ');

/** By a form of "be" before it; without one, by what follows: "Dreyer, arrested by", "a company owned by". */
function isPassive(row: Row, at: number, { how }: Form): boolean {
  if (how !== 'both' && how !== 'participle') return false;
  let i = at - 1;
  while (i >= 0 && isWord(row[i]) && isHelper(row[i]!)) {
    if (/^(?:is|was|are|were|be|been|being|got|gets)$/.test(row[i]!.word)) return true;
    i--;
  }
  return (
    row[at + 1]?.word === 'by' ||
    (how === 'participle' && !/^(?:has|had|have)$/.test(row[at - 1]?.word ?? ''))
  );
}

/** Of "a company registered in Cyprus and owned by Dreyer", what the company stands in apposition to. */
function patientsOf(row: Row, at: number): readonly number[] {
  const before = row[at - 1];
  const reduced = isWord(before) && !isHelper(before) && !/^(?:who|which|that|but)$/.test(before.word);
  const apposed = reduced ? apposedTo(row, at - 1) : [];
  return apposed.length > 0 ? apposed : subjectOf(row, at);
}

const JUDGED = /^(?:accused|convicted|suspected|guilty|acquitted|charged|cleared|indicted|sentenced|jailed)$/;

/** Of a participle behind "accused of", whoever is accused; else the subject. */
function agentsOf(row: Row, at: number): readonly number[] {
  const before = row[at - 1];
  if (!/ing$/.test(row[at]!.word) || !before || !PREPOSITIONS.has(before.word)) return subjectOf(row, at);
  for (let i = at - 2; i >= 0 && i > at - 16; i--)
    if (isParty(row[i]) && !row[i]!.owns) return judgedBefore(row, i, at) ?? [i];
  return [];
}

/** "Dreyer and Hofstra are accused of paying": all of them. */
function judgedBefore(row: Row, sign: number, at: number): readonly number[] | undefined {
  for (let i = at - 2; i > sign; i--) if (JUDGED.test(row[i]!.word)) return subjectOf(row, i);
  return undefined;
}

const SUPPORTS =
  /^(?:filed?|opened|launched|brought|imposed|signed|held|had|has|have|struck|made|announced|faces?|started|won|reached|dropped|paid|received|took|demanded|denied|maintains?|maintained|seeks|sought|placed|lodged|issued|ordered)$/;

function* nounAt(row: Row, at: number, frame: Frame): Generator<Deed> {
  const word = row[at]!.word;
  if (row[at + 1]?.word === 'between') {
    const [first, ...others] = objectsOf(row, at + 1, new Set(['between']));
    for (const other of others) yield { from: first!, to: other, frame, word, at };
    return;
  }
  if (frame.across) {
    const middle = objectsOf(row, at + 1, new Set(['of']));
    yield* pairs(middle, objectsOf(row, at + 1, new Set([frame.across]), 16), { frame, word, at });
    return;
  }
  const objects = objectsOf(row, at + 1, frame.on, 6);
  yield* pairs(actorsOf(row, at), objects, { frame, word, at });
}

/** Who owns the noun, who does the verb it belongs to, or who is named behind "by" or "from". */
function actorsOf(row: Row, at: number): readonly number[] {
  let i = at - 1;
  while (
    i >= at - 5 &&
    i >= 0 &&
    isWord(row[i]) &&
    !endsPhrase(row[i]) &&
    !SUPPORTS.test(row[i]!.word) &&
    !HELPERS.has(row[i]!.word)
  )
    if (PREPOSITIONS.has(row[i]!.word) && row[i]!.word !== 'with') break;
    else i--;
  const before = row[i];
  if (!before) return [];
  if (isParty(before)) return before.owns || row[i + 1]?.word === 'with' ? [i] : i === at - 1 ? [i] : [];
  if (SUPPORTS.test(before.word)) return subjectOf(row, i);
  if (/^(?:during|after|at|following|before)$/.test(before.word)) return mainSubject(row, i);
  return [...objectsOf(row, at + 1, new Set(['by', 'from']), 12)];
}

/** "on behalf of Baltmar", "acting for": whoever is spoken of last before it. */
export function* behalfIn(row: Row): Generator<readonly [number, number, number]> {
  for (const [at, { word }] of row.entries()) {
    if (word !== 'behalf' || row[at + 1]?.word !== 'of') continue;
    const [to] = objectsOf(row, at + 1, new Set(['of']));
    for (let i = at; i >= 0 && to !== undefined; i--)
      if (row[i]!.word === 'p' && !row[i]!.owns) {
        yield [i, to, at];
        break;
      }
  }
}
