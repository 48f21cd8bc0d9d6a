// How hard a picture is to read: crossings, ties that run through boxes or close beside each other, long ties, a large
// frame, a centre off the middle. In the terms of Davidson and Harel, "Drawing graphs nicely using simulated annealing"
// (ACM TOG 15, 1996); the unit is one crossing.
import { GAP, frameOf, roomOf, type Network, type Places } from './network.ts';

/** A tie over a foreign box: at its edge, and how much more through its middle. */
const THROUGH = 1.4;
const THROUGH_MIDDLE = 1.3;
/** A tie that leaves through the label of its own end, at most. */
const OWN_LABEL = 0.3;
/** A tie as long as one step; longer ones cost by the square. */
const LENGTH = 0.05;
/** Two ties of one node in the same direction, falling to nothing at `NARROW`. */
const BESIDE = 0.9;
/** Cosine of 22 degrees. */
const NARROW = 0.927;
/** The frame to keep within, as a multiple of the room of all boxes: tighter, and ties have no way through. */
const FRAME = 2;
/** A box that sticks out of the frame, for each step. */
const OUTSIDE = 4;
/** The centre off the middle, as a share of the frame, squared. */
const OFF_CENTRE = 150;

export class Legibility {
  readonly places: Places;
  /** Scene units of one step. */
  readonly length: number;
  readonly #network: Network;
  readonly #centre: ReadonlySet<number>;
  readonly #ends: readonly [Int32Array, Int32Array];
  readonly #tiesAt: readonly (readonly number[])[];
  readonly #halfWidth: Float64Array;
  readonly #halfHeight: Float64Array;
  readonly #dy: Float64Array;
  readonly #middle: { readonly x: number; readonly y: number };
  readonly #frame: { readonly width: number; readonly height: number };

  constructor(network: Network, places: Places, centre: readonly number[], length: number) {
    const { boxes, neighbours } = network;
    this.places = places;
    this.length = length;
    this.#network = network;
    this.#centre = new Set(centre);
    const ties = neighbours.flatMap((others, i) => others.filter((j) => j > i).map((j) => [i, j] as const));
    this.#ends = [Int32Array.from(ties, ([i]) => i), Int32Array.from(ties, ([, j]) => j)];
    const tiesAt: number[][] = boxes.map(() => []);
    ties.forEach((ends, tie) => ends.forEach((i) => tiesAt[i]!.push(tie)));
    this.#tiesAt = tiesAt;
    this.#halfWidth = Float64Array.from(boxes, ({ width }) => width / 2);
    this.#halfHeight = Float64Array.from(boxes, ({ height }) => height / 2);
    this.#dy = Float64Array.from(boxes, ({ dy }) => dy);
    const { left, right, top, bottom } = frameOf(boxes, places);
    this.#middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const height = Math.sqrt((FRAME * roomOf(boxes)) / network.aspect);
    this.#frame = { width: height * network.aspect, height };
  }

  /** What all of the picture costs, for comparing pictures. */
  total(): number {
    // What involves two nodes is counted at both, a crossing at four: good enough to compare.
    return this.#network.ids.reduce((sum, _id, i) => sum + this.at(i), 0) / 2.5;
  }

  /** What a node's place costs: all that would change if it moved. Above `most`, only that it is more. */
  at(i: number, most = Infinity): number {
    let cost = this.#outside(i) + this.#beside(i);
    const ties = this.#tiesAt[i]!;
    for (let t = 0; t < ties.length && cost <= most; t++) cost += this.#tie(ties[t]!, i);
    return cost > most ? cost : cost + this.#foreignTies(i);
  }

  /** How far a box sticks out of the frame, and for the centre how far it is off the middle. */
  #outside(i: number): number {
    const across = this.places.x[i]! - this.#middle.x;
    const down = this.places.y[i]! + this.#dy[i]! - this.#middle.y;
    const right = Math.abs(across) + this.#halfWidth[i]! - this.#frame.width / 2;
    const below = Math.abs(down) + this.#halfHeight[i]! - this.#frame.height / 2;
    const cost = (OUTSIDE * (Math.max(0, right) + Math.max(0, below))) / this.length;
    if (!this.#centre.has(i)) return cost;
    const off = (across / this.#frame.width) ** 2 + (down / this.#frame.height) ** 2;
    return cost + (OFF_CENTRE * off) / this.#centre.size;
  }

  /** Whether a box is nearer than the gap to another one. */
  overlaps(i: number): boolean {
    const { x, y } = this.places;
    const across = x[i]!;
    const down = y[i]! + this.#dy[i]!;
    const width = this.#halfWidth[i]! + GAP;
    const height = this.#halfHeight[i]! + GAP;
    for (let j = 0; j < x.length; j++) {
      if (j === i || Math.abs(x[j]! - across) >= width + this.#halfWidth[j]!) continue;
      if (Math.abs(y[j]! + this.#dy[j]! - down) < height + this.#halfHeight[j]!) return true;
    }
    return false;
  }

  /** What a tie of a node costs: its length, crossings, the boxes it runs through, its neighbours at the other end. */
  #tie(tie: number, i: number): number {
    const { x, y } = this.places;
    const other = this.#ends[0][tie]! === i ? this.#ends[1][tie]! : this.#ends[0][tie]!;
    const far = Math.hypot(x[i]! - x[other]!, y[i]! - y[other]!) / this.length;
    let cost = LENGTH * far * far + this.#crossings(tie) + this.#besideTie(other, i);
    cost += OWN_LABEL * (this.#ownLabel(i, other) + this.#ownLabel(other, i));
    for (let k = 0; k < x.length; k++) if (k !== i && k !== other) cost += this.#through(i, other, k);
    return cost;
  }

  #crossings(tie: number): number {
    const sources = this.#ends[0];
    const targets = this.#ends[1];
    const { x, y } = this.places;
    const a = sources[tie]!;
    const b = targets[tie]!;
    const ax = x[a]!;
    const ay = y[a]!;
    const bx = x[b]!;
    const by = y[b]!;
    const left = Math.min(ax, bx);
    const right = Math.max(ax, bx);
    let count = 0;
    for (let other = 0; other < sources.length; other++) {
      const c = sources[other]!;
      const d = targets[other]!;
      const cx = x[c]!;
      const dx = x[d]!;
      if ((cx < left && dx < left) || (cx > right && dx > right)) continue;
      if (side(ax, ay, bx, by, cx, y[c]!) * side(ax, ay, bx, by, dx, y[d]!) >= 0) continue;
      if (c === a || c === b || d === a || d === b) continue;
      if (side(cx, y[c]!, dx, y[d]!, ax, ay) * side(cx, y[c]!, dx, y[d]!, bx, by) < 0) count++;
    }
    return count;
  }

  /** Ties of others through this node's box. */
  #foreignTies(i: number): number {
    const sources = this.#ends[0];
    const targets = this.#ends[1];
    let cost = 0;
    for (let tie = 0; tie < sources.length; tie++) {
      const a = sources[tie]!;
      const b = targets[tie]!;
      if (a !== i && b !== i) cost += this.#through(a, b, i);
    }
    return cost;
  }

  #through(a: number, b: number, box: number): number {
    const { x, y } = this.places;
    const width = this.#halfWidth[box]!;
    const height = this.#halfHeight[box]!;
    const depth = depthIn(x[a]!, y[a]!, x[b]!, y[b]!, x[box]!, y[box]! + this.#dy[box]!, width, height);
    return depth > 0 ? THROUGH + THROUGH_MIDDLE * depth : 0;
  }

  /** The label is what of the box lies below the node's own outline. */
  #ownLabel(i: number, other: number): number {
    const { x, y } = this.places;
    const below = this.#dy[i]!;
    if (below <= 0 || y[other]! <= y[i]!) return 0;
    const top = this.#halfHeight[i]! - below;
    return depthIn(
      x[i]!,
      y[i]!,
      x[other]!,
      y[other]!,
      x[i]!,
      y[i]! + top + below,
      this.#halfWidth[i]!,
      below,
    );
  }

  /** All pairs of a node's ties that leave in like directions. */
  #beside(i: number): number {
    let cost = 0;
    for (const other of this.#network.neighbours[i]!) cost += this.#besideTie(i, other);
    return cost / 2;
  }

  /** A tie and the other ties of its end. */
  #besideTie(end: number, start: number): number {
    const { x, y } = this.places;
    const others = this.#network.neighbours[end]!;
    const dx = x[start]! - x[end]!;
    const dy = y[start]! - y[end]!;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    let cost = 0;
    for (let at = 0; at < others.length; at++) {
      const other = others[at]!;
      if (other === start) continue;
      const ex = x[other]! - x[end]!;
      const ey = y[other]! - y[end]!;
      const cosine = (dx * ex + dy * ey) / length / (Math.sqrt(ex * ex + ey * ey) || 1);
      if (cosine > NARROW) cost += (BESIDE * (cosine - NARROW)) / (1 - NARROW);
    }
    return cost;
  }
}

const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number): number =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);

/** How deep a line from a to b runs through a box around c: 0 not at all, 1 through its middle. By separating axes. */
function depthIn(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  halfWidth: number,
  halfHeight: number,
): number {
  if ((ax < cx - halfWidth && bx < cx - halfWidth) || (ax > cx + halfWidth && bx > cx + halfWidth)) return 0;
  if ((ay < cy - halfHeight && by < cy - halfHeight) || (ay > cy + halfHeight && by > cy + halfHeight))
    return 0;
  const reach = halfWidth * Math.abs(by - ay) + halfHeight * Math.abs(bx - ax);
  const off = Math.abs(side(ax, ay, bx, by, cx, cy));
  return off >= reach ? 0 : 1 - off / reach;
}
