// Kumu by trap. No file of Kumu's own is at hand: the samples are ours, after its documentation of blueprints and backups.
import { expect, test } from 'vitest';
import { kumu } from '../../src/formats/kumu/kumu.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { eventsOf, said } from './events.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const read = (json: unknown) => eventsOf(kumu, JSON.stringify(json));

const BLUEPRINT = {
  elements: [
    { label: 'Ann', type: 'Person', tags: ['x', 'y'], Born: 1970, description: 'A person.' },
    { id: 'e2', label: 'Acme', type: 'Company', id_in_register: '007' },
  ],
  connections: [
    { from: 'Ann', to: 'Acme', direction: 'directed', type: 'owns', share: '51.0' },
    { id: 'c2', from: 'e2', to: 'Ann', direction: 'mutual' },
    { from: 'Ann', to: 'Nobody' },
  ],
};

test('reads a blueprint whose ends are labels or ids; fields are attributes, lists stay lists', async () => {
  const { nodes, edges } = await read(BLUEPRINT);
  expect(nodes.map(({ id, label, type }) => [id, label, type])).toEqual([
    ['Ann', 'Ann', 'Person'],
    ['e2', 'Acme', 'Company'],
  ]);
  expect(said(nodes[0]!)).toEqual({ tags: ['x', 'y'], Born: ['1970'], description: ['A person.'] });
  expect(edges.map(({ source, target, directed, type }) => [source, target, directed, type])).toEqual([
    ['Ann', 'e2', true, 'owns'],
    ['e2', 'Ann', false, undefined],
    ['Ann', 'Nobody', false, undefined],
  ]);
  expect([said(edges[0]!), said(edges[1]!)]).toEqual([{ share: ['51.0'] }, { direction: ['mutual'] }]);
});

test('reads a backup: attributes apart, places in a map, loops as nodes of their own', async () => {
  const { nodes, edges, problems } = await read({
    name: 'A project',
    elements: [
      { _id: 'elem-1', attributes: { label: 'Ann', 'element type': 'Person', city: 'Oslo' } },
      { _id: 'elem-2', attributes: { label: 'Bo' } },
    ],
    connections: [
      {
        _id: 'conn-1',
        from: 'elem-1',
        to: 'elem-2',
        direction: 'directed',
        attributes: { 'connection type': 'pays' },
      },
    ],
    loops: [{ _id: 'loop-1', attributes: { label: 'Money' }, elements: ['elem-1', 'elem-2'] }],
    maps: [{ _id: 'map-1', elements: [{ element: 'elem-1', position: { x: 10.5, y: -3 }, pinned: true }] }],
    perspectives: [{ _id: 'p' }],
    attributes: [{ name: 'city' }],
  });
  expect(nodes.map(({ id, label, type, x, y }) => [id, label, type, x, y])).toEqual([
    ['elem-1', 'Ann', 'Person', 10.5, -3],
    ['elem-2', 'Bo', undefined, undefined, undefined],
    ['loop-1', 'Money', 'Kumu loop', undefined, undefined],
  ]);
  expect(said(nodes[0]!)).toEqual({ city: ['Oslo'] });
  expect(edges.map(({ source, target, type }) => [source, target, type])).toEqual([
    ['elem-1', 'elem-2', 'pays'],
    ['loop-1', 'elem-1', 'runs through'],
    ['loop-1', 'elem-2', 'runs through'],
  ]);
  expect(problems.map(({ outcome }) => outcome)).toEqual(['refused']);
});

test.each([
  ['a connection without an end', { elements: [], connections: [{ from: 'a' }] }, 'refused'],
  ['an element without a name', { elements: [{ type: 'x' }], connections: [] }, 'refused'],
  [
    'a label of several as an end',
    {
      elements: [
        { id: '1', label: 'A' },
        { id: '2', label: 'A' },
      ],
      connections: [{ from: 'A', to: '1' }],
    },
    'kept',
  ],
])('%s is told', async (_title, json, outcome) => {
  expect((await read(json)).problems.map((problem) => problem.outcome)).toEqual([outcome]);
});

test('refuses JSON that has neither elements nor connections', async () => {
  await expect(read({ nodes: [] })).rejects.toBeInstanceOf(InputError);
});

test('writes direction as Kumu says it, "mutual" too, and no id twice', async () => {
  const given = await readBytes(JSON.stringify(BLUEPRINT));
  const json = JSON.parse(new TextDecoder().decode(bytesFor(kumu, outgoingOf(given))));
  const directions = json.connections.map(({ direction }: { direction: string }) => direction);
  expect(directions.sort()).toEqual(['directed', 'mutual', 'undirected']);
  const ids = [...json.elements, ...json.connections].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
