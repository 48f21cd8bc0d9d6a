// Says dates as people do: "August 2023", "about 2020", "April, year unknown", "since 2012".
import { parseDate, type WrittenDate, type WrittenEnd } from './edtf.ts';
import type { TimeOfDay } from './timeOfDay.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** An EDTF date in words, in English; the text itself where it is no date or has no plain wording. */
export function sayDate(text: string): string {
  const date = parseDate(text);
  if (!date) return text;
  const [ends] = date.written;
  const words =
    date.kind === 'interval' ? sayInterval(ends![0]!, ends![1]!) : saySet(date.written, date.kind);
  return words ?? text;
}

function sayInterval(start: WrittenEnd, end: WrittenEnd): string | undefined {
  const [from, to] = [sayEnd(start), sayEnd(end)];
  if (from === undefined || to === undefined) return undefined;
  if (start === 'open') return `until ${to}`;
  if (end === 'open') return `since ${from}`;
  if (start === 'unknown') return `until ${to}, start unknown`;
  if (end === 'unknown') return `from ${from}, end unknown`;
  return sayFromTo(from, to);
}

/**
 * Two dates in words, joined by a dash, and what they share said once: "2012–2018", "3–5 May 2020",
 * "3 March – 5 May 2020", "May 2018 – 2019".
 */
export function sayFromTo(from: string, to: string): string {
  const [start, end] = [from.split(' '), to.split(' ')];
  const alike = start.length === end.length && !/[,(]/.test(from + to);
  while (alike && start.length > 1 && start.at(-1) === end[start.length - 1]) start.pop();
  const said = from.split(' ').length - start.length;
  const joint = start.length === 1 && end.length - said === 1 ? '–' : ' – ';
  return start.join(' ') + joint + to;
}

function saySet(members: readonly (readonly WrittenEnd[])[], kind: string): string | undefined {
  const said = members.map(([start, end]) => sayMember(start!, end));
  if (said.includes(undefined)) return undefined;
  const joint = kind === 'all' ? ' and ' : ' or ';
  return said.length < 2 ? said[0] : said.slice(0, -1).join(', ') + joint + said.at(-1);
}

function sayMember(start: WrittenEnd, end: WrittenEnd | undefined): string | undefined {
  if (end === undefined) return sayEnd(start);
  const [from, to] = [sayEnd(start), sayEnd(end)];
  if (from === undefined || to === undefined) return undefined;
  if (start === 'open') return `${to} or earlier`;
  return end === 'open' ? `${from} or later` : `${from} to ${to}`;
}

/** Undefined where there is no plain wording. */
function sayEnd(end: WrittenEnd): string | undefined {
  if (typeof end === 'string') return '';
  const words = sayParts(end);
  if (words === undefined) return undefined;
  return `${end.uncertain ? 'perhaps ' : ''}${end.approximate ? 'about ' : ''}${words}`;
}

function sayParts({ year, month, day, time, significant }: WrittenDate): string | undefined {
  const years = sayYear(year);
  if (years === undefined) return undefined;
  if (significant !== undefined) return `${years}, to ${significant} significant digits`;
  if (month === undefined) return years;
  if (Number(month) > 12) return saySeason(Number(month), years);
  if (month === 'XX') return day === 'XX' || day === undefined ? unknownParts(years, day) : undefined;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || (day !== undefined && day !== 'XX' && /X/.test(day))) return undefined;
  const known = day === undefined || day === 'XX' ? name : `${Number(day)} ${name}`;
  const words = /X/.test(year) ? `${known}, ${years}` : `${known} ${years}`;
  return words + (day === 'XX' ? ', day unknown' : '') + (time ? `, ${sayTime(time)}` : '');
}

const unknownParts = (years: string, day: string | undefined): string =>
  `${years}, ${day === undefined ? 'month' : 'month and day'} unknown`;

/** Year 0 is 1 BC. `202X` is "2020s"; `20XX` would be read as a decade, so its ends are said. */
function sayYear(written: string): string | undefined {
  if (written === 'XXXX') return 'year unknown';
  const plain = written.replace('Y', '');
  if (/^\d{3}X$/.test(plain)) return `${Number(plain.slice(0, 3))}0s`;
  if (/^\d+X+$/.test(plain))
    return `${Number(plain.replaceAll('X', '0'))}–${Number(plain.replaceAll('X', '9'))}`;
  const year = Number(plain);
  if (Number.isNaN(year)) return undefined;
  return year <= 0 ? `${1 - year} BC` : String(year);
}

function saySeason(code: number, year: string): string {
  if (code >= 40) return `${ORDINALS[code - 40]} half of ${year}`;
  if (code >= 37) return `${ORDINALS[code - 37]} third of ${year}`;
  if (code >= 33) return `${ORDINALS[code - 33]} quarter of ${year}`;
  const place = code >= 29 ? ' (southern hemisphere)' : code >= 25 ? ' (northern hemisphere)' : '';
  return `${SEASONS[(code - 21) % 4]} ${year}${place}`;
}

function sayTime({ text: written, zone }: TimeOfDay): string {
  const text = written.replace(/^(\d\d:\d\d):00$/, '$1');
  if (zone === undefined) return text;
  if (zone === 0) return `${text} UTC`;
  const [hours, minutes] = [Math.floor(Math.abs(zone) / 60), Math.abs(zone) % 60];
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${text} UTC${zone < 0 ? '−' : '+'}${hours}${past}`;
}
