// The last step of every layout: moves boxes that overlap apart and keeps the picture otherwise.
// Overlaps are taken one at a time and removed along the axis that moves least: the projection of separation
// constraints of Dwyer, "Scalable, versatile and simple constrained graph layout" (Computer Graphics Forum 28, 2009).
// What cannot be solved so goes to the nearest free place on a spiral, as words in a word cloud do.
import type { Box } from './layout.ts';
import { Crowd } from './crowd.ts';
import { frameOf, GAP, roomOf, type Places } from './network.ts';

const ROUNDS = 150;
/** Boxes may fill this share of the picture before it is blown up as a whole, which keeps its shape best. */
const FILL = 0.75;

export interface Separating {
  readonly boxes: readonly Box[];
  readonly fixed: readonly boolean[];
}

/** Mutates `places`. Afterwards no two boxes overlap, fixed ones apart. */
export function separate({ boxes, fixed }: Separating, places: Places): void {
  if (!fixed.includes(true)) blowUp(boxes, places);
  const crowd = new Crowd(boxes, places, GAP);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    crowd.eachOverlap((i, j, across, down) => {
      if (fixed[i] && fixed[j]) return;
      moved = true;
      const share = fixed[i] ? 0 : fixed[j] ? 1 : 0.5;
      // A hair more than needed, or rounding would leave an overlap.
      if (Math.abs(across) < Math.abs(down)) shift(places.x, i, j, across * 1.001, share);
      else shift(places.y, i, j, down * 1.001, share);
    });
    if (!moved) return;
  }
  putOnFreePlaces(boxes, fixed, places);
}

function shift(along: Float64Array, i: number, j: number, by: number, share: number): void {
  along[i]! -= by * share;
  along[j]! += by * (1 - share);
}

function blowUp(boxes: readonly Box[], places: Places): void {
  const { left, right, top, bottom } = frameOf(boxes, places);
  const factor = Math.sqrt(roomOf(boxes) / FILL / ((right - left) * (bottom - top) || 1));
  if (factor <= 1) return;
  for (let i = 0; i < boxes.length; i++) {
    places.x[i]! *= factor;
    places.y[i]! *= factor;
  }
}

/** Golden angle in radians: points of the spiral never line up. */
const TURN = Math.PI * (3 - Math.sqrt(5));

function putOnFreePlaces(boxes: readonly Box[], fixed: readonly boolean[], places: Places): void {
  const crowd = new Crowd(boxes, places, GAP);
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
