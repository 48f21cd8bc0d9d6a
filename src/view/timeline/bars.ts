// What a timeline shows: the events and dated relations of a case under a lens, each with the span its dates give it.
import { dateKey } from '../../case/dates.ts';
import type { CaseUnderLens } from '../../case/lens.ts';
import { endsOfTies, nameOf, roleOf } from '../../case/names.ts';
import type { Id, Stance } from '../../case/records.ts';
import { certainPart, type Reach, type Span } from '../../case/spans.ts';
import { groundOf, stanceOf } from '../../case/support.ts';
import type { Tie } from '../../case/ties.ts';
import { sayDates } from '../../graph/sentences.ts';
import { lookOf, type Look } from '../look.ts';

/** Something that happened or went on: an entity with a date (mostly an event), or a relation. */
export interface Happening {
  readonly subject: Id;
  readonly schema: string;
  readonly isRelation: boolean;
  /** An event's name; a relation's role, or its verb. */
  readonly what: string;
  /** A relation's ends; who and what an event is tied to. Each once. */
  readonly with: readonly Id[];
  /** "2012–2018"; empty for what is undated. */
  readonly dates: string;
  /** An event's own; a relation looks like what it leads to. */
  readonly look: Look;
  readonly stance: Stance;
}

/** A happening with a place in time. */
export interface Bar extends Happening {
  readonly span: Span;
  /** The days that are certainly of it. */
  readonly certain: Reach | undefined;
}

export interface Timeline {
  /** From early to late: see `compareBars`. */
  readonly bars: readonly Bar[];
  /** Dated, but not to a year ("August, year unknown"): by month and day. */
  readonly yearless: readonly Happening[];
  /** What could have a date and has none that the lens lets through; in the case's order. */
  readonly undated: readonly Happening[];
}

/** What shows under the lens and can have a date. Its cost is that of asking once about each entity and relation. */
export const timelineOf = (seen: CaseUnderLens): Timeline => allOf(timelineBits(seen));

/** The same bit by bit, for whoever must not stop the page: it pauses after each entity and relation. */
export function* timelineBits(seen: CaseUnderLens): Generator<undefined, Timeline> {
  const bars: Bar[] = [];
  const yearless: Happening[] = [];
  const undated: Happening[] = [];
  for (const { subject, ties } of subjectsOf(seen)) {
    const span = seen.spanOf(subject);
    const happening = () => happeningOf(seen, subject, ties);
    if (span && isPlaced(span)) bars.push({ ...happening(), span, certain: certainPart(span) });
    else if (span) yearless.push(happening());
    else if (seen.case.model.isA(seen.case.schemaOf(subject)!, 'Interval')) undated.push(happening());
    yield;
  }
  const keyOf = keyOfDates(seen);
  return {
    bars: bars.sort(compareBars),
    yearless: yearless.sort((a, b) => keyOf(a) - keyOf(b) || byWords(a, b)),
    undated,
  };
}

/** What work done bit by bit comes to, all of it now. */
export function allOf<R>(bits: Iterator<undefined, R>): R {
  for (;;) {
    const { done, value } = bits.next();
    if (done) return value;
  }
}

/** A relation comes with its ties. */
function* subjectsOf(seen: CaseUnderLens): Generator<{ subject: Id; ties?: readonly Tie[] }> {
  for (const { id } of seen.entities()) yield { subject: id };
  for (const { id } of seen.case.relations()) {
    const ties = seen.tiesOf(id);
    if (ties.length > 0) yield { subject: id, ties };
  }
}

const isPlaced = ({ begins, ends }: Span): boolean =>
  [begins.earliest, begins.latest, ends.earliest, ends.latest].some(Number.isFinite);

function happeningOf(seen: CaseUnderLens, subject: Id, ties?: readonly Tie[]): Happening {
  const schema = seen.case.schemaOf(subject)!;
  const claims = seen.claimsOf(subject);
  const shown = (ties && seen.case.schemaOf(ties[0]!.target)) ?? schema;
  return {
    subject,
    schema,
    isRelation: ties !== undefined,
    what: ties ? roleOf(seen, subject) : nameOf(seen, subject),
    with: ties ? endsOfTies(ties) : tiedTo(seen, subject),
    dates: sayDates(claims),
    look: lookOf(seen.case.model.schema(shown).lineage),
    stance: ties ? groundOf(ties.flatMap((tie) => tie.claims)) : stanceOf(claims),
  };
}

function tiedTo(seen: CaseUnderLens, event: Id): readonly Id[] {
  const ends = Array.from(seen.tiesAt(event), ({ source, target }) => (source === event ? target : source));
  return [...new Set(ends)].filter((id) => id !== event);
}

const keyOfDates =
  (seen: CaseUnderLens) =>
  ({ subject }: Happening): number =>
    Math.min(
      ...seen
        .claimsOf(subject)
        .filter(({ property }) => DATES.has(property))
        .map(({ value }) => dateKey(value)),
    );
const DATES = new Set(['date', 'startDate', 'endDate']);

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byWords = (a: Happening, b: Happening): number =>
  ascending(a.what, b.what) || ascending(a.subject, b.subject);

/**
 * By the first day it can have begun; what is only known to have ended, by the last day it can have. Of those that
 * can begin on the same day the vaguer comes first, as a heading would: 2020, then January 2020, then 1 January 2020.
 */
export function compareBars(a: Bar, b: Bar): number {
  return (
    firstDay(a.span) - firstDay(b.span) ||
    descending(a.span.begins.latest, b.span.begins.latest) ||
    descending(a.span.ends.latest, b.span.ends.latest) ||
    byWords(a, b)
  );
}

/** The difference of two infinite days would be no number. */
const descending = (a: number, b: number): number => (a === b ? 0 : b - a);
/** The first day it can have begun; where nobody says, the last it can have. */
export const firstDay = ({ begins, ends }: Span): number =>
  Number.isFinite(begins.earliest)
    ? begins.earliest
    : [begins.latest, ends.latest, ends.earliest].find(Number.isFinite)!;

/** From the first day to the last that any of these bars names; open ends name none. Undefined where there are no bars. */
export function daysNamed(bars: readonly Bar[]): Reach | undefined {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { span } of bars)
    for (const day of [span.begins.earliest, span.begins.latest, span.ends.earliest, span.ends.latest])
      if (Number.isFinite(day)) [earliest, latest] = [Math.min(earliest, day), Math.max(latest, day)];
  return earliest <= latest ? { earliest, latest } : undefined;
}
