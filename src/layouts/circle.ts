// Everything on one ellipse, ordered so that few ties cross.
import type { Layout } from './layout.ts';
import { GAP, networkOf, placesOf, positionsOf, recentre } from './network.ts';
import { anglesOn, ellipseFor, putAt } from './ring.ts';
import { roundTable } from './roundTable.ts';
import { separate } from './separate.ts';

export const circle = {
  id: 'circle',
  label: 'Circle',
  says: 'every tie as a chord, no node above another',
  settings: {},
  run(input) {
    const network = networkOf(input);
    const places = placesOf(network.ids.length);
    const order = roundTable(network.neighbours).filter((i) => !network.fixed[i]);
    const ring = order.map((i) => network.boxes[i]!);
    const ellipse = ellipseFor(ring, network.aspect, GAP);
    const angles = anglesOn(ring, ellipse, GAP);
    order.forEach((i, at) => putAt(places, i, network.boxes[i]!, ellipse, angles[at]!));
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;
