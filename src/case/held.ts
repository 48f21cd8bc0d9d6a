// The times at which claims hold: EDTF, or `during:` an event.
import { parseDate, possiblyOverlap, type DateValue } from './dates.ts';
import type { Claim, Id } from './records.ts';

/** The time of an event, as EDTF; undefined where it is not known. */
export type TimeOf = (event: Id) => string | undefined;

const DURING = 'during:';

/** The event a claim holds during; undefined for a date. */
export const eventOf = (held: string): Id | undefined =>
  held.startsWith(DURING) ? held.slice(DURING.length) : undefined;

/**
 * Tells whether two claims hold at times that certainly have no day in common. No time stated: any time. Each time
 * is read once.
 */
export function heldApart(timeOf?: TimeOf): (a: Claim, b: Claim) => boolean {
  const read = new Map<string, DateValue | undefined>();
  const timeHeld = (held: string): DateValue | undefined => {
    if (!read.has(held)) read.set(held, readHeld(held, timeOf));
    return read.get(held);
  };
  return (a, b) => {
    if (!a.held || !b.held || a.held === b.held) return false;
    const [x, y] = [timeHeld(a.held), timeHeld(b.held)];
    return x !== undefined && y !== undefined && !possiblyOverlap(x, y);
  };
}

function readHeld(held: string, timeOf?: TimeOf): DateValue | undefined {
  const event = eventOf(held);
  const date = event === undefined ? held : timeOf?.(event);
  return date === undefined ? undefined : parseDate(date);
}
