// A start and an end in EDTF → whole days, for formats whose dates know nothing less.
import { boundsOf, parseDate } from '../case/dates.ts';

const DAY = 86_400_000;

/**
 * The first day the start can be and the last the end can be, as `YYYY-MM-DD`; what is open or unknown is left out.
 * Undefined where nothing is known or the end lies before the start.
 */
export function wholeDays(start?: string, end?: string): { start?: string; end?: string } | undefined {
  const from = dayOf(start, 'earliest');
  const to = dayOf(end, 'latest');
  if ((from === undefined && to === undefined) || (from !== undefined && to !== undefined && to < from))
    return undefined;
  return { start: from, end: to };
}

/** Years before 1 and after 9999 have no common spelling. Four digits sort as text. */
function dayOf(text: string | undefined, bound: 'earliest' | 'latest'): string | undefined {
  const date = text === undefined ? undefined : parseDate(text);
  const day = date && boundsOf(date)[bound];
  if (day === undefined || Math.abs(day) > 1e7) return undefined;
  const iso = new Date(day * DAY).toISOString();
  return /^(?!0000)\d{4}-/.test(iso) ? iso.slice(0, 10) : undefined;
}
