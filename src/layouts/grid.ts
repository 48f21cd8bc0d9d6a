// Everything in rows and columns, sorted.
import type { CaseGraph } from '../graph/graph.ts';
import type { Layout } from './layout.ts';
import { GAP, networkOf, placesOf, positionsOf, recentre, type Network, type Places } from './network.ts';
import { separate } from './separate.ts';

export const grid = {
  id: 'grid',
  label: 'Grid',
  says: 'everything in rows, sorted: to look things over',
  settings: {
    order: {
      type: 'choice',
      label: 'Sorted by',
      default: 'type',
      choices: [
        { id: 'type', label: 'type and name' },
        { id: 'ties', label: 'number of neighbours' },
      ],
    },
  },
  run(input, { order }) {
    const network = networkOf(input);
    const sorted = network.ids.map((_id, i) => i).filter((i) => !network.fixed[i]);
    sorted.sort(order === 'ties' ? byNeighbours(network) : byType(network, input.graph));
    const places = placesOf(network.ids.length);
    inRows(network, sorted, places);
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

type Compare = (a: number, b: number) => number;

const byNeighbours =
  ({ neighbours }: Network): Compare =>
  (a, b) =>
    neighbours[b]!.length - neighbours[a]!.length || a - b;

function byType({ ids }: Network, graph: CaseGraph): Compare {
  // Not localeCompare: the order must not hang on the reader's machine.
  const keys = ids.map((id) => {
    const { kind, schema, label } = graph.getNodeAttributes(id);
    return `${kind} ${schema}\n${label.toLowerCase()}`;
  });
  return (a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b);
}

/** Rows as wide as the aspect asks, each column as wide as its widest box. */
function inRows(network: Network, sorted: readonly number[], places: Places): void {
  const { boxes, aspect } = network;
  const sides = Array.from({ length: sorted.length }, (_none, i) => tableOf(network, sorted, i + 1));
  const off = ({ width, height }: Table) => Math.abs(Math.log(width / height / aspect));
  const best = sides.reduce<Table | undefined>((a, b) => (!a || off(b) < off(a) ? b : a), undefined);
  sorted.forEach((i, at) => {
    const [column, row] = [at % best!.columns.length, Math.floor(at / best!.columns.length)];
    places.x[i] = best!.columns[column]!;
    places.y[i] = best!.rows[row]! - boxes[i]!.dy;
  });
}

interface Table {
  /** Middles of columns and rows. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly width: number;
  readonly height: number;
}

function tableOf({ boxes }: Network, sorted: readonly number[], count: number): Table {
  const widths = Array.from<number>({ length: count }).fill(0);
  const heights = Array.from<number>({ length: Math.ceil(sorted.length / count) }).fill(0);
  sorted.forEach((i, at) => {
    const [column, row] = [at % count, Math.floor(at / count)];
    widths[column] = Math.max(widths[column]!, boxes[i]!.width + 2 * GAP);
    heights[row] = Math.max(heights[row]!, boxes[i]!.height + 2 * GAP);
  });
  const [columns, width] = middles(widths);
  const [rows, height] = middles(heights);
  return { columns, rows, width, height };
}

function middles(sizes: readonly number[]): [middles: number[], total: number] {
  let total = 0;
  const found = sizes.map((size) => {
    total += size;
    return total - size / 2;
  });
  return [found, total];
}
