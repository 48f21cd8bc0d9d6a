// What the sides of a dispute say, in words.
import type { Dispute, Side } from '../../../case/disputes.ts';
import type { CaseUnderLens } from '../../../case/lens.ts';
import { sayClaim, sayIn } from '../../parts/words.ts';

/** The value of one side. Where the dispute spans several properties, each value goes with its property. */
export function sideValue(seen: CaseUnderLens, dispute: Dispute, side: Side): string {
  if (side.says !== undefined) return side.says;
  const property = dispute.property;
  if (side.stance && property)
    return `${side.stance}: ${sayIn(seen, seen.case.schemaOf(dispute.subject) ?? 'Thing', property, side.value)}`;
  if (property) return sayIn(seen, seen.case.schemaOf(dispute.subject) ?? 'Thing', property, side.value);
  const said = side.claims
    .map((claim) => sayClaim(seen, claim))
    .map(({ property, value }) => `${property}: ${value}`);
  return [...new Set(said)].join('; ') || side.value;
}
