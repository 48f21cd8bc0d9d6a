// Values that held for a time, for formats that can date a value.
import type { Claim, Id } from '../case/records.ts';
import { stanceOf } from '../case/support.ts';
import { columnId } from './columns.ts';
import { grouped } from './order.ts';

/** A value of a column and when it was so. */
export interface Dated {
  readonly value: string;
  /** EDTF or `during:` an event; undefined where nothing is said. */
  readonly held?: string;
  /** Those that say it. */
  readonly claims: readonly Id[];
}

/** By column, all values of those in which at least one is dated; undefined where there is none. */
export function datedValues(claims: readonly Claim[]): ReadonlyMap<string, readonly Dated[]> | undefined {
  if (!claims.some(({ held }) => held !== undefined)) return undefined;
  const columns = new Map<string, Dated[]>();
  for (const [property, said] of grouped(claims, (claim) => claim.property)) {
    if (!said.some(({ held }) => held !== undefined)) continue;
    for (const [value, same] of grouped(said, (claim) => claim.value)) {
      const id = columnId(property, stanceOf(same));
      const column = columns.get(id) ?? [];
      columns.set(id, column);
      for (const [held, at] of grouped(same, (claim) => claim.held))
        column.push({ value, held, claims: at.map((claim) => claim.id) });
    }
  }
  return columns;
}
