// Spans: from when to when something was, as far as its dates say: what is certain, and what is possible.
import { boundsOf, parseDate } from './dates.ts';
import { first, last, type DaySet } from './days.ts';
import type { Claim } from './records.ts';

/** The first and the last day that something can be, in days since 1970-01-01; infinite where nothing bounds it. */
export interface Reach {
  readonly earliest: number;
  readonly latest: number;
}

/** It begins on some day of `begins` and ends on some day of `ends`, inclusive. */
export interface Span {
  readonly begins: Reach;
  readonly ends: Reach;
}

/** The window that a date opens when it is looked through: all the days it names. Undefined for what is no date. */
export function windowOf(text: string): Reach | undefined {
  const date = parseDate(text);
  if (!date) return undefined;
  const { earliest = -Infinity, latest = Infinity } = boundsOf(date);
  return { earliest, latest };
}

/** The span a date speaks of: some day of it, or an interval from some day of its start to some day of its end. */
export function spanOfDate(text: string): Span | undefined {
  const date = parseDate(text);
  if (!date) return undefined;
  const spans = date.alternatives.map(({ point, possible }) => {
    const begins = daysReach(possible.start);
    return { begins, ends: point ? begins : daysReach(possible.end) };
  });
  return spans.reduce(eitherOf);
}

/**
 * The span that claims about one subject give it, by `startDate` and `endDate`, or else by `date`; where sources
 * differ, as wide as they differ. A missing start or end is unknown, within what the other one allows. Undefined
 * where no claim dates it. Denied dates say nothing.
 */
export function spanOf(claims: readonly Claim[]): Span | undefined {
  const [begin, end] = [dated(claims, 'startDate'), dated(claims, 'endDate')];
  if (!begin && !end) return dated(claims, 'date');
  const begins = begin?.begins ?? { earliest: -Infinity, latest: end!.ends.latest };
  const ends = end?.ends ?? { earliest: begin!.begins.earliest, latest: Infinity };
  return inOrder({ begins, ends });
}

/** Without the starts after every end and the ends before every start; as it is, where it ends before it begins. */
function inOrder({ begins, ends }: Span): Span {
  if (ends.latest < begins.earliest) return { begins, ends };
  return {
    begins: { earliest: begins.earliest, latest: Math.min(begins.latest, ends.latest) },
    ends: { earliest: Math.max(ends.earliest, begins.earliest), latest: ends.latest },
  };
}

/** The span that one property of type date is said to have; as wide as sources differ. Denied dates say nothing. */
export function dated(claims: readonly Claim[], property: string): Span | undefined {
  const spans = claims
    .filter((claim) => claim.property === property && claim.stance !== 'denied')
    .flatMap(({ value }) => spanOfDate(value) ?? []);
  return spans.length > 0 ? spans.reduce(eitherOf) : undefined;
}

const eitherOf = (a: Span, b: Span): Span => ({
  begins: widest(a.begins, b.begins),
  ends: widest(a.ends, b.ends),
});
const widest = (a: Reach, b: Reach): Reach => ({
  earliest: Math.min(a.earliest, b.earliest),
  latest: Math.max(a.latest, b.latest),
});
const daysReach = (days: DaySet): Reach => ({ earliest: first(days)!, latest: last(days)! });

/** Whether some day of the window can be one of the span. */
export const possiblyDuring = ({ begins, ends }: Span, window: Reach): boolean =>
  begins.earliest <= window.latest && ends.latest >= window.earliest;

/** Whether, whatever its dates mean, some day of the window is one of the span. */
export const certainlyDuring = ({ begins, ends }: Span, window: Reach): boolean =>
  begins.latest <= window.latest && ends.earliest >= window.earliest;

/** The days that are certainly of the span; undefined where there are none. */
export const certainPart = ({ begins, ends }: Span): Reach | undefined =>
  begins.latest <= ends.earliest ? { earliest: begins.latest, latest: ends.earliest } : undefined;
