// Lays out each island by itself and sets the islands side by side, in rows, the largest first.
import { frameOf, placesOf, type Network, type Places } from './network.ts';
import { islandsOf } from './steps.ts';

/** Scene units between islands. */
const SEA = 40;

/** The network of some of its nodes, which must be whole islands; numbers count within `some`. */
export function partOf(network: Network, some: readonly number[]): Network {
  const numbers = new Map(some.map((i, at) => [i, at]));
  const pick = <T>(values: readonly T[]): T[] => some.map((i) => values[i]!);
  return {
    ids: pick(network.ids),
    neighbours: some.map((i) => network.neighbours[i]!.map((j) => numbers.get(j)!)),
    boxes: pick(network.boxes),
    fixed: pick(network.fixed),
    from: pick(network.from),
    centre: network.centre.flatMap((i) => numbers.get(i) ?? []),
    aspect: network.aspect,
  };
}

/** `layOut` gets one island after another and where it goes on without the others' sight. */
export function byIslands(network: Network, layOut: (island: Network) => Places): Places {
  const islands = islandsOf(network.neighbours);
  if (islands.length === 1) return layOut(network);
  const places = placesOf(network.ids.length);
  for (const island of islands) {
    const laid = layOut(partOf(network, island));
    island.forEach((i, at) => ([places.x[i], places.y[i]] = [laid.x[at]!, laid.y[at]!]));
  }
  sideBySide(network, islands, places);
  return places;
}

interface Isle {
  readonly nodes: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Mutates `places`: moves islands, those with a fixed node apart, into rows of about the aspect's width. */
function sideBySide(network: Network, islands: readonly (readonly number[])[], places: Places): void {
  const isles = islands
    .filter((nodes) => !nodes.some((i) => network.fixed[i]))
    .map((nodes): Isle => {
      const { left, right, top, bottom } = frameOf(network.boxes, places, nodes);
      return { nodes, width: right - left + SEA, height: bottom - top + SEA };
    });
  let y = 0;
  for (const row of bestRows(isles, network.aspect)) {
    const deep = Math.max(...row.map(({ height }) => height));
    let x = -row.reduce((sum, { width }) => sum + width, 0) / 2;
    for (const { nodes, width, height } of row) {
      move(network, nodes, places, x + width / 2, y + (deep - height) / 2 + height / 2);
      x += width;
    }
    y += deep;
  }
}

function move(network: Network, nodes: readonly number[], places: Places, x: number, y: number): void {
  const { left, right, top, bottom } = frameOf(network.boxes, places, nodes);
  for (const i of nodes) {
    places.x[i]! += x - (left + right) / 2;
    places.y[i]! += y - (top + bottom) / 2;
  }
}

/** The rows that make the picture appear largest on a page of this aspect. */
function bestRows(isles: readonly Isle[], aspect: number): Isle[][] {
  if (isles.length === 0) return [];
  const widest = Math.max(...isles.map(({ width }) => width));
  const area = isles.reduce((sum, { width, height }) => sum + width * height, 0);
  let [best, least]: [Isle[][], number] = [[], Infinity];
  for (let width = widest; width < 4 * Math.max(widest, Math.sqrt(area * aspect)); width *= 1.1) {
    const rows = rowsWithin(isles, width);
    const across = Math.max(...rows.map((row) => row.reduce((sum, isle) => sum + isle.width, 0)));
    const down = rows.reduce((sum, row) => sum + Math.max(...row.map(({ height }) => height)), 0);
    const size = Math.max(across / aspect, down);
    if (size < least) [best, least] = [rows, size];
  }
  return best;
}

function rowsWithin(isles: readonly Isle[], most: number): Isle[][] {
  const rows: Isle[][] = [];
  let room = -1;
  for (const isle of [...isles].sort((a, b) => b.height - a.height)) {
    if (isle.width > room) {
      rows.push([]);
      room = most;
    }
    rows.at(-1)!.push(isle);
    room -= isle.width;
  }
  return rows;
}
