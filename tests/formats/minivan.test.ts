// Bundles of minivan: read like the graph inside, written with a model of the attributes.
import { expect, test } from 'vitest';
import { minivan } from '../../src/formats/graphology/minivan.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { eventsOf, said } from './events.ts';
import { roundTrip } from './graphRoundTrip.ts';
import { bytesFor } from './roundTrip.ts';

const bundle = (type: string) =>
  `{"title":"Net","authors":["Ann","Bob"],"description":"Of friends","doi":"10.1/x","bundleVersion":"1.0.0","settings":{"type":"${type}","multi":false},"graph":{"attributes":{"title":"inner"},"nodes":[{"key":"a","attributes":{"label":"A","x":1,"y":2,"kind":"k"}},{"key":"__proto__","attributes":{}}],"edges":[{"source":"a","target":"__proto__"},{"key":"f","source":"a","target":"b","undirected":true}]},"model":{"nodeAttributes":[]}}`;

test.each([
  ['directed', [true, false]],
  ['undirected', [false, false]],
])('reads the graph of a bundle that is %s', async (type, directed) => {
  const events = await eventsOf(minivan, bundle(type));
  expect(events.nodes.map(({ id, x, y }) => [id, x, y])).toEqual([
    ['a', 1, -2],
    ['__proto__', undefined, undefined],
  ]);
  expect(said(events.node('a'))).toEqual({ kind: ['k'] });
  expect(events.edges.map((edge) => edge.directed)).toEqual(directed);
  expect([...events.meta]).toEqual([
    ['name', 'Net'],
    ['creator', 'Ann, Bob'],
    ['description', 'Of friends'],
  ]);
  // The DOI has no place in a case.
  expect(events.problems.map(({ outcome }) => outcome)).toEqual(['refused']);
});

test.each(['{}', '[]', '{"graph":7}', '{"graph":{}}'])('refuses %s', async (text) => {
  await expect(eventsOf(minivan, text)).rejects.toBeInstanceOf(InputError);
});

test('writes a model with each attribute under the key it has in the graph', () => {
  const { graph, model, title } = JSON.parse(
    new TextDecoder().decode(bytesFor(minivan, outgoing(smallRecords()))),
  );
  expect(title).toBe('A small case');
  for (const [elements, attributes] of [
    [graph.nodes, model.nodeAttributes],
    [graph.edges, model.edgeAttributes],
  ]) {
    const slugs = attributes.map(({ slug }: { slug: string }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { key, count } of attributes) {
      const bearing = elements.filter((element: { attributes: object }) => key in element.attributes);
      expect([key, bearing.length]).toEqual([key, count]);
    }
  }
});

test('comes back as it was', async () => {
  const { before, after } = await roundTrip(minivan, smallRecords());
  expect(after).toEqual(before);
});

test.each([
  [bundle('mixed'), true],
  ['{"settings":{},"graph":{"nodes":[],"edges":[]}}', true],
  ['{"graph":{"nodes":[],"edges":[]}}', false],
  ['{"graph":{"nodes":[{"id":"a"}],"edges":[]}}', false],
  ['{"nodes":[{"key":"a","attributes":{}}],"edges":[]}', false],
])('recognises %.60s: %s', (text, expected) => {
  expect(minivan.sniff({ text, bytes: new Uint8Array(0) }) > 0).toBe(expected);
});
