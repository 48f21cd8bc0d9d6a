// A network diagram of Aleph → its entities as records, where they lie, and as a view what it hides.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Id } from '../../case/records.ts';
import { InputError } from '../../plugin/problem.ts';
import { quoted } from '../collecting.ts';
import type { Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { GRID } from './ftmDiagramWrite.ts';
import { FtmReader, isObject, type Json } from './ftmRead.ts';

type Place = readonly [x: number, y: number];

/** Throws `InputError` for what is no JSON or holds no entities. */
export function readDiagram(text: string, sink: Sink): void {
  const data = parsed(text);
  const layout = isObject(data) && isObject(data.layout) ? data.layout : undefined;
  // Aleph's older .vis keeps the entities in the layout.
  const entities = isObject(data) ? (data.entities ?? layout?.entities) : undefined;
  if (!Array.isArray(entities))
    throw new InputError('This is no network diagram: it holds no list of entities.');
  const inCase = new FtmReader(sink).entities(entities);
  if (!layout)
    return sink.problem({
      outcome: 'kept',
      where: 'the file',
      what: 'It has no layout: nothing says where its entities lie.',
    });
  readLayout(layout, inCase, sink);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('This network diagram is no valid JSON: it may be cut off. Get the file again.');
  }
}

function readLayout(layout: Json, inCase: (id: Id) => Id | undefined, sink: Sink): void {
  const tally = new Tally();
  const places = new Map<Id, Place>();
  const hidden: Id[] = [];
  for (const [i, vertex] of objectsIn(layout.vertices).entries()) {
    const where = `vertex ${i + 1}`;
    const isEntity = typeof vertex.entityId === 'string';
    if (!isEntity) {
      if (vertex.type !== 'name' && vertex.hidden !== true)
        tally.add(
          'kept',
          'A value is drawn as a vertex of its own; it stays a value of its entities.',
          where,
        );
      continue;
    }
    const id = inCase(vertex.entityId as string);
    if (id === undefined) {
      tally.add('refused', 'A vertex stands for an entity that is not in the file; it was left out.', where);
      continue;
    }
    const place = placeOf(vertex);
    if (place) places.set(id, place);
    if (vertex.hidden === true) hidden.push(id);
  }
  for (const [id, [x, y]] of places) sink.place(id, x, y);
  if (hidden.length > 0) tellHidden(places, hidden, sink);
  for (const group of objectsIn(layout.groupings)) tellGroup(group, sink);
  tally.tell((problem) => sink.problem(problem));
}

const objectsIn = (list: unknown): readonly Json[] => (Array.isArray(list) ? list.filter(isObject) : []);

/** In scene units; none for what lies unfixed at the origin, where Aleph puts what it has not laid out yet. */
function placeOf({ position, fixed }: Json): Place | undefined {
  if (!isObject(position)) return undefined;
  const { x, y } = position;
  if (
    typeof x !== 'number' ||
    typeof y !== 'number' ||
    !Number.isFinite(x * GRID) ||
    !Number.isFinite(y * GRID)
  )
    return undefined;
  return fixed !== true && x === 0 && y === 0 ? undefined : [x * GRID, y * GRID];
}

/** A view, as only it can hide. Its id comes from what it says, so that reading twice adds nothing. */
function tellHidden(places: ReadonlyMap<Id, Place>, hidden: readonly Id[], sink: Sink): void {
  const look = { placements: Object.fromEntries(places), hidden };
  const id = `diagram-${bytesToHex(sha256(utf8ToBytes(JSON.stringify([[...places], hidden])))).slice(0, 12)}`;
  sink.record({ kind: 'view', id, name: 'Network diagram', ...look }, 'the layout');
  sink.problem({
    outcome: 'kept',
    where: 'the layout',
    what: `${hidden.length} entities are hidden in the diagram; so they are in the view “Network diagram”.`,
  });
}

/** `selectedArea` is what was selected when the diagram was saved, no group. */
function tellGroup({ id, label, vertices }: Json, sink: Sink): void {
  if (id === 'selectedArea') return;
  const name = typeof label === 'string' ? label : String(id);
  const count = Array.isArray(vertices) ? vertices.length : 0;
  sink.problem({
    outcome: 'refused',
    where: `grouping ${quoted(name)}`,
    what: `It groups ${count} vertices; groups are no claims and were left out.`,
  });
}
