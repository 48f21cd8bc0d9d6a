// Search: whom it finds by which words, in what order, and why it says so.
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { claimOf } from '../../src/case/claimId.ts';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord, Stance } from '../../src/case/records.ts';
import { searchIndex } from '../../src/case/search.ts';

const says = (
  subject: string,
  property: string,
  value: string,
  stance: Stance = 'affirmed',
  source = 'paper',
): CaseRecord => claimOf({ subject, property, value, stance, source });

const CASE = new Case([
  { kind: 'source', id: 'paper', title: 'A paper' },
  { kind: 'source', id: 'blog', title: 'A blog' },
  { kind: 'entity', id: 'gene', schema: 'Person' },
  { kind: 'entity', id: 'ana', schema: 'Person' },
  { kind: 'entity', id: 'spec', schema: 'Company' },
  { kind: 'entity', id: 'prospect', schema: 'Organization' },
  { kind: 'relation', id: 'job', schema: 'Directorship' },
  says('gene', 'name', 'Gene Spector'),
  says('gene', 'alias', 'Yevgeny Mironovich'),
  says('gene', 'nationality', 'us'),
  says('gene', 'position', 'spectroscopist', 'affirmed', 'blog'),
  says('ana', 'name', 'Анастасия Алексеева'),
  says('spec', 'name', 'Spec Trading'),
  says('spec', 'registrationNumber', '7701-42'),
  says('spec', 'capital', '~140500 USD'),
  says('prospect', 'name', 'The Prospect'),
  says('job', 'director', 'gene'),
  says('job', 'organization', 'spec'),
  says('job', 'role', 'head of sales'),
  says('job', 'startDate', '2014'),
]);

const find = (words: string, lens: Lens = {}) => searchIndex(new CaseUnderLens(CASE, lens)).search(words);
const ids = (words: string) => find(words).map(({ id }) => id);

describe('finds', () => {
  test.each([
    ['a name', 'Gene Spector', 'gene'],
    ['the family name first', 'spector gene', 'gene'],
    ['the beginning of a name', 'gen', 'gene'],
    ['another spelling', 'Spektor', 'gene'],
    ['another script', 'Спектор', 'gene'],
    ['the beginning of a name in another script', 'Спект', 'gene'],
    ['a romanisation of a Cyrillic name', 'Alexeeva', 'ana'],
    ['another romanisation', 'Alekseyeva', 'ana'],
    ['a slip of the finger', 'Spectro', 'gene'],
    ['an alias', 'mironovich', 'gene'],
    ['a name and a value together', 'spector united states', 'gene'],
    ['a number', '7701-42', 'spec'],
    ['a country in words', 'united states', 'gene'],
    ['a role', 'head of sales', 'job'],
    ['a role and a name of an end', 'sales spector', 'job'],
    ['a date in words', '2014', 'job'],
    ['an amount without its comma', '140500', 'spec'],
  ])('%s', (_title, words, id) => {
    expect(ids(words)[0]).toBe(id);
  });

  test('every entity of a type, by its name in the singular and the plural', () => {
    expect(ids('person').sort()).toEqual(['ana', 'gene']);
    expect(ids('companies')).toEqual(['spec']);
  });
});

describe('does not find', () => {
  test.each([
    ['nothing', ''],
    ['punctuation', '–!?'],
    ['what is not there', 'zanzibar'],
    ['where one word of two is not there', 'spector zanzibar'],
  ])('%s', (_title, words) => {
    expect(ids(words)).toEqual([]);
  });

  test('a relation by an end alone, since that would repeat the end', () => {
    expect(ids('spector')).not.toContain('job');
  });

  test('what the lens keeps back', () => {
    expect(find('spectroscopist')).toHaveLength(1);
    expect(find('spectroscopist', { sources: { mode: 'only', ids: ['paper'] } })).toEqual([]);
  });
});

test('a name that begins with the words comes before one that holds them, and names before all else', () => {
  expect(ids('spec')).toEqual(['spec', 'gene']);
  expect(ids('spector')[0]).toBe('gene');
});

test.each([
  ['spector', 'gene', 'name'],
  ['mironovich', 'gene', "alias 'Yevgeny Mironovich'"],
  ['Спектор', 'gene', "sounds like name 'Gene Spector'"],
  // A word that is written as it sounds was met as it is written.
  ['trading', 'spec', 'name'],
  ['company', 'spec', "type 'Company'"],
  ['sales', 'job', "role 'head of sales'"],
])('%s says why', (words, id, why) => {
  expect(find(words).find((hit) => hit.id === id)?.why).toBe(why);
});

test('at most as many as asked for', () => {
  expect(searchIndex(new CaseUnderLens(CASE)).search('person', 1)).toHaveLength(1);
});

test('a name longer than any screen is found by its beginning', () => {
  const long = new Case([
    { kind: 'source', id: 'paper', title: '' },
    { kind: 'entity', id: 'x', schema: 'Person' },
    says('x', 'name', `Alpha ${'beta '.repeat(100_000)}`),
  ]);
  expect(searchIndex(new CaseUnderLens(long)).search('alpha')).toHaveLength(1);
});
