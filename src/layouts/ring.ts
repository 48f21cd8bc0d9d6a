// Boxes side by side on an ellipse, no larger than they need.
import type { Box } from './layout.ts';
import type { Places } from './network.ts';

/** Half the width and half the height. */
export interface Ellipse {
  readonly rx: number;
  readonly ry: number;
}

const FULL = 2 * Math.PI;

const meet = (a: Box, b: Box, gap: number, dx: number, dy: number): boolean =>
  Math.abs(dx) < (a.width + b.width) / 2 + gap && Math.abs(dy) < (a.height + b.height) / 2 + gap;

/** The angle that `b` needs after `a`, which is at `angle` (0 is right, clockwise). At most a full turn. */
export function turnBetween(a: Box, b: Box, angle: number, { rx, ry }: Ellipse, gap: number): number {
  const step = Math.min(0.02, 4 / Math.max(rx, ry));
  const [x, y] = [rx * Math.cos(angle), ry * Math.sin(angle)];
  for (let turn = step; turn < FULL; turn += step) {
    if (!meet(a, b, gap, rx * Math.cos(angle + turn) - x, ry * Math.sin(angle + turn) - y)) return turn;
  }
  return FULL;
}

/** The turn after each box, all packed close from the top on; the last one's leads back to the first. */
function turnsOn(ring: readonly Box[], ellipse: Ellipse, gap: number): { turns: number[]; total: number } {
  const turns: number[] = [];
  let total = 0;
  for (let i = 0; i < ring.length && total <= FULL; i++) {
    const turn = turnBetween(ring[i]!, ring[(i + 1) % ring.length]!, total - FULL / 4, ellipse, gap);
    turns.push(turn);
    total += turn;
  }
  return { turns, total };
}

/** The smallest ellipse of this aspect, no smaller than `least`, that has room for the boxes in this order. */
export function ellipseFor(
  ring: readonly Box[],
  aspect: number,
  gap: number,
  least: Ellipse = { rx: 0, ry: 0 },
): Ellipse {
  const sized = (ry: number): Ellipse => ({
    rx: Math.max(least.rx, ry * aspect),
    ry: Math.max(least.ry, ry),
  });
  if (ring.length < 2) return sized(0);
  let high = ring.reduce((sum, { width, height }) => sum + width + height + 2 * gap, 0);
  let low = 0;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (turnsOn(ring, sized(middle), gap).total > FULL) low = middle;
    else high = middle;
  }
  return sized(high);
}

/** The angle of each box, evenly loosened to fill the ellipse. */
export function anglesOn(ring: readonly Box[], ellipse: Ellipse, gap: number): number[] {
  const { turns, total } = turnsOn(ring, ellipse, gap);
  let angle = -FULL / 4;
  return ring.map((_box, i) => {
    const here = angle;
    angle += ((turns[i] ?? 0) * FULL) / total;
    return here;
  });
}

/**
 * The angles nearest to those wished for (ascending, within one turn) at which no box touches the next. Least squares
 * under an order: pool adjacent violators (Ayer and others 1955).
 */
export function anglesNear(
  ring: readonly Box[],
  wished: readonly number[],
  ellipse: Ellipse,
  gap: number,
): number[] {
  const count = ring.length;
  if (count < 2) return [...wished];
  const cut = widestGap(wished);
  const order = ring.map((_box, at) => (cut + at) % count);
  const unrolled = order.map((i, at) => wished[i]! + (cut + at >= count ? FULL : 0));
  const turnAt = (at: number) =>
    turnBetween(ring[order[at]!]!, ring[order[(at + 1) % count]!]!, unrolled[at]!, ellipse, gap);
  const ahead = [0];
  for (let at = 0; at < count - 1; at++) ahead.push(ahead[at]! + turnAt(at));
  const free = pooled(unrolled.map((wish, at) => wish - ahead[at]!));
  const found = free.map((angle, at) => angle + ahead[at]!);
  if (found.at(-1)! + turnAt(count - 1) > found[0]! + FULL) return loosened(ring, wished, ellipse, gap);
  const angles: number[] = [];
  order.forEach((i, at) => (angles[i] = found[at]!));
  return angles;
}

/** Evenly all around, turned towards the wishes: for rings that are nearly full. */
function loosened(ring: readonly Box[], wished: readonly number[], ellipse: Ellipse, gap: number): number[] {
  const even = anglesOn(ring, ellipse, gap);
  const sum = (of: (angle: number) => number) =>
    wished.reduce((total, wish, i) => total + of(wish - even[i]!), 0);
  const turn = Math.atan2(sum(Math.sin), sum(Math.cos));
  return even.map((angle) => angle + turn);
}

/** The index after the widest gap between angles that ascend within one turn. */
function widestGap(angles: readonly number[]): number {
  const gaps = angles.map((angle, i) => angle - (i > 0 ? angles[i - 1]! : angles.at(-1)! - FULL));
  return gaps.indexOf(Math.max(...gaps));
}

/** The ascending values nearest to these. */
function pooled(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}

/** Puts a node's box on the ellipse around the origin. Mutates `places`. */
export function putAt(places: Places, i: number, { dy }: Box, { rx, ry }: Ellipse, angle: number): void {
  places.x[i] = rx * Math.cos(angle);
  places.y[i] = ry * Math.sin(angle) - dy;
}
