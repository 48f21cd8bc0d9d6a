// Places for nodes that no layout has placed yet: around a neighbour that has one, else in a ring below all.
import type { Id } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';

export type Place = readonly [x: number, y: number];

/** The angle that keeps points of a spiral apart (Vogel 1979), in radians. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Scene units between a node and a newcomer beside it. */
const APART = 110;

/** A place for every node shown; those of `positions` unchanged. */
export function placesFor(
  graph: CaseGraph,
  shown: ReadonlySet<Id>,
  positions: ReadonlyMap<Id, Place>,
): Map<Id, Place> {
  const places = new Map<Id, Place>();
  const rest: Id[] = [];
  for (const id of shown) {
    const place = positions.get(id);
    if (place && place.every(Number.isFinite)) places.set(id, place);
    else rest.push(id);
  }
  const beside = new Map<Id | undefined, number>();
  for (const id of rest) {
    const neighbour = graph.findNeighbor(id, (other) => places.has(other));
    const count = beside.get(neighbour) ?? 0;
    beside.set(neighbour, count + 1);
    places.set(id, around(neighbour === undefined ? [0, 0] : places.get(neighbour)!, count));
  }
  return places;
}

function around([x, y]: Place, count: number): Place {
  const [radius, angle] = [APART * Math.sqrt(1 + count / 3), count * GOLDEN];
  return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
}
