// Whether the check of a claim's words lets pass what it should and nothing else.
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/case/records.ts';
import { carries, copiedRun, namingWords, numbersIn } from './evidence.ts';

// prettier-ignore
const claim = (value: string, original?: string): Claim => ({
  kind: 'claim', id: '', subject: 's', property: 'p', value, original, source: 'd', stance: 'affirmed',
});

describe('the words a claim rests on', () => {
  it.each([
    ['a 4-year term', [4]],
    ['four-year', [4]],
    ['3.5 years', [3.5]],
    ['about $140,500', [140500]],
    ['over three years', [3]],
    ['December 24, 2024', [24, 2024]],
    ['none of these', []],
  ])('holds the numbers of "%s"', (words, numbers) => {
    expect([...numbersIn(words)].sort((a, b) => a - b)).toEqual(numbers);
  });

  it.each([
    ['date', '2023-08', 'in August 2023', true],
    ['date', '2023-08', 'in July 2023', false],
    ['date', 'XXXX-04', 'in April', true],
    ['date', '2024-12-24', 'December 25, 2024', false],
    ['duration', 'P3Y6M', '3.5 years', true],
    ['duration', 'P3Y6M', '3 years', false],
    ['duration', '>P3Y', 'over three years', true],
    ['number', '~140500 USD', 'some $140,500', true],
    ['number', '24', '25 people', false],
    ['country', 'ru', 'a Russian court', true],
    ['country', 'us', 'a Russian court', false],
    ['name', 'Ada Lovelace', 'Countess Ada Lovelace', true],
    ['name', 'Ada Lovelace', 'Ada', false],
    ['string', 'chairman', 'the Chairman of', true],
    ['string', 'chairman', 'the head of', false],
  ])('carries or does not carry the %s %s: "%s"', (type, value, words, expected) => {
    expect(carries(claim(value), { type }, words)).toBe(expected);
  });

  it('carries a name or figure spelled otherwise by that spelling alone', () => {
    expect(carries(claim('head', 'heads'), { type: 'string' }, 'who heads it')).toBe(true);
    expect(carries(claim('head', 'leads'), { type: 'string' }, 'who heads it')).toBe(false);
    expect(carries(claim('2023', 'then'), { type: 'date' }, 'who was there then')).toBe(false);
  });

  it('carries an entity by any word of its names', () => {
    const kind = { type: 'entity', names: ['Ada Lovelace', 'a countess'] };
    expect(carries(claim('ada'), kind, "Lovelace's notes")).toBe(true);
    expect(carries(claim('ada'), kind, 'the engine')).toBe(false);
    expect(namingWords(['prisoner exchange'])).toEqual(['prisoner', 'exchange']);
  });

  it('finds a run of copied words across punctuation and case', () => {
    const document = 'one two three four five six seven eight nine';
    expect(copiedRun('It says: “Two, three; four five six seven eight NINE.”', [document])).toBeDefined();
    expect(copiedRun('two three four five six seven eight', [document])).toBeUndefined();
  });
});
