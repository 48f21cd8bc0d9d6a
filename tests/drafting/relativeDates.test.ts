// Words for days that lean on the day a text was published: one table of phrases.
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/case/dates.ts';
import { factsIn } from '../../src/drafting/facts.ts';
import { publishedOn } from '../../src/drafting/relativeDates.ts';

const dates = (text: string, published?: string): (readonly [string, string])[] =>
  factsIn(text, publishedOn(published))
    .filter(({ kind }) => kind === 'date')
    .map(({ value, start, end }) => [text.slice(start, end), value] as const);

describe('in a text of Friday, 2 August 2024', () => {
  test.each([
    ['She left on Thursday.', 'Thursday', '2024-08-01'],
    ['She left Friday.', 'Friday', '2024-08-02'],
    ['She left on Saturday.', 'Saturday', '2024-07-27'],
    ['She left last Friday.', 'last Friday', '2024-07-26'],
    ['A court meets next Friday.', 'next Friday', '2024-08-09'],
    ['A court will hear her on Monday.', 'Monday', '2024-08-05'],
    ['She left yesterday.', 'yesterday', '2024-08-01'],
    ['She left earlier today.', 'earlier today', '2024-08-02'],
    ['It opens tomorrow.', 'tomorrow', '2024-08-03'],
    ['She left last night.', 'last night', '2024-08-01'],
    ['She left last week.', 'last week', '2024-07-22/2024-07-28'],
    ['She left earlier this week.', 'earlier this week', '2024-07-29/2024-08-04'],
    ['She left earlier this month.', 'earlier this month', '2024-08'],
    ['She left late last month.', 'late last month', '2024-07'],
    ['She left last year.', 'last year', '2023'],
    ['It opens next year.', 'next year', '2025'],
    ['She left last spring.', 'last spring', '2024-21?'],
    ['She left last winter.', 'last winter', '2023-24?'],
    ['She left last August.', 'last August', '2023-08'],
    ['She left in April.', 'April', '2024-04'],
    ['She left in August.', 'August', '2024-08?'],
    ['She left in September.', 'September', '2023-09?'],
    ['She left on 11 January.', '11 January', '2024-01-11'],
    ['She left on December 3.', 'December 3', '2023-12-03'],
    ['She will be heard on 11 November.', '11 November', '2024-11-11'],
    ['She left three days ago.', 'three days ago', '2024-07-30'],
    ['She left two weeks ago.', 'two weeks ago', '2024-07-19~'],
    ['She left about two months ago.', 'about two months ago', '2024-06~'],
    ['She left five years ago.', 'five years ago', '2019~'],
    ['She left a decade ago.', 'a decade ago', '2014~'],
    ['She left in August 2021.', 'August 2021', '2021-08'],
  ])('%s', (text, words, value) => {
    expect(dates(text, '2024-08-02')).toEqual([[words, value]]);
    expect(parseDate(value)).toBeTruthy();
  });
});

describe('with less than a day to lean on', () => {
  test.each([
    ['She left on Thursday.', '2024-08', []],
    ['She left last month.', '2024-08', [['last month', '2024-07']]],
    ['She left last month.', '2024', []],
    ['She left last year.', '2024', [['last year', '2023']]],
    ['She left on Thursday.', undefined, []],
    ['She left on Thursday.', '2024-08-01/2024-08-05', []],
    ['She left on 11 January.', undefined, [['11 January', 'XXXX-01-11']]],
  ] as const)('%s, published %s', (text, published, expected) => {
    expect(dates(text, published)).toEqual(expected);
  });
});

test('days are counted over the ends of months and years', () => {
  expect(dates('Seen on Tuesday, and three days ago.', '2024-01-01')).toEqual([
    ['Tuesday', '2023-12-26'],
    ['three days ago', '2023-12-29'],
  ]);
  expect(dates('Seen last month and yesterday.', '2024-03-01')).toEqual([
    ['last month', '2024-02'],
    ['yesterday', '2024-02-29'],
  ]);
});

test('newspapers are no days', () => {
  expect(dates('He told the Sunday Times so.', '2024-08-02')).toEqual([]);
});
