// Boxes in a grid of cells, so that those that overlap are found without looking at every pair.
import type { Box } from './layout.ts';
import { frameOf, type Places } from './network.ts';

type Overlap = (i: number, j: number, across: number, down: number) => void;

/** No more cells than so many for each box. */
const CELLS = 6;
const NONE = -1;

export class Crowd {
  readonly #places: Places;
  readonly #gap: number;
  readonly #halfWidth: Float64Array;
  readonly #halfHeight: Float64Array;
  readonly #dy: Float64Array;
  readonly #boxes: readonly Box[];
  /** The first box of each cell, and the next one in the same cell after each box. */
  #first = new Int32Array(0);
  readonly #next: Int32Array;
  #columns = 1;
  #rows = 1;
  #left = 0;
  #top = 0;
  #width = 1;
  #height = 1;

  /** Boxes nearer than `gap` count as overlapping. */
  constructor(boxes: readonly Box[], places: Places, gap: number) {
    this.#boxes = boxes;
    this.#places = places;
    this.#gap = gap;
    this.#halfWidth = Float64Array.from(boxes, ({ width }) => width / 2);
    this.#halfHeight = Float64Array.from(boxes, ({ height }) => height / 2);
    this.#dy = Float64Array.from(boxes, ({ dy }) => dy);
    this.#next = new Int32Array(boxes.length);
    this.#fill();
  }

  /** Tells each overlapping pair and how far, signed from i to j, they would have to part on either axis. */
  eachOverlap(tell: Overlap): void {
    this.#fill();
    for (let i = 0; i < this.#next.length; i++) this.#meet(i, i, tell);
  }

  isFree(i: number): boolean {
    let free = true;
    this.#meet(i, NONE, () => (free = false));
    return free;
  }

  move(i: number, x: number, y: number): void {
    const cell = this.#cellOf(i);
    if (this.#first[cell] === i) this.#first[cell] = this.#next[i]!;
    else {
      let before = this.#first[cell]!;
      while (this.#next[before] !== i) before = this.#next[before]!;
      this.#next[before] = this.#next[i]!;
    }
    this.#places.x[i] = x;
    this.#places.y[i] = y;
    this.#add(i);
  }

  /** The boxes above the number `after` that overlap with i. */
  #meet(i: number, after: number, tell: Overlap): void {
    const { x, y } = this.#places;
    const column = this.#columnOf(i);
    const row = this.#rowOf(i);
    const lastColumn = Math.min(this.#columns - 1, column + 1);
    const lastRow = Math.min(this.#rows - 1, row + 1);
    for (let r = Math.max(0, row - 1); r <= lastRow; r++) {
      for (let c = Math.max(0, column - 1); c <= lastColumn; c++) {
        for (let j = this.#first[r * this.#columns + c]!; j !== NONE; j = this.#next[j]!) {
          if (j === i || j <= after) continue;
          const dx = x[j]! - x[i]!;
          const across = this.#halfWidth[i]! + this.#halfWidth[j]! + this.#gap - Math.abs(dx);
          if (across <= 0) continue;
          const dy = y[j]! + this.#dy[j]! - y[i]! - this.#dy[i]!;
          const down = this.#halfHeight[i]! + this.#halfHeight[j]! + this.#gap - Math.abs(dy);
          if (down > 0) tell(i, j, dx < 0 ? -across : across, dy < 0 ? -down : down);
        }
      }
    }
  }

  #fill(): void {
    const { left, right, top, bottom } = frameOf(this.#boxes, this.#places);
    this.#left = left;
    this.#top = top;
    // No box is larger than a cell, so overlapping boxes lie in the same cell or in ones that touch.
    const least = Math.sqrt(((right - left) * (bottom - top)) / (CELLS * this.#next.length + 1));
    this.#width = Math.max(least, 2 * most(this.#halfWidth) + this.#gap);
    this.#height = Math.max(least, 2 * most(this.#halfHeight) + this.#gap);
    this.#columns = Math.ceil((right - left) / this.#width) + 1;
    this.#rows = Math.ceil((bottom - top) / this.#height) + 1;
    this.#first = new Int32Array(this.#columns * this.#rows).fill(NONE);
    for (let i = 0; i < this.#next.length; i++) this.#add(i);
  }

  #add(i: number): void {
    const cell = this.#cellOf(i);
    this.#next[i] = this.#first[cell]!;
    this.#first[cell] = i;
  }

  // What has moved out of the frame counts as in its outermost cells.
  #cellOf = (i: number): number => this.#rowOf(i) * this.#columns + this.#columnOf(i);
  #columnOf = (i: number): number => within(this.#places.x[i]! - this.#left, this.#width, this.#columns);
  #rowOf = (i: number): number =>
    within(this.#places.y[i]! + this.#dy[i]! - this.#top, this.#height, this.#rows);
}

const within = (far: number, size: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor(far / size)));

const most = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0);
