// The room that things take in a scene, and what of it is taken: bodies of nodes, words, marks, lines.
import type { Id } from '../case/records.ts';
import { boxOfLines, EDGE_LABEL, widthOf } from './labels.ts';
import { pointAt, type Route } from './routes.ts';
import type { Point, SceneNode } from './scene.ts';

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The body of a node, and its label. */
export function roomsOf(node: SceneNode): Rectangle[] {
  const half = node.size / 2 + 3;
  const body = { left: node.x - half, top: node.y - half, right: node.x + half, bottom: node.y + half };
  if (node.lines.length === 0) return [body];
  const box = boxOfLines(node.lines, 0);
  return [
    body,
    {
      left: node.x - box.width / 2,
      top: body.bottom,
      right: node.x + box.width / 2,
      bottom: node.y + node.size / 2 + box.height,
    },
  ];
}

/** A line of words, centred. */
export function around(at: Point, text: string, size: number): Rectangle {
  const height = (size * EDGE_LABEL.line) / EDGE_LABEL.size / 2 + 1;
  const width = widthOf(text, size) / 2 + 4;
  return { left: at.x - width, top: at.y - height, right: at.x + width, bottom: at.y + height };
}

/** A mark on a line, with air around it. */
export const markRoom = ({ x, y }: Point, air = 9): Rectangle => ({
  left: x - air,
  top: y - air,
  right: x + air,
  bottom: y + air,
});

/** Rectangles in a grid of cells, so that few are compared. */
export class Cells {
  readonly #cells = new Map<string, Rectangle[]>();

  add(room: Rectangle): void {
    for (const key of keysOf(room)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(room);
      else this.#cells.set(key, [room]);
    }
  }

  /** How many rectangles a rectangle meets. */
  count(room: Rectangle): number {
    const met = new Set<Rectangle>();
    for (const key of keysOf(room))
      for (const other of this.#cells.get(key) ?? []) if (overlap(room, other)) met.add(other);
    return met.size;
  }

  meets(room: Rectangle): boolean {
    for (const key of keysOf(room)) {
      const cell = this.#cells.get(key);
      if (cell?.some((other) => overlap(room, other))) return true;
    }
    return false;
  }
}

const CELL = 80;

function* keysOf({ left, top, right, bottom }: Rectangle): Generator<string> {
  for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i++) {
    for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j++) yield `${i},${j}`;
  }
}

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export interface LineCells {
  /** How many other lines run through a rectangle. */
  through(room: Rectangle, but: Id): number;
}

/** Lines sampled every few units, which is finer than a label is high. */
export function linesThrough(routes: ReadonlyMap<Id, Route>): LineCells {
  const cells = new Map<string, { readonly at: Point; readonly id: Id }[]>();
  for (const [id, route] of routes) {
    const length = Math.hypot(route.end.x - route.start.x, route.end.y - route.start.y);
    const steps = Math.max(4, Math.ceil(length / 8));
    for (let i = 0; i <= steps; i++) {
      const at = pointAt(route, i / steps);
      const key = `${Math.floor(at.x / CELL)},${Math.floor(at.y / CELL)}`;
      const cell = cells.get(key);
      if (cell) cell.push({ at, id });
      else cells.set(key, [{ at, id }]);
    }
  }
  return {
    through(room, but) {
      const met = new Set<Id>();
      for (const key of keysOf(room)) {
        for (const { at, id } of cells.get(key) ?? []) {
          if (id !== but && at.x > room.left && at.x < room.right && at.y > room.top && at.y < room.bottom)
            met.add(id);
        }
      }
      return met.size;
    },
  };
}
