// What a tie's stance and a node's or an edge's dates rest on.
import { STANCES, type Claim, type Stance } from '../case/records.ts';
import { stanceOf } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import { byCodePoint, grouped } from './order.ts';

/** A tie stands on both its ends: where one is only alleged, so is the tie. */
export function groundOf(tie: Tie): Stance {
  const ends = grouped(tie.claims, (claim) => claim.property);
  return STANCES[Math.max(...Array.from(ends.values(), (claims) => STANCES.indexOf(stanceOf(claims))))]!;
}

/** When it was: only from claims at least as firm as what they date. */
export function spanOf(claims: readonly Claim[], stance: Stance): { start?: string; end?: string } {
  const firm = claims.filter((claim) => STANCES.indexOf(claim.stance) <= STANCES.indexOf(stance));
  const date = commonest(firm, 'date');
  const start = commonest(firm, 'startDate') ?? date;
  const end = commonest(firm, 'endDate') ?? date;
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

/** The value most claims give; of equals the first in code point order. */
function commonest(claims: readonly Claim[], property: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { property: of, value } of claims)
    if (of === property) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))[0]?.[0];
}
