// Numbers, amounts and durations: what is read, how it is said, what may agree.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, mayAgree, parseQuantity, sayQuantity } from '../../src/case/quantities.ts';

describe('parseQuantity', () => {
  const plain = { minOpen: false, maxOpen: false, approximate: false, unit: '' };
  test.each([
    ['15', { ...plain, min: 15, max: 15, digits: '15' }],
    ['-1.50', { ...plain, min: -1.5, max: -1.5, digits: '-1.5' }],
    ['1.5e3', { ...plain, min: 1500, max: 1500, digits: '1500' }],
    ['25e-4', { ...plain, min: 0.0025, max: 0.0025, digits: '0.0025' }],
    ['>3', { ...plain, min: 3, max: Infinity, minOpen: true }],
    ['>=3', { ...plain, min: 3, max: Infinity }],
    ['≥ 3', { ...plain, min: 3, max: Infinity }],
    ['<3', { ...plain, min: -Infinity, max: 3, maxOpen: true }],
    ['<=3', { ...plain, min: -Infinity, max: 3 }],
    ['3..5', { ...plain, min: 3, max: 5 }],
    ['3..', { ...plain, min: 3, max: Infinity }],
    ['..5 kg', { ...plain, min: -Infinity, max: 5, unit: 'kg' }],
    ['~140500 USD', { ...plain, min: 140500, max: 140500, approximate: true, unit: 'USD', digits: '140500' }],
    ['51%', { ...plain, min: 51, max: 51, unit: '%', digits: '51' }],
    ['P1Y', { ...plain, min: 365, max: 366, unit: 'duration' }],
    ['P2W', { ...plain, min: 14, max: 14, unit: 'duration' }],
    ['PT36H', { ...plain, min: 1.5, max: 1.5, unit: 'duration' }],
    ['P1M', { ...plain, min: 28, max: 31, unit: 'duration' }],
    ['>P3Y', { ...plain, min: 1096, max: Infinity, minOpen: true, unit: 'duration' }],
    ['<P3Y', { ...plain, min: -Infinity, max: 1095, maxOpen: true, unit: 'duration' }],
  ])('%s', (text, quantity) => {
    expect(parseQuantity(text)).toEqual({ digits: undefined, ...quantity });
  });

  test.each([
    ...[
      '',
      'x',
      '5..3',
      '..',
      '1,000',
      '>3..5',
      'P',
      'PT',
      'P3',
      '3P',
      'P3Y USD',
      '3..P3Y',
      '1..2..3',
      '~',
      '> ',
      'USD 3',
    ],
  ])('%j is no quantity', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

test.each([
  ['15', '15'],
  ['>3', 'over 3'],
  ['>=3', 'at least 3'],
  ['<3', 'under 3'],
  ['<=3', 'at most 3'],
  ['3..5', '3–5'],
  ['3..', 'at least 3'],
  ['..5', 'at most 5'],
  ['3..5 kg', '3–5 kg'],
  ['P3Y6M', '3 years 6 months'],
  ['P1Y1M', '1 year 1 month'],
  ['P42M', '42 months'],
  ['P3.5Y', '3.5 years'],
  ['>P3Y', 'over 3 years'],
  ['~P3Y', 'about 3 years'],
  ['P3Y..P5Y', '3 years to 5 years'],
  ['PT90M', '90 minutes'],
  ['~140500 USD', 'about $140,500'],
  ['140500.5 USD', '$140,500.50'],
  ['100..200 EUR', '€100 to €200'],
  ['500 CHF', 'CHF\u00a0500'],
  ['-5 EUR', '−€5'],
  ['51%', '51%'],
  ['-1234.50', '−1,234.50'],
  ['9007199254740993', '9,007,199,254,740,993'],
  [
    '12345678901234567890.123456789012345678901234 USD',
    '$12,345,678,901,234,567,890.123456789012345678901234',
  ],
  ['0.10', '0.10'],
  ['1.5e3', '1,500'],
  ['not a number', 'not a number'],
])('sayQuantity(%j) is %j', (text, words) => {
  expect(sayQuantity(text)).toBe(words);
});

describe('mayAgree', () => {
  test.each([
    ['>P3Y', 'P3Y6M', true],
    ['>P3Y', 'P3.5Y', true],
    ['P3.5Y', 'P4Y', false],
    ['P42M', 'P3Y6M', true],
    ['>P3Y', 'P3Y', false],
    ['>=P3Y', 'P3Y', true],
    ['<P3Y', 'P3Y', false],
    ['P1Y', 'P365D', true],
    ['P1Y', 'P366D', true],
    ['P1Y', 'P364D', false],
    ['P1D', 'PT24H', true],
    ['P12Y', 'P15Y', false],
    ['15', '15.0', true],
    ['15', '16', false],
    ['>3', '3', false],
    ['>3', '<3', false],
    ['>=3', '<=3', true],
    ['~140500 USD', '140000 USD', true],
    ['~140500 USD', '170000 USD', false],
    ['~100', '110', true],
    ['~100', '111', false],
    ['~-100', '-110', true],
    ['3..5', '5..7', true],
    ['9007199254740993', '9007199254740992', false],
    ['9007199254740993', '9007199254740993.0', true],
    ['100 USD', '200 EUR', true],
    ['100', '200 EUR', true],
  ])('%s, %s: %s', (a, b, answer) => {
    const [x, y] = [parseQuantity(a)!, parseQuantity(b)!];
    expect([mayAgree(x, y), mayAgree(y, x)]).toEqual([answer, answer]);
  });

  test('different units cannot be compared, which is told apart from agreeing', () => {
    expect(comparable(parseQuantity('100 USD')!, parseQuantity('200 EUR')!)).toBe(false);
  });

  test('says what trying every number says', () => {
    const grid = Array.from({ length: 81 }, (_, i) => i / 4 - 5);
    const number = fc.integer({ min: 0, max: 10 });
    const sign = fc.constantFrom('', '>', '>=', '<', '<=');
    const texts = fc.oneof(
      fc.tuple(sign, number).map((parts) => parts.join('')),
      fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}..${Math.max(a, b)}`),
    );
    const fits = (n: number, text: string): boolean => {
      const { min, max, minOpen, maxOpen } = parseQuantity(text)!;
      return (minOpen ? n > min : n >= min) && (maxOpen ? n < max : n <= max);
    };
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const some = grid.some((n) => fits(n, a) && fits(n, b));
        expect(mayAgree(parseQuantity(a)!, parseQuantity(b)!), `${a} ${b}`).toBe(some);
      }),
      { numRuns: 500 },
    );
  });
});

test('every duration agrees with itself in months, and not with a month more', () => {
  const parts = fc
    .record({ years: fc.nat(80), months: fc.nat(11) })
    .filter(({ years, months }) => years + months > 0);
  fc.assert(
    fc.property(parts, ({ years, months }) => {
      const duration = parseQuantity(`P${years}Y${months}M`)!;
      expect(mayAgree(duration, parseQuantity(`P${years * 12 + months}M`)!)).toBe(true);
      expect(mayAgree(duration, parseQuantity(`P${years * 12 + months + 1}M`)!)).toBe(false);
    }),
  );
});

test('any digits come back as written', () => {
  const digits = fc.stringMatching(/^[1-9]\d{0,40}(\.\d{1,30})?$/);
  fc.assert(
    fc.property(digits, (text) => {
      expect(sayQuantity(text).replaceAll(',', '')).toBe(text);
    }),
  );
});

test('any text is a quantity or not, and can be said', () => {
  const soup = fc.string({ unit: fc.constantFrom(...'0159.eE-+~<>=≥% PYMWDTHSUSDkg') });
  fc.assert(
    fc.property(soup, (text) => {
      expect(sayQuantity(text)).toBeTypeOf('string');
      const quantity = parseQuantity(text);
      if (quantity) expect(quantity.min).toBeLessThanOrEqual(quantity.max);
    }),
    { numRuns: 5000 },
  );
});
