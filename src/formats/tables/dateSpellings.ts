// Dates as people write them in tables → EDTF. What may be two days is never guessed: the column's mapping says which.
import type { DayOrder } from '../../case/tableMapping.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ISO =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}:\d\d(?::\d\d)?)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?)?$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,]+\d{1,2}:\d\d(?::\d\d)?)?$/;
const DAY_WORD = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of )?([a-z]{3,9})\.?,?[\s-]+(\d{4})$/i;
const WORD_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;
const WORD_YEAR = /^([a-z]{3,9})\.?,?[\s-]+(\d{4})$/i;

/** EDTF; undefined for what is no date, or may be one of two days where no order is given. */
export function dateFrom(cell: string, order: DayOrder | undefined): string | undefined {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (/^\d{4}$/.test(text)) return text;
  const iso = ISO.exec(text);
  if (iso) return isoOf(iso);
  const first = YEAR_FIRST.exec(text);
  if (first) return edtf(first[1]!, first[2]!, first[3]!);
  const last = YEAR_LAST.exec(text);
  if (last) return fromNumbers(last, order);
  const [, day, word, year] = DAY_WORD.exec(text) ?? [];
  if (day) return edtf(year!, monthOf(word!), day);
  const wordFirst = WORD_DAY.exec(text);
  if (wordFirst) return edtf(wordFirst[3]!, monthOf(wordFirst[1]!), wordFirst[2]!);
  const month = WORD_YEAR.exec(text);
  return month ? edtf(month[2]!, monthOf(month[1]!)) : undefined;
}

function isoOf([, year, month, day, time, zone = '']: RegExpExecArray): string | undefined {
  // LittleSis and Wikidata write 00 for what is not known.
  if (month === '00') return day === undefined || day === '00' ? year : undefined;
  const date = edtf(year!, month!, day === '00' ? undefined : day);
  if (date === undefined || time === undefined || /^0?0:00(:00)?$/.test(time)) return date;
  const [hours, minutes, seconds = '00'] = time.split(':');
  return `${date}T${hours!.padStart(2, '0')}:${minutes}:${seconds}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
}

function fromNumbers(
  [, one, sign, two, year]: RegExpExecArray,
  order: DayOrder | undefined,
): string | undefined {
  const said = sign === '.' ? 'dmy' : (orderSaidBy(`${one}/${two}/${year}`) ?? order);
  if (said === undefined) return one === two ? edtf(year!, one!, two) : undefined;
  return said === 'dmy' ? edtf(year!, two!, one) : edtf(year!, one!, two);
}

/** The order that a date with slashes cannot but have; undefined where both are days. */
export function orderSaidBy(cell: string): DayOrder | undefined {
  const [, one, two] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(cell) ?? [];
  if (!one || !two || Number(one) > 12 === Number(two) > 12) return undefined;
  return Number(one) > 12 ? 'dmy' : 'mdy';
}

/** Whether it is one of two days, according to the order. */
export const isEitherDay = (cell: string): boolean => {
  const [, one, two] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(cell) ?? [];
  return one !== undefined && Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two);
};

const monthOf = (word: string): string =>
  String(MONTHS.findIndex((month) => word.toLowerCase().startsWith(month)) + 1);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function edtf(year: string, month: string, day?: string): string | undefined {
  const days = DAYS[Number(month) - 1];
  if (days === undefined || (day !== undefined && !(Number(day) >= 1 && Number(day) <= days)))
    return undefined;
  if (
    Number(month) === 2 &&
    Number(day) === 29 &&
    new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() !== 29
  )
    return undefined;
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
}
