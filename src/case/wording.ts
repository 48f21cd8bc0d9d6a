// Values, spans, lists and counts in words, in English.
import { sayFromTo } from './dateWords.ts';
import { parseDate, sayDate } from './dates.ts';
import { partsOf } from './days.ts';
import { eventOf } from './held.ts';
import { sayQuantity } from './quantities.ts';

/** Looks up what only the case or the model knows. What is missing is said as its id or code. */
export interface Names {
  readonly nameOf?: (id: string) => string;
  readonly countryName?: (code: string) => string;
  readonly topicName?: (code: string) => string;
}

const SAY: Readonly<Record<string, (value: string, names: Names) => string>> = {
  date: sayDate,
  number: sayQuantity,
  duration: sayQuantity,
  boolean: (value) => ({ true: 'yes', false: 'no' })[value.toLowerCase()] ?? value,
  country: (value, { countryName }) => countryName?.(value) ?? value,
  topic: (value, { topicName }) => topicName?.(value) ?? value,
  entity: (value, { nameOf }) => nameOf?.(value) ?? value,
  language: sayLanguage,
  url: sayAddress,
};

/**
 * A value as people say it. `type` is a type of FollowTheMoney's model, `duration` or `boolean`; the values of
 * all others are texts already.
 */
export const sayValue = (type: string, value: string, names: Names = {}): string =>
  Object.hasOwn(SAY, type) ? SAY[type]!(value, names) : value;

/** Without scheme, `www.` and a lone slash at the end. Meant to be read: the value itself is the address. */
function sayAddress(value: string): string {
  const short = value.replace(/^https?:\/\/(www\.)?(?=[^/])/i, '');
  return /^[^/?#]+\/$/.test(short) ? short.slice(0, -1) : short;
}

function sayLanguage(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // RangeError: no well-formed code
  }
}

/** When something went on: "2014–2019", "since 2018", "until 2018"; empty where nothing is known. Dates are EDTF. */
export function saySpan(startDate?: string, endDate?: string): string {
  if (!startDate || !endDate || startDate === endDate) return sayOneEnd(startDate, endDate);
  return sayFromTo(sayDate(startDate), sayDate(endDate));
}

function sayOneEnd(startDate?: string, endDate?: string): string {
  const date = startDate || endDate;
  if (!date) return '';
  const words = sayDate(date);
  if ((startDate && endDate) || parseDate(date)?.kind === 'interval') return words;
  return startDate ? `since ${words}` : `until ${words}`;
}

/** "in 2010", "on 3 May 2010", "about 2010". The date is EDTF. */
export function datedOn(date: string): string {
  const words = sayDate(date);
  if (/^\d{1,2} \p{L}/u.test(words)) return `on ${words}`;
  return /^([\d\p{Lu}])/u.test(words) ? `in ${words}` : words;
}

/**
 * When something was that certainly was from one day (days since 1970-01-01) to another: " in May 2019", " from 2016 to
 * 2018"; empty where nothing bounds it. The last day of a year and the first one are where whole years leave off.
 */
export function sayDays({
  earliest,
  latest,
}: {
  readonly earliest: number;
  readonly latest: number;
}): string {
  const [whole, last] = [partsOf(earliest + 1), partsOf(latest - 1)];
  const [from, to] = [
    Number.isFinite(earliest) && (whole.day === 1 && whole.month === 1 ? whole : partsOf(earliest)),
    Number.isFinite(latest) && (last.day === 31 && last.month === 12 ? last : partsOf(latest)),
  ];
  if (!from) return to ? ` until ${to.year}` : '';
  if (!to) return ` since ${from.year}`;
  const inOrder = from.year <= to.year ? [from, to] : [partsOf(earliest), partsOf(latest)];
  const [a, b] = inOrder as [typeof from, typeof to];
  if (a.year !== b.year) return ` from ${a.year} to ${b.year}`;
  const month = String(a.month).padStart(2, '0');
  return a.month === b.month ? ` in ${sayDate(`${a.year}-${month}`)}` : ` in ${a.year}`;
}

/** When a claim was so: "2012–2018", "during the trial". `held` is EDTF or `during:<entity id>`. */
export function sayHeld(held: string, names: Names = {}): string {
  const event = eventOf(held);
  return event === undefined ? sayDate(held) : `during ${sayValue('entity', event, names)}`;
}

/** "a", "a and b", "a, b and c". */
export const list = (words: readonly string[], joint = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** "1 claim", "3 claims", "1,204 people": `plural` where the regular one is wrong. */
export const count = (n: number, word: string, plural = pluralOf(word)): string =>
  `${sayQuantity(String(n))} ${n === 1 ? word : plural}`;

function pluralOf(word: string): string {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
