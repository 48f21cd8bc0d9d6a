// GraphSON: its versions, what types stand for, edges that stand twice, what is written.
import { describe, expect, test } from 'vitest';
import { graphson } from '../../src/formats/graphson/graphson.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, type Events } from './events.ts';
import { roundTrip } from './graphRoundTrip.ts';
import { bytesFor } from './roundTrip.ts';

const read = (text: string) => eventsOf(graphson, text);
const outcomes = ({ problems }: Events) => problems.map(({ outcome }) => outcome);
const told = ({ edges }: Events) => edges.map(({ id, source, target, type }) => [id, source, type, target]);

const int = (value: number) => ({ '@type': 'g:Int32', '@value': value });
const vertex = (value: object) => ({ '@type': 'g:Vertex', '@value': value });
const text = (...lines: unknown[]) => lines.map((line) => JSON.stringify(line)).join('\n');

describe('the same two vertices and their edge', () => {
  const marko = { id: 1, label: 'person', properties: { name: [{ id: 0, value: 'marko' }] } };
  const lop = { id: 3, label: 'software', properties: { name: [{ id: 2, value: 'lop' }] } };
  const out = { outE: { created: [{ id: 9, inV: 3, properties: { weight: 0.4 } }] } };
  const into = { inE: { created: [{ id: 9, outV: 1, properties: { weight: 0.4 } }] } };
  const edge = { id: 9, label: 'created', type: 'edge', outV: 1, inV: 3, properties: { weight: 0.4 } };
  const typedOut = {
    outE: {
      created: [{ id: int(9), inV: int(3), properties: { weight: { '@type': 'g:Double', '@value': 0.4 } } }],
    },
  };
  const typedLop = vertex({
    id: int(3),
    label: 'software',
    properties: {
      name: [{ '@type': 'g:VertexProperty', '@value': { id: int(2), value: 'lop', label: 'name' } }],
    },
  });
  const typedEdge = {
    '@type': 'g:Edge',
    '@value': {
      id: int(9),
      label: 'created',
      outV: int(1),
      inV: int(3),
      properties: {
        weight: {
          '@type': 'g:Property',
          '@value': { key: 'weight', value: { '@type': 'g:Double', '@value': 0.4 } },
        },
      },
    },
  };
  const blueprints = {
    mode: 'EXTENDED',
    vertices: [
      { name: { type: 'string', value: 'marko' }, _id: 1, _type: 'vertex' },
      { name: 'lop', _id: 3, _type: 'vertex' },
    ],
    edges: [
      { weight: { type: 'float', value: 0.4 }, _id: 9, _type: 'edge', _outV: 1, _inV: 3, _label: 'created' },
    ],
  };

  test.each([
    ['a line each, version 1', text({ ...marko, ...out }, { ...lop, ...into })],
    ['a line each, with types', text({ ...marko, id: int(1), ...typedOut }, { ...lop, id: int(3) })],
    ['a line each, the second first', text({ ...lop, ...into }, { ...marko, ...out })],
    ['a line each, only where the edge comes in', text(marko, { ...lop, ...into })],
    [
      'in one object',
      JSON.stringify(
        {
          vertices: [
            { ...marko, ...out },
            { ...lop, ...into },
          ],
        },
        undefined,
        2,
      ),
    ],
    ['in two lists', JSON.stringify({ vertices: [marko, lop], edges: [edge] })],
    ['in one list', JSON.stringify([marko, lop, edge], undefined, 1)],
    [
      'of TinkerGraph',
      JSON.stringify({
        '@type': 'tinker:graph',
        '@value': { vertices: [vertex(marko), typedLop], edges: [typedEdge] },
      }),
    ],
    [
      'in a server’s answer',
      JSON.stringify({
        requestId: 'r',
        status: { code: 200 },
        result: { data: { '@type': 'g:List', '@value': [vertex(marko), typedLop, typedEdge] }, meta: {} },
      }),
    ],
    ['of Blueprints', JSON.stringify(blueprints)],
    ['of Blueprints, in "graph"', JSON.stringify({ graph: blueprints })],
  ])('%s', async (_, file) => {
    expect(graphson.sniff({ text: file, bytes: new Uint8Array(0) })).toBeGreaterThan(0);
    const events = await read(file);
    expect(events.nodes.map(({ id, label }) => [id, label]).sort()).toEqual([
      ['1', 'marko'],
      ['3', 'lop'],
    ]);
    expect(told(events)).toEqual([['9', '1', 'created', '3']]);
    expect(events.edges[0]!.directed).toBe(true);
    expect([...events.edges[0]!.attributes]).toEqual([['weight', { type: 'number', values: ['0.4'] }]]);
    expect(events.problems).toEqual([]);
  });
});

describe('reading', () => {
  const value = async (json: string) => {
    const events = await read(`{"id":"a","label":"vertex","properties":{"p":[{"id":0,"value":${json}}]}}`);
    return events.node('a').attributes.get('p');
  };

  test.each([
    ['{"@type":"g:Int64","@value":9007199254740993}', 'integer', ['9007199254740993']],
    ['{"@type":"g:Int64","@value":"9007199254740993"}', 'integer', ['9007199254740993']],
    ['{"@type":"gx:BigInteger","@value":12345678901234567890}', 'integer', ['12345678901234567890']],
    ['{"@type":"gx:BigDecimal","@value":1.50}', 'number', ['1.50']],
    ['{"@type":"g:Double","@value":"NaN"}', 'number', ['NaN']],
    ['{"@type":"g:Double","@value":"-Infinity"}', 'number', ['-Infinity']],
    ['{"@type":"g:Date","@value":0}', 'date', ['1970-01-01']],
    ['{"@type":"g:Timestamp","@value":1481750076295}', 'date', ['2016-12-14T21:14:36.295Z']],
    ['{"@type":"g:UUID","@value":"41d2e28a"}', 'string', ['41d2e28a']],
    ['{"@type":"g:Set","@value":["x",{"@type":"g:Int32","@value":2}]}', 'string', ['x', '2']],
    [
      '{"@type":"g:Map","@value":["k",{"@type":"g:Int32","@value":2},"__proto__",true]}',
      'string',
      ['{"k":2,"__proto__":true}'],
    ],
    ['["java.lang.Long",7]', 'integer', ['7']],
    ['["java.util.ArrayList",["x","y"]]', 'string', ['x', 'y']],
    ['{"@class":"java.util.HashMap","k":1}', 'string', ['{"k":1}']],
    ['{"type":"director","value":1}', 'string', ['{"type":"director","value":1}']],
    ['{"@type":"g:Int32","@value":"seven"}', 'string', ['seven']],
    ['true', 'boolean', ['true']],
  ])('takes %s', async (json, type, values) => {
    expect(await value(json)).toEqual({ type, values });
  });

  test('keeps several values, what is said of each, and several labels', async () => {
    const events = await read(
      '{"id":{"@type":"g:Int64","@value":1},"label":["person","author"],"properties":{"__proto__":[{"id":0,"value":"p"}],"location":[{"id":1,"value":"san diego","properties":{"startTime":{"@type":"g:Int32","@value":1997},"type":"t","value":"v"}},{"id":2,"value":"santa cruz"}]}}',
    );
    expect(events.nodes[0]).toMatchObject({ id: '1', type: 'person' });
    expect([...events.nodes[0]!.attributes]).toEqual([
      ['__proto__', { type: 'string', values: ['p'] }],
      ['location', { type: 'string', values: ['san diego', 'santa cruz'] }],
      [
        'location (said of values)',
        {
          type: 'string',
          values: ['{"value":"san diego","properties":{"startTime":1997,"type":"t","value":"v"}}'],
        },
      ],
      ['labels', { type: 'string', values: ['person', 'author'] }],
    ]);
    expect(outcomes(events)).toEqual(['kept', 'kept']);
  });

  test('tells edges without ids once, and those of a vertex that is not in the file', async () => {
    const events = await read(
      text(
        { id: 'a', label: 'x', outE: { knows: [{ inV: '__proto__' }, { inV: '__proto__' }] } },
        { id: '__proto__', label: 'x', inE: { knows: [{ outV: 'a' }, { outV: 'a' }, { outV: 'gone' }] } },
      ),
    );
    expect(told(events)).toEqual([
      [undefined, 'a', 'knows', '__proto__'],
      [undefined, 'a', 'knows', '__proto__'],
      [undefined, 'gone', 'knows', '__proto__'],
    ]);
  });

  test('leaves out what is neither vertex nor edge, and says so', async () => {
    const events = await read(
      '{"id":1,"label":"x","outE":{"e":[{"id":2}]}}\n\n{"id":3,\n7\n{"label":"x"}\n{"id":4,"label":"x"}\n',
    );
    expect(events.nodes.map(({ id }) => id)).toEqual(['1', '4']);
    expect(outcomes(events)).toEqual(['refused', 'refused', 'refused']);
  });

  test.each(['', '{', '[1', '{}', '7', '{"vertices":[7]}', '[{"a":1}]'])(
    'refuses or leaves %j empty',
    async (file) => {
      const events = await read(file).catch((error: unknown) => {
        expect(error).toBeInstanceOf(InputError);
      });
      if (events) expect([file, events.nodes]).toEqual(['', []]);
    },
  );
});

describe('writing', () => {
  const lines = (settings = {}) =>
    new TextDecoder()
      .decode(bytesFor(graphson, outgoing(smallRecords()), settings))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  test.each([
    ['small', '3', smallRecords],
    ['small', '2', smallRecords],
    ['small', '1', smallRecords],
    ['nasty', '3', nastyRecords],
    ['nasty', '1', nastyRecords],
  ])('the %s case comes back from version %s', async (_, version, records) => {
    const { before, after } = await roundTrip(graphson, records(), { version });
    expect(after.nodes).toEqual(before.nodes);
    expect(after.edges.length).toEqual(before.edges.length);
  });

  test('puts each edge at both its ends, and gives properties ids of their own', () => {
    const vertices = lines();
    const edges = (end: string) =>
      vertices
        .flatMap((line) => Object.values(line[end] ?? {}).flat() as { id: string }[])
        .map(({ id }) => id)
        .sort();
    expect(edges('outE')).toEqual(edges('inE'));
    expect(edges('outE').length).toBeGreaterThan(5);
    const ids = vertices
      .flatMap(({ properties }) => Object.values(properties).flat())
      .map((property) => JSON.stringify((property as { id: unknown }).id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('types numbers but in version 1', () => {
    const x = (version: string) => lines({ version }).find(({ id }) => id === 'ann').properties.x[0].value;
    expect([x('1'), x('2'), x('3')]).toEqual([
      1,
      { '@type': 'g:Double', '@value': 1 },
      { '@type': 'g:Double', '@value': 1 },
    ]);
  });
});

test.each([
  ['{"id":1,"label":"person"}', false],
  ['{"id":{"@type":"g:Int32","@value":1},"label":"person"}', true],
  ['{"vertices":[]}', true],
  ['{"vertices":[{"id":"a"}],"edges":[]}', false],
  ['{"id":"x","schema":"Person","properties":{"name":["A"]}}', false],
  ['{"nodes":[],"links":[]}', false],
  ['[{"data":{"id":"a"},"group":"nodes"}]', false],
  ['{"@context":"https://schema.org","@type":"Person"}', false],
])('recognises %s: %s', (file, expected) => {
  expect(graphson.sniff({ text: file, bytes: new Uint8Array(0) }) > 0).toBe(expected);
});

test('says that the name of the case is lost', () => {
  expect(graphson.loses(outgoing(smallRecords()), {})).toContainEqual({
    what: 'the name and the description of the case',
    count: 2,
  });
});
