// Words that a face has no letters for: marks that can be told apart, the same for the same word.
import { expect, test } from 'vitest';
import { foreignScriptsIn, Unwritten } from '../../src/pictures/unwritten.ts';

/** A face that has ASCII alone. */
const ascii = (code: number) => code < 128;
const shown = (...words: string[]) => {
  const unwritten = new Unwritten();
  return [words.map((one) => unwritten.shown(one, ascii)), unwritten.met()] as const;
};

test('what can be written stays as it is', () => {
  expect(shown('Ann Ono', '')).toEqual([['Ann Ono', ''], { scripts: [], count: 0 }]);
});

test('a word has the same mark wherever it stands, another word another', () => {
  const [words, met] = shown('王小明', 'شركة', '(王小明, 2020)');
  expect(words).toEqual(['[Han 1]', '[Arabic 2]', '([Han 1], 2020)']);
  expect(met).toEqual({ scripts: ['Arabic', 'Han'], count: 2, first: '[Han 1]' });
});

test('words apart are marked apart, so that a line can be broken between them', () => {
  const unwritten = new Unwritten();
  const whole = unwritten.shown('محمد علي', ascii);
  expect(whole).toBe(`${unwritten.shown('محمد ', ascii)}${unwritten.shown('علي', ascii)}`);
});

test('a sign of no script is a sign, and what nobody sees is none', () => {
  expect(shown('ok 🙂', 'a\u200db')[0]).toEqual(['ok [sign 1]', 'a\u200db']);
});

test('tells beforehand which scripts PDF lacks', () => {
  expect(foreignScriptsIn('Спектор Ελλάδα Zoë 12 – “x”')).toEqual([]);
  expect(foreignScriptsIn('a 東京 ひらがな 서울 שלום')).toEqual(['Han', 'Japanese', 'Korean', 'Hebrew']);
});
