// When a node or an edge was: from what is firm enough to date it.
import { STANCES, type Claim, type Stance } from '../case/records.ts';
import { datedValues, type Dated } from './dated.ts';
import { byCodePoint } from './order.ts';

export interface Times {
  /** EDTF. */
  readonly start?: string;
  readonly end?: string;
  /** Values that held for a time, by column. */
  readonly dated?: ReadonlyMap<string, readonly Dated[]>;
}

export function timesOf(claims: readonly Claim[], stance: Stance): Times {
  const dated = datedValues(claims);
  return { ...spanOf(claims, stance), ...(dated && { dated }) };
}

/** When it was: only from claims at least as firm as what they date. */
function spanOf(claims: readonly Claim[], stance: Stance): { start?: string; end?: string } {
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
