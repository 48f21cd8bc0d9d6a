// Places and credits in words.
import { expect, test } from 'vitest';
import { sayPlace, sayPlaces } from '../../src/case/saying.ts';

test.each([
  [{ place: 'item 2', page: '4', position: { start: 1, end: 5 } }, 'item 2, page 4'],
  [{ page: 'iv' }, 'page iv'],
  [{ position: { start: 1, end: 5 } }, 'characters 1–5'],
  [{ quote: { exact: 'his words' } }, 'quoted'],
  [{}, ''],
])('%j is %s', (locator, says) => expect(sayPlace(locator)).toBe(says));

test('a place that several locators give is told once', () => {
  expect(sayPlaces({ locators: [{ place: 'item 2' }, {}, { place: 'item 2' }, { page: '4' }] })).toBe(
    'item 2; page 4',
  );
});
