// The axis: which ticks at which scale, in which words; and spans of days in whole units.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, partsOf } from '../../../src/case/days.ts';
import { windowOf } from '../../../src/case/spans.ts';
import {
  aimableStretch,
  axisOf,
  edtfOf,
  startAfter,
  startOf,
  tickStretch,
  wholeStretches,
} from '../../../src/view/timeline/axis.ts';

const span = (text: string) => windowOf(text)!;
const labels = (when: string, scale: number) => axisOf(span(when), scale).ticks.map(({ label }) => label);

describe('ticks', () => {
  test.each<[what: string, when: string, scale: number, ticks: string[]]>([
    ['centuries', '1850/2010', 55 / 36525, ['1800', '1900', '2000']],
    ['decades', '1985/2012', 55 / 3653, ['1980s', '1990s', '2000s', '2010s']],
    ['five years', '2009/2021', 55 / 1827, ['2005', '2010', '2015', '2020']],
    ['years', '2018/2020', 55 / 365, ['2018', '2019', '2020']],
    ['years before our era', '-0001/0001', 55 / 365, ['2 BC', '1 BC', '1']],
    ['quarters', '2019-11/2020-05', 0.42, ['Oct', 'Jan', 'Apr']],
    ['months', '2019-11/2020-02', 1.3, ['Nov', 'Dec', 'Jan', 'Feb']],
    ['weeks', '2020-02-20/2020-03-09', 4, ['15', '22', '1', '8']],
    ['every other day', '2020-02-27/2020-03-03', 14, ['27', '1', '3']],
    ['days', '2020-02-28/2020-03-02', 30, ['28', '29', '1', '2']],
  ])('of %s', (_, when, scale, ticks) => {
    expect(labels(when, scale)).toEqual(ticks);
  });

  test('say what they are of: months of their year, days of their month, years of nothing', () => {
    const context = (when: string, scale: number) =>
      axisOf(span(when), scale).context.map(({ label }) => label);
    expect(context('2019-11/2020-02', 1.3)).toEqual(['2019', '2020']);
    expect(context('2020-02-28/2020-03-02', 30)).toEqual(['February 2020', 'March 2020']);
    expect(context('1985/2012', 0.02)).toEqual([]);
  });

  test('lie at least as far apart as their labels need, at every scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 1.6, noNaN: true }),
        fc.integer({ min: -200_000, max: 40_000 }),
        (power, start) => {
          const scale = 10 ** power;
          const { ticks } = axisOf({ earliest: start, latest: start + 1500 / scale }, scale);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThan(80);
          const gaps = ticks.slice(1).map(({ day }, i) => (day - ticks[i]!.day) * scale);
          expect(Math.min(...gaps)).toBeGreaterThan(20);
        },
      ),
    );
  });
});

test('a stretch begins on the day it falls in, and the next begins when it is over', () => {
  const stretch = fc.record({
    unit: fc.constantFrom('year', 'month', 'day' as const),
    every: fc.constant(1),
  });
  const longer = fc.constantFrom(
    { unit: 'day', every: 2 } as const,
    { unit: 'day', every: 7 } as const,
    { unit: 'month', every: 3 } as const,
    { unit: 'year', every: 10 } as const,
  );
  fc.assert(
    fc.property(fc.oneof(stretch, longer), fc.integer({ min: -800_000, max: 800_000 }), (one, day) => {
      const [start, next] = [startOf(one, day), startAfter(one, day)];
      expect(start).toBeLessThanOrEqual(day);
      expect(next).toBeGreaterThan(day);
      expect(startOf(one, next)).toBe(next);
      expect(startOf(one, next - 1)).toBe(start);
    }),
  );
});

test('a day number and its parts are the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e7, max: 1e7 }), (number) => {
      const { year, month, day } = partsOf(number);
      expect(dayNumber(year, month, day)).toBe(number);
    }),
  );
});

test.each([
  ['2020'],
  ['2014/2018'],
  ['2020-03'],
  ['2020-03/2020-05'],
  ['2020-03-14'],
  ['2020-03-14/2021-01-02'],
  ['-0043'],
])('days are written no more precisely than they need: %s', (text) => {
  expect(edtfOf(span(text))).toBe(text);
});

test.each<[scale: number, a: string, b: string, text: string]>([
  [10, '2020-03-14', '2020-03-16', '2020-03-14/2020-03-16'],
  [1, '2020-03-14', '2020-03-16', '2020-03'],
  [0.05, '2020-03-14', '2018-03-16', '2018/2020'],
  [0.005, '2020-03-14', '2021-03-16', '2020/2029'],
])('what is brushed at %d pixels a day from %s to %s is %s', (scale, a, b, text) => {
  const aimed = wholeStretches(aimableStretch(scale), span(a).earliest, span(b).earliest);
  expect(edtfOf(aimed)).toBe(text);
});

test('the stretch between ticks grows as the scale shrinks', () => {
  expect(tickStretch(40)).toEqual({ unit: 'day', every: 1 });
  expect(tickStretch(1e-6).every).toBeGreaterThan(10_000);
});
