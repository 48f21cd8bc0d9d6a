import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { csv } from '../../src/formats/csv/csv.ts';
import { shapeOf } from '../../src/formats/tables/delimiters.ts';
import { headsOf } from '../../src/formats/tables/headers.ts';
import { unpacked } from '../../src/formats/csv/csvWrite.ts';
import { encoded, write } from '../../src/formats/exporting.ts';
import { joined } from '../../src/formats/pieces.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { bytesFor, contentOf, outgoingOf, readBytes } from './roundTrip.ts';

const textOf = (part: 'nodes' | 'edges', settings = {}): string => {
  const [only] = write(csv, outgoing(smallRecords()), { ...settings, part }, quietJob());
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(joined([...encoded(only!)]));
};
const sizes = async (text: string) => {
  const { read, mended, refused } = (await readBytes(text)).account;
  return [read.nodes, read.edges, mended, refused];
};
const caseOf = async (text: string) => new Case((await readBytes(text)).records);
const said = (of: Case, id: string) => of.claims.claimsOf(id).map(({ property, value }) => [property, value]);

describe('writing', () => {
  test('heads the tables as Gephi does', () => {
    expect(textOf('nodes').split('\n')[0]).toMatch(/^Id,Label,X,Y,type,name,/);
    expect(textOf('edges').split('\n')[0]).toMatch(/^Source,Target,Type,Id,Label,Weight,Kind,/);
    expect(textOf('edges')).toContain('ann,acme,Directed,works,');
    expect(textOf('edges')).toContain('ann,bob,Undirected,friends,');
  });

  test('gives each table alone, or both in a zip with the same bytes every time', () => {
    expect(bytesFor(csv, outgoing(smallRecords()))).toEqual(bytesFor(csv, outgoing(smallRecords())));
    expect(write(csv, outgoing(smallRecords()), {}, quietJob()).map(({ name }) => name)).toEqual([
      'nodes.csv',
      'edges.csv',
    ]);
  });

  test('defuses formulas for spreadsheets, and reading undoes it', async () => {
    const records = smallRecords().map((record) =>
      record.kind === 'claim' && record.value === 'Bob' ? { ...record, value: '=HYPERLINK("x")' } : record,
    );
    const out = outgoing(records);
    const [nodes] = write(csv, out, { part: 'nodes', excel: true }, quietJob());
    const text = [...nodes!.text].join('');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(contentOf(outgoingOf(await readBytes(bytesFor(csv, out, { excel: true }))))).toEqual(
      contentOf(out),
    );
  });

  test.each([[['a']], [['a', 'b']], [['a | b', 'c\\', '|']], [['\\']], [[' | ', '\\| ']]])(
    'packs %j into a cell and back',
    (values) => {
      const cell = values.map((value) => value.replace(/[\\|]/g, '\\$&')).join(' | ');
      expect(unpacked(cell)).toEqual(values);
    },
  );
});

/** A hundred thousand times counting from two would take the afternoon. */
test('columns of one name are numbered in one pass, around names that are there', () => {
  const names = headsOf(['a', 'a 3', ...Array.from({ length: 100_000 }, () => 'a')]).map(({ name }) => name);
  expect(names.slice(0, 5)).toEqual(['a', 'a 3', 'a 2', 'a 4', 'a 5']);
  expect(new Set(names).size).toBe(names.length);
});

describe('reading', () => {
  test('a text of nothing but a comment is no table', async () => {
    await expect(readBytes("\n# 'a' only allowed as a p", 'a.txt')).rejects.toThrow(InputError);
  });

  test.each([
    ['Gephi’s edges', 'Source,Target,Type,Weight\na,b,Directed,1\nb,c,Undirected,2\n', [3, 2, 0, 0]],
    ['Gephi’s nodes', 'Id,Label\n1,One\n2,Two\n', [2, 0, 0, 0]],
    ['semicolons and other heads', 'from;to;relation\nx;y;knows\n', [2, 1, 0, 0]],
    ['tabs', 'source\ttarget\nx\ty\n', [2, 1, 0, 0]],
    ['a line that names the delimiter', 'sep=;\nid;label\n1;a,b\n', [1, 0, 0, 0]],
    ['pairs without a header', 'a,b\nb,c\na,c\n', [3, 3, 0, 0]],
    ['pairs with a weight', 'a b 1\nb c 2.5\n'.replaceAll(' ', '\t'), [3, 2, 0, 0]],
    ['SNAP’s comments', '# Nodes: 3\n# Edges: 2\n1\t2\n2\t3\n', [3, 2, 0, 0]],
    ['neighbours', 'a;b\nb;c;d\ne\nf; a ;g;h; i  ', [9, 7, 0, 0]],
    ['a matrix', ' ,A,B\nA,0,1\nB,2,0\n', [2, 2, 0, 0]],
    ['CR alone', 'Id,Label\r1,One\r2,Two\r', [2, 0, 0, 0]],
    ['ICIJ’s relations', 'node_id_start,rel_type,node_id_end\n1,owner,2\n', [2, 1, 0, 0]],
    [
      'neo4j’s nodes',
      'personId:ID(Person),name,age:int,tags:string[],:LABEL\np1,Ann,33,a;b,Person\n',
      [1, 0, 0, 0],
    ],
    [
      'neo4j’s relations',
      ':START_ID(Person),:END_ID(Org),since:date,:TYPE\np1,o1,2001-01-01,OWNS\n',
      [2, 1, 0, 0],
    ],
    ['short and long rows, told by line', 'Id,Label,Age\n1,a\n2,b,3,4\n', [2, 0, 2, 0]],
    ['a row without id, told by line', 'Id,Label\n,\n,x\n3,y\n', [2, 0, 0, 0]],
    ['a row without an end', 'source,target\na,\na,b\n', [2, 1, 0, 1]],
    ['a node that stands twice', 'id,label\n2,dos\n2,dos\n,\n', [1, 0, 1, 0]],
    ['an edge id that stands twice', 'id,source,target\na,1,2\na,1,2\n', [2, 2, 1, 0]],
  ])('takes %s', async (_, text, expected) => {
    expect(await sizes(text)).toEqual(expected);
  });

  test('takes both tables of a zip in any order', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const zip = zipSync({
      'a/edges.csv': bytes('Source,Target\n1,2\n'),
      'nodes.tsv': bytes('Id\tLabel\n1\tOne\n2\tTwo\n'),
    });
    expect((await readBytes(zip)).account).toMatchObject({ read: { nodes: 2, edges: 1 }, mended: 0 });
  });

  test('keeps ids as they are', async () => {
    const of = await caseOf('Id,Label\n007,a\n1e5,b\n12345678901234567890,c\n__proto__,d\nconstructor,e\n');
    expect([...of.entities()].map(({ id }) => id)).toEqual([
      '007',
      '1e5',
      '12345678901234567890',
      '__proto__',
      'constructor',
    ]);
  });

  test('types columns only where no digit changes', async () => {
    const of = await caseOf('Id,Label,zip,age,born\n1,a,01234,33,1990-02-01\n2,b,99999,4,1991-03-01\n');
    const thing = of.model.schema('Thing').properties;
    expect([thing.get('zip')?.type, thing.get('age')?.type, thing.get('born')?.type]).toEqual([
      'string',
      'number',
      'date',
    ]);
  });

  test('gives a type by what it is called, and an attribute its property', async () => {
    const of = await caseOf('Id,Name,Type,Birth Date,Country\na,Ann,person,1970,Germany\nb,B,Dragon,,\n');
    expect(of.schemaOf('a')).toBe('Person');
    expect(of.schemaOf('b')).toBe('Dragon');
    expect(said(of, 'a')).toEqual([
      ['birthDate', '1970'],
      ['country', 'de'],
      ['name', 'Ann'],
    ]);
  });

  test('reads known relations as such and others under their own name with their direction', async () => {
    const of = await caseOf(
      'Source,Target,Type,Kind,Label\na,b,Directed,employment,boss\na,b,Undirected,knows,\na,c,Directed,,x\n',
    );
    const relations = [...of.relations()].map(({ schema }) => [
      schema,
      of.model.schema(schema).edge?.directed,
    ]);
    expect(relations).toEqual([
      ['Employment', true],
      ['knows', false],
      ['Link', true],
    ]);
  });

  test('names nodes of a bare edge list by their ids', async () => {
    expect(said(await caseOf('source,target\nann,bob\n'), 'ann')).toEqual([['name', 'ann']]);
  });

  test.each([
    ['nothing', ''],
    ['a quote never closed', 'Id,Label\n1,"a\n2,b\n'],
    ['prose', 'Dear all,\n\nplease find the file attached.\nYours\n'],
  ])('refuses %s', async (_, text) => {
    await expect(readBytes(text)).rejects.toBeInstanceOf(InputError);
  });
});

test.each([
  ['a,b\nc,d\n', ','],
  ['a;b,c\nd;e\n', ';'],
  ['"a,b";c\n"d,e";f\n', ';'],
  ['a\tb c\nd\te f\n', '\t'],
  ['a|b\nc|d\n', '|'],
  ['Source Target\na b\n', ' '],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(shapeOf(text)?.delimiter).toBe(delimiter);
});
