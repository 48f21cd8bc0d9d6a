// What values FollowTheMoney accepts, and the notes that hold what it has no place for.
import standard from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { STANCES, type Stance } from '../../case/records.ts';

const TYPES = standard.types as unknown as Record<string, { values?: Record<string, string> }>;

/** Dates are prefixes of ISO 8601 in UTC (followthemoney/types/date.py). */
const PREFIX_DATE = /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?$/;
const NUMBER = /^[+-]?\d{1,100}(\.\d{1,100})?( ?(%|\p{L}{1,3}))?$/u;

/** The value as FollowTheMoney takes it for a type of its own, and whether that says all; undefined where nothing fits. */
export function accepted(type: string, value: string): { value: string; exact: boolean } | undefined {
  if (type === 'date') return acceptedDate(value);
  const fits =
    type === 'number'
      ? NUMBER.test(value)
      : type === 'url'
        ? /^(https?|ftps?):\/\/\S+$/i.test(value)
        : TYPES[type]?.values === undefined || Object.hasOwn(TYPES[type].values, value);
  return fits && value.trim() !== '' ? { value, exact: true } : undefined;
}

/** EDTF → prefix date: "2020-03~" gives 2020-03, which is not all it says; an interval or a set gives nothing. */
function acceptedDate(value: string): { value: string; exact: boolean } | undefined {
  if (PREFIX_DATE.test(value)) return { value, exact: true };
  const plain = shortened(value);
  return PREFIX_DATE.test(plain) ? { value: plain, exact: false } : undefined;
}

/** A date without its "about", "perhaps", zone and unknown parts at the end. */
export const shortened = (date: string): string => date.replace(/[~?%]|Z$|(-XX){1,2}$/g, '');

export type Mark = Stance | 'as stated';
const MARKS: readonly Mark[] = [...STANCES.slice(1), 'as stated'];

/** A value in a note: "position (alleged): spy". `readNote` is the reverse. */
export const note = (property: string, mark: Mark, value: string): string =>
  `${property} (${mark}): ${value}`;

/** What a note of Clew's says; undefined for any other text. */
export function readNote(text: string): { property: string; mark: Mark; value: string } | undefined {
  const marked = MARKS.map((mark) => ({ mark, at: text.indexOf(` (${mark}): `) })).filter(({ at }) => at > 0);
  const first = marked.sort((a, b) => a.at - b.at)[0];
  if (!first) return undefined;
  const { mark, at } = first;
  return { property: text.slice(0, at), mark, value: text.slice(at + mark.length + 5) };
}

/** Properties of type text that can hold notes, best first. */
export const NOTE_HOLDERS = ['notes', 'summary', 'description'] as const;
