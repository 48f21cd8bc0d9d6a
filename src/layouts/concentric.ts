// Rings around the centre, one for each step away from it.
import type { Box, Layout } from './layout.ts';
import { centreOf } from './centre.ts';
import { byIslands } from './islands.ts';
import { GAP, networkOf, placesOf, positionsOf, recentre, type Network, type Places } from './network.ts';
import { anglesNear, anglesOn, ellipseFor, putAt, type Ellipse } from './ring.ts';
import { roundTable } from './roundTable.ts';
import { separate } from './separate.ts';
import { stepsFrom } from './steps.ts';

export const concentric = {
  id: 'concentric',
  label: 'Rings',
  says: 'how many steps each is from the centre',
  settings: {},
  run(input) {
    const network = networkOf(input);
    const places = byIslands(network, (island) => inRings(island, centreOf(island, input.graph)));
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

/** Around the origin, where the centre lies; several centres make the innermost ring. */
function inRings(network: Network, centre: readonly number[]): Places {
  const { boxes, aspect } = network;
  const places = placesOf(network.ids.length);
  const angles = new Float64Array(network.ids.length);
  const steps = stepsFrom(network.neighbours, centre);
  const order = roundTable(network.neighbours);
  let within: Ellipse = { rx: 0, ry: 0 };
  for (let step = 0; ; step++) {
    // The innermost rings follow the round table, the others their ties inwards.
    const wishes = step < 2 ? undefined : wishesOf(network, steps, angles);
    const ring = order.filter((i) => steps[i] === step);
    if (wishes) ring.sort((a, b) => wishes(a) - wishes(b));
    if (ring.length === 0) return places;
    const ringBoxes = ring.map((i) => boxes[i]!);
    const most = roomOf(ringBoxes);
    const least = step === 0 ? within : { rx: within.rx + most.rx + GAP, ry: within.ry + most.ry + GAP };
    const ellipse = ellipseFor(ringBoxes, aspect, GAP, least);
    const found = wishes
      ? anglesNear(ringBoxes, ring.map(wishes), ellipse, GAP)
      : anglesOn(ringBoxes, ellipse, GAP);
    ring.forEach((i, at) => putAt(places, i, boxes[i]!, ellipse, (angles[i] = found[at]!)));
    within = { rx: ellipse.rx + most.rx, ry: ellipse.ry + most.ry };
  }
}

/** Half the largest width and half the largest height. */
const roomOf = (boxes: readonly Box[]): Ellipse => ({
  rx: Math.max(...boxes.map(({ width }) => width)) / 2,
  ry: Math.max(...boxes.map(({ height }) => height)) / 2,
});

/** The mean direction of a node's neighbours one step nearer, in radians from 0 to a full turn. */
const wishesOf =
  ({ neighbours }: Network, steps: Int32Array, angles: Float64Array) =>
  (i: number): number => {
    const inner = neighbours[i]!.filter((j) => steps[j]! < steps[i]!).map((j) => angles[j]!);
    const sum = (of: (angle: number) => number) => inner.reduce((total, angle) => total + of(angle), 0);
    const direction = Math.atan2(sum(Math.sin), sum(Math.cos));
    return direction < 0 ? direction + 2 * Math.PI : direction;
  };
