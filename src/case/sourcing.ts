// The sources' own graph: who draws on whom, by rewriting the whole of it or by quoting it.
import type { CaseUnderLens } from './lens.ts';
import type { Id } from './records.ts';

/** One source draws on another. */
export interface Drawing {
  readonly from: Id;
  readonly on: Id;
  /** It is a whole rewrite of the other. */
  readonly rewrites: boolean;
  /** Claims that pass the lens and came from the other. */
  readonly claims: number;
}

/**
 * Who draws on whom under a lens: by `derivedFrom`, and by `via` from each source of a chain to the next one inside
 * it. Every source of the case or of a chain may be an end. In the order of the case.
 */
export function drawings(seen: CaseUnderLens): readonly Drawing[] {
  const found = new Map<string, { from: Id; on: Id; rewrites: boolean; claims: number }>();
  const draw = (from: Id, on: Id) => {
    const key = JSON.stringify([from, on]);
    const known = found.get(key) ?? { from, on, rewrites: false, claims: 0 };
    found.set(key, known);
    return known;
  };
  for (const { id, derivedFrom = [] } of seen.case.sources())
    for (const on of derivedFrom) draw(id, on).rewrites = true;
  for (const claim of seen.case.claims) {
    if (!claim.via?.length || !seen.passes(claim)) continue;
    [claim.source, ...claim.via].reduce((from, on) => {
      draw(from, on).claims++;
      return on;
    });
  }
  return [...found.values()];
}

/** By source, those it draws on. */
export function drawsOn(seen: CaseUnderLens): ReadonlyMap<Id, ReadonlySet<Id>> {
  const draws = new Map<Id, Set<Id>>();
  for (const { from, on } of drawings(seen)) {
    const known = draws.get(from);
    if (known) known.add(on);
    else draws.set(from, new Set([on]));
  }
  return draws;
}
