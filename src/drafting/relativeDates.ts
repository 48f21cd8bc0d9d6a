// "On Tuesday", "last month", "in August": words for days that lean on the day a text was published, as EDTF.
import { parseDate } from '../case/dates.ts';
import { dayNumber, partsOf } from '../case/days.ts';

/** A day, or as much of it as is known. */
export interface Published {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** The date a source bears, if it is a plain day, month or year; nothing where it is a span or uncertain. */
export function publishedOn(edtf: string | undefined): Published | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf ?? '');
  if (!parts || !parseDate(edtf!)) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return { year, ...(month && { month }), ...(day && { day }) };
}

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};
const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
const SEASON = `(?<season>${Object.keys(SEASONS).join('|')})`;
const LEAN = '(?<lean>last|this|next|previous|coming|past)';

/** What leans on the day of publication. Months with no year are `MONTH` of the dates proper. */
export const RELATIVE = new RegExp(
  [
    `\\b(?:(?:early|late|earlier|later|on|until|by|since)\\s+)*(?:${LEAN}\\s+)?${WEEKDAY}\\b(?!\\s+(?:Times|Post|Telegraph|Herald|Night|Review))`,
    `\\b(?:early |late |later |earlier )?(?<named>today|yesterday|tomorrow|tonight)\\b`,
    `\\b(?<night>last night|this (?:morning|afternoon|evening))\\b`,
    `\\b(?:(?:early|late|later|earlier) )?(?<lean2>last|this|next|previous) (?<unit>week|month|year)\\b`,
    `\\b(?<lean3>last|this|next) ${SEASON}\\b`,
    `\\b(?<about>about|around|some|nearly|almost|roughly|over|more than) ?(?<count>\\d{1,3}|an?|${COUNTS.slice(1).join('|')}) (?<ago>day|week|month|year|decade)s? ago\\b`,
    `\\b(?<count2>\\d{1,3}|an?|${COUNTS.slice(1).join('|')}) (?<ago2>day|week|month|year|decade)s? ago\\b`,
  ].join('|'),
  'giu',
);

const WILL = /\b(?:will|would|due|scheduled|expected|set|plans?|planned|to be)\b[^.;]{0,60}$/i;

/** EDTF for what `RELATIVE` found; nothing where the day of publication is not known closely enough. `before` is the sentence up to it. */
export function relativeDate(
  groups: Readonly<Record<string, string | undefined>>,
  published: Published,
  before: string,
): string | undefined {
  const day = dayOf(published);
  const lower = (name: string) => groups[name]?.toLowerCase();
  const [weekday, named, season] = ['weekday', 'named', 'season'].map(lower);
  if (weekday)
    return day === undefined ? undefined : edtfOf(weekdayNear(day, weekday, lower('lean'), before));
  if (named) return day === undefined ? undefined : edtfOf(day + (DAYS_OFF[named] ?? 0));
  if (groups.night) return day === undefined ? undefined : edtfOf(day - (/last/i.test(groups.night) ? 1 : 0));
  if (groups.unit) return unitNear(published, lower('unit')!, lower('lean2')!);
  if (season) return seasonNear(published, SEASONS[season]!, lower('lean3')!);
  const [count, unit] = [lower('count') ?? lower('count2'), lower('ago') ?? lower('ago2')];
  return count && unit ? agoFrom(published, countOf(count), unit) : undefined;
}

const DAYS_OFF: Readonly<Record<string, number>> = { yesterday: -1, tomorrow: 1 };
const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : Math.max(1, COUNTS.indexOf(word));
const dayOf = ({ year, month, day }: Published): number | undefined =>
  month && day ? dayNumber(year, month, day) : undefined;
const pad = (number: number): string => String(number).padStart(2, '0');
const edtfOf = (day: number): string => {
  const { year, month, day: date } = partsOf(day);
  return `${year}-${pad(month)}-${pad(date)}`;
};
/** Monday is 0; day 0 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The last such day, the day of publication included; with "last" before it, with "next" or of what will be, after it. */
function weekdayNear(day: number, weekday: string, lean: string | undefined, before: string): number {
  const back = (weekdayOf(day) - WEEKDAYS.indexOf(weekday) + 7) % 7;
  const ahead = lean === 'next' || lean === 'coming' || (lean === undefined && WILL.test(before));
  if (ahead) return day + 7 - (back === 0 && lean === undefined ? 7 : back);
  return /^(?:last|previous|past)$/.test(lean ?? '') && back === 0 ? day - 7 : day - back;
}

const OFF: Readonly<Record<string, number>> = { last: -1, previous: -1, this: 0, next: 1 };

function unitNear(published: Published, unit: string, lean: string): string | undefined {
  const off = OFF[lean]!;
  if (unit === 'year') return String(published.year + off);
  if (unit === 'month') return published.month ? monthAway(published, off) : undefined;
  const day = dayOf(published);
  if (day === undefined) return undefined;
  const monday = day - weekdayOf(day) + 7 * off;
  return `${edtfOf(monday)}/${edtfOf(monday + 6)}`;
}

function monthAway({ year, month }: Published, off: number): string {
  const at = year * 12 + month! - 1 + off;
  return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}`;
}

/** The month a season begins in, on the northern half of the earth; which half is meant is not known. */
const BEGINS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

function seasonNear({ year, month = 12 }: Published, season: number, lean: string): string {
  const over = BEGINS[season]! + 3 <= month;
  return `${year + (lean === 'last' ? (over ? 0 : -1) : OFF[lean]!)}-${season}?`;
}

/** Counts of weeks, months and years are round: about that time. */
function agoFrom(published: Published, count: number, unit: string): string | undefined {
  const day = dayOf(published);
  if (unit === 'year' || unit === 'decade')
    return `${published.year - count * (unit === 'decade' ? 10 : 1)}~`;
  if (unit === 'month') return published.month ? `${monthAway(published, -count)}~` : undefined;
  if (day === undefined) return undefined;
  return unit === 'week' ? `${edtfOf(day - 7 * count)}~` : edtfOf(day - count);
}

/** Months from that of publication beyond which a month with no year may well be another year's. */
const SURE = 9;

/** A month, or a day of it, whose year the text does not say: the last such month; of what will be, the next. */
export function inferredYear(
  published: Published,
  month: number,
  said: string,
  before: string,
): { year: number; sure: boolean } {
  const at = published.month;
  if (at === undefined) return { year: published.year, sure: false };
  if (/^last\b/i.test(said)) return { year: published.year - (month < at ? 0 : 1), sure: true };
  const away = (at - month + 12) % 12;
  const ahead = WILL.test(before);
  const year = ahead ? published.year + (month < at ? 1 : 0) : published.year - (month > at ? 1 : 0);
  return { year, sure: away > 0 && (ahead ? 12 - away : away) <= SURE };
}
