// Dates against a model that knows nothing but a list of days: every comparison, by trying all there is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as dates from '../../src/case/dates.ts';
import {
  certainlyDuring,
  certainPart,
  possiblyDuring,
  spanOf,
  spanOfDate,
  windowOf,
  type Span,
} from '../../src/case/spans.ts';
import { say } from '../smallCase.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(1995, 0, 1) / DAY;
const DAYS = Array.from({ length: 18 * 365 + 5 }, (_, i) => FIRST + i);
const spelled = new Map(DAYS.map((day) => [day, new Date(day * DAY).toISOString().slice(0, 10)]));

/** All intervals a date can mean; the days it names, apart from the margin of "about". */
interface Model {
  readonly point: boolean;
  readonly pairs: readonly (readonly [number, number])[];
  readonly stated: readonly number[];
  readonly window: ReadonlySet<number>;
}

/** Remembers what was made of each text. */
const once = <T>(make: (text: string) => T) => {
  const made = new Map<string, T>();
  return (text: string): T => {
    if (!made.has(text)) made.set(text, make(text));
    return made.get(text)!;
  };
};

/** Days whose spelling begins as the pattern says. */
const like = once((pattern: string): number[] => {
  const expression = new RegExp(`^${pattern.replaceAll('X', '\\d')}`);
  return DAYS.filter((day) => expression.test(spelled.get(day)!));
});

const margins: Record<number, number> = { 4: 730, 7: 31, 10: 3 };
function days(text: string): { stated: number[]; possible: number[] } {
  const plain = text.replace('~', '');
  const stated = like(plain);
  if (plain === text) return { stated, possible: stated };
  const margin = margins[plain.length]!;
  const [low, high] = [stated[0]! - margin, stated.at(-1)! + margin];
  return { stated, possible: DAYS.filter((day) => day >= low && day <= high) };
}

function pointModel(text: string): Model {
  const { stated, possible } = days(text);
  const pairs = possible.map((day) => [day, day] as const);
  return { point: true, pairs, stated, window: new Set(stated) };
}

const pairsOf = (starts: readonly number[], ends: readonly number[]) =>
  starts.flatMap((start) => ends.filter((end) => start <= end).map((end) => [start, end] as const));

function intervalModel(from: string, to: string): Model {
  const start = from === '..' ? { stated: [-Infinity], possible: [-Infinity] } : days(from);
  const end = to === '..' ? { stated: [Infinity], possible: [Infinity] } : days(to);
  const pairs = pairsOf(start.possible, end.possible);
  const stated = pairsOf(start.stated, end.stated).flat();
  const [low, high] = [Math.min(...stated), Math.max(...stated)];
  const window = new Set([-Infinity, Infinity, ...DAYS].filter((day) => day >= low && day <= high));
  return { point: false, pairs, stated, window };
}

const year = fc.constantFrom('2003', '2004');
const month = fc.constantFrom('01', '02', '03', '12');
const day = fc.constantFrom('01', '02', '15', '28', '29', '30', '31');
const mark = fc.constantFrom('', '', '', '~');
const exists = (text: string) => like(text.replace('~', '')).length > 0;
const join = (...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((all) => all.join('-').replace('-~', '~'));

const narrow = fc
  .oneof(
    join(year, month, day, mark).map((text) => text.replace(/-$/, '')),
    join(year, month, fc.constantFrom('0X', '1X', '2X', '3X')),
  )
  .filter(exists);
const wide = fc
  .oneof(
    fc.tuple(year, mark).map((all) => all.join('')),
    fc.tuple(join(year, month), mark).map((all) => all.join('')),
    fc.constantFrom(
      '200X',
      'XXXX-02',
      'XXXX-02-29',
      'XXXX-12',
      '200X-02',
      '200X-XX-29',
      '2003-XX-30',
      'XXXX-XX-31',
    ),
    fc.constantFrom('2004-1X', '2004-X2', '2003-0X', '2004-XX-3X', 'XXXX-1X-01'),
  )
  .filter(exists);

const modelOf = once((text: string): Model => {
  const [from, to] = text.split('/');
  return to === undefined ? pointModel(text) : intervalModel(from!, to);
});
const end = fc.oneof({ weight: 4, arbitrary: narrow }, fc.constant('..'));
const intervals = fc
  .tuple(end, end)
  .map((ends) => ends.join('/'))
  .filter((text) => text !== '../..' && modelOf(text).stated.length > 0);
const texts = fc.oneof(narrow, wide, intervals);

/** An open end fits any. */
const fitsOpen = (pair: readonly [number, number], other: readonly [number, number]): boolean => {
  const start = Number.isFinite(pair[0]) ? pair[0] : other[0];
  const end = Number.isFinite(pair[1]) ? pair[1] : other[1];
  const same = (x: number, y: number) => x === y || !Number.isFinite(y);
  return same(start, other[0]) && same(end, other[1]) && start <= end;
};

function same(a: Model, b: Model): boolean {
  if (a.point === b.point) return a.pairs.some((pair) => b.pairs.some((other) => fitsOpen(pair, other)));
  const [point, interval] = a.point ? [a, b] : [b, a];
  const inside = new Set(point.pairs.map(([only]) => only));
  const fits = (end: number) => inside.has(end) || !Number.isFinite(end);
  return interval.pairs.some(([start, end]) => fits(start) && fits(end));
}

function covers(a: Model, b: Model): boolean {
  if (b.point && !a.point) return false;
  const inside = new Set(a.pairs.map(([only]) => only));
  if (a.point) return b.pairs.every(([start, end]) => inside.has(start) && inside.has(end));
  const open = [a, b].some(({ pairs }) => !pairs.flat().every(Number.isFinite));
  const holds = new Set(a.pairs.map(String));
  return open
    ? b.pairs.every((pair) => a.pairs.some((other) => openHolds(other, pair)))
    : b.pairs.every((pair) => holds.has(String(pair)));
}

/** What is open holds everything, and is held only by what is open. */
const openHolds = (outer: readonly [number, number], inner: readonly [number, number]): boolean =>
  [0, 1].every((i) => outer[i] === inner[i] || !Number.isFinite(outer[i]!));

type Relation = (a: Model, b: Model) => boolean;
const some =
  (test: (x: readonly [number, number], y: readonly [number, number]) => boolean): Relation =>
  (a, b) =>
    a.pairs.some((x) => b.pairs.some((y) => test(x, y)));
const every =
  (test: (x: readonly [number, number], y: readonly [number, number]) => boolean): Relation =>
  (a, b) =>
    a.pairs.every((x) => b.pairs.every((y) => test(x, y)));

const relations: Record<string, Relation> = {
  mayBeSame: same,
  isRefinement: (a, b) => covers(a, b) && !covers(b, a),
  possiblyBefore: some(([, end], [start]) => end < start),
  certainlyBefore: every(([, end], [start]) => end < start),
  possiblyOverlap: some((x, y) => x[0] <= y[1] && y[0] <= x[1]),
  certainlyOverlap: every((x, y) => x[0] <= y[1] && y[0] <= x[1]),
  possiblyWithin: (a, b) => a.pairs.some(([start, end]) => b.window.has(start) && b.window.has(end)),
  certainlyWithin: (a, b) => a.pairs.every(([start, end]) => b.window.has(start) && b.window.has(end)),
};

describe.each(Object.keys(relations))('%s', (name) => {
  test('says what trying all days says', () => {
    const relation = dates[name as 'mayBeSame'];
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const answer = relation(dates.parseDate(a)!, dates.parseDate(b)!);
        expect(answer, `${a} ${b}`).toBe(relations[name]!(modelOf(a), modelOf(b)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('spans', () => {
  type Pairs = Model['pairs'];
  /** A span knows the first and the last day of each end, and takes all between for possible. */
  const hasGaps = (text: string): boolean =>
    text.split('/').some((end) => {
      if (end === '..') return false;
      const { possible } = days(end);
      return possible.at(-1)! - possible[0]! + 1 !== possible.length;
    });
  const runs = texts.filter((text) => !hasGaps(text));
  const agrees = (span: Span, pairs: Pairs, when: string, what: string) => {
    const window = windowOf(when)!;
    const named = [...modelOf(when).window];
    const [low, high] = [Math.min(...named), Math.max(...named)];
    let [some, all, start, end] = [false, true, -Infinity, Infinity];
    for (const [s, e] of pairs) {
      const meets = s <= high && e >= low;
      [some, all, start, end] = [some || meets, all && meets, Math.max(start, s), Math.min(end, e)];
    }
    expect(possiblyDuring(span, window), `possibly ${what}`).toBe(some);
    expect(certainlyDuring(span, window), `certainly ${what}`).toBe(all);
    const part = start <= end ? { earliest: start, latest: end } : undefined;
    expect(certainPart(span), `certain part of ${what}`).toEqual(part);
  };

  test('of a date: possible if any meaning meets the window, certain if all do', () => {
    fc.assert(
      fc.property(runs, runs, (text, when) => {
        agrees(spanOfDate(text)!, modelOf(text).pairs, when, `${text} in ${when}`);
      }),
      { numRuns: 500 },
    );
  });

  test('of a start and an end: of all pairs in which it does not end before it begins', () => {
    const single = runs.filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(single, single, runs, (startDate, endDate, when) => {
        const [starts, ends] = [days(startDate).possible, days(endDate).possible];
        fc.pre(starts.length * ends.length < 200_000);
        const pairs = pairsOf(starts, ends);
        fc.pre(pairs.length > 0);
        const span = spanOf([say('x', 'startDate', startDate), say('x', 'endDate', endDate)])!;
        agrees(span, pairs, when, `${startDate} to ${endDate} in ${when}`);
      }),
      { numRuns: 200 },
    );
  });
});

test('boundsOf gives the first and last of all days', () => {
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(!text.includes('XXXX'));
      const { stated } = modelOf(text);
      const ends = [Math.min(...stated), Math.max(...stated)];
      const { earliest, latest } = dates.boundsOf(dates.parseDate(text)!);
      expect([earliest ?? -Infinity, latest ?? Infinity], text).toEqual(ends);
    }),
  );
});

test('any text is a date or not, and can be said and sorted', () => {
  const soup = fc.string({ unit: fc.constantFrom(...'0129X-/.~?%[]{},YESTZ:+') });
  fc.assert(
    fc.property(soup, (text) => {
      expect(dates.sayDate(text)).toBeTypeOf('string');
      expect(dates.dateKey(text)).not.toBeNaN();
      const date = dates.parseDate(text);
      if (date) expect(dates.mayBeSame(date, date), text).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
