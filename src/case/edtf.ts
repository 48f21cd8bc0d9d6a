// Reads dates in EDTF, the Extended Date/Time Format: levels 0 and 1 and what of level 2 states when.
// https://www.loc.gov/standards/datetime/ (in ISO 8601-2:2019)
import { lately } from './lately.ts';
import {
  ANY_DAY,
  ANY_MONTH,
  EVER,
  NEVER,
  dayNumber,
  daySet,
  first,
  isEmpty,
  last,
  monthLength,
  type DayPattern,
  type DaySet,
} from './days.ts';
import { inAnyZone, readTime, type TimeOfDay } from './timeOfDay.ts';

/** One date as written: its parts for saying it, its days for comparing it. */
export interface WrittenDate {
  /** Digits and `X`, with `-` before a negative year; more than four digits after `Y`. */
  readonly year: string;
  /** Two digits or `X`: 01–12, or 21–41 for seasons, quarters, thirds and halves. */
  readonly month?: string;
  readonly day?: string;
  readonly time?: TimeOfDay;
  /** Significant digits of the year. */
  readonly significant?: number;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** The days it names. */
  readonly stated: DaySet;
  /** The days it may mean: wider where it is uncertain, approximate or a time in another zone. */
  readonly possible: DaySet;
}

/** When something was: on one day of `start`, or from one day of `start` to one of `end`. */
export interface When {
  readonly point: boolean;
  readonly stated: Ends;
  readonly possible: Ends;
}
export interface Ends {
  readonly start: DaySet;
  readonly end: DaySet;
}

export type WrittenEnd = WrittenDate | 'open' | 'unknown';

/** What is stated about when: a set of possible intervals. */
export interface DateValue {
  readonly text: string;
  /** `one`: `[…]`, one of its members; `all`: `{…}`, every member. */
  readonly kind: 'date' | 'interval' | 'one' | 'all';
  readonly written: readonly (readonly WrittenEnd[])[];
  readonly alternatives: readonly When[];
}

const DATE =
  /^([?~%])?(-?[\dX]{4})(?:S(\d+))?([?~%])?(?:-([?~%])?([\dX]{2})([?~%])?(?:-([?~%])?([\dX]{2})([?~%])?(T.+)?)?)?$/;
const LONG_YEAR = /^([?~%])?Y(-?\d+)(?:E(\d{1,2}))?(?:S(\d+))?([?~%])?$/;

/** Days that "about" allows on either side, by the precision of what it is said of. Our own rule. */
const MARGINS = { day: 3, month: 31, year: 730, decade: 1826, century: 9131 } as const;
type Precision = keyof typeof MARGINS;

/**
 * Reads a date, an interval or a set of dates. Undefined for anything else, for days that do not exist,
 * for intervals that run backwards and for those without a date at either end.
 */
export const parseDate: (text: string) => DateValue | undefined = lately(readValue);

function readValue(text: string): DateValue | undefined {
  const list = /^\[(.+)\]$|^\{(.+)\}$/.exec(text);
  if (list) return readList(text, list[1] === undefined ? 'all' : 'one', (list[1] ?? list[2])!);
  if (text.includes('/')) return readInterval(text);
  const date = readDate(text);
  return date && { text, kind: 'date', written: [[date]], alternatives: [on(date.stated, date.possible)] };
}

const on = (stated: DaySet, possible: DaySet): When => ({
  point: true,
  stated: { start: stated, end: stated },
  possible: { start: possible, end: possible },
});

function readInterval(text: string): DateValue | undefined {
  const [from, to, more] = text.split('/');
  const start = readEnd(from!);
  const end = readEnd(to!);
  if (!start || !end || more !== undefined) return undefined;
  if (typeof start === 'string' && typeof end === 'string') return undefined;
  const stated = ordered(daysOfEnd(start, 'stated', -Infinity), daysOfEnd(end, 'stated', Infinity));
  const possible = ordered(daysOfEnd(start, 'possible', -Infinity), daysOfEnd(end, 'possible', Infinity));
  if (!stated || !possible) return undefined;
  return {
    text,
    kind: 'interval',
    written: [[start, end]],
    alternatives: [{ point: false, stated, possible }],
  };
}

function readEnd(text: string): WrittenEnd | undefined {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : readDate(text);
}

function daysOfEnd(end: WrittenEnd, which: 'stated' | 'possible', limit: number): DaySet {
  if (end === 'unknown') return EVER;
  return end === 'open' ? { from: limit, to: limit } : end[which];
}

/** Leaves out the starts after every end and the ends before every start. */
function ordered(start: DaySet, end: DaySet): Ends | undefined {
  const ends = {
    start: daySet(start.from, Math.min(start.to, last(end)!), start.pattern),
    end: daySet(Math.max(end.from, first(start)!), end.to, end.pattern),
  };
  return isEmpty(ends.start) || isEmpty(ends.end) ? undefined : ends;
}

function readList(text: string, kind: 'one' | 'all', inside: string): DateValue | undefined {
  const written: WrittenEnd[][] = [];
  const alternatives: When[] = [];
  for (const member of inside.split(',')) {
    const [from, to, more] = member.trim().split('..');
    const ends = to === undefined ? [readDate(from!)] : [readMember(from!), readMember(to)];
    const [start, end] = [ends[0], ends.at(-1)];
    if (!start || !end || more !== undefined || (start === 'open' && end === 'open')) return undefined;
    const run = (which: 'stated' | 'possible') =>
      start === end && typeof start === 'object' ? start[which] : runOf(start, end, which);
    if (isEmpty(run('stated'))) return undefined;
    written.push(ends as WrittenEnd[]);
    alternatives.push(on(run('stated'), run('possible')));
  }
  return { text, kind, written, alternatives };
}

const readMember = (text: string): WrittenEnd | undefined => (text === '' ? 'open' : readDate(text));

const runOf = (start: WrittenEnd, end: WrittenEnd, which: 'stated' | 'possible'): DaySet =>
  daySet(first(daysOfEnd(start, which, -Infinity))!, last(daysOfEnd(end, which, Infinity))!);

function readDate(text: string): WrittenDate | undefined {
  const long = LONG_YEAR.exec(text);
  if (long) return readLongYear(long);
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, q1, year, digits, q2, q3, month, q4, q5, day, q6, clock] = match;
  if (year === '-XXXX' || year === '-0000' || (digits && /X/.test(year!))) return undefined;
  const time = clock === undefined ? undefined : readTime(clock);
  if (clock !== undefined && (!time || /X/.test(text))) return undefined;
  const significant = digits === undefined ? undefined : Number(digits);
  const stated = significant === undefined ? daysOf(year!, month, day) : roughYear(Number(year), significant);
  if (!stated || isEmpty(stated) || (significant !== undefined && month)) return undefined;
  // A mark after a part is about that part and all before it, one before a part about that part alone:
  // either way the doubt is as large as the part it stands at.
  const doubt = (q1 ?? q2) ? yearPrecision(year!) : (q3 ?? q4) ? 'month' : (q5 ?? q6) ? 'day' : undefined;
  const marks = `${q1 ?? ''}${q2 ?? ''}${q3 ?? ''}${q4 ?? ''}${q5 ?? ''}${q6 ?? ''}`;
  const possible = doubt ? widen(stated, doubt) : time ? inAnyZone(stated, time) : stated;
  return { year: year!, month, day, time, significant, ...qualities(marks), stated, possible };
}

function readLongYear([, q1, digits, exponent, rough, q2]: RegExpExecArray): WrittenDate | undefined {
  const year = Number(digits) * 10 ** Number(exponent ?? 0);
  if (!Number.isSafeInteger(year * 366)) return undefined;
  const significant = rough === undefined ? undefined : Number(rough);
  const stated = significant === undefined ? wholeYears(year, year) : roughYear(year, significant);
  if (!stated) return undefined;
  const marks = `${q1 ?? ''}${q2 ?? ''}`;
  const possible = marks ? widen(stated, 'year') : stated;
  return { year: `Y${year}`, significant, ...qualities(marks), stated, possible };
}

const qualities = (marks: string) => ({ uncertain: /[?%]/.test(marks), approximate: /[~%]/.test(marks) });

const wholeYears = (from: number, to: number): DaySet => ({
  from: dayNumber(from, 1, 1),
  to: dayNumber(to, 12, 31),
});

/** `1950S2`: only the first two digits are known, 1900 to 1999. */
function roughYear(year: number, significant: number): DaySet | undefined {
  const unit = 10 ** Math.max(0, String(Math.abs(year)).length - significant);
  if (significant < 1) return undefined;
  const low = Math.floor(Math.abs(year) / unit) * unit;
  return year < 0 ? wholeYears(-(low + unit - 1), -low) : wholeYears(low, low + unit - 1);
}

function yearPrecision(year: string): Precision {
  const unknown = year.length - year.replaceAll('X', '').length;
  return unknown === 0 ? 'year' : unknown === 1 ? 'decade' : 'century';
}

function daysOf(year: string, month?: string, day?: string): DaySet | undefined {
  if (month !== undefined && /^[2-4]\d$/.test(month)) return day ? undefined : seasonOf(year, Number(month));
  const pattern: DayPattern = {
    year: /X/.test(year) && year !== 'XXXX' ? year : undefined,
    months: month === undefined ? ANY_MONTH : bitsLike(month, 12),
    days: day === undefined ? ANY_DAY : bitsLike(day, 31),
  };
  if (pattern.months === 0 || pattern.days === 0) return undefined;
  if (year === 'XXXX') {
    return pattern.months === ANY_MONTH && pattern.days === ANY_DAY
      ? EVER
      : daySet(-Infinity, Infinity, pattern);
  }
  const span = wholeYears(...yearsLike(year));
  return isRun(year, pattern) ? runWithin(year, span, pattern) : daySet(span.from, span.to, pattern);
}

/** Whether the days follow each other without a gap, so that no pattern is needed: `201X`, `2004-XX`, `2004-06-XX`. */
function isRun(year: string, { months, days }: DayPattern): boolean {
  const one = (bits: number): boolean => (bits & (bits - 1)) === 0;
  if (months === ANY_MONTH) return days === ANY_DAY && /^-?\d+X*$/.test(year);
  return !/X/.test(year) && one(months) && (days === ANY_DAY || one(days));
}

function runWithin(written: string, span: DaySet, { months, days }: DayPattern): DaySet {
  if (months === ANY_MONTH) return span;
  const [year, month, day] = [Number(written), highestBit(months), highestBit(days)];
  if (days === ANY_DAY) return monthsOf(year, month, month);
  const only = dayNumber(year, month, day);
  return day <= monthLength(year, month) ? { from: only, to: only } : NEVER;
}

const highestBit = (bits: number): number => 31 - Math.clz32(bits);

/** Years a pattern can mean, at its widest. */
function yearsLike(year: string): [number, number] {
  const ends = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))] as const;
  return [Math.min(...ends), Math.max(...ends)];
}

/** Bits of the numbers 1 to `limit` that a two-digit pattern can mean; 0 if none. */
function bitsLike(pattern: string, limit: number): number {
  const like = new RegExp(`^${pattern.replaceAll('X', '\\d')}$`);
  let bits = 0;
  for (let n = 1; n <= limit; n++) if (like.test(String(n).padStart(2, '0'))) bits |= 1 << n;
  return bits;
}

/** First day of a month to the last of another; months before 1 and after 12 are in the neighbouring years. */
function monthsOf(year: number, from: number, to: number): DaySet {
  const begin = dayNumber(year + Math.floor((from - 1) / 12), ((from + 11) % 12) + 1, 1);
  const next = to + 1;
  return { from: begin, to: dayNumber(year + Math.floor((next - 1) / 12), ((next - 1) % 12) + 1, 1) - 1 };
}

/**
 * 21–24 (as in the north, where nothing else is said), 25–28 north, 29–32 south: every month that either
 * meteorologists or astronomers count. A winter over the turn of the year may be the one before or after.
 * 33–36 quarters, 37–39 thirds, 40–41 halves of the year.
 */
function seasonOf(written: string, code: number): DaySet | undefined {
  if (/X/.test(written) || code < 21 || code > 41) return undefined;
  const year = Number(written);
  if (code >= 40) return monthsOf(year, (code - 40) * 6 + 1, (code - 40) * 6 + 6);
  if (code >= 37) return monthsOf(year, (code - 37) * 4 + 1, (code - 37) * 4 + 4);
  if (code >= 33) return monthsOf(year, (code - 33) * 3 + 1, (code - 33) * 3 + 3);
  const quarter = ((code - 21) % 4) + (code >= 29 ? 2 : 0);
  if (quarter % 4 !== 3) return monthsOf(year, (quarter % 4) * 3 + 3, (quarter % 4) * 3 + 6);
  const winter = { months: 0b1_0000_0000_1110, days: ANY_DAY };
  return { ...monthsOf(year, 0, 15), pattern: winter };
}

/** Where digits are unknown in between, a doubt about month or day reaches a month to either side. */
function widen(set: DaySet, precision: Precision): DaySet {
  const margin = MARGINS[precision];
  const { pattern } = set;
  if (!pattern) return { from: set.from - margin, to: set.to + margin };
  if (precision !== 'month' && precision !== 'day') {
    return daySet(set.from - margin, set.to + margin, { ...pattern, year: undefined });
  }
  const { months, year } = pattern;
  const near = months | (months << 1) | (months >> 1) | ((months >> 11) & 2) | ((months << 11) & (1 << 12));
  return daySet(set.from - margin, set.to + margin, { year, months: near & ANY_MONTH, days: ANY_DAY });
}
