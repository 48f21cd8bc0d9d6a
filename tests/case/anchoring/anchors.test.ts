// Where claims land in a text: the same text, a changed one, none of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor, type Located } from '../../../src/case/anchoring/anchors.ts';
import { CodePoints } from '../../../src/case/anchoring/codePoints.ts';
import { likeliest } from '../../../src/case/anchoring/likeness.ts';
import { locatorAt } from '../../../src/case/anchoring/locatorAt.ts';
import { loosened } from '../../../src/case/anchoring/loose.ts';
import type { Locator } from '../../../src/case/records.ts';

const TEXT = [
  'Harbour office',
  '',
  'Ann Ahlberg chaired the port from 2014 to 2019. She signed the lease of quay seven 🚢 in May.',
  'Bo Berg denied that he had met her. “We never dined,” he said — twice.',
  '',
  'Money',
  'The lease cost 140,500 crowns. Bo Berg paid.',
].join('\n');

const points = new CodePoints(TEXT);
const at = (words: string, from = 0): Locator => {
  const start = TEXT.indexOf(words, from);
  return locatorAt(TEXT, start, start + words.length)!;
};
const land = (locator: Locator, text: string, isOriginal?: boolean, words: readonly string[] = []) => {
  const { placed, unplaced } = anchor([{ claim: 'c', locator, words }], { text, isOriginal });
  const [one] = placed;
  const there = new CodePoints(text);
  return one
    ? { how: one.how, sure: one.sureness, words: text.slice(there.unitOf(one.start), there.unitOf(one.end)) }
    : { reason: unplaced[0]!.reason };
};

describe('in the text itself', () => {
  test('a position counts in code points, past a ship of two units', () => {
    const locator: Locator = { position: at('denied').position! };
    expect(land(locator, TEXT, true)).toEqual({ how: 'position', sure: 1, words: 'denied' });
    expect(TEXT.slice(locator.position!.start).startsWith('denied')).toBe(false);
  });

  test('a position that nothing vouches for is half as sure', () => {
    expect(land({ position: at('denied').position! }, TEXT)).toMatchObject({ how: 'position', sure: 0.5 });
  });

  test('a quote that disagrees with its position is followed, not the position', () => {
    const locator = { ...at('signed the lease'), position: { start: 0, end: 5 } };
    expect(land(locator, TEXT, true)).toMatchObject({ how: 'quote', words: 'signed the lease' });
  });

  test.each([
    ['beyond the end', { position: { start: 5, end: 9_999 } }, 'outside'],
    ['empty', { position: { start: 5, end: 5 } }, 'outside'],
    ['only in words', { place: 'near the middle' }, 'vague'],
    ['with words that stand nowhere', { quote: { exact: 'a zeppelin over Malmö' } }, 'gone'],
    ['with nothing in it', {}, 'nowhere'],
  ])('a locator %s is told', (_title, locator, reason) => {
    expect(land(locator, TEXT, true)).toEqual({ reason });
  });

  test('a claim without locator is told', () => {
    expect(anchor([{ claim: 'c' }], { text: TEXT }).unplaced).toEqual([{ claim: 'c', reason: 'nowhere' }]);
  });

  test('claims on the same words are one passage; the longer of two that begin together comes first', () => {
    const some: Located[] = [
      { claim: 'a', locator: at('Bo Berg') },
      { claim: 'b', locator: at('Bo Berg denied') },
      { claim: 'c', locator: at('Bo Berg') },
    ];
    const { passages } = anchor(some, { text: TEXT, isOriginal: true });
    expect(passages.map(({ claims }) => claims)).toEqual([['b'], ['a', 'c']]);
  });
});

describe('in a changed text', () => {
  test('a position without a quote is not believed', () => {
    expect(land({ position: at('denied').position! }, `New. ${TEXT}`, false)).toEqual({ reason: 'changed' });
  });

  test.each([
    ['straight quotation marks and hyphens', (t: string) => t.replace(/[“”]/g, '"').replace('—', '-')],
    ['other line breaks', (t: string) => t.replaceAll(' he', '\r\n   he')],
    ['capitals', (t: string) => t.toUpperCase()],
    ['soft hyphens and a no-break space', (t: string) => t.replace('never dined', 'ne\u00adver\u00a0dined')],
  ])('%s make no difference to a quote', (_title, change) => {
    const found = land(at('“We never dined,” he said — twice'), change(TEXT), false);
    expect(found).toMatchObject({ how: 'quote' });
    expect(loosened(found.words!).text).toBe('"we never dined," he said - twice');
  });

  test('context tells apart words that stand twice', () => {
    const second = at('Bo Berg', TEXT.indexOf('crowns'));
    const changed = `An introduction of some length.\n${TEXT}`;
    const { placed } = anchor([{ claim: 'c', locator: second }], { text: changed, isOriginal: false });
    expect(placed[0]!.start).toBe(new CodePoints(changed).pointOf(changed.lastIndexOf('Bo Berg')));
    const bare = land({ quote: { exact: 'Bo Berg' } }, changed, false);
    expect(bare).toMatchObject({ how: 'quote' });
    expect(bare.sure).toBeLessThan(0.5);
  });

  test('reworded words are found by likeness, and less surely', () => {
    const changed = TEXT.replace(
      'chaired the port from 2014 to 2019',
      'chaired the old port from 2014 until 2019',
    );
    const found = land(at('Ann Ahlberg chaired the port from 2014 to 2019'), changed, false);
    expect(found).toMatchObject({
      how: 'fuzzy',
      words: 'Ann Ahlberg chaired the old port from 2014 until 2019',
    });
    expect(found.sure).toBeGreaterThan(0.7);
    expect(found.sure).toBeLessThan(1);
  });

  test.each([
    [
      'paragraph 3',
      ['Bo Berg'],
      { how: 'place', words: 'Bo Berg denied that he had met her. “We never dined,” he said — twice.' },
    ],
    [
      'Money, paragraph 1',
      ['crowns'],
      { how: 'place', words: 'The lease cost 140,500 crowns. Bo Berg paid.' },
    ],
    ['Money, paragraph 1', ['dinner'], { reason: 'changed' }],
    ['Weather, paragraph 1', ['crowns'], { reason: 'changed' }],
  ])(
    'where words are lost, “%s” marks the paragraph if a word of the claim (%s) is in it',
    (place, words, expected) => {
      expect(land({ position: { start: 1, end: 4 }, place }, TEXT, false, words)).toMatchObject(expected);
    },
  );

  test('a page is what lies between form feeds', () => {
    expect(land({ page: '2' }, 'One, Bo.\n\fTwo, Bo.\n\fThree.', false, ['Bo'])).toMatchObject({
      words: 'Two, Bo.\n',
    });
  });
});

const word = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoprstuv'), minLength: 2, maxLength: 9 });
const passage = fc.array(word, { minLength: 6, maxLength: 30 }).map((words) => words.join(' '));

describe('whatever the text', () => {
  test('code points and units agree both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const count = new CodePoints(text);
        const units = [0];
        for (const character of text) units.push(units.at(-1)! + character.length);
        expect(count.length).toBe(units.length - 1);
        expect(units.map((_, point) => count.unitOf(point))).toEqual(units);
        expect(units.map((unit) => count.pointOf(unit))).toEqual(units.map((_, point) => point));
      }),
    );
  });

  test('a quote is found, whatever is put before and after it', () => {
    fc.assert(
      fc.property(
        fc.array(passage, { minLength: 3, maxLength: 12 }),
        passage,
        passage,
        fc.nat(),
        (all, before, after, n) => {
          const text = all.join('\n');
          const i = n % all.length;
          const start = all.slice(0, i).join('\n').length + (i > 0 ? 1 : 0);
          const locator = locatorAt(text, start, start + all[i]!.length)!;
          const changed = [before, ...all.slice(0, i), all[i], after, ...all.slice(i + 1)].join('\r\n');
          expect(land(locator, changed, false)).toMatchObject({ how: 'quote', words: all[i] });
        },
      ),
    );
  });

  test('a long quote is found with every tenth letter wrong', () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 3, maxLength: 8 }), fc.nat(), (all, n) => {
        const i = n % all.length;
        const spoilt = all.map((one, j) => (j === i ? one.replace(/(.{9})./g, '$1#') : one));
        const start = all.slice(0, i).join('\n').length + (i > 0 ? 1 : 0);
        const found = land(
          locatorAt(all.join('\n'), start, start + all[i]!.length)!,
          spoilt.join('\n'),
          false,
        );
        if (spoilt[i] === all[i]) return;
        expect(found.how).toBe('fuzzy');
        expect(spoilt[i]).toContain(found.words!.slice(2, -2));
      }),
    );
  });

  test('the likeliest place is as good as one found by trying all', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    const distance = (a: string, b: string): number => {
      let row = Array.from({ length: b.length + 1 }, (_, j) => j);
      for (let i = 0; i < a.length; i++)
        row = row.reduce<number[]>(
          (next, above, j) => [
            ...next,
            j === 0
              ? i + 1
              : Math.min(above + 1, next[j - 1]! + 1, row[j - 1]! + (a[i] === b[j - 1] ? 0 : 1)),
          ],
          [],
        );
      return row.at(-1)!;
    };
    fc.assert(
      fc.property(letters, letters, fc.nat(4), (pattern, window, most) => {
        fc.pre(pattern !== '' && most < pattern.length);
        const found = likeliest(pattern, window, most);
        let least = Infinity;
        for (let from = 0; from <= window.length; from++)
          for (let to = from; to <= window.length; to++)
            least = Math.min(least, distance(pattern, window.slice(from, to)));
        if (least > most) {
          expect(found).toBeUndefined();
          return;
        }
        expect(found!.edits).toBe(least);
        expect(distance(pattern, window.slice(found!.start, found!.end))).toBe(least);
      }),
    );
  });

  test('a text of the same letters over and over does not take long', () => {
    const text = 'ab'.repeat(200_000);
    const located = Array.from({ length: 50 }, (_, i) => ({
      claim: `${i}`,
      locator: { quote: { exact: `${'ab'.repeat(40)}c${i}` } },
    }));
    expect(anchor(located, { text }).placed.length + anchor(located, { text }).unplaced.length).toBe(50);
  });
});

test('a locator of words leaves blanks at the ends out and cuts no character', () => {
  const from = TEXT.indexOf(' in May');
  expect(locatorAt(TEXT, from, from + 8, 'doc')).toEqual({
    document: 'doc',
    position: { start: points.pointOf(from + 1), end: points.pointOf(from + 8) },
    quote: {
      exact: 'in May.',
      prefix: expect.stringMatching(/🚢 $/u),
      suffix: expect.stringMatching(/^\nBo/),
    },
  });
  expect(locatorAt(TEXT, from, from + 1)).toBeUndefined();
});
