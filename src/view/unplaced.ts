// Places for nodes that no layout has placed yet: near a neighbour that has one, clear of all others.
import type { Id } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';

export type Place = readonly [x: number, y: number];

/** The angle that keeps points of a spiral apart (Vogel 1979), in radians. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Room of a node with its label, in scene units. */
const WIDE = 150;
const HIGH = 95;
/** A place farther out is a file's mistake: at such numbers a picture has no room for differences. */
const FARTHEST = 1e7;

/** A place for every node shown; those of `positions` unchanged. Nodes without a placed neighbour gather at the origin. */
export function placesFor(
  graph: CaseGraph,
  shown: ReadonlySet<Id>,
  positions: ReadonlyMap<Id, Place>,
): Map<Id, Place> {
  const places = new Map<Id, Place>();
  const ground = new Ground();
  for (const id of shown) {
    const place = positions.get(id);
    if (!place?.every((value) => Math.abs(value) < FARTHEST)) continue;
    places.set(id, place);
    ground.take(place);
  }
  const settled = new Set(places.keys());
  for (const id of shown) {
    if (settled.has(id)) continue;
    const neighbour = graph.findNeighbor(id, (other) => settled.has(other));
    const place = ground.freeNear(neighbour === undefined ? undefined : places.get(neighbour));
    places.set(id, place);
    ground.take(place);
  }
  return places;
}

/** Which places are taken, in cells of one node's room. */
class Ground {
  readonly #cells = new Map<string, Place[]>();
  /** How far out the spiral around each home has come: what was taken stays taken. */
  readonly #turns = new Map<Place | undefined, number>();

  take(place: Place): void {
    const key = cellOf(place, 0, 0);
    const cell = this.#cells.get(key);
    if (cell) cell.push(place);
    else this.#cells.set(key, [place]);
  }

  freeNear(home: Place | undefined): Place {
    const [x, y] = home ?? [0, 0];
    for (let turn = this.#turns.get(home) ?? 0; ; turn++) {
      const far = Math.sqrt(turn);
      const at: Place = [
        Math.round(x + far * WIDE * 0.6 * Math.cos(turn * GOLDEN)),
        Math.round(y + far * HIGH * 0.8 * Math.sin(turn * GOLDEN)),
      ];
      if (this.#isTaken(at)) continue;
      this.#turns.set(home, turn + 1);
      return at;
    }
  }

  #isTaken(place: Place): boolean {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const near = this.#cells.get(cellOf(place, dx, dy)) ?? [];
        if (near.some(([x, y]) => Math.abs(x - place[0]) < WIDE && Math.abs(y - place[1]) < HIGH))
          return true;
      }
    }
    return false;
  }
}

const cellOf = ([x, y]: Place, dx: number, dy: number): string =>
  `${Math.floor(x / WIDE) + dx},${Math.floor(y / HIGH) + dy}`;
