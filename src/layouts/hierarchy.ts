// Hierarchy: rows by steps from the centre, each row in the order of its ties upwards.
import type { Box, Layout } from './layout.ts';
import { centreOf } from './centre.ts';
import { byIslands } from './islands.ts';
import { GAP, networkOf, placesOf, positionsOf, recentre, type Network, type Places } from './network.ts';
import { separate } from './separate.ts';
import { stepsFrom } from './steps.ts';

/** Scene units between two rows of one layer, and between two layers. */
const BETWEEN_ROWS = 14;
const BETWEEN_LAYERS = 54;
/** Passes of the barycentre heuristic (Sugiyama, Tagawa and Toda 1981): down and up again. */
const PASSES = 8;

export const hierarchy = {
  id: 'hierarchy',
  label: 'Hierarchy',
  says: 'rows by steps from the centre, top down',
  settings: {},
  run(input) {
    const network = networkOf(input);
    const places = byIslands(network, (island) => inLayers(island, centreOf(island, input.graph)));
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

function inLayers(network: Network, roots: readonly number[]): Places {
  const steps = stepsFrom(network.neighbours, roots);
  const layers: number[][] = [];
  steps.forEach((step, i) => (layers[step] ??= []).push(i));
  orderLayers(network, layers, steps);
  const places = placesOf(network.ids.length);
  const widest = widthFor(network);
  let top = 0;
  for (const layer of layers) {
    for (const row of rowsOf(layer, network.boxes, widest))
      top = putRow(row, network.boxes, top, places) + BETWEEN_ROWS;
    top += BETWEEN_LAYERS - BETWEEN_ROWS;
  }
  return places;
}

/** Sorts each layer by the mean rank of its neighbours in the layer before, and back up by the layer after. */
function orderLayers({ neighbours }: Network, layers: number[][], steps: Int32Array): void {
  const rank = new Float64Array(steps.length);
  const number = (layer: number[]) =>
    layer.forEach((i, at) => (rank[i] = at / Math.max(1, layer.length - 1)));
  layers.forEach(number);
  for (let pass = 0; pass < PASSES; pass++) {
    const down = pass % 2 === 0;
    for (const [at, layer] of [...layers.entries()].sort(([a], [b]) => (down ? a - b : b - a))) {
      const beside = at + (down ? -1 : 1);
      const wish = (i: number): number => {
        const ties = neighbours[i]!.filter((j) => steps[j] === beside);
        return ties.length > 0 ? ties.reduce((sum, j) => sum + rank[j]!, 0) / ties.length : rank[i]!;
      };
      const wishes = new Map(layer.map((i) => [i, wish(i)]));
      layer.sort((a, b) => wishes.get(a)! - wishes.get(b)! || a - b);
      number(layer);
    }
  }
}

/** So wide that all rows together come near the aspect: rows are seldom full. */
function widthFor({ boxes, aspect }: Network): number {
  const room = boxes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + BETWEEN_LAYERS), 0);
  return Math.max(1.25 * Math.sqrt(room * aspect), ...boxes.map(({ width }) => width));
}

/** A layer too wide for one row goes on in the next, evenly filled. */
function rowsOf(layer: readonly number[], boxes: readonly Box[], widest: number): number[][] {
  const width = layer.reduce((sum, i) => sum + boxes[i]!.width + GAP, 0);
  const count = Math.max(1, Math.ceil(width / widest));
  const rows: number[][] = Array.from({ length: count }, () => []);
  let filled = 0;
  for (const i of layer) {
    rows[Math.min(count - 1, Math.floor((filled / width) * count))]!.push(i);
    filled += boxes[i]!.width + GAP;
  }
  return rows;
}

/** Puts a row's boxes side by side about x = 0 with their tops at `top`; gives where the row ends. */
function putRow(row: readonly number[], boxes: readonly Box[], top: number, places: Places): number {
  let left = -row.reduce((sum, i) => sum + boxes[i]!.width + GAP, -GAP) / 2;
  let bottom = top;
  for (const i of row) {
    const { width, height, dy } = boxes[i]!;
    places.x[i] = left + width / 2;
    places.y[i] = top + height / 2 - dy;
    left += width + GAP;
    bottom = Math.max(bottom, top + height);
  }
  return bottom;
}
