// Spans: what dates leave possible, and what they make certain.
import { describe, expect, test } from 'vitest';
import {
  certainlyDuring,
  certainPart,
  possiblyDuring,
  spanOf,
  spanOfDate,
  windowOf,
} from '../../src/case/spans.ts';
import type { Claim } from '../../src/case/records.ts';
import { say } from '../smallCase.ts';

const dated = (dates: Readonly<Record<string, string | readonly string[]>>): readonly Claim[] =>
  Object.entries(dates).flatMap(([property, values]) =>
    [values].flat().map((value) => say('x', property, value)),
  );

describe('whether something was so in a window', () => {
  test.each<[dates: Record<string, string | string[]>, when: string, possibly: boolean, certainly: boolean]>([
    [{ startDate: '2014-03-01', endDate: '2019-05-31' }, '2016', true, true],
    [{ startDate: '2014', endDate: '2019' }, '2014', true, true],
    [{ startDate: '2014', endDate: '2019' }, '2014-01', true, false],
    [{ startDate: '2014', endDate: '2019' }, '2020', false, false],
    [{ startDate: '2014' }, '2020', true, false],
    [{ startDate: '2014' }, '2014', true, true],
    [{ startDate: '2014' }, '2013', false, false],
    [{ endDate: '2019' }, '2010', true, false],
    [{ endDate: '2019' }, '2020', false, false],
    [{ startDate: ['2014', '2016'], endDate: '2019' }, '2015', true, false],
    [{ startDate: ['2014', '2016'], endDate: '2019' }, '2017', true, true],
    [{ date: '2020-02-27' }, '2020', true, true],
    [{ date: '2020' }, '2020-02', true, false],
    [{ date: '2012/2018' }, '2015', true, true],
    [{ date: '2012/..' }, '2030', true, true],
    [{ date: '2012/' }, '2030', true, false],
    [{ date: 'XXXX-08' }, '2030', true, false],
    [{ date: '[2010,2020]' }, '2015', true, false],
  ])('%j in %s', (dates, when, possibly, certainly) => {
    const span = spanOf(dated(dates))!;
    const window = windowOf(when)!;
    expect([possiblyDuring(span, window), certainlyDuring(span, window)]).toEqual([possibly, certainly]);
  });

  test('nothing dates it, or only a denial: no span', () => {
    expect(spanOf([])).toBeUndefined();
    expect(spanOf([say('x', 'date', '2020', 'paper', { stance: 'denied' })])).toBeUndefined();
    expect(spanOfDate('soon')).toBeUndefined();
  });
});

test('the certain part lies between the last possible start and the first possible end', () => {
  const part = (dates: Record<string, string>) => certainPart(spanOf(dated(dates))!);
  expect(part({ startDate: '2014', endDate: '2019' })).toEqual({
    earliest: windowOf('2014-12-31')!.earliest,
    latest: windowOf('2019-01-01')!.earliest,
  });
  expect(part({ startDate: '2014' })).toBeUndefined();
  expect(part({ date: '2020' })).toBeUndefined();
});
