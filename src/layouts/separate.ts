// The last step of every layout: moves boxes that overlap apart and keeps the picture otherwise.
// Overlaps are taken one at a time and removed along the axis that moves least: the projection of separation
// constraints of Dwyer, "Scalable, versatile and simple constrained graph layout" (Computer Graphics Forum 28, 2009).
// What cannot be solved so goes to the nearest free place on a spiral, as words in a word cloud do.
import type { Box } from './layout.ts';
import { Crowd } from './crowd.ts';
import { frameOf, GAP, roomOf, type Places } from './network.ts';

/** Rounds before a picture with overlaps left is blown up a little more, and how often that is tried. */
const ROUNDS = 150;
const TRIES = 12;
const BLOW_UP = 1.1;
/** Boxes may fill this share of the picture before it is blown up as a whole, which keeps its shape best. */
const FILL = 0.75;
/** A crowded picture is blown up until they fill no more than this, */
const LEAST_FILL = 0.25;
/** or no more overlaps are left than so many for each box. */
const CROWDED = 0.5;

export interface Separating {
  readonly boxes: readonly Box[];
  readonly fixed: readonly boolean[];
}

/** Mutates `places`. Afterwards no two boxes overlap, fixed ones apart. */
export function separate({ boxes, fixed }: Separating, places: Places): void {
  const crowd = new Crowd(boxes, places, GAP);
  const loose = !fixed.includes(true);
  if (loose) uncrowd(boxes, crowd, places);
  for (let left = loose ? TRIES : 3; left > 0; left--) {
    for (let round = 0; round < ROUNDS; round++) if (!part(crowd, fixed, places)) return;
    if (loose) blowUp(places, BLOW_UP);
  }
  putOnFreePlaces(crowd, fixed, places);
}

/** Parts every overlapping pair once, one after another; answers whether there was any. */
function part(crowd: Crowd, fixed: readonly boolean[], { x, y }: Places): boolean {
  let moved = false;
  crowd.eachOverlap((i, j, across, down) => {
    if (fixed[i] && fixed[j]) return;
    moved = true;
    const share = fixed[i] ? 0 : fixed[j] ? 1 : 0.5;
    // A hair more than needed, or rounding would leave an overlap.
    if (Math.abs(across) < Math.abs(down)) shift(x, i, j, across * 1.001, share);
    else shift(y, i, j, down * 1.001, share);
  });
  return moved;
}

function shift(along: Float64Array, i: number, j: number, by: number, share: number): void {
  along[i]! -= by * share;
  along[j]! += by * (1 - share);
}

/** Blows a picture up until its boxes would fit into it and most have room where they are. */
function uncrowd(boxes: readonly Box[], crowd: Crowd, places: Places): void {
  const { left, right, top, bottom } = frameOf(boxes, places);
  const fill = roomOf(boxes) / ((right - left) * (bottom - top) || 1);
  if (fill > FILL) blowUp(places, Math.sqrt(fill / FILL));
  for (let rest = Math.min(fill, FILL); rest > LEAST_FILL; rest /= BLOW_UP ** 2) {
    let overlaps = 0;
    crowd.eachOverlap(() => overlaps++);
    if (overlaps <= CROWDED * boxes.length) return;
    blowUp(places, BLOW_UP);
  }
}

function blowUp({ x, y }: Places, factor: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i]! *= factor;
    y[i]! *= factor;
  }
}

/** Golden angle in radians: points of the spiral never line up. */
const TURN = Math.PI * (3 - Math.sqrt(5));

function putOnFreePlaces(crowd: Crowd, fixed: readonly boolean[], places: Places): void {
  const unsolved = new Set<number>();
  crowd.eachOverlap((i, j) => {
    const loose = fixed[j] ? i : j;
    if (!fixed[loose]) unsolved.add(loose);
  });
  for (const i of unsolved) {
    const [x, y] = [places.x[i]!, places.y[i]!];
    for (let step = 1; !crowd.isFree(i); step++) {
      const radius = 8 * Math.sqrt(step);
      crowd.move(i, x + radius * Math.cos(step * TURN), y + radius * Math.sin(step * TURN));
    }
  }
}
