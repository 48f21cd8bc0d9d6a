import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { ftmDiagram } from '../../src/formats/ftm/ftmDiagram.ts';
import { importInto } from '../../src/formats/importing.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

interface Vertex {
  id: string;
  entityId?: string;
  label: string;
  position: { x: number; y: number };
  fixed: boolean;
}
interface Edge {
  id: string;
  label: string;
  sourceId: string;
  targetId: string;
  entityId: string;
  propertyQName?: string;
  directed: boolean;
}
interface Diagram {
  entities: { id: string; schema: string; properties: Record<string, string[]> }[];
  layout: { vertices: Vertex[]; edges: Edge[]; groupings: object[]; settings: object };
}
const written = (records = smallRecords()): Diagram =>
  JSON.parse(new TextDecoder().decode(bytesFor(ftmDiagram, outgoing(records))));

/** In the shape of Aleph's own files: a reified country, a hidden entity, a group, the leftover of a selection. */
const person = (id: string, name: string) => ({
  id,
  schema: 'Person',
  properties: { name: [name], country: ['gb'] },
});
const family = {
  id: 'f',
  schema: 'Family',
  properties: { person: [person('a', 'Ann')], relative: [person('b', 'Bo')] },
};
const vertex = (id: string, x: number, y: number, more = {}) => ({
  id: `entity:${id}`,
  type: 'entity',
  label: id,
  fixed: true,
  hidden: false,
  color: '#A66321',
  position: { x, y },
  entityId: id,
  ...more,
});
const LAYOUT = {
  vertices: [
    vertex('a', -9, 0.5),
    vertex('b', 0, 0),
    vertex('c', 0, 0, { fixed: false, hidden: true }),
    vertex('gone', 1, 1),
    { id: 'name:Ann', type: 'name', label: 'Ann', fixed: false, hidden: false, position: { x: 0, y: 0 } },
    { id: 'country:gb', type: 'country', label: 'gb', fixed: true, hidden: false, position: { x: 4, y: 4 } },
  ],
  edges: [
    {
      id: 'f(entity:a, entity:b)',
      type: 'entity',
      sourceId: 'entity:a',
      targetId: 'entity:b',
      entityId: 'f',
    },
  ],
  groupings: [
    { id: 'entity:a,entity:b', label: 'Royal Family', color: '#106BA3', vertices: ['entity:a', 'entity:b'] },
    { id: 'selectedArea', color: '#BFCCD6', vertices: [] },
  ],
  selection: ['entity:a'],
};
const ENTITIES = [person('a', 'Ann'), person('b', 'Bo'), person('c', 'Cy'), family];
const VIEWPORT = { zoomLevel: 0.4, ratio: 0.8, center: { x: 4.5, y: 5 } };

describe.each([
  ['.ftm', JSON.stringify({ entities: ENTITIES, layout: LAYOUT, viewport: VIEWPORT })],
  ['.vis', JSON.stringify({ layout: { entities: ENTITIES, ...LAYOUT }, viewport: VIEWPORT }, null, 2)],
])('reading %s', (_, text) => {
  test('takes entities, relations and where they lie, 16 units to one of the grid', async () => {
    const imported = await readBytes(text);
    expect(imported.format).toBe('ftm-diagram');
    expect(imported.account.read).toMatchObject({ nodes: 3, edges: 1 });
    expect([...imported.placements]).toEqual([
      ['a', [-144, 8]],
      ['b', [0, 0]],
    ]);
    const of = new Case(imported.records);
    expect(
      of.claims
        .claimsOf('a')
        .map(({ property, value }) => [property, value])
        .sort(),
    ).toEqual([
      ['country', 'gb'],
      ['name', 'Ann'],
    ]);
  });

  test('keeps what is hidden as a view, and tells of groups, drawn values and lost vertices', async () => {
    const { records, account } = await readBytes(text);
    const view = records.find((record) => record.kind === 'view');
    expect(view).toMatchObject({ hidden: ['c'], placements: { a: [-144, 8] } });
    expect(account.problems.map(({ outcome, where }) => [outcome, where])).toEqual([
      ['kept', 'the layout'],
      ['refused', 'grouping “Royal Family”'],
      ['refused', 'vertex 4'],
      ['kept', 'vertex 6'],
    ]);
  });

  test('adds nothing the second time', async () => {
    const imported = await readBytes(text);
    expect(importInto(new Case(imported.records), imported).added).toEqual([]);
  });
});

describe('writing', () => {
  test('gives vertices and edges the ids of Aleph’s editor', () => {
    const { layout } = written();
    expect(layout.vertices.find(({ entityId }) => entityId === 'ann')).toEqual({
      id: 'entity:ann',
      type: 'entity',
      label: 'Ann Ono',
      fixed: true,
      hidden: false,
      color: '#0E5A8A',
      radius: 1,
      position: { x: 0.0625, y: -0.15625 },
      entityId: 'ann',
    });
    expect(layout.edges.find(({ entityId }) => entityId === 'works')).toEqual({
      id: 'works(entity:ann, entity:acme)',
      type: 'entity',
      label: 'director (2014 – June 2019)',
      sourceId: 'entity:ann',
      targetId: 'entity:acme',
      entityId: 'works',
      directed: true,
    });
    expect(layout.edges.find(({ propertyQName }) => propertyQName)).toMatchObject({
      id: 'acme:LegalEntity:parent(entity:parent)',
      sourceId: 'entity:acme',
      targetId: 'entity:parent',
      entityId: 'acme',
    });
    expect(
      layout.edges.filter(({ entityId }) => entityId === 'owns').map(({ sourceId }) => sourceId),
    ).toEqual(['entity:ann', 'entity:bob']);
    expect(layout.settings).toEqual({ pivotTypes: ['entity'] });
  });

  test('every vertex and edge is of an entity in the file', () => {
    const { entities, layout } = written();
    const ids = new Set(entities.map(({ id }) => id));
    const vertices = new Set(layout.vertices.map(({ id }) => id));
    expect(layout.vertices.filter(({ entityId }) => !ids.has(entityId!))).toEqual([]);
    expect(layout.edges.filter(({ entityId }) => !ids.has(entityId))).toEqual([]);
    expect(layout.edges.filter((e) => !vertices.has(e.sourceId) || !vertices.has(e.targetId))).toEqual([]);
    expect(layout.edges.length).toBeGreaterThan(5);
  });

  test('marks a tie that is only alleged, though its role is not', () => {
    const affirmed = claim('aide', 'role', 'driver');
    const { layout } = written([...smallRecords(), affirmed]);
    expect(layout.edges.find(({ entityId }) => entityId === 'aide')?.label).toBe('driver (alleged)');
  });

  test('places come back to the bit', async () => {
    const out = outgoing(smallRecords());
    const placements = new Map<string, readonly [number, number]>([
      ['ann', [0.1, -1e-7]],
      ['bob', [123456.789, 1 / 3]],
      ['acme', [0, 0]],
    ]);
    const back = await readBytes(bytesFor(ftmDiagram, { ...out, placements }));
    expect(new Map(back.placements)).toEqual(placements);
    expect(bytesFor(ftmDiagram, outgoingOf(back)).length).toBeGreaterThan(0);
  });
});

test.each(['{"layout":{"vertices":[]}}', '{"layout":{"entities":[', '[]'])('refuses %s', async (text) => {
  await expect(readBytes(text, 'x', 'ftm-diagram')).rejects.toBeInstanceOf(InputError);
});
