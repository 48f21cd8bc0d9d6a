import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { reverse } from '../../src/case/diff.ts';
import { claimOf } from '../../src/case/claimId.ts';
import { earlierState, stemOf } from '../../src/formats/laterState.ts';
import { importInto, read, type Import } from '../../src/formats/importing.ts';
import { compare, refreshed, type Renewed } from '../../src/formats/refreshing.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { smallRecords } from './cases.ts';

const MARCH = 'Id,Name,City\nc1,Acme,Bonn\nc2,Beta,Rome\nc3,Gamma,Oslo\n';
const APRIL = 'Id,Name,City\nc4,Delta,Riga\nc1,Acme,Bonn\nc2,Beta,Milan\n';

const opened = (text: string, name: string, more = {}): Promise<Import> =>
  read(new TextEncoder().encode(text), { name, ...more }, quietJob());

/** A case with a first file in it, and what its later state is compared with it. */
async function again(
  first: string,
  later: string,
  name = 'companies.csv',
  records = [] as ConstructorParameters<typeof Case>[0],
) {
  const of = new Case(records);
  of.apply(importInto(of, await opened(first, name)));
  const source = [...of.sources()].find(({ file }) => file === name)!;
  const imported = await opened(later, name, { source: source.id, tables: source.tables });
  return { of, source, refresh: compare(of, imported)! };
}
const subjects = (list: readonly Renewed[]) => list.map(({ subject }) => subject);
const said = (of: Case, id: string) =>
  of.claims
    .claimsOf(id)
    .map(({ property, value }) => `${property} ${value}`)
    .sort();
const content = (of: Case) =>
  JSON.stringify([...of.records()].map((record) => JSON.stringify(record)).sort());
const lost = (refresh: { changed: readonly Renewed[]; gone: readonly Renewed[] }) =>
  new Set([...refresh.changed, ...refresh.gone].flatMap(({ unsaid }) => unsaid.map(({ id }) => id)));

describe('a file that comes again', () => {
  test('shows what is new, changed and gone', async () => {
    const { refresh } = await again(MARCH, APRIL);
    expect([refresh.fresh, refresh.changed, refresh.gone].map(subjects)).toEqual([['c4'], ['c2'], ['c3']]);
    expect(refresh.same).toBe(1);
  });

  test('doubles nothing, and takes nothing away unasked', async () => {
    const { of, source, refresh } = await again(MARCH, APRIL);
    of.apply(refreshed(of, refresh, new Set()));
    expect([...of.entities()]).toHaveLength(4);
    expect([...of.sources()]).toHaveLength(1);
    expect(of.source(source.id)!.sha256).not.toBe(source.sha256);
    expect(said(of, 'c2')).toEqual(['City Milan', 'City Rome', 'name Beta']);
  });

  test('removes what is asked for, with the entity of which nothing is left', async () => {
    const { of, refresh } = await again(MARCH, APRIL);
    of.apply(refreshed(of, refresh, lost(refresh)));
    expect(of.entity('c3')).toBeUndefined();
    expect(said(of, 'c2')).toEqual(['City Milan', 'name Beta']);
  });

  test('is one step that undo takes back whole', async () => {
    const { of, refresh } = await again(MARCH, APRIL);
    const before = content(of);
    const diff = refreshed(of, refresh, lost(refresh));
    of.apply(diff);
    of.apply(reverse(diff));
    expect(content(of)).toBe(before);
  });

  test('moves the places of what both say, and marks what only the old one said', async () => {
    const { of, source, refresh } = await again(MARCH, APRIL);
    of.apply(refreshed(of, refresh, new Set()));
    const placeOf = (subject: string) =>
      of.claims.claimsOf(subject).find(({ property }) => property === 'name')!.locators![0]!.place;
    expect(placeOf('c1')).toBe('line 3');
    expect(placeOf('c3')).toBe(`line 4 (companies.csv, ${source.sha256!.slice(0, 12)})`);
  });

  test('asks about what is gone once, not every month', async () => {
    const { of, source, refresh } = await again(MARCH, APRIL);
    of.apply(refreshed(of, refresh, new Set()));
    const may = await opened(`${APRIL}c5,Eta,Bern\n`, 'companies.csv', { source: source.id });
    const next = compare(of, may)!;
    expect([next.fresh, next.changed, next.gone].map(subjects)).toEqual([['c5'], [], []]);
  });

  test('leaves alone what was written by hand on the same source', async () => {
    const { of, source } = await again(MARCH, APRIL);
    of.apply({
      added: [
        claimOf({
          subject: 'c3',
          property: 'notes',
          value: 'Closed?',
          source: source.id,
          stance: 'affirmed',
        }),
      ],
      updated: [],
      removed: [],
    });
    const refresh = compare(of, await opened(APRIL, 'companies.csv', { source: source.id }))!;
    expect(refresh.byHand).toBe(1);
    of.apply(refreshed(of, refresh, lost(refresh)));
    expect(said(of, 'c3')).toEqual(['notes Closed?']);
  });

  test('keeps an entity that another source speaks of', async () => {
    const { of, refresh } = await again(MARCH, APRIL);
    of.apply({
      added: [
        { kind: 'source', id: 'press', title: 'Press' },
        claimOf({ subject: 'c3', property: 'name', value: 'Gamma', source: 'press', stance: 'affirmed' }),
      ],
      updated: [],
      removed: [],
    });
    of.apply(refreshed(of, refresh, lost(refresh)));
    expect(said(of, 'c3')).toEqual(['name Gamma']);
  });

  test('knows ties without ids by their ends and type', async () => {
    const { refresh } = await again(
      'Source,Target,Kind,Share\na,b,owns,10\nb,c,owns,20\na,c,knows,\n',
      'Source,Target,Kind,Share\nb,c,owns,25\na,c,knows,\na,c,owns,5\n',
    );
    const relations = (list: readonly Renewed[]) => subjects(list.filter(({ kind }) => kind === 'relation'));
    expect([refresh.fresh, refresh.changed, refresh.gone].map(relations)).toEqual([
      ['a → c (owns)'],
      ['b → c (owns)'],
      ['a → b (owns)'],
    ]);
  });

  test('finds again what was made distinct when it first came', async () => {
    const { of, refresh } = await again(
      'Id,Name\n1,Acme\n2,Beta\n',
      'Id,Name\n1,Acme Ltd\n2,Beta\n',
      'firms.csv',
      [
        { kind: 'source', id: 's', title: 'S' },
        { kind: 'entity', id: '1', schema: 'Person' },
        claimOf({ subject: '1', property: 'name', value: 'Ann', source: 's', stance: 'affirmed' }),
      ],
    );
    expect([refresh.fresh, refresh.changed, refresh.gone].map((list) => list.length)).toEqual([0, 1, 0]);
    expect(said(of, '1')).toEqual(['name Ann']);
  });

  test('of another format is compared alike', async () => {
    const { refresh } = await again(
      'graph [ node [ id 1 label "Ann" ] node [ id 2 label "Bob" ] edge [ source 1 target 2 ] ]',
      'graph [ node [ id 1 label "Ann" ] node [ id 3 label "Cy" ] edge [ source 1 target 3 ] ]',
      'net.gml',
    );
    expect([refresh.fresh, refresh.changed, refresh.gone].map((list) => list.length)).toEqual([2, 0, 2]);
  });
});

describe('the source that a file is a later state of', () => {
  const fitting = async (later: string, name: string) => {
    const of = new Case(smallRecords());
    of.apply(importInto(of, await opened(MARCH, 'companies-march.csv')));
    return earlierState(of, await opened(later, name))?.file;
  };
  test.each([
    ['the same bytes under another name', MARCH, 'x.csv', 'companies-march.csv'],
    ['next month’s name', APRIL, 'Companies april (1).csv', 'companies-march.csv'],
    ['the same companies under another name', APRIL, 'download.csv', 'companies-march.csv'],
    ['the same columns about others', 'Id,Name,City\nz9,Zeta,Kyiv\n', 'download.csv', undefined],
    ['another table of the same name', 'Source,Target\na,b\n', 'companies-march.csv', undefined],
  ])('%s', async (_, text, name, expected) => {
    expect(await fitting(text, name)).toBe(expected);
  });

  test.each([
    ['companies 2021-03 (1).csv', 'Companies_april.CSV'],
    ['owners.final.v2.csv', 'owners.csv'],
    ['mayors.csv', 'mayors-2022.csv'],
  ])('%s and %s have one stem', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });
});
