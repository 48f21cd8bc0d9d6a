// The times at which claims hold: EDTF, or `during:` an event.
import { parseDate, possiblyOverlap } from './dates.ts';
import type { Claim, Id } from './records.ts';

/** The time of an event, as EDTF; undefined where it is not known. */
export type TimeOf = (event: Id) => string | undefined;

const DURING = 'during:';

/** The event a claim holds during; undefined for a date. */
export const eventOf = (held: string): Id | undefined =>
  held.startsWith(DURING) ? held.slice(DURING.length) : undefined;

/** Whether two claims hold at times that certainly have no day in common. No time stated: any time. */
export function heldApart(a: Claim, b: Claim, timeOf?: TimeOf): boolean {
  if (!a.held || !b.held || a.held === b.held) return false;
  const [x, y] = [timeHeld(a.held, timeOf), timeHeld(b.held, timeOf)];
  return x !== undefined && y !== undefined && !possiblyOverlap(x, y);
}

function timeHeld(held: string, timeOf?: TimeOf) {
  const event = eventOf(held);
  const date = event === undefined ? held : timeOf?.(event);
  return date === undefined ? undefined : parseDate(date);
}
