// Cytoscape's JSON, and the JSON reader under it, by dialect and by trap.
import { describe, expect, test } from 'vitest';
import { cyjs } from '../../src/formats/cyjs/cyjs.ts';
import { Digits, readJson, writeJson } from '../../src/formats/json.ts';
import { Tally } from '../../src/formats/tally.ts';
import { InputError, type Problem } from '../../src/plugin/problem.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);

describe('readJson', () => {
  const read = (text: string) => readJson(text, new Tally());

  test.each([
    '{"a":[1,true,false,null,"x"],"b":{}}',
    '12345678901234567890',
    '-0.10e+5',
    '{"__proto__":{"polluted":1},"constructor":2}',
    '"\\u0000 \\" \\\\ \u2028"',
    '[[],{}]',
  ])('reads what writeJson writes: %s', (text) => {
    expect(writeJson(readJson(writeJson(read(text)), new Tally()))).toBe(writeJson(read(text)));
    expect(JSON.parse(writeJson(read(text)))).toEqual(JSON.parse(text));
  });

  test('keeps digits', () => {
    expect(read(' 12345678901234567890 ')).toEqual(new Digits('12345678901234567890'));
    expect(writeJson(read('[1.50, 1E400]'))).toBe('[1.50,1E400]');
  });

  test('keeps __proto__ as a key like any other', () => {
    expect([...(read('{"__proto__":"x"}') as Map<string, unknown>)]).toEqual([['__proto__', 'x']]);
  });

  test('takes what Python writes for numbers that are none, and says so', () => {
    const tally = new Tally();
    const problems: Problem[] = [];
    expect(writeJson(readJson('[NaN, -Infinity, Infinity, nan]', tally))).toBe(
      '[NaN,-Infinity,Infinity,NaN]',
    );
    tally.tell((problem) => problems.push(problem));
    expect(problems.map(({ outcome }) => outcome)).toEqual(['kept']);
  });

  test.each([
    '',
    '{',
    '[1',
    '[1,]',
    '{"a"}',
    '{a:1}',
    "['a']",
    '[1] 2',
    '"a',
    '"\\x"',
    '"\\u12"',
    '01',
    'tru',
    'undefined',
    '[1 2]',
  ])('refuses %j', (text) => {
    expect(() => read(text)).toThrow(InputError);
  });

  test('refuses nesting without end, and says where it stopped', () => {
    expect(() => read('['.repeat(100_000))).toThrow(InputError);
    expect(() => read('{\n"a": x')).toThrow(/line 2/);
  });
});

describe('reading', () => {
  const ann = '{"data":{"id":"a","name":"Ann"},"position":{"x":1,"y":-2}}';
  const bob = '{"data":{"id":7,"label":"Bob"}}';
  const tie = '{"data":{"id":"e","source":"a","target":7,"interaction":"knows"}}';

  test.each([
    [
      'of the desktop',
      `{"format_version":"1.0","data":{"name":"Net"},"elements":{"nodes":[${ann},${bob}],"edges":[${tie}]}}`,
    ],
    [
      'of cy.json()',
      `{"data":{"name":"Net"},"zoom":1,"elements":{"edges":[${tie}],"nodes":[${ann},${bob}]}}`,
    ],
    ['with elements in one list', `{"data":{"name":"Net"},"elements":[${tie},${ann},${bob}]}`],
    [
      'of networkx',
      `{"data":[["name","Net"]],"directed":true,"elements":{"nodes":[${ann},${bob}],"edges":[${tie}]}}`,
    ],
  ])('takes files %s', async (_, text) => {
    const events = await eventsOf(cyjs, text);
    const { label, x, y } = events.node('a');
    expect({ label, x, y }).toEqual({ label: 'Ann', x: 1, y: -2 });
    expect(events.node('7').label).toBe('Bob');
    expect(events.edges).toMatchObject([
      { id: 'e', source: 'a', target: '7', type: 'knows', directed: true },
    ]);
    expect(events.meta.get('name')).toBe('Net');
  });

  test('takes a bare list of elements, and nodes and edges without "elements"', async () => {
    for (const text of [`[${ann},${bob},${tie}]`, `{"nodes":[${ann},${bob}],"edges":[${tie}]}`]) {
      const { nodes, edges } = await eventsOf(cyjs, text);
      expect([nodes.length, edges.length]).toEqual([2, 1]);
    }
  });

  test('goes by the group where it is given', async () => {
    const { nodes, edges } = await eventsOf(
      cyjs,
      '[{"group":"nodes","data":{"id":"a","source":"a book","target":"x"}}]',
    );
    expect([nodes.length, edges.length]).toEqual([1, 0]);
    expect(said(nodes[0]!)).toEqual({ source: ['a book'], target: ['x'] });
  });

  test('types values, keeps digits, lists and objects', async () => {
    const events = await eventsOf(
      cyjs,
      `{"elements":{"nodes":[{"data":{"id":"a","n":12345678901234567890,"x":1.50,"ok":false,"tags":["x","y"],"o":{"b":[1]},"none":null,"empty":"","SUID":1,"selected":true,"__proto__":"p"},"classes":"x y"}]}}`,
    );
    expect([...events.node('a').attributes]).toEqual([
      ['n', { type: 'integer', values: ['12345678901234567890'] }],
      ['x', { type: 'number', values: ['1.50'] }],
      ['ok', { type: 'boolean', values: ['false'] }],
      ['tags', { type: 'string', values: ['x', 'y'] }],
      ['o', { type: 'string', values: ['{"b":[1]}'] }],
      ['__proto__', { type: 'string', values: ['p'] }],
      ['classes', { type: 'string', values: ['x', 'y'] }],
    ]);
    expect(outcomes(events)).toEqual(['kept']);
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  test('says in which node one lies', async () => {
    const events = await eventsOf(
      cyjs,
      '{"elements":[{"data":{"id":"a"}},{"data":{"id":"b","parent":"a"}}]}',
    );
    expect(said(events.node('b'))).toEqual({ parent: ['a'] });
    expect(outcomes(events)).toEqual(['kept']);
  });

  test('goes by each edge’s direction, then by the file’s, then takes it as directed and says so', async () => {
    const edges =
      '[{"data":{"source":"a","target":"b"}},{"data":{"source":"a","target":"b","directed":false}}]';
    const silent = await eventsOf(cyjs, `{"elements":{"edges":${edges}}}`);
    expect(silent.edges.map(({ directed }) => directed)).toEqual([true, false]);
    expect(outcomes(silent)).toEqual(['kept']);
    const undirected = await eventsOf(cyjs, `{"directed":false,"elements":{"edges":${edges}}}`);
    expect(undirected.edges.map(({ directed }) => directed)).toEqual([false, false]);
    expect(undirected.problems).toEqual([]);
  });

  test('leaves out what has no data, id or ends, and says so', async () => {
    const events = await eventsOf(
      cyjs,
      '{"elements":{"nodes":[{"data":{}},7],"edges":[{"data":{"source":"a"}}]}}',
    );
    expect([events.nodes, events.edges, outcomes(events)]).toEqual([
      [],
      [],
      ['refused', 'refused', 'refused'],
    ]);
  });

  test.each(['{}', '[]x', '7', '{"elements":7}', '{"elements":{"nodes":7}}'])('refuses %s', async (text) => {
    await expect(eventsOf(cyjs, text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  const text = (records = smallRecords()) => new TextDecoder().decode(bytesFor(cyjs, outgoing(records)));
  const head = (head: string) => ({ text: head.slice(0, 65_536), bytes: new Uint8Array(0) });

  test('gives elements as Cytoscape has them', () => {
    const { elements, data } = JSON.parse(text());
    expect(data.name).toBe('A small case');
    const ann = elements.nodes.find((node: { data: { id: string } }) => node.data.id === 'ann');
    expect(ann.position).toEqual({ x: 1, y: -2.5 });
    expect(typeof ann.data.name).toBe('string');
    expect(elements.edges[0].data).toMatchObject({
      source: expect.any(String),
      target: expect.any(String),
      directed: expect.any(Boolean),
    });
  });

  test('keeps ids of nodes and edges apart: they share one namespace', () => {
    // The id of the tie that `parent` makes of acme.
    const id = 'acme parent parent';
    const { elements } = JSON.parse(
      text([...smallRecords(), { kind: 'entity', id, schema: 'Thing' }, claim(id, 'name', 'x')]),
    );
    const ids = [...elements.nodes, ...elements.edges].map(
      (element: { data: { id: string } }) => element.data.id,
    );
    expect(ids).toContain(`edge ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ['what Clew writes', () => text(), true],
    ['a list of elements', () => '[{"data":{"id":"a"},"position":{"x":1,"y":2}}]', true],
    ['nodes and edges with data', () => '{"nodes": [{"data": {"id": "a"}}]}', true],
    ['a canvas', () => '{"nodes":[{"id":"a","type":"text"}],"edges":[]}', false],
    ['node-link', () => '{"directed":true,"nodes":[{"id":"a"}],"links":[]}', false],
    ['XML', () => '<data/>', false],
  ])('recognises %s by content alone', (_, of, expected) => {
    expect(cyjs.sniff(head(of())) > 0).toBe(expected);
  });
});
