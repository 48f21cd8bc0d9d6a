// By date: events and other dated nodes on an axis from left to right, the rest beside what they take part in.
import { dateKey } from '../case/dates.ts';
import type { Claim } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import type { Layout } from './layout.ts';
import { GAP, networkOf, placesOf, positionsOf, recentre, type Network, type Places } from './network.ts';
import { separate } from './separate.ts';

/** Scene units between the axis and the first row at either side of it. */
const LANE = 110;

export const timeline = {
  id: 'timeline',
  label: 'By date',
  says: 'events from left to right, others beside them',
  settings: {},
  run(input) {
    const network = networkOf(input);
    const days = network.ids.map((id) => dayOf(input.graph, id));
    const places = alongTime(network, days);
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

const DATES = ['date', 'startDate', 'publishedAt', 'endDate'];

/** The first day a node may be of, in days since 1970; undefined where no year is stated. */
function dayOf(graph: CaseGraph, id: string): number | undefined {
  const claims = graph.getNodeAttribute(id, 'claims');
  const keys = DATES.flatMap((property) => keysOf(claims, property));
  return keys[0];
}

const keysOf = (claims: readonly Claim[], property: string): readonly number[] =>
  claims
    .filter((claim) => claim.property === property && claim.stance !== 'denied')
    .map(({ value }) => dateKey(value))
    .filter((key) => Number.isFinite(key) && Math.abs(key) < UNKNOWN_YEAR)
    .sort((a, b) => a - b);

/** `dateKey` sorts what has no year after everything else, beyond any year that is written. */
const UNKNOWN_YEAR = 365_250 * 100;

function alongTime(network: Network, days: readonly (number | undefined)[]): Places {
  const places = placesOf(network.ids.length);
  const dated = network.ids.flatMap((_id, i) => (days[i] === undefined ? [] : [i]));
  dated.sort((a, b) => days[a]! - days[b]! || a - b);
  putOnAxis(network, dated, days, places);
  putBeside(network, dated, places);
  return places;
}

/** By time, with room for each box: a busy year takes as much as it needs. */
function putOnAxis(
  { boxes }: Network,
  dated: readonly number[],
  days: readonly (number | undefined)[],
  places: Places,
): void {
  const width = dated.reduce((sum, i) => sum + boxes[i]!.width + GAP, 0);
  const first = days[dated[0] ?? 0] ?? 0;
  const span = Math.max(1, (days[dated.at(-1) ?? 0] ?? 0) - first);
  let free = 0;
  for (const i of dated) {
    const half = boxes[i]!.width / 2 + GAP;
    places.x[i] = Math.max(free + half, ((days[i]! - first) / span) * width);
    places.y[i] = 0;
    free = places.x[i]! + half;
  }
}

/** Undated nodes about the mean of their placed neighbours, above and below the axis by turns, further out by steps. */
function putBeside({ ids, neighbours, boxes }: Network, dated: readonly number[], places: Places): void {
  const width = Math.max(400, ...dated.map((i) => places.x[i]!));
  const placed = new Map(dated.map((i) => [i, 0]));
  let waiting = ids.map((_id, i) => i).filter((i) => !placed.has(i));
  for (let step = 1; waiting.length > 0; step++) {
    const next = waiting.filter((i) => neighbours[i]!.some((j) => placed.has(j)));
    // What no way leads to from a date lies below all else, side by side.
    const now = next.length > 0 ? next : waiting;
    const wish = (i: number): number => {
      const near = neighbours[i]!.filter((j) => placed.has(j));
      return near.length > 0 ? near.reduce((sum, j) => sum + places.x[j]!, 0) / near.length : width / 2;
    };
    const wishes = new Map(now.map((i) => [i, wish(i)]));
    now.sort((a, b) => wishes.get(a)! - wishes.get(b)! || a - b);
    now.forEach((i, at) => {
      places.x[i] = wishes.get(i)!;
      places.y[i] = (at % 2 === 0 ? -1 : 1) * (LANE * step + boxes[i]!.dy);
    });
    for (const i of now) placed.set(i, step);
    waiting = waiting.filter((i) => !placed.has(i));
  }
}
