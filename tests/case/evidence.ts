// Whether the words a claim points at carry what it says: its figures, its names, its wording.
import type { Claim } from '../../src/case/records.ts';

/** The words a country is known by, where the code does not stand in the text. */
const COUNTRY_WORDS: Record<string, RegExp> = {
  ru: /\bRussian?s?\b/i,
  us: /\bU\.S\b|\bUS\b|\bUnited States\b|\bAmericans?\b/i,
};
const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
// prettier-ignore
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];
/** Words of three letters and fewer, and these, tell nothing about whom a name means. */
const EMPTY_WORDS = new Set(['with', 'from', 'against', 'into', 'upon']);

/** Every number written in a text: "3.5", "140,500", "4-year", "four". */
export function numbersIn(text: string): ReadonlySet<number> {
  const digits = Array.from(text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g), ([figure]) =>
    Number(figure.replaceAll(',', '')),
  );
  const words = (text.toLowerCase().match(/[a-z]+/g) ?? [])
    .map((word) => NUMBER_WORDS.indexOf(word))
    .filter((n) => n >= 0);
  return new Set([...digits, ...words]);
}

/** The numbers a text must hold to carry an ISO 8601 duration of years and months: 3.5 for `P3Y6M`. */
function durationNumber(value: string): number | undefined {
  const match = /^[<>]?=?~?P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(value);
  return match ? Number(match[1] ?? 0) + Number(match[2] ?? 0) / 12 : undefined;
}

function carriesDate(value: string, text: string): boolean {
  const [year, month, day] = value.split('-');
  const numbers = numbersIn(text);
  return (
    (year === 'XXXX' || numbers.has(Number(year))) &&
    (!month || text.includes(MONTHS[Number(month) - 1]!)) &&
    (!day || numbers.has(Number(day)))
  );
}

/** The words by which a name is recognised: the capitalised ones, or all longer ones where none is. */
export function namingWords(names: readonly string[]): readonly string[] {
  const words = names.flatMap((name) => name.match(/[\p{L}@][\p{L}\p{N}.]*/gu) ?? []);
  const capitalised = words.filter((word) => /^[\p{Lu}@]/u.test(word) && word.length > 1 && word !== 'The');
  return capitalised.length > 0
    ? capitalised
    : words.filter((word) => word.length > 3 && !EMPTY_WORDS.has(word));
}

const fold = (text: string): string => text.toLowerCase().replaceAll('’', "'").replaceAll(/[‘“”]/g, "'");
/** Whole words, except that a word may be followed by anything: "Russian" carries "Russia". */
const hasWord = (text: string, word: string): boolean =>
  fold(text)
    .split(/[^\p{L}\p{N}@.]+/u)
    .some((each) => each.startsWith(fold(word)));

export interface ValueKind {
  /** The property's type in the model. */
  readonly type: string;
  /** The names of the entity that is the value, for type `entity`. */
  readonly names?: readonly string[];
}

/** Whether `text`, the words at one locator, carries what the claim says. */
export function carries(claim: Claim, kind: ValueKind, text: string): boolean {
  const { value, original } = claim;
  if (original !== undefined && !fold(text).includes(fold(original))) return false;
  if (kind.type === 'date') return carriesDate(value, text);
  if (kind.type === 'duration') return numbersIn(text).has(durationNumber(value)!);
  if (kind.type === 'number') return [...numbersIn(value)].every((number) => numbersIn(text).has(number));
  if (![...numbersIn(value.replace(/https?:\S+/g, ''))].every((number) => numbersIn(text).has(number)))
    return false;
  if (original !== undefined) return true;
  if (kind.type === 'country') return COUNTRY_WORDS[value]?.test(text) ?? false;
  if (kind.type === 'entity') return namingWords(kind.names ?? []).some((word) => hasWord(text, word));
  if (kind.type === 'name') return namingWords([value]).every((word) => hasWord(text, word));
  return fold(text).includes(fold(value));
}

/** Code points `start` to `end` of a text. */
export const slice = (text: readonly string[], start: number, end: number): string =>
  text.slice(start, end).join('');

/** The words of a text, for comparing wording: lower case, no punctuation. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The first run of `length` words of `text` that also stands in one of the documents. */
export function copiedRun(text: string, documents: readonly string[], length = 8): string | undefined {
  const words = wordsOf(text);
  for (let i = 0; i + length <= words.length; i++) {
    const run = words.slice(i, i + length).join(' ');
    if (documents.some((document) => ` ${document} `.includes(` ${run} `))) return run;
  }
  return undefined;
}
