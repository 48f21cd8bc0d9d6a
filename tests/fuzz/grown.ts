// Inputs grown from a grammar by fast-check, out of the words of real files: JSON, XML, and lines of words and marks.
import fc from 'fast-check';
import type { Dice } from './dice.ts';
import { ODD_MARKS, ODD_WORDS } from './oddities.ts';

/** How many texts grow at a time, since asking fast-check for one costs nearly as much, and how often that is done. */
const BATCH = 32;
const BATCHES = 128;

/** A generator for texts made of the words that the seeds use. */
export function growerFrom(texts: readonly string[]): (dice: Dice) => string {
  const words = wordsOf(texts);
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_WORDS.filter(({ length }) => length < 100)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const kinds = [
    ...(texts.some((text) => /^\s*[[{]/.test(text)) ? [jsonOf(word), jsonLinesOf(word)] : []),
    ...(texts.some((text) => /^\s*</.test(text)) ? [xmlOf(word, words)] : []),
    linesOf(word),
  ];
  const text = fc.oneof(...kinds);
  const grown = new Map<number, string[]>();
  return (dice) => {
    const seed = dice.below(BATCHES);
    const batch = grown.get(seed) ?? fc.sample(text, { seed, numRuns: BATCH });
    grown.set(seed, batch);
    return dice.pick(batch);
  };
}

const MOST_WORDS = 400;

function wordsOf(texts: readonly string[]): string[] {
  const found = new Set<string>(['id', 'a', '1']);
  for (const text of texts) {
    for (const [word] of text.slice(0, 20_000).matchAll(/[\p{L}_@$][\p{L}\p{N}_.:-]{0,40}|\d+/gu)) {
      if (found.size < MOST_WORDS) found.add(word);
    }
  }
  return [...found];
}

type Words = fc.Arbitrary<string>;

const value = (word: Words): fc.Arbitrary<unknown> => {
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('node'), { maxLength: 5 }),
      fc.dictionary(word, tie('node'), { maxKeys: 6 }),
    ),
  }));
  return node;
};

const jsonOf = (word: Words): fc.Arbitrary<string> =>
  fc.dictionary(word, value(word), { maxKeys: 6 }).map((tree) => JSON.stringify(tree));

const jsonLinesOf = (word: Words): fc.Arbitrary<string> =>
  fc.array(jsonOf(word), { maxLength: 5 }).map((lines) => lines.join('\n'));

function xmlOf(word: Words, words: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...words.filter((text) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text)));
  const attribute = fc.tuple(name, word).map(([key, text]) => ` ${key}="${text.replace(/[<&"]/g, '')}"`);
  const attributes = fc.array(attribute, { maxLength: 4 }).map((all) => all.join(''));
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        name,
        attributes,
        fc.oneof({ depthSize: 'small' }, word, fc.array(tie('element'), { maxLength: 5 })),
      )
      .map(([tag, given, inner]) => {
        const content =
          typeof inner === 'string' ? inner.replace(/[<&]/g, '') : (inner as string[]).join('\n');
        return `<${tag}${given}>${content}</${tag}>`;
      }),
  }));
  return element;
}

const linesOf = (word: Words): fc.Arbitrary<string> =>
  fc
    .array(
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: word },
          { weight: 2, arbitrary: fc.constantFrom(...ODD_MARKS.flat()) },
        ),
        {
          maxLength: 12,
        },
      ),
      { maxLength: 12 },
    )
    .map((lines) => lines.map((words) => words.join(' ')).join('\n'));
