// Graphology's JSON: what sigma.js, Gephi and graphology write, and whether graphology takes what is written.
import { MultiGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { graphology } from '../../src/formats/graphology/graphology.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said } from './events.ts';
import { roundTrip } from './graphRoundTrip.ts';
import { bytesFor } from './roundTrip.ts';

const read = (text: string) => eventsOf(graphology, text);
const headOf = (text: string) => ({ text: text.slice(0, 65_536), bytes: new Uint8Array(0) });

describe('reading', () => {
  test('takes keys, attributes and places, with y turned', async () => {
    const events = await read(
      '{"attributes":{"title":"Net","creator":"Someone"},"nodes":[{"key":"0.0","attributes":{"label":"Ann","x":1,"y":2.5,"n":12345678901234567890,"o":{"a":1},"__proto__":"p","type":"image"}},{"key":7},{"key":"__proto__"}],"edges":[{"key":"e","source":"0.0","target":7,"attributes":{"label":"knows","type":"owns"}}]}',
    );
    const { label, x, y, type } = events.node('0.0');
    expect({ label, x, y, type }).toEqual({ label: 'Ann', x: 1, y: -2.5, type: undefined });
    expect(said(events.node('0.0'))).toEqual(
      Object.fromEntries([
        ['n', ['12345678901234567890']],
        ['o', ['{"a":1}']],
        ['__proto__', ['p']],
        ['viz:type', ['image']],
      ]),
    );
    expect(events.nodes.map(({ id }) => id)).toEqual(['0.0', '7', '__proto__']);
    expect(events.edges).toMatchObject([
      { id: 'e', source: '0.0', target: '7', directed: true, label: 'knows' },
    ]);
    expect(said(events.edges[0]!)).toEqual({ type: ['owns'] });
    expect([...events.meta]).toEqual([
      ['name', 'Net'],
      ['creator', 'Someone'],
    ]);
  });

  test.each([
    ['nothing', '', [true, false, true]],
    ['mixed', '"options":{"type":"mixed"},', [true, false, true]],
    ['directed', '"options":{"type":"directed"},', [true, false, true]],
    ['undirected', '"options":{"type":"undirected"},', [false, false, true]],
  ])('goes by each edge, then by the graph’s type: %s', async (_, options, expected) => {
    const { edges, problems } = await read(
      `{${options}"nodes":[{"key":"a"}],"edges":[{"source":"a","target":"a"},{"source":"a","target":"a","undirected":true},{"source":"a","target":"a","undirected":false}]}`,
    );
    expect(edges.map(({ directed }) => directed)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('leaves out what has no key or ends, and says so', async () => {
    const events = await read('{"nodes":[{"id":"a"},7,{"key":null}],"edges":[{"source":"a"},null],"more":1}');
    expect([events.nodes, events.edges]).toEqual([[], []]);
    expect(events.problems.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
  });

  test.each(['{}', '[]', '7', '', '{"nodes":7}', '{"nodes":[}'])('refuses %j', async (text) => {
    await expect(read(text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  const text = (records = smallRecords()) =>
    new TextDecoder().decode(bytesFor(graphology, outgoing(records)));

  test.each([
    ['the small case', smallRecords],
    ['the nasty case', nastyRecords],
  ])('%s is taken by graphology, and comes back as it was', async (_, records) => {
    const data = JSON.parse(text(records()));
    const graph = MultiGraph.from(data);
    expect([graph.order, graph.size]).toEqual([data.nodes.length, data.edges.length]);
    const again = await read(JSON.stringify(graph.export()));
    expect(again.edges.map(({ id, directed }) => [id, directed])).toEqual(
      (await read(text(records()))).edges.map(({ id, directed }) => [id, directed]),
    );
    const { before, after } = await roundTrip(graphology, records());
    expect(after.nodes).toEqual(before.nodes);
  });

  test('calls no attribute "type", which sigma.js takes for a way to draw', () => {
    const { nodes, edges } = JSON.parse(text());
    for (const { attributes } of [...nodes, ...edges]) expect(Object.keys(attributes)).not.toContain('type');
    const ann = nodes.find(({ key }: { key: string }) => key === 'ann');
    expect(ann.attributes).toMatchObject({ schema: 'Person', x: 1, y: 2.5 });
    expect(edges.some(({ undirected }: { undirected?: boolean }) => undirected === true)).toBe(true);
  });
});

test.each([
  ['{"nodes":[{"key":"a","attributes":{}}],"edges":[]}', true],
  ['{"nodes":[{"key":"a"}]}', true],
  ['{"options":{"multi":false,"type":"directed"},"nodes":[],"edges":[]}', true],
  ['{"nodes":[],"edges":[]}', false],
  ['{"nodes":[{"key":"a","name":"Ann"}],"links":[]}', false],
  ['{"nodes":[{"id":"a","key":"b","attributes":{}}],"edges":[]}', false],
  ['{"graph":{"nodes":[{"key":"a","attributes":{}}]}}', false],
])('recognises %s: %s', (text, expected) => {
  expect(graphology.sniff(headOf(text)) > 0).toBe(expected);
});
