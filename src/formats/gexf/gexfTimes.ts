// GEXF's times → dates: spells, slices, start and end, timestamps, and the interval lists of 1.3.
import type { Attribute } from '../format.ts';
import type { Tally } from '../tally.ts';
import { wholeDays } from '../wholeDays.ts';
import type { XmlAttributes } from '../xml.ts';

/** A stretch of time as the file spells it; `at` is a timestamp. */
export interface Spell {
  readonly start?: string;
  readonly end?: string;
  readonly at?: string;
}

/**
 * The times on an element itself: `start end`, `timestamp`, `timestamps="[…]"`, `intervals="<[a, b]; [c, d]>"`.
 * Those with an hour and no zone of their own are in that of the graph.
 */
export function spellsOn(attributes: XmlAttributes, zone = ''): Spell[] {
  const { timestamp, timestamps, intervals } = attributes;
  const start = attributes.start ?? attributes.startopen;
  const end = attributes.end ?? attributes.endopen;
  const time = (text: string | undefined) => (text ? zoned(text, zone) : undefined);
  const spells: Spell[] = [];
  if (start || end) spells.push({ start: time(start), end: time(end) });
  for (const at of [timestamp ?? '', ...(timestamps ?? '').split(/[,;]/)]) {
    const bare = at.replace(/[<>[\]"\s]/g, '');
    if (bare) spells.push({ at: zoned(bare, zone) });
  }
  for (const interval of (intervals ?? '').split(';')) {
    const [from, to] = interval.replace(/[<>[\]()"\s]/g, '').split(',');
    if (from || to) spells.push({ start: time(from), end: time(to) });
  }
  return spells;
}

const zoned = (time: string, zone: string): string =>
  zone !== '' && /[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(time) ? time + zone : time;

/** A zone as dates write it: `Z`, `+02:00`; undefined for one by name, whose hour changes with the season. */
export function offsetOf(zone: string): string | undefined {
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(zone.trim()) ?? [];
  if (sign && hours) return `${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  return /^(Z|UTC|GMT|Etc\/UTC)$/i.test(zone.trim()) ? 'Z' : undefined;
}

/** Whether there is any time on an element itself. */
export const isTimed = ({
  start,
  end,
  startopen,
  endopen,
  timestamp,
  timestamps,
  intervals,
}: XmlAttributes): boolean =>
  (start ?? end ?? startopen ?? endopen ?? timestamp ?? timestamps ?? intervals) !== undefined;

/** Numbers that look like years are years where the file counts time in numbers. */
const YEAR = /^[12]\d{3}(\.0+)?$/;
const DATE = /^-?\d{4,}(-\d\d(-\d\d([T ][\d:.]+(Z|[+-]\d\d:?\d\d)?)?)?)?$/;
const ENDLESS = /^[+-]?inf(inity)?$/i;

const isDate = (time: string): boolean => YEAR.test(time) || DATE.test(time);
const dateOf = (time: string): string => (YEAR.test(time) ? time.slice(0, 4) : time.replace(' ', 'T'));

/** One spell in words that are dates where they can be: `2009/2012`, `2009/..`, `2010-01-01`. */
export function spellText({ start, end, at }: Spell): string {
  if (at !== undefined) return isDate(at) ? dateOf(at) : at;
  const side = (time: string | undefined) =>
    !time || ENDLESS.test(time) ? '..' : isDate(time) ? dateOf(time) : time;
  return `${side(start)}/${side(end)}`;
}

/** The spell as EDTF, for values that held in it; undefined where it is in numbers. Nothing for one without ends. */
export function heldOf(spell: Spell): { held?: string } | undefined {
  const times = [spell.at, spell.start, spell.end].filter(
    (time): time is string => !!time && !ENDLESS.test(time),
  );
  if (!times.every((time) => isDate(time) && /^-?\d{4}(?!\d)/.test(time))) return undefined;
  return times.length === 0 ? {} : { held: spellText(spell) };
}

/** What Clew wrote in whole days, as short as it was: `2014-01-01/2019-12-31` for 2014/2019. */
export function shortened(held: string): string {
  const [start, end] = held.split('/');
  if (start === undefined || end === undefined) return held;
  for (const digits of [4, 7, 10]) {
    const [from, to] = [start, end].map((day) => (day === OPEN ? day : day.slice(0, digits))) as [
      string,
      string,
    ];
    const begins = from === OPEN || wholeDays(from, from)?.start === start;
    const ends = to === OPEN || wholeDays(to, to)?.end === end;
    if (begins && ends) return from === to ? from : `${from}/${to}`;
  }
  return held;
}

export const OPEN = '..';
const AS_YEARS = 'Times that look like years were read as years.';
const SEVERAL =
  'Something has several spells: its start and end are the first and the last, and "spells" has all.';

/** Adds what the spells say: as dates where they are dates, else as they are. */
export function addSpells(
  spells: readonly Spell[],
  into: Map<string, Attribute>,
  where: string,
  tally: Tally,
): void {
  const real = spells.filter(
    (spell) => spell.at || [spell.start, spell.end].some((time) => time && !ENDLESS.test(time)),
  );
  if (real.length === 0) return;
  const moments = real.flatMap((spell) => spell.at ?? []);
  if (moments.length > 0) add(into, 'date', moments, where, tally);
  const stretches = real.filter((spell) => spell.at === undefined);
  if (stretches.length === 0) return;
  const [starts, ends] = [stretches.map((spell) => spell.start), stretches.map((spell) => spell.end)];
  const bound = (times: (string | undefined)[], last: boolean): string[] => {
    const known = times.filter((time): time is string => time !== undefined && !ENDLESS.test(time));
    if (known.length < times.length || known.length === 0) return [];
    return [known.reduce((a, b) => (isEarlier(b, a) === last ? a : b))];
  };
  add(into, 'startDate', bound(starts, false), where, tally);
  add(into, 'endDate', bound(ends, true), where, tally);
  if (stretches.length === 1) return;
  into.set('spells', { type: 'string', values: stretches.map(spellText) });
  tally.add('kept', SEVERAL, where);
}

function add(
  into: Map<string, Attribute>,
  name: string,
  times: readonly string[],
  where: string,
  tally: Tally,
): void {
  if (times.length === 0 || into.has(name)) return;
  if (!times.every(isDate)) {
    const plain = name === 'startDate' ? 'start' : name === 'endDate' ? 'end' : 'timestamp';
    into.set(plain, { type: 'string', values: times });
    tally.add('kept', 'Times that are not dates were kept as "start", "end" and "timestamp".', where);
    return;
  }
  if (times.some((time) => YEAR.test(time))) tally.add('kept', AS_YEARS, where);
  into.set(name, { type: 'date', values: times.map(dateOf) });
}

function isEarlier(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a < b : x < y;
}
