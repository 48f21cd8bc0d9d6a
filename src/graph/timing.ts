// When a tie can have held, for paths that respect time.
import type { CaseUnderLens } from '../case/lens.ts';
import type { Id } from '../case/records.ts';
import type { Reach } from '../case/spans.ts';
import type { CaseGraph } from './graph.ts';

const EVER: Reach = { earliest: -Infinity, latest: Infinity };

/**
 * The days on which each edge can have held: of the relation, else of the event that it ties to. Undated ones, and
 * those dated to no year, can have held on any day, or are left out (undefined) where only dated ones are wanted.
 * `graph` is the projection of `seen`.
 */
export function possibleDays(
  seen: CaseUnderLens,
  graph: CaseGraph,
  { datedOnly = false } = {},
): (edge: string) => Reach | undefined {
  return (edge) => daysOf(seen, graph, edge) ?? (datedOnly ? undefined : EVER);
}

function daysOf(seen: CaseUnderLens, graph: CaseGraph, edge: string): Reach | undefined {
  const { subject } = graph.getEdgeAttributes(edge);
  const isEvent = (id: Id) => seen.case.model.isA(seen.case.schemaOf(id) ?? 'Thing', 'Event');
  const dating = seen.case.relation(subject)
    ? [subject, ...graph.extremities(edge).filter(isEvent)]
    : [subject];
  for (const id of dating) {
    const span = seen.spanOf(id);
    const days = span && { earliest: span.begins.earliest, latest: span.ends.latest };
    if (days && (Number.isFinite(days.earliest) || Number.isFinite(days.latest))) return days;
  }
  return undefined;
}
