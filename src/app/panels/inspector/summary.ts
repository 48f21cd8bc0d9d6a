// What can be said of a whole case at rest: who is most tied, what rests on one source only, what each source carries.
import { betweenness } from '../../../analyses/betweenness.ts';
import { passing } from '../../../case/facets.ts';
import type { CaseUnderLens } from '../../../case/lens.ts';
import type { Dispute } from '../../../case/disputes.ts';
import type { Id, Source } from '../../../case/records.ts';
import { tieSupport } from '../../../case/support.ts';
import type { CaseGraph } from '../../../graph/graph.ts';
import { tieClaims } from './neighbours.ts';

export interface Ranked {
  readonly id: Id;
  readonly value: number;
}

/** The entities with the most different neighbours, at most `limit`. */
export function mostTied(graph: CaseGraph, limit: number): readonly Ranked[] {
  const ranked = graph.mapNodes((id) => ({ id, value: graph.neighbors(id).length }));
  return ranked
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, limit);
}

/** Above so many nodes it would hold up the page, and is left to the menu of measures. */
const BROKERS_MOST = 600;

/** The entities on most of the shortest ways between others, at most `limit`; none in a large graph. */
export async function brokers(graph: CaseGraph, limit: number): Promise<readonly Ranked[]> {
  if (graph.order > BROKERS_MOST) return [];
  const { brokers: shares } = await betweenness.run(graph);
  const ranked = Array.from(shares, ([id, value]) => ({ id, value })).filter(({ value }) => value > 0);
  return ranked.sort((a, b) => b.value - a.value).slice(0, limit);
}

/** Edges whose claims rest on a single source. */
export const onOneSource = (seen: CaseUnderLens, graph: CaseGraph): readonly Id[] =>
  graph.filterEdges((edge) => tieSupport(seen.case, tieClaims(seen, graph, edge)).sources.length === 1);

export interface SourceLine {
  readonly source: Source;
  readonly claims: number;
  /** Sources that quote it. */
  readonly quotedIn: readonly Id[];
}

/** Each source with the claims it carries or, where it is only quoted, that came through it; the fullest first. */
export function sourcesOf(seen: CaseUnderLens): readonly SourceLine[] {
  const carried = new Map<Id, number>();
  const quoting = new Map<Id, Set<Id>>();
  for (const claim of passing(seen)) {
    for (const id of new Set([claim.source, ...(claim.via ?? [])]))
      carried.set(id, (carried.get(id) ?? 0) + 1);
    for (const id of claim.via ?? []) {
      const known = quoting.get(id);
      if (known) known.add(claim.source);
      else quoting.set(id, new Set([claim.source]));
    }
  }
  const lines = Array.from(seen.case.sources(), (source) => ({
    source,
    claims: carried.get(source.id) ?? 0,
    quotedIn: [...(quoting.get(source.id) ?? [])],
  }));
  return lines.sort(
    (a, b) => Math.min(1, a.quotedIn.length) - Math.min(1, b.quotedIn.length) || b.claims - a.claims,
  );
}

/** Worked out once for each look at a case. */
function oncePerLook<T>(work: (seen: CaseUnderLens) => T): (seen: CaseUnderLens) => T {
  const known = new WeakMap<CaseUnderLens, { readonly result: T }>();
  return (seen) => {
    const standing = known.get(seen) ?? { result: work(seen) };
    known.set(seen, standing);
    return standing.result;
  };
}

/** Every dispute under the lens. */
export const allDisputes = oncePerLook((seen): readonly Dispute[] => [...seen.disputes()]);

/** Every value under the lens that is said more and less precisely. */
export const allPrecisionDifferences = oncePerLook((seen): readonly Dispute[] =>
  Array.from(seen.case.claims.subjects(), (subject) => seen.precisionDifferencesOf(subject)).flat(),
);
