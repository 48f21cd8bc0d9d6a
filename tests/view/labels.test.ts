import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, boxOfLines, LABEL, shortened, widthOf, wrapped } from '../../src/view/labels.ts';

/** Widths that Chromium 141 gives at 100 px, Inter Variable 5.3.0 at weight 500, by measureText. */
const MEASURED: readonly (readonly [text: string, width: number])[] = [
  ['Gene Spector', 654.1],
  ['Anastasia Alekseyeva', 1043],
  ['Medpolymerprom Group', 1173.2],
  ['Ministry of Foreign Affairs', 1239.6],
  ['FIDE', 218.7],
  ['Arkady Dvorkovich', 911.6],
  ['Спектор Евгений Миронович', 1436.8],
  ['Wall Street Journal', 902.5],
  ['Illinois, 1111 WWW', 857.7],
  ['Jürgen Łukasz Çelik', 970.7],
  ['2022–2024 (alleged)', 1000.7],
  ['AVATAR Type Ltd.', 852],
];

describe('widthOf', () => {
  test.each(MEASURED)('is within a tenth of what a browser draws: %s', (text, measured) => {
    expect(Math.abs(widthOf(text, 100) - measured) / measured).toBeLessThan(0.1);
  });
  test('gives combining marks no width and ideographs a square', () => {
    expect(widthOf('é', 100)).toBe(widthOf('e', 100));
    expect(widthOf('漢', 100)).toBeGreaterThanOrEqual(100);
  });
});

describe('wrapped', () => {
  test.each([
    { label: 'FIDE', lines: ['FIDE'] },
    { label: 'Gene Spector', lines: ['Gene Spector'] },
    { label: 'Federal Security Service of the Russian Federation', count: 3 },
    { label: '', lines: [''] },
    { label: 'a\nb\tc', lines: ['a b c'] },
  ])('$label', ({ label, lines, count }) => {
    const got = wrapped(label);
    if (lines) expect(got).toEqual(lines);
    else expect(got).toHaveLength(count!);
  });
  test('keeps every word when nothing is cut', () => {
    const label = 'Embassy of the United States in Moscow';
    expect(wrapped(label).join(' ')).toBe(label);
  });
  test('ends in an ellipsis when something is cut', () => {
    expect(wrapped('word '.repeat(60)).at(-1)).toMatch(/…$/);
  });
  test('never gives more than three lines nor one wider than asked, whatever the label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (label) => {
        const lines = wrapped(label, 132);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines)
          if (Array.from(line).length > 2) expect(widthOf(line)).toBeLessThanOrEqual(133);
      }),
      { seed: 7 },
    );
  });
});

describe('boxOf', () => {
  test('holds the node and its label, which hangs below', () => {
    const box = boxOf('Gene Spector', 40);
    expect(box.width).toBeGreaterThan(widthOf('Gene Spector'));
    expect(box.dy - box.height / 2).toBeLessThan(-20);
    expect(box.dy + box.height / 2).toBeGreaterThanOrEqual(20 + LABEL.gap + LABEL.line);
  });
  test('is the node alone without a label', () => {
    expect(boxOfLines([], 40)).toEqual({ width: 48, height: 48, dy: 0 });
  });
});

test('shortened leaves what fits alone', () => {
  expect(shortened('short', 500)).toBe('short');
  expect(widthOf(shortened('a very long label indeed', 60))).toBeLessThanOrEqual(60);
});
