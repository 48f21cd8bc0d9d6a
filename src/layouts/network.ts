// A layout's input with numbers for ids: what every layout reckons with. Loops and parallel ties are left out.
import type { Box, LayoutInput, Position, Positions } from './layout.ts';

export interface Network {
  readonly ids: readonly string[];
  /** Distinct neighbours of each node, itself left out. */
  readonly neighbours: readonly (readonly number[])[];
  readonly boxes: readonly Box[];
  /** Whether a node must stay where it is. */
  readonly fixed: readonly boolean[];
  readonly from: readonly (Position | undefined)[];
  /** Nodes the story is about; empty where none were named. */
  readonly centre: readonly number[];
  /** Width over height to aim at, finite and above 0. */
  readonly aspect: number;
}

/** Centres of nodes by number, in scene units, y down. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Air between boxes, in scene units. */
export const GAP = 4;

/** The room of a node of which nothing is known. */
const PLAIN: Box = { width: 60, height: 60, dy: 0 };

export const placesOf = (count: number): Places => ({
  x: new Float64Array(count),
  y: new Float64Array(count),
});

const isPosition = (position: Position | undefined): position is Position =>
  position !== undefined && position.every(Number.isFinite);

/** Nodes that the graph does not have are left out, those named twice count once. */
export function networkOf({ graph, nodes, boxes, aspect, from, pinned, centre }: LayoutInput): Network {
  const ids = [...new Set(nodes)].filter((id) => graph.hasNode(id));
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const known = ids.map((id) => from?.get(id)).map((at) => (isPosition(at) ? at : undefined));
  const neighbours = ids.map((id, number) => {
    const found = new Set<number>();
    graph.forEachNeighbor(id, (other) => found.add(numbers.get(other) ?? number));
    found.delete(number);
    return [...found];
  });
  return {
    ids,
    neighbours,
    boxes: ids.map((id) => boxes.get(id) ?? PLAIN),
    fixed: ids.map((id, number) => known[number] !== undefined && (pinned?.has(id) ?? false)),
    from: known,
    centre: (centre ?? []).flatMap((id) => numbers.get(id) ?? []),
    aspect: Number.isFinite(aspect) && aspect > 0 ? Math.min(8, Math.max(0.125, aspect)) : 1,
  };
}

/** The answer of a layout, on whole hundredths so that files stay short. Fixed nodes are where they were. */
export function positionsOf({ ids, fixed, from }: Network, { x, y }: Places): Positions {
  const round = (value: number) => Math.round(value * 100) / 100 || 0;
  return new Map(ids.map((id, i) => [id, fixed[i] ? from[i]! : ([round(x[i]!), round(y[i]!)] as const)]));
}

/** Moves the picture so that its middle is where it was, if something is fixed, else on the origin. */
export function recentre({ boxes, fixed, from }: Network, places: Places): void {
  const frame = frameOf(boxes, places);
  const stood = fixed.includes(true) ? from.filter(isPosition) : [];
  const [xs, ys] = [stood.map(([x]) => x), stood.map(([, y]) => y)];
  const middle = (values: readonly number[]) => (values.length > 0 ? (least(values) + most(values)) / 2 : 0);
  const [dx, dy] = [middle(xs) - (frame.left + frame.right) / 2, middle(ys) - (frame.top + frame.bottom) / 2];
  for (let i = 0; i < boxes.length; i++) {
    places.x[i]! += dx;
    places.y[i]! += dy;
    if (fixed[i]) [places.x[i], places.y[i]] = from[i]!;
  }
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The frame around the boxes of some nodes, all if not told; of none, a point. */
export function frameOf(boxes: readonly Box[], { x, y }: Places, some?: readonly number[]): Frame {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  const take = (i: number) => {
    const { width, height, dy } = boxes[i]!;
    left = Math.min(left, x[i]! - width / 2);
    right = Math.max(right, x[i]! + width / 2);
    top = Math.min(top, y[i]! + dy - height / 2);
    bottom = Math.max(bottom, y[i]! + dy + height / 2);
  };
  if (some) some.forEach(take);
  else boxes.forEach((_box, i) => take(i));
  return left > right ? { left: 0, right: 0, top: 0, bottom: 0 } : { left, right, top, bottom };
}

/** The area of all boxes together, air included. */
export const roomOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
