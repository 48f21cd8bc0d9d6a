// Boxes in a grid of cells, so that those that overlap are found without looking at every pair.
import type { Box } from './layout.ts';
import type { Places } from './network.ts';

type Overlap = (i: number, j: number, across: number, down: number) => void;

export class Crowd {
  readonly #boxes: readonly Box[];
  readonly #places: Places;
  readonly #gap: number;
  readonly #width: number;
  readonly #height: number;
  #cells = new Map<number, number[]>();

  /** Boxes nearer than `gap` count as overlapping. */
  constructor(boxes: readonly Box[], places: Places, gap: number) {
    this.#boxes = boxes;
    this.#places = places;
    this.#gap = gap;
    // No box is larger than a cell, so overlapping boxes lie in the same cell or in ones that touch.
    this.#width = boxes.reduce((most, { width }) => Math.max(most, width), 1) + gap;
    this.#height = boxes.reduce((most, { height }) => Math.max(most, height), 1) + gap;
    this.#fill();
  }

  /** Tells each overlapping pair and how far, signed from i to j, they would have to part on either axis. */
  eachOverlap(tell: Overlap): void {
    this.#fill();
    for (let i = 0; i < this.#boxes.length; i++) {
      this.#near(i, (j) => {
        if (j <= i) return;
        const [across, down] = this.#overlap(i, j);
        if (across !== 0 && down !== 0) tell(i, j, across, down);
      });
    }
  }

  isFree(i: number): boolean {
    let free = true;
    this.#near(i, (j) => {
      const [across, down] = this.#overlap(i, j);
      if (across !== 0 && down !== 0) free = false;
    });
    return free;
  }

  move(i: number, x: number, y: number): void {
    const cell = this.#cells.get(this.#keyOf(i))!;
    cell.splice(cell.indexOf(i), 1);
    this.#places.x[i] = x;
    this.#places.y[i] = y;
    this.#add(i);
  }

  /** Signed penetration on both axes; 0 where they do not meet. */
  #overlap(i: number, j: number): [across: number, down: number] {
    const [a, b] = [this.#boxes[i]!, this.#boxes[j]!];
    const { x, y } = this.#places;
    const dx = x[j]! - x[i]!;
    const dy = y[j]! + b.dy - y[i]! - a.dy;
    const across = (a.width + b.width) / 2 + this.#gap - Math.abs(dx);
    const down = (a.height + b.height) / 2 + this.#gap - Math.abs(dy);
    if (across <= 0 || down <= 0) return [0, 0];
    return [dx < 0 ? -across : across, dy < 0 ? -down : down];
  }

  #fill(): void {
    this.#cells = new Map();
    for (let i = 0; i < this.#boxes.length; i++) this.#add(i);
  }

  #add(i: number): void {
    const key = this.#keyOf(i);
    const cell = this.#cells.get(key);
    if (cell) cell.push(i);
    else this.#cells.set(key, [i]);
  }

  #near(i: number, tell: (j: number) => void): void {
    const key = this.#keyOf(i);
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        for (const j of this.#cells.get(key + row * ROW + column) ?? []) if (j !== i) tell(j);
      }
    }
  }

  #keyOf(i: number): number {
    const column = Math.floor(this.#places.x[i]! / this.#width);
    const row = Math.floor((this.#places.y[i]! + this.#boxes[i]!.dy) / this.#height);
    return row * ROW + column;
  }
}

/** Cells in a row of the numbering; pictures are never so wide. */
const ROW = 2 ** 24;
