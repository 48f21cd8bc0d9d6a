// The axis of a timeline: ticks from centuries to days with the words people use for them, and spans in whole units.
import { dayNumber, monthLength, partsOf } from '../../case/days.ts';
import { sayDate } from '../../case/dates.ts';
import type { Reach } from '../../case/spans.ts';

/** A stretch of the calendar: so many years, months or days. */
export interface Stretch {
  readonly unit: 'year' | 'month' | 'day';
  readonly every: number;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
  /** Where a year begins among months, a month among days. */
  readonly major: boolean;
}

export interface Axis {
  readonly ticks: readonly Tick[];
  /** What the ticks are of, from one day to another: "2020" over its months, "March 2020" over its days. */
  readonly context: readonly (Reach & { readonly label: string })[];
}

/** Roughly, in days. */
const LENGTHS = { year: 365.2425, month: 30.44, day: 1 } as const;
/** Pixels between two ticks, so that their labels never touch. */
const LEAST = { year: 54, month: 38, day: 26 } as const;
const BELOW_YEARS: readonly Stretch[] = [
  { unit: 'day', every: 1 },
  { unit: 'day', every: 2 },
  { unit: 'day', every: 7 },
  { unit: 'month', every: 1 },
  { unit: 'month', every: 3 },
];

/** The shortest stretch between ticks whose labels have room at a scale, in pixels a day. */
export function tickStretch(scale: number): Stretch {
  const fits = ({ unit, every }: Stretch) => every * LENGTHS[unit] * scale >= LEAST[unit];
  const below = BELOW_YEARS.find(fits);
  if (below) return below;
  for (let power = 1; ; power *= 10)
    for (const times of [1, 2, 5]) {
      const years: Stretch = { unit: 'year', every: times * power };
      if (fits(years)) return years;
    }
}

/** Ticks from the first day to the last at a scale, and what they are of. */
export function axisOf({ earliest, latest }: Reach, scale: number): Axis {
  const stretch = tickStretch(scale);
  const ticks = Array.from(startsIn(stretch, earliest, latest), (day) => tickAt(day, stretch));
  if (stretch.unit === 'year') return { ticks, context: [] };
  const above: Stretch = { unit: stretch.unit === 'day' ? 'month' : 'year', every: 1 };
  const context = Array.from(startsIn(above, earliest, latest), (day) => ({
    earliest: day,
    latest: startAfter(above, day) - 1,
    label: sayDate(textOf(day, above.unit)),
  }));
  return { ticks, context };
}

/** The first days of all stretches that have a day between two. */
function* startsIn(stretch: Stretch, earliest: number, latest: number): Generator<number> {
  for (let day = startOf(stretch, earliest); day <= latest; day = startAfter(stretch, day)) yield day;
}

/** The first day of the stretch that a day falls in. Days too few for a stretch, at a month's end, lengthen its last. */
export function startOf({ unit, every }: Stretch, on: number): number {
  const { year, month, day } = partsOf(Math.floor(on));
  if (unit === 'year') return dayNumber(Math.floor(year / every) * every, 1, 1);
  if (unit === 'month') return dayNumber(year, month - ((month - 1) % every), 1);
  const lastStretch = Math.floor(monthLength(year, month) / every) - 1;
  return dayNumber(year, month, Math.min(lastStretch, Math.floor((day - 1) / every)) * every + 1);
}

/** The first day of the stretch after the one that a day falls in. */
export function startAfter({ unit, every }: Stretch, on: number): number {
  const { year, month, day } = partsOf(startOf({ unit, every }, on));
  if (unit === 'year') return dayNumber(year + every, 1, 1);
  if (unit === 'day' && day + 2 * every - 1 <= monthLength(year, month))
    return dayNumber(year, month, day + every);
  const next = month + (unit === 'month' ? every : 1);
  return next > 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, next, 1);
}

const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function tickAt(day: number, { unit, every }: Stretch): Tick {
  const parts = partsOf(day);
  if (unit === 'day') return { day, label: String(parts.day), major: parts.day === 1 };
  if (unit === 'month') return { day, label: SHORT[parts.month - 1]!, major: parts.month === 1 };
  const isDecade = every === 10 && parts.year >= 10 && parts.year <= 9999;
  const label = isDecade ? `${parts.year}s` : sayDate(textOf(day, 'year'));
  return { day, label, major: false };
}

/** A day, or the month or year it falls in, in EDTF. */
export function textOf(on: number, unit: Stretch['unit']): string {
  const { year, month, day } = partsOf(on);
  const two = (n: number) => String(n).padStart(2, '0');
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : '';
  // Years of more digits have no months and days in EDTF.
  if (digits.length > 4) return `Y${sign}${digits}`;
  return `${sign}${digits}${unit === 'year' ? '' : `-${two(month)}`}${unit === 'day' ? `-${two(day)}` : ''}`;
}

/** Pixels below which a unit is too small to be aimed at. */
const AIMABLE = 5;
const AIMED: readonly Stretch[] = [
  { unit: 'day', every: 1 },
  { unit: 'month', every: 1 },
  { unit: 'year', every: 1 },
  { unit: 'year', every: 10 },
];

/** The shortest unit that can be aimed at with a pointer at a scale, in pixels a day. */
export const aimableStretch = (scale: number): Stretch =>
  AIMED.find(({ unit, every }) => every * LENGTHS[unit] * scale >= AIMABLE) ?? { unit: 'year', every: 100 };

/** The whole stretches that two days fall in, from the first day of one to the last of the other. */
export const wholeStretches = (stretch: Stretch, a: number, b: number): Reach => ({
  earliest: startOf(stretch, Math.min(a, b)),
  latest: startAfter(stretch, Math.max(a, b)) - 1,
});

/** Days as EDTF, no more precise than they need: "2020", "2014/2018", "2020-03/2020-05", "2020-03-14". */
export function edtfOf({ earliest, latest }: Reach): string {
  const unit = (['year', 'month', 'day'] as const).find((unit) => {
    const one = { unit, every: 1 } as const;
    return startOf(one, earliest) === earliest && startAfter(one, latest) - 1 === latest;
  })!;
  const [from, to] = [textOf(earliest, unit), textOf(latest, unit)];
  return from === to ? from : `${from}/${to}`;
}

const PLAYED: readonly Stretch[] = [
  { unit: 'day', every: 1 },
  { unit: 'day', every: 7 },
  { unit: 'month', every: 1 },
  { unit: 'month', every: 3 },
  { unit: 'year', every: 1 },
  { unit: 'year', every: 10 },
];
/** More moments than this are tedious to watch. */
const MOST_MOMENTS = 60;

/** The stretch by which to go through a span of time in steps that one can watch. */
export const playedStretch = ({ earliest, latest }: Reach): Stretch =>
  PLAYED.find(({ unit, every }) => (latest - earliest) / (every * LENGTHS[unit]) <= MOST_MOMENTS) ?? {
    unit: 'year',
    every: 100,
  };

/** The stretches that have a day between two, one after the other. */
export function* momentsOf(stretch: Stretch, { earliest, latest }: Reach): Generator<Reach> {
  for (const day of startsIn(stretch, earliest, latest))
    yield { earliest: day, latest: startAfter(stretch, day) - 1 };
}
