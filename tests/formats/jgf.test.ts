// JSON Graph Format: both versions, several graphs, hyperedges, what is written.
import { describe, expect, test } from 'vitest';
import { jgf } from '../../src/formats/jgf/jgf.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { roundTrip } from './graphRoundTrip.ts';
import { bytesFor } from './roundTrip.ts';

const read = (text: string) => eventsOf(jgf, text);
const ends = ({ edges }: Events) =>
  edges.map(({ source, target, directed }) => `${source} ${directed ? '→' : '–'} ${target}`);
const outcomes = ({ problems }: Events) => problems.map(({ outcome }) => outcome);

describe('reading', () => {
  const edges =
    '"edges":[{"id":"e","source":"a","target":"10","relation":"owns","label":"51 %","metadata":{"n":[1,2],"o":{"b":1}}},{"source":"a","target":"9","directed":false,"metadata":null}]';

  test.each([
    [
      '1',
      '"nodes":[{"id":"a","label":"Ann","metadata":{"x":1,"y":-2,"n":12345678901234567890}},{"id":"10"},{"id":"9","metadata":null},{"id":"__proto__","metadata":{"__proto__":"p"}}]',
    ],
    [
      '2',
      '"nodes":{"a":{"label":"Ann","metadata":{"x":1,"y":-2,"n":12345678901234567890}},"10":{},"9":null,"__proto__":{"metadata":{"__proto__":"p"}}}',
    ],
  ])('takes version %s', async (_, nodes) => {
    const events = await read(`{"graph":{"label":"Net","metadata":{"description":"D"},${nodes},${edges}}}`);
    expect(events.nodes.map(({ id }) => id)).toEqual(['a', '10', '9', '__proto__']);
    const { label, x, y } = events.node('a');
    expect({ label, x, y }).toEqual({ label: 'Ann', x: 1, y: -2 });
    expect([...events.node('a').attributes]).toEqual([
      ['n', { type: 'integer', values: ['12345678901234567890'] }],
    ]);
    expect([...events.node('__proto__').attributes]).toEqual([
      ['__proto__', { type: 'string', values: ['p'] }],
    ]);
    expect(events.edges[0]).toMatchObject({ id: 'e', type: 'owns', label: '51 %' });
    expect(said(events.edges[0]!)).toEqual({ n: ['1', '2'], o: ['{"b":1}'] });
    expect(ends(events)).toEqual(['a → 10', 'a – 9']);
    expect([...events.meta]).toEqual([
      ['name', 'Net'],
      ['description', 'D'],
    ]);
    expect(outcomes(events)).toEqual(['kept']);
  });

  test.each([
    ['', 'a → a'],
    ['"directed":true,', 'a → a'],
    ['"directed":false,', 'a – a'],
    ['"directed":null,', 'a → a'],
  ])('takes edges without a word as the graph says: %s', async (directed, expected) => {
    const events = await read(
      `{"graph":{${directed}"nodes":{"a":{}},"edges":[{"source":"a","target":"a"}]}}`,
    );
    expect([ends(events), outcomes(events)]).toEqual([[expected], []]);
  });

  test('reads several graphs as one and says so', async () => {
    const events = await read(
      '{"graphs":[{"nodes":{"a":{}}},{"nodes":[{"id":"b"}],"edges":[{"source":"b","target":"b"}]}]}',
    );
    expect(events.nodes.map(({ id, where }) => [id, where])).toEqual([
      ['a', 'graph 1, node 1'],
      ['b', 'graph 2, node 1'],
    ]);
    expect([ends(events), outcomes(events)]).toEqual([['b → b'], ['mended']]);
  });

  test.each([
    ['one source, one target', '{"source":["a"],"target":["b"]}', ['a → b'], 0],
    ['two nodes', '{"nodes":["a","b"]}', ['a – b'], 0],
    ['several sources', '{"id":"h","source":["a","b"],"target":["c"]}', ['a → h', 'b → h', 'h → c'], 1],
    ['two sources, no target', '{"id":"h","source":["a","b"],"target":[]}', ['a → h', 'b → h'], 1],
    [
      'three nodes',
      '{"relation":"met","nodes":["a","b","c"]}',
      ['hyperedge 1 – a', 'hyperedge 1 – b', 'hyperedge 1 – c'],
      1,
    ],
    ['one node', '{"id":"h","nodes":["a"]}', ['h – a'], 1],
  ])('takes hyperedges: %s', async (_, hyperedge, expected, events) => {
    const found = await read(`{"graph":{"nodes":{},"hyperedges":[${hyperedge}]}}`);
    expect([ends(found), found.nodes.length]).toEqual([expected, events]);
    expect(outcomes(found)).toEqual(events === 1 ? ['mended'] : []);
    expect(found.nodes.every(({ type }) => type === 'Event')).toBe(true);
  });

  test('leaves out what has no id or ends, and says so', async () => {
    const events = await read(
      '{"graph":{"type":"t","nodes":[{"label":"a"},7],"edges":[{"source":"a"},null],"hyperedges":[{"nodes":[]}]}}',
    );
    expect([events.nodes, events.edges]).toEqual([[], []]);
    // The graph's type; nodes without an id; edges; the hyperedge.
    expect(outcomes(events)).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  test.each(['{}', '[]', '7', '', '{"graph":7}', '{"graph":{'])('refuses %j', async (text) => {
    await expect(read(text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  test.each([
    ['small', '2', smallRecords],
    ['small', '1', smallRecords],
    ['nasty', '2', nastyRecords],
    ['nasty', '1', nastyRecords],
  ])('the %s case comes back from version %s', async (_, version, records) => {
    const { before, after } = await roundTrip(jgf, records(), { version });
    expect(after.nodes).toEqual(before.nodes);
    expect(after.edges.length).toEqual(before.edges.length);
  });

  test('keeps to the members that the format has', () => {
    const { graph, ...rest } = JSON.parse(new TextDecoder().decode(bytesFor(jgf, outgoing(smallRecords()))));
    expect(rest).toEqual({});
    expect(Object.keys(graph)).toEqual(['label', 'directed', 'metadata', 'nodes', 'edges']);
    for (const node of Object.values<object>(graph.nodes))
      expect(Object.keys(node)).toEqual(['label', 'metadata']);
    for (const edge of graph.edges)
      expect(Object.keys(edge)).toEqual([
        'id',
        'source',
        'target',
        'relation',
        'directed',
        'label',
        'metadata',
      ]);
  });
});

test.each([
  ['{"graph":{"nodes":{},"edges":[]}}', true],
  ['{"graph":{"nodes":[{"id":"a"}]}}', true],
  ['{"graph":{"hyperedges":[]}}', true],
  ['{"graph":{"label":"x"}}', true],
  ['{"graphs":[{"nodes":{}}]}', true],
  ['{"graph":{},"nodes":[{"id":"a"}],"links":[]}', false],
  ['{"graph":{"nodes":[{"key":"a","attributes":{}}]}}', false],
  ['{"graph":{"mode":"NORMAL","vertices":[],"edges":[]}}', false],
  ['{"graph":"title","nodes":[]}', false],
  ['{"settings":{},"graph":{"nodes":[]}}', false],
])('recognises %s: %s', (text, expected) => {
  expect(jgf.sniff({ text, bytes: new Uint8Array(0) }) > 0).toBe(expected);
});
