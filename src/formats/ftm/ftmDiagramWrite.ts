// The case under the lens → an OpenAleph network diagram: vertices and edges with the ids that its own editor gives them.
import type { Id } from '../../case/records.ts';
import type { Tie } from '../../case/ties.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Outgoing } from '../format.ts';
import { safeId } from './ftmIds.ts';
import { qnameOf } from './ftmModel.ts';
import { MODEL } from './ftmFound.ts';
import { FtmWriter, type FtmEntity } from './ftmWrite.ts';

/**
 * Units of a scene to one of Aleph's grid. Aleph draws one as 10 pixels and an entity 2 wide; 16 leaves our larger
 * nodes their room, and as a power of two brings places back to the bit.
 */
export const GRID = 16;

/** Aleph's default for a vertex (Blueprint's BLUE1). */
const COLOUR = '#0E5A8A';

/** The layout first, so that the start of the file tells what it is. */
export function* diagramText(out: Outgoing, settings: Values): Generator<string> {
  const writer = new FtmWriter(out, settings);
  const ids = [...writer.subjects.ids()];
  const entities = new Map(ids.map((id) => [id, writer.entity(id)]));
  yield '{"layout":{"vertices":[';
  yield* listed(
    ids
      .filter((id) => !writer.subjects.isRelation(id))
      .map((id) => vertex(entities.get(id)!, out.placements.get(id))),
  );
  yield '],"edges":[';
  yield* listed(edges(writer, ids, entities));
  yield '],"groupings":[],"selection":[],"settings":{"pivotTypes":["entity"]}},"entities":[';
  yield* listed(
    [...entities.values()].map(({ id, schema, properties, referents }) => ({
      id,
      schema,
      properties,
      referents,
    })),
  );
  yield `],"viewport":${JSON.stringify({ center: middle(out, ids), zoomLevel: 1, ratio: 0.75 })}}\n`;
}

function* listed(items: Iterable<object>): Generator<string> {
  let separator = '\n';
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
}

/** Without a place it lies at the origin and is not fixed, so that Aleph may move it. */
const vertex = ({ id, caption }: FtmEntity, place: readonly [number, number] | undefined) => ({
  id: `entity:${id}`,
  type: 'entity',
  label: caption,
  fixed: place !== undefined,
  hidden: false,
  color: COLOUR,
  radius: 1,
  position: { x: (place?.[0] ?? 0) / GRID, y: (place?.[1] ?? 0) / GRID },
  entityId: id,
});

function* edges(
  writer: FtmWriter,
  ids: readonly Id[],
  entities: ReadonlyMap<Id, FtmEntity>,
): Generator<object> {
  const { subjects } = writer;
  for (const id of ids) {
    const entity = entities.get(id)!;
    const met = new Set<string>();
    for (const tie of subjects.told.tiesOf(id)) {
      if (!subjects.shows(tie.source) || !subjects.shows(tie.target)) continue;
      const edge = subjects.isRelation(id) ? relationEdge(entity, tie) : propertyEdge(entity, tie);
      if (edge && !met.has(edge.id)) yield edge;
      if (edge) met.add(edge.id);
    }
  }
}

function relationEdge({ id, caption, schema }: FtmEntity, tie: Tie) {
  const [sourceId, targetId] = [`entity:${safeId(tie.source)}`, `entity:${safeId(tie.target)}`];
  const directed = MODEL.schema(schema).edge?.directed ?? tie.directed;
  return {
    id: `${id}(${sourceId}, ${targetId})`,
    type: 'entity',
    label: caption,
    sourceId,
    targetId,
    entityId: id,
    directed,
  };
}

/** By the standard property that was written; one that fell to a note draws no line in Aleph. */
function propertyEdge({ id, schema, properties }: FtmEntity, tie: Tie) {
  const target = safeId(tie.target);
  const holds = (name: string) =>
    properties[name]?.includes(target) && MODEL.property(schema, name)?.type === 'entity';
  const name = [tie.type, ...Object.keys(properties)].find(holds);
  if (name === undefined) return undefined;
  const propertyQName = qnameOf(schema, name);
  return {
    id: `${id}:${propertyQName}(entity:${target})`,
    type: 'entity',
    label: MODEL.property(schema, name)!.label,
    sourceId: `entity:${id}`,
    targetId: `entity:${target}`,
    entityId: id,
    propertyQName,
    directed: false,
  };
}

function middle({ placements }: Outgoing, ids: readonly Id[]): { x: number; y: number } {
  const of = (axis: 0 | 1): number => {
    const places = ids.flatMap((id) => placements.get(id)?.[axis] ?? []);
    const [low, high] = places.reduce(
      ([a, b], at) => [Math.min(a, at), Math.max(b, at)],
      [Infinity, -Infinity],
    );
    return places.length === 0 ? 0 : (low + high) / 2 / GRID;
  };
  return { x: of(0), y: of(1) };
}
