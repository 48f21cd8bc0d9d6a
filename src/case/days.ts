// Sets of days: a run of days, narrowed where digits are unknown to some years, months and days of the month.

/** Days are counted from 1970-01-01, in the proleptic Gregorian calendar. Ends may be infinite. */
export interface DaySet {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly pattern?: DayPattern;
}

/** Which days of the run belong: all that fit every part given. */
export interface DayPattern {
  /** Four digits, `X` for any, with `-` before a negative year. */
  readonly year?: string;
  /** Bit m is set if month m (1–12) fits. */
  readonly months: number;
  /** Bit d is set if day d (1–31) of the month fits. */
  readonly days: number;
}

export const ANY_MONTH = 0b1_1111_1111_1110;
export const ANY_DAY = 0xffff_fffe | 0;
export const NEVER: DaySet = { from: 1, to: 0 };
export const EVER: DaySet = { from: -Infinity, to: Infinity };

/** Day number of a date. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1–12) and day of the month of a day number. The same source, civil_from_days. */
export function partsOf(day: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // The algorithm's years begin in March.
  const sinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    year: yearOfEra + era * 400 + (sinceMarch >= 10 ? 1 : 0),
    month: sinceMarch >= 10 ? sinceMarch - 9 : sinceMarch + 3,
    day: dayOfYear - Math.floor((153 * sinceMarch + 2) / 5) + 1,
  };
}

/** The year a day falls in. */
export const yearOf = (day: number): number => partsOf(day).year;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : LENGTHS[month]!;

/** A set of days, `NEVER` if no day can fit. 2000 stands for the years with a 29 February. */
export function daySet(from: number, to: number, pattern?: DayPattern): DaySet {
  if (from > to) return NEVER;
  if (!pattern) return { from, to };
  if (isLimit(from, to)) return NEVER;
  for (let month = 1; month <= 12; month++) {
    if (fits(pattern.months, month) && firstBit(pattern.days) <= monthLength(2000, month)) {
      return { from, to, pattern };
    }
  }
  return NEVER;
}

/** The end of an open interval is no day, and fits no pattern. */
const isLimit = (from: number, to: number): boolean => from === to && !Number.isFinite(from);
const fits = (bits: number, n: number): boolean => ((bits >>> n) & 1) === 1;
const firstBit = (bits: number): number => (bits === 0 ? Infinity : 31 - Math.clz32(bits & -bits));

export function fitsYear(pattern: string | undefined, year: number): boolean {
  if (pattern === undefined) return true;
  const digits = String(Math.abs(year)).padStart(4, '0');
  const written = year < 0 ? `-${digits}` : digits;
  if (written.length !== pattern.length) return false;
  for (let i = 0; i < written.length; i++) {
    if (pattern[i] !== 'X' && pattern[i] !== written[i]) return false;
  }
  return true;
}

/** The days in both. */
export function intersect(a: DaySet, b: DaySet): DaySet {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  if (!a.pattern || !b.pattern) return daySet(from, to, a.pattern ?? b.pattern);
  const year = bothYears(a.pattern.year, b.pattern.year);
  if (year === null) return NEVER;
  const months = a.pattern.months & b.pattern.months;
  return daySet(from, to, { year, months, days: a.pattern.days & b.pattern.days });
}

/** The pattern that fits where both do; null if none can. */
function bothYears(a: string | undefined, b: string | undefined): string | undefined | null {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length !== b.length) return null;
  let both = '';
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && a[i] !== 'X' && b[i] !== 'X') return null;
    both += a[i] === 'X' ? b[i] : a[i];
  }
  return both;
}

/** Beyond eight years without a year pattern nothing new comes: the longest gap between leap years. */
const REACH = 8;

/** The first day of the set; undefined if there is none. */
export function first(set: DaySet): number | undefined {
  if (set.from > set.to) return undefined;
  if (!set.pattern || !Number.isFinite(set.from)) return set.from;
  const start = yearOf(set.from);
  const end = Number.isFinite(set.to) ? yearOf(set.to) : start + REACH;
  for (let year = start; year <= end; year++) {
    const day = daysOfYear(set, year).next().value;
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The last day of the set; undefined if there is none. */
export function last(set: DaySet): number | undefined {
  if (set.from > set.to) return undefined;
  if (!set.pattern || !Number.isFinite(set.to)) return set.to;
  const end = yearOf(set.to);
  const start = Number.isFinite(set.from) ? yearOf(set.from) : end - REACH;
  for (let year = end; year >= start; year--) {
    const day = [...daysOfYear(set, year)].at(-1);
    if (day !== undefined) return day;
  }
  return undefined;
}

function* daysOfYear(set: DaySet, year: number): Generator<number, undefined> {
  const pattern = set.pattern!;
  if (!fitsYear(pattern.year, year)) return undefined;
  for (let month = 1; month <= 12; month++) {
    if (!fits(pattern.months, month)) continue;
    for (let day = 1; day <= monthLength(year, month); day++) {
      const number = dayNumber(year, month, day);
      if (fits(pattern.days, day) && number >= set.from && number <= set.to) yield number;
    }
  }
  return undefined;
}

export const isEmpty = (set: DaySet): boolean => first(set) === undefined;
export const meet = (a: DaySet, b: DaySet): boolean => !isEmpty(intersect(a, b));

/** Whether every day of `inner` is in `outer`. */
export function contains(outer: DaySet, inner: DaySet): boolean {
  const start = first(inner);
  if (start === undefined) return true;
  if (start < outer.from || last(inner)! > outer.to) return false;
  if (!outer.pattern) return true;
  if (isLimit(inner.from, inner.to)) return false;
  const { year, months, days } = outer.pattern;
  const strays = [
    { months: ANY_MONTH & ~months, days: ANY_DAY },
    { months: ANY_MONTH, days: ANY_DAY & ~days },
  ];
  if (strays.some((pattern) => meet(inner, { ...EVER, pattern }))) return false;
  return year === undefined || fitsEveryYear(year, inner);
}

function fitsEveryYear(pattern: string, set: DaySet): boolean {
  const end = last(set)!;
  if (!Number.isFinite(set.from) || !Number.isFinite(end)) return false;
  for (let year = yearOf(set.from); year <= yearOf(end); year++) {
    const stray = { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
    if (!fitsYear(pattern, year) && meet(set, stray)) return false;
  }
  return true;
}
