// Node-link JSON: the ways in which edges name nodes, what dialects add, what is written.
import { describe, expect, test } from 'vitest';
import { nodeLink } from '../../src/formats/nodeLink/nodeLink.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said } from './events.ts';
import { roundTrip } from './graphRoundTrip.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

const read = (text: string) => eventsOf(nodeLink, text);
const ends = async (text: string): Promise<string[]> =>
  (await read(text)).edges.map(({ source, target }) => `${source} ${target}`);
const headOf = (text: string) => ({ text: text.slice(0, 65_536), bytes: new Uint8Array(0) });

describe('edges name nodes', () => {
  test.each([
    ['by id', '[{"id":"a"},{"id":"b"}]', '["a","b"]', ['a', 'b'], ['a b']],
    ['by a number as id', '[{"id":1},{"id":2},{"id":3}]', '[3,1]', ['1', '2', '3'], ['3 1']],
    ['by a number as id, written as text', '[{"id":"1"},{"id":"2"}]', '[1,2]', ['1', '2'], ['1 2']],
    ['by place, without ids', '[{"name":"Ann"},{"name":"Bob"}]', '[1,0]', ['0', '1'], ['1 0']],
    ['by place, with ids', '[{"id":"a"},{"id":"b"}]', '[0,1]', ['a', 'b'], ['a b']],
    ['by place, with ids from 1', '[{"id":1},{"id":2}]', '[0,1]', ['1', '2'], ['1 2']],
    ['by name', '[{"name":"Ann"},{"name":"Bob"}]', '["Bob","Ann"]', ['Ann', 'Bob'], ['Bob Ann']],
    [
      'by name, with ids',
      '[{"id":1,"name":"Ann"},{"id":2,"name":"Bob"}]',
      '["Bob","Ann"]',
      ['Ann', 'Bob'],
      ['Bob Ann'],
    ],
    ['by tuples', '[{"id":[0,1]},{"id":[0,2]}]', '[[0,1],[0,2]]', ['[0,1]', '[0,2]'], ['[0,1] [0,2]']],
    [
      'by the nodes themselves',
      '[{"id":"a"},{"id":"b"}]',
      '[{"id":"b","x":1},{"id":"a"}]',
      ['a', 'b'],
      ['b a'],
    ],
    [
      'by the nodes themselves, without ids',
      '[{"q":1},{"q":2}]',
      '[{"q":2,"index":1},{"q":1,"index":0}]',
      ['0', '1'],
      ['1 0'],
    ],
    [
      'by __proto__',
      '[{"id":"__proto__"},{"id":"constructor"}]',
      '["__proto__","constructor"]',
      ['__proto__', 'constructor'],
      ['__proto__ constructor'],
    ],
    ['by plain values', '["a","b"]', '["a","b"]', ['a', 'b'], ['a b']],
    [
      'by digits past a double',
      '[{"id":12345678901234567890},{"id":12345678901234567891}]',
      '[12345678901234567890,12345678901234567891]',
      ['12345678901234567890', '12345678901234567891'],
      ['12345678901234567890 12345678901234567891'],
    ],
  ])('%s', async (_, nodes, pair, ids, expected) => {
    const [source, target] = pairOf(pair);
    for (const edges of [
      `"links":[{"source":${source},"target":${target}}]`,
      `"edges":[{"from":${source},"to":${target}}]`,
    ]) {
      const events = await read(`{"directed":true,"nodes":${nodes},${edges}}`);
      expect(events.nodes.map(({ id }) => id)).toEqual(ids);
      expect(events.edges.map((edge) => `${edge.source} ${edge.target}`)).toEqual(expected);
      expect(events.edges.flatMap((edge) => [...edge.attributes.keys()])).toEqual([]);
      expect(events.problems.every(({ outcome }) => outcome === 'kept')).toBe(true);
    }
  });

  /** The two members of a list, as text. */
  function pairOf(list: string): readonly [string, string] {
    for (let at = list.indexOf(','); at > 0; at = list.indexOf(',', at + 1)) {
      const [a, b] = [list.slice(1, at), list.slice(at + 1, -1)];
      if (isJson(a) && isJson(b)) return [a, b];
    }
    throw new Error(list);
  }
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  test('by numeric ids still, where the node of one is missing', async () => {
    const nodes = '[{"id":0},{"id":1},{"id":2},{"id":4}]';
    const links = '[{"source":0,"target":1},{"source":1,"target":2},{"source":2,"target":3}]';
    expect(await ends(`{"nodes":${nodes},"links":${links}}`)).toEqual(['0 1', '1 2', '2 3']);
  });

  test('by nothing: such edges and nodes are left out and told of', async () => {
    const events = await read(
      '{"directed":false,"nodes":[{"id":"a"},{"name":"b"},null],"links":[{"source":"a"},7]}',
    );
    expect([events.nodes.length, events.edges.length]).toEqual([1, 0]);
    expect(events.problems.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  test('by place beyond the list is no place', async () => {
    expect(await ends('{"nodes":[{"id":"a"}],"links":[{"source":0,"target":9}]}')).toEqual(['0 9']);
  });
});

describe('reading', () => {
  test('takes names, places and attributes; what belongs to a running d3 goes', async () => {
    const events = await read(
      '{"directed":true,"graph":{"name":"Net"},"nodes":[{"id":"a","name":"Ann","x":1.5,"y":-2,"vx":0.1,"vy":0,"index":0,"group":3,"tags":["s","t"],"n":12345678901234567890,"far":Infinity,"__proto__":"p"}],"links":[]}',
    );
    const { label, x, y } = events.node('a');
    expect({ label, x, y }).toEqual({ label: 'Ann', x: 1.5, y: -2 });
    expect([...events.node('a').attributes]).toEqual([
      ['name', { type: 'string', values: ['Ann'] }],
      ['group', { type: 'integer', values: ['3'] }],
      ['tags', { type: 'string', values: ['s', 't'] }],
      ['n', { type: 'integer', values: ['12345678901234567890'] }],
      ['far', { type: 'number', values: ['Infinity'] }],
      ['__proto__', { type: 'string', values: ['p'] }],
    ]);
    expect(events.meta.get('name')).toBe('Net');
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  test.each([
    ['says nothing', '{', [false, true], ['kept']],
    ['says directed', '{"directed":true,', [true, true], []],
    ['says undirected', '{"directed":false,', [false, true], []],
  ])('goes by the direction of each edge, then of the file that %s', async (_, start, expected, told) => {
    const events = await read(
      `${start}"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"a"},{"source":"a","target":"a","directed":true}]}`,
    );
    expect(events.edges.map(({ directed }) => directed)).toEqual(expected);
    expect(events.problems.map(({ outcome }) => outcome)).toEqual(told);
  });

  test('drops the count of parallel edges, not a key that says something', async () => {
    const { edges } = await read(
      '{"directed":true,"multigraph":true,"nodes":[{"id":"a"}],"links":[{"source":"a","target":"a","key":0},{"source":"a","target":"a","key":"owns"}]}',
    );
    expect(edges.map(said)).toEqual([{}, { key: ['owns'] }]);
  });

  test('unfolds attributes that lie in an object of their own', async () => {
    const events = await read(
      '{"nodes":[{"id":1,"label":"A","data":{"properties":{"name":"Ann","label":"B","deep":{"x":[1]}},"statistics":7}}],"edges":[{"source":1,"target":1,"data":{"type":"owns"}}]}',
    );
    expect(said(events.node('1'))).toEqual({
      name: ['Ann'],
      'data.properties.label': ['B'],
      deep: ['{"x":[1]}'],
      statistics: ['7'],
    });
    expect(said(events.edges[0]!)).toEqual({ type: ['owns'] });
  });

  test('tells of what it leaves out of the graph itself', async () => {
    const events = await read(
      '{"directed":true,"graph":[["name","Net"],["seed",7]],"nodes":[],"links":[],"adjacency":[1]}',
    );
    expect(events.meta.get('name')).toBe('Net');
    expect(events.problems.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  test('takes "relation" for what others mean by it, not for an id', async () => {
    const edges = ['a', 'b'].map((target) => `{"source":"a","target":"${target}","relation":"knows"}`);
    const { account } = await readBytes(
      `{"directed":true,"nodes":[{"id":"a"},{"id":"b"}],"links":[${edges.join()}]}`,
    );
    expect(account.read.edges).toBe(2);
  });

  test.each(['{}', '[]', '7', '', '{"nodes":7}', '{"nodes":[}'])('refuses %j', async (text) => {
    await expect(read(text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  const text = (settings = {}, records = smallRecords()) =>
    new TextDecoder().decode(bytesFor(nodeLink, outgoing(records), settings));

  test('gives networkx its members and each edge its direction', () => {
    const { directed, multigraph, graph, nodes, edges } = JSON.parse(text());
    expect([directed, multigraph, graph.name]).toEqual([true, true, 'A small case']);
    expect(nodes.find(({ id }: { id: string }) => id === 'ann')).toMatchObject({ x: 1, y: -2.5 });
    expect(new Set(edges.map((edge: { directed: boolean }) => edge.directed))).toEqual(
      new Set([true, false]),
    );
    expect(JSON.parse(text({ edges: 'links' })).links).toHaveLength(edges.length);
  });

  test.each([
    ['the small case', smallRecords, {}],
    ['the nasty case', nastyRecords, {}],
    ['the small case with "links"', smallRecords, { edges: 'links' }],
  ])('%s comes back as it was', async (_, records, settings) => {
    const { before, after } = await roundTrip(nodeLink, records(), settings);
    expect({ ...after, edges: after.edges.length }).toEqual({ ...before, edges: before.edges.length });
  });
});

test.each([
  ['{"nodes":[{"id":"a"}],"links":[]}', true],
  ['{"links":[{"source":"a","target":"b"}]}', true],
  ['{"nodes":[],"edges":[]}', true],
  [`{"nodes":[{"id":"${'x'.repeat(70_000)}"}],"links":[]}`, true],
  [`{"nodes":[{"id":"a","n":[${'{"a":1},'.repeat(9_000)}1]}],"links":[]}`, true],
  ['{"nodes":[{"id":1,"data":{"a":1}}],"edges":[{"id":2,"source":1,"target":1,"data":{}}]}', true],
  ['{"nodes":[{"id":1}],"edges":[{"id":2,"sou', true],
  ['{"nodes":[{"data":{"id":"a"}}],"edges":[]}', false],
  ['{"nodes":[{"id":"a","type":"text","x":0,"y":0,"width":9,"height":9}],"edges":[]}', false],
  ['{"nodes":[],"edges":[{"id":"e","fromNode":"a","toNode":"b"}]}', false],
  ['{"nodes":[{"key":"a","attributes":{}}],"edges":[]}', false],
  ['{"options":{"type":"mixed"},"nodes":[],"edges":[]}', false],
  ['{"graph":{"nodes":{},"edges":[]}}', false],
  ['{"elements":{"nodes":[],"edges":[]}}', false],
  ['{"vertices":[{"id":1,"label":"person","outE":{}}]}', false],
  ['[]', false],
  ['nodes', false],
])('recognises %.80s: %s', (text, expected) => {
  expect(nodeLink.sniff(headOf(text)) > 0).toBe(expected);
});
