// What is typed into a form → the canonical value of a property, and how it reads.
import { parseDate, sayDate } from '../../case/dates.ts';
import { parseQuantity, sayQuantity } from '../../case/quantities.ts';

export type Reading =
  | {
      readonly value: string;
      /** The value in words, where that tells more than the value. */ readonly says?: string;
    }
  | { readonly problem: string };

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Reads a typed value of a property type; empty text is the empty value. */
export function readValue(type: string, typed: string): Reading {
  const text = typed.trim();
  if (text === '') return { value: '' };
  if (type === 'date') return readDate(text);
  if (type === 'duration' || type === 'number') return readQuantity(type, text);
  if (type === 'url' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) {
    return { problem: 'An address begins with its scheme, as in https://example.org.' };
  }
  return { value: text };
}

function readDate(text: string): Reading {
  const value = fromEnglish(text) ?? text;
  if (parseDate(value)) return { value, says: sayDate(value) };
  return {
    problem:
      'Not a date that can be read. Write August 2023, 14 August 2023, 2023-08-14, about 2020, or 2014/2019.',
  };
}

/** "14 August 2023", "August 14, 2023", "Aug 2023", "about 2020" → EDTF; undefined for all else. */
export function fromEnglish(text: string): string | undefined {
  const about = /^(?:about|around|circa|c\.)\s+(.+)$/i.exec(text);
  if (about) {
    const date = fromEnglish(about[1]!) ?? about[1]!;
    return `${date}~`;
  }
  const words = text.replace(/[,.]/g, ' ').trim().split(/\s+/);
  const month = words.findIndex((word) => monthOf(word) > 0);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word));
  if (month < 0 || !year || words.length !== (day ? 3 : 2)) return undefined;
  const parts = [year, monthOf(words[month]!), ...(day ? [Number.parseInt(day)] : [])];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

const monthOf = (word: string): number =>
  word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;

const UNITS: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' };
const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:over|more than)\s+/i, '>'],
  [/^(?:at least)\s+/i, '>='],
  [/^(?:under|less than)\s+/i, '<'],
  [/^(?:at most|up to)\s+/i, '<='],
  [/^(?:about|around|approximately)\s+/i, '~'],
];

function readQuantity(type: string, text: string): Reading {
  const value = quantityFromEnglish(text) ?? text;
  const quantity = parseQuantity(value);
  const fits = quantity && (type === 'duration') === (quantity.unit === 'duration');
  if (fits) return { value, says: sayQuantity(value) };
  return {
    problem:
      type === 'duration'
        ? 'Not a length of time that can be read. Write 3 years 6 months, over 3 years, 13 days, or P3Y6M.'
        : 'Not an amount that can be read. Write 24, over 3, about 140500 USD, or 3..5.',
  };
}

/** "over 3 years" → `>P3Y`, "3 years 6 months" → `P3Y6M`, "about 140,500 USD" → `~140500 USD`. */
function quantityFromEnglish(text: string): string | undefined {
  const [bound, sign] = BOUNDS.find(([pattern]) => pattern.test(text)) ?? [/^/, ''];
  const rest = text.replace(bound, '').replace(/(\d),(?=\d{3})/g, '$1');
  const parts = [...rest.matchAll(/(\d+(?:\.\d+)?)\s*(year|month|week|day)s?/gi)];
  const left = rest.replace(/(\d+(?:\.\d+)?)\s*(year|month|week|day)s?/gi, '').replace(/\band\b|[\s,]/g, '');
  if (parts.length > 0 && left === '') {
    return `${sign}P${parts.map(([, number, unit]) => `${number}${UNITS[unit!.toLowerCase()]}`).join('')}`;
  }
  return rest === text ? undefined : sign + rest;
}
