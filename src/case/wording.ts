// Values, spans, lists and counts in words, in English.
import { sayFromTo } from './dateWords.ts';
import { parseDate, sayDate } from './dates.ts';
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
