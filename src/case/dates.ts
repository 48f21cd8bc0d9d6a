// Compares dates as sets of possible intervals: what may be, and what is certain whatever was meant.
// A date is some day of those it names; an interval runs from some day of its start to some day of its end.
// "About" and "perhaps" allow MARGINS (edtf.ts) more on either side. The time of day only sorts.
import { EVER, contains, first, intersect, isEmpty, last, meet, type DaySet } from './days.ts';
import { parseDate, type DateValue, type Ends, type When } from './edtf.ts';

export { parseDate, type DateValue } from './edtf.ts';
export { sayDate } from './dateWords.ts';

/** In days since 1970-01-01; undefined where there is no bound. */
export interface Bounds {
  readonly earliest: number | undefined;
  readonly latest: number | undefined;
}

/** The first and the last day that the date names, or that it may mean, with the margins of "about". */
export function boundsOf(date: DateValue, which: 'stated' | 'possible' = 'stated'): Bounds {
  const starts = date.alternatives.map((when) => first(when[which].start)!);
  const ends = date.alternatives.map((when) => last(when[which].end)!);
  return { earliest: finite(Math.min(...starts)), latest: finite(Math.max(...ends)) };
}

const finite = (day: number): number | undefined => (Number.isFinite(day) ? day : undefined);

type Compare = (a: When, b: When) => boolean;
/** Something of one agrees with something of the other. A set `{…}` counts like `[…]`: any member will do. */
const some = (a: DateValue, b: DateValue, compare: Compare): boolean =>
  a.alternatives.some((x) => b.alternatives.some((y) => compare(x, y)));
const every = (a: DateValue, b: DateValue, compare: Compare): boolean =>
  a.alternatives.every((x) => b.alternatives.every((y) => compare(x, y)));

/**
 * Whether both can describe the same. Two dates: some day fits both. Two intervals: some start fits both
 * starts and some end both ends; an open or unknown end fits any, since "since 2012" speaks of its own day.
 * A date and an interval: both ends fit the date, as `2013-02/2013-05` does 2013 but `2012/2018` does not.
 */
export const mayBeSame = (a: DateValue, b: DateValue): boolean => some(a, b, sameWhen);

function sameWhen(a: When, b: When): boolean {
  const [x, y] = [anyWhereOpen(a.possible), anyWhereOpen(b.possible)];
  const starts = intersect(x.start, y.start);
  const ends = intersect(x.end, y.end);
  return !isEmpty(starts) && !isEmpty(ends) && first(starts)! <= last(ends)!;
}

const anyWhereOpen = ({ start, end }: Ends): Ends => ({
  start: start.to === -Infinity ? { ...EVER, to: last(end)! } : start,
  end: end.from === Infinity ? { ...EVER, from: first(start)! } : end,
});

/**
 * Whether b says the same as a, more precisely: all that b allows, a allows, and not the other way round.
 * Each member of a set is held against each, not against several together.
 */
export const isRefinement = (a: DateValue, b: DateValue): boolean => covers(a, b) && !covers(b, a);

const covers = (wide: DateValue, narrow: DateValue): boolean =>
  narrow.alternatives.every((n) => wide.alternatives.some((w) => coversWhen(w, n)));

/** A date is narrower than an interval only if it has the interval's very days: it says less about the ends. */
function coversWhen(wide: When, narrow: When): boolean {
  if (narrow.point && !wide.point) return false;
  const [w, n] = [anyWhereOpen(wide.possible), anyWhereOpen(narrow.possible)];
  return contains(w.start, n.start) && contains(w.end, n.end);
}

/** The days a date leaves room for when it is used as a window: all it names, from the first to the last. */
const windowOf = ({ point, stated }: When): DaySet =>
  point ? stated.start : { from: first(stated.start)!, to: last(stated.end)! };

/** Whether the date can lie wholly in the window that the span names: "2023" is all of 2023. */
export const possiblyWithin = (date: DateValue, span: DateValue): boolean =>
  some(date, span, ({ possible }, window) => {
    const starts = intersect(possible.start, windowOf(window));
    const ends = intersect(possible.end, windowOf(window));
    return !isEmpty(starts) && !isEmpty(ends) && first(starts)! <= last(ends)!;
  });

/** Whether the date lies wholly in the window, whatever it means. */
export const certainlyWithin = (date: DateValue, span: DateValue): boolean =>
  date.alternatives.every(({ possible }) =>
    span.alternatives.some((window) =>
      [possible.start, possible.end].every((days) => contains(windowOf(window), days)),
    ),
  );

/** Whether a is over before b begins, whatever both mean. Days within one another's reach are not. */
export const certainlyBefore = (a: DateValue, b: DateValue): boolean =>
  every(a, b, (x, y) => last(x.possible.end)! < first(y.possible.start)!);

/** Whether a can be over before b begins. */
export const possiblyBefore = (a: DateValue, b: DateValue): boolean =>
  some(a, b, (x, y) => first(x.possible.end)! < last(y.possible.start)!);

/** Whether both can have a day in common. */
export const possiblyOverlap = (a: DateValue, b: DateValue): boolean => some(a, b, mayTouch);

function mayTouch(a: When, b: When): boolean {
  return meet(reachOf(a), reachOf(b));
}

const reachOf = ({ point, possible }: When): DaySet =>
  point ? possible.start : { from: first(possible.start)!, to: last(possible.end)! };

/** Whether both have a day in common, whatever they mean: each has begun before the other can be over. */
export const certainlyOverlap = (a: DateValue, b: DateValue): boolean =>
  every(
    a,
    b,
    ({ possible: x }, { possible: y }) => last(x.start)! <= first(y.end)! && last(y.start)! <= first(x.end)!,
  );

/** Larger than every real day; dates of an unknown year come after it, by month and day. */
const UNKNOWN_YEAR = 1e15;

/**
 * A number to sort dates by: the first day named, with the time of day; the last where the start is open
 * ("until 2018"). Dates of an unknown year come after all others, what is no date comes last of all.
 */
export function dateKey(text: string): number {
  const date = parseDate(text);
  if (!date) return Infinity;
  const { earliest, latest } = boundsOf(date);
  const begin = date.written[0]![0]!;
  const time = typeof begin === 'object' ? (begin.time?.fraction ?? 0) : 0;
  if (earliest !== undefined) return earliest + time;
  return (
    latest ??
    UNKNOWN_YEAR + (first(intersect(date.alternatives[0]!.stated.start, { from: 0, to: 3652 })) ?? 0)
  );
}
