// The picture a case opens with: its centre in the middle, related nodes together, few ties crossing or running through
// others. Distances by stress from several starts, then overlaps removed, then tidied up as long as it pays.
import type { CaseGraph } from '../graph/graph.ts';
import type { Job } from '../plugin/job.ts';
import { anneal } from './anneal.ts';
import { centreOf } from './centre.ts';
import { byIslands } from './islands.ts';
import type { Layout } from './layout.ts';
import { Legibility } from './legibility.ts';
import { networkOf, placesOf, positionsOf, recentre, roomOf, type Network, type Places } from './network.ts';
import { separate } from './separate.ts';
import { runStress, termsOf } from './stress.ts';

const STARTS = 12;
/** Of them, so many are tidied; the better is kept. */
const FINALISTS = 2;
/** Larger islands are left as stress has them: tidying takes time by the square of their size. */
const MOST_TIDIED = 400;
/** Comparisons of a tie with a box or a tie for each node: about half a second for fifty nodes. */
const WORK = 1_400_000;

export const story = {
  id: 'story',
  label: 'Story',
  says: 'who is tied to whom, to be read at once',
  settings: {},
  run(input, _settings, job) {
    const network = networkOf(input);
    const places = byIslands(network, (island) => tellIsland(island, input.graph, job));
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

function tellIsland(network: Network, graph: CaseGraph, job: Job): Places {
  const count = network.ids.length;
  if (count === 1) return placesOf(1);
  const centre = centreOf(network, graph);
  const step = stepOf(network);
  const terms = termsOf(network.neighbours, job);
  const tidied = count <= MOST_TIDIED;
  const pictures: Legibility[] = [];
  for (let start = 0; start < (tidied ? STARTS : 1); start++) {
    const places = placesOf(count);
    scatter(network, places, step, job);
    runStress(terms, places, network.fixed, step, job);
    if (!network.fixed.includes(true)) fill(network, places);
    if (!tidied) return places;
    separate(network, places);
    pictures.push(new Legibility(network, places, centre, step));
  }
  const tidy = byCost(pictures).slice(0, FINALISTS);
  for (const picture of tidy) anneal(network, picture, movesFor(network) / FINALISTS, job);
  return byCost(tidy)[0]!.places;
}

function byCost(pictures: readonly Legibility[]): Legibility[] {
  const costs = new Map(pictures.map((picture) => [picture, picture.total()]));
  return [...pictures].sort((a, b) => costs.get(a)! - costs.get(b)!);
}

/** Scene units of one step: the side of a square with room for an average box and air. */
function stepOf({ boxes }: Network): number {
  return 1.3 * Math.sqrt(roomOf(boxes) / boxes.length);
}

function scatter({ ids, fixed, from }: Network, { x, y }: Places, step: number, job: Job): void {
  const side = step * Math.sqrt(ids.length);
  ids.forEach((_id, i) => {
    [x[i], y[i]] = fixed[i] ? from[i]! : [job.random() * side, job.random() * side];
  });
}

/** The frame as a multiple of the room of all boxes. */
const FRAME = 2.1;

/** Turns the picture so that it is widest across, then stretches it to the aspect and the frame. Mutates `places`. */
function fill({ boxes, aspect }: Network, { x, y }: Places): void {
  turnWidest(x, y);
  const height = Math.sqrt((FRAME * roomOf(boxes)) / aspect);
  stretch(x, height * aspect);
  stretch(y, height);
}

/** To twice the spread of the values as an even distribution would have it: outliers do not press the rest together. */
function stretch(values: Float64Array, size: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  // An even distribution over 1 deviates by the root of a twelfth. What has no spread stays a line.
  const factor = spread > 1e-6 ? (size * Math.sqrt(1 / 12)) / spread : 1;
  values.forEach((value, i) => (values[i] = (value - mean) * factor));
}

/** By the angle of the first principal component. */
function turnWidest(x: Float64Array, y: Float64Array): void {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  x.forEach((at, i) => {
    const [dx, dy] = [at - mx, y[i]! - my];
    [xx, xy, yy] = [xx + dx * dx, xy + dx * dy, yy + dy * dy];
  });
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  x.forEach((at, i) => {
    const [dx, dy] = [at - mx, y[i]! - my];
    [x[i], y[i]] = [dx * cos + dy * sin, dy * cos - dx * sin];
  });
}

function movesFor({ ids, neighbours }: Network): number {
  const ties = neighbours.reduce((sum, others) => sum + others.length, 0) / 2;
  const effort = 2 * ((2 * ties) / ids.length) * (ties + ids.length);
  return Math.round((WORK * ids.length) / effort);
}
