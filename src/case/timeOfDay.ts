// The time of day in a date: read, and where on earth that is which day.
import type { DaySet } from './days.ts';

export interface TimeOfDay {
  /** `10:30` or `10:30:15`. */
  readonly text: string;
  /** Fraction of the day, local to the zone. */
  readonly fraction: number;
  /** Minutes east of UTC; undefined where no zone is given. */
  readonly zone?: number;
}

const TIME = /^T(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Reads `T10:30`, `T10:30:15Z`, `T10:30+03:00`; undefined for anything else. */
export function readTime(text: string): TimeOfDay | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds, zone] = match;
  const second = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60 || second > 86_400)
    return undefined;
  return {
    text: [hours, minutes, ...(seconds ? [seconds] : [])].join(':'),
    fraction: second / 86_400,
    zone: zone === undefined ? undefined : minutesEast(zone),
  };
}

function minutesEast(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return Number(`${zone[0]}1`) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

/** An instant in a known zone is on the day before or after elsewhere: zones run from UTC-12 to UTC+14. */
export function inAnyZone(day: DaySet, time: TimeOfDay): DaySet {
  if (time.zone === undefined) return day;
  const utc = day.from + time.fraction - time.zone / 1440;
  return { from: Math.floor(utc - 0.5), to: Math.floor(utc + 14 / 24) };
}
