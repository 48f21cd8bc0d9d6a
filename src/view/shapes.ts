// The outlines of nodes, as polygons in a square from -1 to 1, and where a line from the centre meets them.
import type { Point, Shape } from './scene.ts';

type Outline = readonly (readonly [x: number, y: number])[];

/** A circle has none; a square is drawn with rounded corners. */
export const OUTLINES: Readonly<Record<Exclude<Shape, 'circle'>, Outline>> = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  hexagon: [
    [-0.5, -0.88],
    [0.5, -0.88],
    [1, 0],
    [0.5, 0.88],
    [-0.5, 0.88],
    [-1, 0],
  ],
  page: [
    [-0.8, -1],
    [0.3, -1],
    [0.8, -0.5],
    [0.8, 1],
    [-0.8, 1],
  ],
  tag: [
    [-1, -0.72],
    [0.5, -0.72],
    [1, 0],
    [0.5, 0.72],
    [-1, 0.72],
  ],
  shield: [
    [-0.86, -0.9],
    [0.86, -0.9],
    [0.86, 0.2],
    [0, 1],
    [-0.86, 0.2],
  ],
};

/** Corner radius of a square as a share of its side. */
export const ROUNDING = 0.19;

/** Where marks sit, from the centre, as shares of half the size: upper right; mirror x for upper left. */
export const CORNERS: Readonly<Record<Shape, Point>> = {
  circle: { x: 0.74, y: -0.74 },
  square: { x: 0.96, y: -0.96 },
  diamond: { x: 0.62, y: -0.62 },
  hexagon: { x: 0.72, y: -0.8 },
  page: { x: 0.8, y: -0.86 },
  tag: { x: 0.78, y: -0.78 },
  shield: { x: 0.9, y: -0.9 },
};

/** The icon's box, as a share of the size, and how far below the centre it sits. */
export const ICON_SHARE: Readonly<Record<Shape, { readonly share: number; readonly dy: number }>> = {
  circle: { share: 0.54, dy: 0 },
  square: { share: 0.6, dy: 0 },
  diamond: { share: 0.42, dy: 0 },
  hexagon: { share: 0.5, dy: 0 },
  page: { share: 0.52, dy: 0.07 },
  tag: { share: 0.42, dy: 0 },
  shield: { share: 0.5, dy: -0.05 },
};

/** How far the outline lies from the centre towards `toward` (a vector of any length but zero), in scene units. */
export function reach(shape: Shape, size: number, toward: Point): number {
  const length = Math.hypot(toward.x, toward.y);
  if (shape === 'circle' || length === 0) return size / 2;
  const [x, y] = [toward.x / length, toward.y / length];
  const outline = OUTLINES[shape];
  let found = 0;
  outline.forEach((from, i) => {
    const to = outline[(i + 1) % outline.length]!;
    const [ex, ey] = [to[0] - from[0], to[1] - from[1]];
    const cross = x * ey - y * ex;
    if (Math.abs(cross) < 1e-9) return;
    const along = (from[0] * ey - from[1] * ex) / cross;
    const share = (from[0] * y - from[1] * x) / cross;
    if (along > 0 && share >= -1e-9 && share <= 1 + 1e-9) found = Math.max(found, along);
  });
  return (found * size) / 2;
}
