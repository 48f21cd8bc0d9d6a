// Values, spans, lists and counts in words.
import { describe, expect, test } from 'vitest';
import { count, list, sayHeld, saySpan, sayValue } from '../../src/case/wording.ts';

const names = {
  nameOf: (id: string) => ({ e1: 'Gene Spector', t1: 'the trial' })[id] ?? id,
  countryName: (code: string) => ({ ru: 'Russia' })[code] ?? code,
  topicName: (code: string) => ({ 'crime.boss': 'Criminal leadership' })[code] ?? code,
};

test.each([
  ['date', '2023-08', 'August 2023'],
  ['number', '140500', '140,500'],
  ['number', '~140500 USD', 'about $140,500'],
  ['duration', '>P3Y', 'over 3 years'],
  ['country', 'ru', 'Russia'],
  ['country', 'zz', 'zz'],
  ['topic', 'crime.boss', 'Criminal leadership'],
  ['entity', 'e1', 'Gene Spector'],
  ['language', 'rus', 'Russian'],
  ['language', '?', '?'],
  ['boolean', 'true', 'yes'],
  ['boolean', 'False', 'no'],
  ['boolean', 'maybe', 'maybe'],
  ['url', 'https://www.example.org/', 'example.org'],
  ['url', 'http://example.org/a/b/?q=1', 'example.org/a/b/?q=1'],
  ['url', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['name', '<b>Bold</b>', '<b>Bold</b>'],
  ['toString', 'x', 'x'],
])('%s %j is said %j', (type, value, words) => {
  expect(sayValue(type, value, names)).toBe(words);
});

test('what nobody can look up is said as it stands', () => {
  expect(['entity', 'country', 'topic'].map((type) => sayValue(type, 'x'))).toEqual(['x', 'x', 'x']);
});

test.each([
  ['2014', '2019', '2014–2019'],
  ['2018', undefined, 'since 2018'],
  [undefined, '2018', 'until 2018'],
  ['', '2018', 'until 2018'],
  ['2018', '2018', '2018'],
  ['2018-05', '2019', 'May 2018 – 2019'],
  ['2018~', undefined, 'since about 2018'],
  ['2012/..', undefined, 'since 2012'],
  [undefined, undefined, ''],
])('saySpan(%j, %j) is %j', (startDate, endDate, words) => {
  expect(saySpan(startDate, endDate)).toBe(words);
});

test.each([
  ['2012/2018', '2012–2018'],
  ['during:t1', 'during the trial'],
])('sayHeld(%j) is %j', (held, words) => {
  expect(sayHeld(held, names)).toBe(words);
});

describe('list', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (words, said) => {
    expect(list(words)).toBe(said);
  });
  test('takes another word to join with', () => {
    expect(list(['a', 'b'], 'or')).toBe('a or b');
  });
});

test.each([
  [3, 'claim', undefined, '3 claims'],
  [1, 'claim', undefined, '1 claim'],
  [0, 'claim', undefined, '0 claims'],
  [2, 'entity', undefined, '2 entities'],
  [2, 'day', undefined, '2 days'],
  [2, 'process', undefined, '2 processes'],
  [1204, 'person', 'people', '1,204 people'],
])('count(%j, %j, %j) is %j', (n, word, plural, said) => {
  expect(count(n, word, plural)).toBe(said);
});
