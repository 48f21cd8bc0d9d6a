// Even: distances on the map follow the number of steps between nodes, by stress majorisation alone.
import type { Job } from '../plugin/job.ts';
import { byIslands } from './islands.ts';
import type { Layout } from './layout.ts';
import { networkOf, placesOf, positionsOf, recentre, type Network, type Places } from './network.ts';
import { separate } from './separate.ts';
import { runStress, termsOf } from './stress.ts';

/** Scene units of one step. */
const STEP = 130;

export const even = {
  id: 'even',
  label: 'Even',
  says: 'distance follows the steps between two',
  settings: {},
  run(input, _settings, job) {
    const network = networkOf(input);
    const places = byIslands(network, (island) => evenly(island, job));
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

/** Starts from where nodes are, so that a picture at hand is smoothed rather than thrown away. */
function evenly(network: Network, job: Job): Places {
  const places = placesOf(network.ids.length);
  const side = STEP * Math.sqrt(network.ids.length);
  network.from.forEach((at, i) => {
    [places.x[i], places.y[i]] = at ?? [job.random() * side, job.random() * side];
  });
  if (network.ids.length > 1) runStress(termsOf(network.neighbours, job), places, network.fixed, STEP, job);
  return places;
}
