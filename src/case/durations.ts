// Durations of ISO 8601 (`P3Y6M`, `P2W`, `PT90M`): read, as days, and said.

/** What is written, part by part, as digits; a part that is not written is absent. */
export type Duration = Partial<Record<DurationPart, string>>;
type DurationPart = (typeof PARTS)[number];

const PARTS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
const N = String.raw`(\d+(?:[.,]\d+)?)`;
const DURATION = new RegExp(
  `^P(?:${N}Y)?(?:${N}M)?(?:${N}W)?(?:${N}D)?(?:T(?:${N}H)?(?:${N}M)?(?:${N}S)?)?$`,
);

/** Undefined if the text is no duration or names no part. */
export function parseDuration(text: string): Duration | undefined {
  const found = DURATION.exec(text)?.slice(1);
  if (!found?.some((digits) => digits !== undefined) || text.endsWith('T')) return undefined;
  const parts: Duration = {};
  PARTS.forEach((part, i) => {
    if (found[i] !== undefined) parts[part] = found[i].replace(',', '.');
  });
  return parts;
}

/**
 * Days a duration can last. Years and months last differently from date to date, so that 12 months are the
 * same as a year, and both agree with 365 and with 366 days.
 */
export function daysOfDuration(duration: Duration): { min: number; max: number } {
  const of = (part: DurationPart): number => Number(duration[part] ?? 0);
  const months = of('year') * 12 + of('month');
  const days = of('week') * 7 + of('day') + of('hour') / 24 + of('minute') / 1440 + of('second') / 86_400;
  const { min, max } = daysOfMonths(months);
  return { min: min + days, max: max + days };
}

/** Lengths of the 48 months from one leap year to the next. Century years without a leap day are let pass. */
const LEAP_CYCLE = [29, 28, 28, 28].flatMap((february) => [
  31,
  february,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
]);

/** Shortest and longest run of that many months in the cycle of four years; part of a month by its share of 28 to 31. */
function daysOfMonths(months: number): { min: number; max: number } {
  const whole = Math.floor(months);
  const rest = whole % 48;
  const cycles = ((whole - rest) / 48) * 1461;
  const lengths = LEAP_CYCLE.map((_, from) => runLength(from, rest));
  const part = months - whole;
  return { min: cycles + Math.min(...lengths) + part * 28, max: cycles + Math.max(...lengths) + part * 31 };
}

function runLength(from: number, months: number): number {
  let days = 0;
  for (let i = from; i < from + months; i++) days += LEAP_CYCLE[i % 48]!;
  return days;
}

/** "3 years 6 months", part by part as written. */
export const sayDuration = (duration: Duration): string =>
  PARTS.filter((part) => duration[part] !== undefined)
    .map((part) => `${duration[part]} ${part}${Number(duration[part]) === 1 ? '' : 's'}`)
    .join(' ');
