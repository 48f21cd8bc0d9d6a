// Drafting: what the rules of the language find, that places are exact whatever the text, and what is reached on reports of our own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/drafting/draft.ts';
import { factsIn } from '../../src/drafting/facts.ts';
import { isEntity, type Suggestion } from '../../src/drafting/suggestion.ts';
import { expectedOfReport, measure, sumOf, type Measured } from './measuring.ts';

const found = async (text: string): Promise<readonly Suggestion[]> => (await draft(text)).suggestions;
const entities = async (text: string): Promise<string[]> =>
  (await found(text)).filter(isEntity).map(({ kind, name }) => `${kind} ${name}`);

describe('names', () => {
  test.each([
    ['On Monday Viktor Dreyer left.', ['person Viktor Dreyer']],
    ['Prosecutors questioned Dr. Heike Sommerfeld.', ['person Heike Sommerfeld']],
    ['The Deputy Prime Minister Pavel Kostin resigned.', ['person Pavel Kostin']],
    ['Annette von der Heyden spoke.', ['person Annette von der Heyden']],
    ['They met Ivan Petrovich Sidorov, 58, in Minsk.', ['person Ivan Petrovich Sidorov', 'place Minsk']],
    [
      'She works for Hopwell, Inc. and Brandt Wexler LLP.',
      ['organization Hopwell, Inc', 'organization Brandt Wexler LLP'],
    ],
    [
      'The ambassador to Georgia Viktor Dreyer and a Moldovan lawyer left.',
      ['place Georgia', 'person Viktor Dreyer'],
    ],
    ['The OOO Severny Veter firm was sold.', ['organization OOO Severny Veter']],
    ['The World Rowing Union (WRU) said the WRU was clean.', ['organization World Rowing Union']],
    [
      'The Committee on Foreign Trade of Maravel voted.',
      ['organization Committee on Foreign Trade of Maravel'],
    ],
    ['The Food and Drug Inspection Agency warned him.', ['organization Food and Drug Inspection Agency']],
    ['The Maravel Herald reported it.', ['organization The Maravel Herald']],
    ['He told state news agency BelPress so.', ['organization BelPress']],
    ['The Minsk-based company Zentrolek was fined.', ['place Minsk', 'organization Zentrolek']],
    [
      'Police arrested Li Haoran, Papa Demba Sarr and Ioannis Karellas',
      ['Li Haoran', 'Papa Demba Sarr', 'Ioannis Karellas'].map((name) => `person ${name}`),
    ],
    ['The Merran Oil Fund (MOF) board of directors (BOD) met.', ['organization Merran Oil Fund']],
    ['He broke the Prevention of Bribery Act (PBA).', []],
    [
      'The U.S. Department of Justice spoke; the DOJ and the Justice Department agreed.',
      ['organization U.S. Department of Justice'],
    ],
    [
      'Volgabank, Baltmar Oil and Kestrel Vane merged.',
      ['organization Volgabank', 'organization Baltmar Oil', 'organization Kestrel Vane'],
    ],
    [
      'He was met by Task Force Ironclad and Group Solvan.',
      ['organization Task Force Ironclad', 'organization Group Solvan'],
    ],
    ['U.S. Special Envoy for Sanctions Affairs Roger Castellan left.', ['person Roger Castellan']],
    [
      'Nebraska Democrat Theodore Hahn told Sen. Paula Whitcomb, D-Ohio, so.',
      ['person Theodore Hahn', 'person Paula Whitcomb'],
    ],
    [
      'Datuk Hafizul Rahim Othman thanked Tan Sri Lokman Daud.',
      ['person Hafizul Rahim Othman', 'person Lokman Daud'],
    ],
    [
      'PORT MERRAN: The firm 1Merran Growth Berhad was fined.',
      ['place Port Merran', 'organization 1Merran Growth Berhad'],
    ],
    [
      'Former Baltmar executives praised the opposition Labour party.',
      ['organization Baltmar', 'organization Labour party'],
    ],
    [
      'Students for Fair Schools told RFE/RL so.',
      ['organization Students for Fair Schools', 'organization RFE/RL'],
    ],
    ['Anti-corruption activists from West African homes spent HK$8.5 million.', []],
    ['Иван Петрович Сидоров уехал.', ['person Иван Петрович Сидоров']],
  ])('%s', async (text, expected) => {
    expect((await entities(text)).sort()).toEqual([...expected].sort());
  });

  test.each([
    'Russian citizens voted in December, and Americans watched.',
    'Espionage is rare. Many speak of espionage.',
    'The Cold War ended.',
    'Background and Previous Convictions',
    'Read more: What Happens Next',
    'He was born on Tuesday.',
  ])('none in “%s”', async (text) => {
    expect(await entities(text)).toEqual([]);
  });

  test('a surname alone is whoever of that name was spoken of last', async () => {
    const all = await found(
      'Viktor Dreyer met Elena Dreyer. Dreyer left. Viktor Dreyer slept. Later Dreyer woke.',
    );
    expect(all.filter(isEntity).map(({ name, places }) => [name, places.length])).toEqual([
      ['Viktor Dreyer', 3],
      ['Elena Dreyer', 2],
    ]);
  });

  test.each([
    ['Wally Ong fled. Ong Wei Liang, better known as Wally Ong, is sought.', ['Ong Wei Liang']],
    ['Shahrul Azmi Othman spoke. Shahrul Azmi left.', ['Shahrul Azmi Othman']],
    ['Yu Xuejian was expelled. Yu had taken bribes.', ['Yu Xuejian']],
    ['George H. W. Marsh met George W. Marsh.', ['George H. W. Marsh', 'George W. Marsh']],
    [
      'Elena Dreyer spoke. The Dreyers left. A Dreyer-Kostin talk with Pavel Kostin failed.',
      ['Elena Dreyer', 'Pavel Kostin'],
    ],
  ])('who is one: %s', async (text, expected) => {
    const people = (await found(text)).filter(isEntity).filter(({ kind }) => kind !== 'place');
    expect(people.map(({ name }) => name).sort()).toEqual([...expected].sort());
  });

  test('another name that a text gives is an alias', async () => {
    const [one] = (await found('Gleb Sorin, previously known as Yuri Mironov, fled.')).filter(isEntity);
    expect([one!.name, one!.aliases]).toEqual(['Gleb Sorin', ['Yuri Mironov']]);
  });

  test('headlines tell nothing by their capitals, but of whom they speak is known from the text', async () => {
    const [one, ...others] = (
      await found('Dreyer Faces Hefty Sentence Abroad\n\nViktor Dreyer was charged on Monday.')
    ).filter(isEntity);
    expect([one!.name, one!.places.map(({ quote }) => quote), others]).toEqual([
      'Viktor Dreyer',
      ['Dreyer', 'Viktor Dreyer'],
      [],
    ]);
  });
});

describe('dates, money, durations', () => {
  test.each([
    ['in August 2023', 'date', '2023-08'],
    ['on 14 March 2022', 'date', '2022-03-14'],
    ['(December 25, 2024)', 'date', '2024-12-25'],
    ['from 2012 until 2018', 'date', '2012/2018'],
    ['about 2020', 'date', '2020~'],
    ['on 11 January', 'date', 'XXXX-01-11'],
    ['approximately $140,500', 'money', '~140500 USD'],
    ['€2.3 million', 'money', '2300000 EUR'],
    ['350,000 Swiss francs', 'money', '350000 CHF'],
    ['more than $75 million', 'money', '>75000000 USD'],
    ['over three years', 'duration', '>P3Y'],
    ['3.5 years', 'duration', 'P3Y6M'],
    ['a 15-year term', 'duration', 'P15Y'],
    ['14 months', 'duration', 'P14M'],
  ] as const)('%s', (text, kind, value) => {
    expect(factsIn(text).map((fact) => [fact.kind, fact.value])).toEqual([[kind, value]]);
  });

  test.each(['a 15-year-old boy', 'They may go. March on.', 'page 2100', '12 people'])(
    'none in “%s”',
    (text) => {
      expect(factsIn(text)).toEqual([]);
    },
  );
});

test('any text: nothing is thrown, and every place holds its quote', async () => {
  const word = fc.constantFrom(
    ...'The Viktor Dreyer’s of Ministry Inc. U.S. said, who 2020 «P0» “Mr. (WRU) \n\n – Москва 😀 𝔊 á É. $5 million, chairman the court for bribery known as & von'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(word, { maxLength: 120 }).map((words) => words.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (one) => {
      const points = [...one];
      for (const { places } of await found(one))
        for (const { start, end, quote } of places) expect(points.slice(start, end).join('')).toBe(quote);
    }),
    { numRuns: 300 },
  );
});

describe('reports of our own', () => {
  const folder = fileURLToPath(new URL('reports/', import.meta.url));
  const annotations = JSON.parse(readFileSync(`${folder}annotations.json`, 'utf8')) as Record<
    string,
    Parameters<typeof expectedOfReport>[0] & { use: string }
  >;

  test.each(['tuned', 'unseen'])(
    '%s: people and bodies at 0.9 recall and 0.75 precision, most ties',
    async (use) => {
      const measured: Measured[] = [];
      for (const [name, annotation] of Object.entries(annotations))
        if (annotation.use === use)
          measured.push(
            measure(await found(readFileSync(`${folder}${name}.txt`, 'utf8')), expectedOfReport(annotation)),
          );
      const [named, relations] = [sumOf(measured, 'named'), sumOf(measured, 'relations')];
      expect(named.hits / named.expected).toBeGreaterThan(0.9);
      expect(named.hits / named.found).toBeGreaterThan(0.75);
      expect(relations.hits / relations.expected).toBeGreaterThan(0.6);
      expect(relations.hits / relations.found).toBeGreaterThan(0.8);
    },
  );
});
