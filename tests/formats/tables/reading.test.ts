import { describe, expect, test } from 'vitest';
import { Case } from '../../../src/case/case.ts';
import type { TableWish } from '../../../src/case/tableMapping.ts';
import { read } from '../../../src/formats/importing.ts';
import { numberFrom } from '../../../src/formats/tables/numberSpellings.ts';
import { dateFrom } from '../../../src/formats/tables/dateSpellings.ts';
import { quietJob } from '../../../src/plugin/job.ts';
import { readBytes } from '../roundTrip.ts';

const readAs = (text: string, wish: Partial<TableWish>) =>
  read(new TextEncoder().encode(text), { name: 't.csv', tables: [{ table: '', ...wish }] }, quietJob());
const caseOf = async (text: string, wish: Partial<TableWish> = {}) =>
  new Case((await readAs(text, wish)).records);
const said = (of: Case, id: string) =>
  of.claims
    .claimsOf(id)
    .map(({ property, value, original }) =>
      original === undefined ? [property, value] : [property, value, original],
    );
const sizes = async (text: string) => {
  const { read, kept, mended, refused } = (await readBytes(text)).account;
  return [read.nodes, read.edges, kept, mended, refused];
};

test.each([
  ['1234', '.', '1234'],
  ['12,5', ',', '12.5'],
  ['1.234.567,89', ',', '1234567.89'],
  ['1,234,567.89', '.', '1234567.89'],
  ['1\u00a0234,5', ',', '1234.5'],
  ['1’234.50', '.', '1234.50'],
  ['12,5 %', ',', '12.5%'],
  ['−3', '.', '-3'],
  ['12345678901234567890,1', ',', '12345678901234567890.1'],
  ['007', '.', undefined],
  ['1,5', '.', undefined],
  ['12 34', '.', undefined],
  ['', '.', undefined],
  ['abc', '.', undefined],
] as const)('the number %j with decimal %j is %j', (cell, decimal, expected) => {
  expect(numberFrom(cell, decimal)).toBe(expected);
});

test.each([
  ['2023-08-14', undefined, '2023-08-14'],
  ['2023-08-14 00:00:00', undefined, '2023-08-14'],
  ['2023-08-14 9:05', undefined, '2023-08-14T09:05:00'],
  ['14.08.2023', undefined, '2023-08-14'],
  ['3.4.2021', undefined, '2021-04-03'],
  ['14/08/2023', undefined, '2023-08-14'],
  ['08/14/2023', undefined, '2023-08-14'],
  ['03/04/2021', undefined, undefined],
  ['03/04/2021', 'dmy', '2021-04-03'],
  ['03/04/2021', 'mdy', '2021-03-04'],
  ['05/05/2021', undefined, '2021-05-05'],
  ['23-MAR-2006', undefined, '2006-03-23'],
  ['14 August 2023', undefined, '2023-08-14'],
  ['August 14, 2023', undefined, '2023-08-14'],
  ['Aug 2023', undefined, '2023-08'],
  ['2004-00-00', undefined, '2004'],
  ['1999', undefined, '1999'],
  ['29/02/2021', undefined, undefined],
  ['14/08/23', 'dmy', undefined],
  ['soon', undefined, undefined],
] as const)('the date %j in the order %s is %j', (cell, order, expected) => {
  expect(dateFrom(cell, order)).toBe(expected);
});

describe('messy tables', () => {
  test.each([
    [
      'a title above the heading',
      'Companies of 2021,,\nas of March,,\n\nId,Label,City\n1,Acme,Bonn\n',
      [1, 0, 1, 0, 0],
    ],
    ['the heading again in the middle', 'Id,Label\n1,a\nId,Label\n2,b\n', [2, 0, 0, 1, 0]],
    ['a row of totals', 'Name,Amount\nAcme,10\nBeta,20\nTotal,30\n', [2, 0, 0, 1, 0]],
    ['a company called Total', 'Name,City\nAcme,Bonn\nTotal,Paris\n', [2, 0, 0, 0, 0]],
    ['rows of nothing but commas and spaces', 'Source,Target\na,b\n,\n \u00a0, \nb,c\n', [3, 2, 0, 0, 0]],
    ['spaces around names', 'Source,Target\nAnn,Bob\n Ann ,\u00a0Bob\u00a0\n', [2, 2, 0, 0, 0]],
    [
      'dates of which nothing says the order',
      'Id,Label,Seen\n1,a,03/04/2021\n2,b,05/06/2021\n',
      [2, 0, 1, 0, 0],
    ],
    [
      'a word among dates',
      'Id,Label,Seen\n1,a,2021-01-02\n2,b,2021-03-04\n3,c,2021-03-05\n4,d,2021-03-06\n5,e,early\n',
      [5, 0, 1, 0, 0],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await sizes(text)).toEqual(expected);
  });

  test('decimal commas, thousands and percent become numbers and keep their spelling', async () => {
    const of = await caseOf('Id;Label;Share;Turnover\n1;Acme;12,5 %;1.234.567,5\n2;Beta;7,25 %;10,0\n');
    expect(said(of, '1')).toEqual([
      ['Share', '12.5%', '12,5 %'],
      ['Turnover', '1234567.5', '1.234.567,5'],
      ['name', 'Acme'],
    ]);
  });

  test('what may be a thousand or a fraction stays text, as do phone numbers and leading zeros', async () => {
    const { tables } = await readBytes(
      'Id,Label,Sum,Phone,Zip\n1,a,"1,234",555 123 456,01234\n2,b,"2,500",555 123 457,99999\n',
    );
    expect(tables[0]!.mapping.columns.map(({ type }) => type)).toEqual(Array(5).fill(undefined));
    expect(tables[0]!.because.columns[2]).not.toBe('');
  });

  test('an ambiguous date is read once its order is chosen', async () => {
    const text = 'Id,Label,Seen\n1,a,03/04/2021\n';
    const { mapping } = (await readBytes(text)).tables[0]!;
    const columns = mapping.columns.map((column) =>
      column.name === 'Seen' ? { ...column, dates: 'dmy' as const } : column,
    );
    expect(said(await caseOf(text), '1')).toContainEqual(['Seen', '03/04/2021']);
    expect(said(await caseOf(text, { ...mapping, columns }), '1')).toContainEqual([
      'Seen',
      '2021-04-03',
      '03/04/2021',
    ]);
  });

  test('ids beyond 2^53 and with leading zeros stay as they are', async () => {
    const of = await caseOf('Source,Target\n90071992547409931,007\n90071992547409932,007\n');
    expect([...of.entities()].map(({ id }) => id).sort()).toEqual([
      '007',
      '90071992547409931',
      '90071992547409932',
    ]);
  });
});

describe('a mapping', () => {
  test('wins over every guess: another kind, another delimiter, no heading', async () => {
    const columns = [
      { name: 'column 1', role: 'source' },
      { name: 'column 2', role: 'property', property: 'since' },
      { name: 'column 3', role: 'target' },
    ] as const;
    const of = await caseOf('a|2001|b\nb|2002|c\n', {
      kind: 'edges',
      dialect: { delimiter: '|', header: 0 },
      columns,
    });
    expect([...of.entities()]).toHaveLength(3);
    expect([...of.relations()]).toHaveLength(2);
  });

  test('finds its columns by name in whatever order they come, and tells of those that are missing', async () => {
    const { mapping } = (await readBytes('Firm,City,Staff\nAcme,Bonn,5\nBeta,Rome,6\n')).tables[0]!;
    const columns = mapping.columns.map((column) => ({
      ...column,
      ...(column.name === 'City' && { property: 'seat' }),
    }));
    const imported = await readAs('City,New,Firm,Staff\nOslo,1,Acme,\n', { ...mapping, columns });
    expect(said(new Case(imported.records), 'Acme')).toEqual([
      ['seat', 'Oslo'],
      ['New', '1'],
      ['name', 'Acme'],
    ]);
    expect((await readAs('New,Firm,Staff\n1,Acme,\n', { ...mapping, columns })).account.kept).toBe(1);
  });

  test('goes with the source of the file, and reading again with it gives the same records', async () => {
    const text = 'Date;Title;Guests\n03/04/2021;Dinner;Ann Ono, Bob Lee\n14/04/2021;Lunch;Cy Dee\n';
    const first = await readBytes(text, 't.csv');
    const source = first.records.find((record) => record.kind === 'source')!;
    expect(source.tables).toEqual(first.tables.map(({ mapping }) => mapping));
    const [mapping] = source.tables!;
    expect((await readAs(text, mapping!)).records).toEqual(first.records);
  });

  test('of an encoding reads names that the guess would spoil', async () => {
    const bytes = Uint8Array.from(
      [...'Id,Label\n1,'].map((char) => char.charCodeAt(0)).concat([0xcf, 0xf0, 0xe8]),
    );
    const wish = { table: '', dialect: { encoding: 'windows-1251' } };
    const imported = await read(bytes, { name: 't.csv', tables: [wish] }, quietJob());
    expect(said(new Case(imported.records), '1')).toEqual([['name', 'При']]);
    expect(imported.tables[0]!.mapping.dialect.encoding).toBe('windows-1251');
  });
});

describe('events', () => {
  test('tie their people to them, in a part or involved', async () => {
    const of = await caseOf('Title,Date,Speakers,Participants\nTalk,2021-01-02,Ann Ono,"Bob Lee; Cy Dee"\n');
    expect(said(of, 'Talk, 2021-01-02')).toEqual([
      ['date', '2021-01-02'],
      ['name', 'Talk'],
      ['involved', 'Bob Lee'],
      ['involved', 'Cy Dee'],
    ]);
    const [relation] = of.relations();
    expect(said(of, relation!.id)).toContainEqual(['role', 'speaker']);
    expect(of.schemaOf('Ann Ono')).toBe('Person');
  });
});

test('a row’s own citation becomes a source that the table quotes, and its place goes with its claims', async () => {
  const of = await caseOf('Source,Target,Page,Source URL\nAnn,Acme,p. 7,https://example.org/a\n');
  const claim = [...of.claims].find(({ property }) => property === 'subject')!;
  expect(claim.locators).toEqual([{ place: 'line 2, p. 7' }]);
  expect(of.source(claim.via![0]!)?.address).toBe('https://example.org/a');
});

test('codes are read as what they stand for', async () => {
  const of = await caseOf('id,entity1_id,entity2_id,category_id\n5,1,2,10\n');
  expect([...of.relations()].map(({ schema }) => schema)).toEqual(['Ownership']);
});
