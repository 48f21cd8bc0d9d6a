// By date: events and other dated nodes on an axis from left to right, the rest beside what they take part in.
import { dateKey } from '../case/dates.ts';
import type { Claim } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import type { Box, Layout } from './layout.ts';
import { GAP, networkOf, placesOf, positionsOf, recentre, type Network, type Places } from './network.ts';
import { separate } from './separate.ts';

/** Scene units between two rows of boxes, and between the axis and the rows beside it. */
const BETWEEN_ROWS = 16;
const BESIDE_AXIS = 46;

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
  { boxes, aspect }: Network,
  dated: readonly number[],
  days: readonly (number | undefined)[],
  places: Places,
): void {
  const room = boxes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + BETWEEN_ROWS), 0);
  const width = Math.max(
    Math.sqrt(room * aspect),
    dated.reduce((sum, i) => sum + boxes[i]!.width + GAP, 0),
  );
  const first = days[dated[0] ?? 0] ?? 0;
  const span = Math.max(1, (days[dated.at(-1) ?? 0] ?? 0) - first);
  let free = 0;
  for (const i of dated) {
    const half = boxes[i]!.width / 2 + GAP;
    places.x[i] = Math.max(free + half, ((days[i]! - first) / span) * width);
    free = places.x[i]! + half;
  }
}

/** Undated nodes in rows above and below the axis, each near the mean of its placed neighbours, steps away outwards. */
function putBeside({ ids, neighbours, boxes }: Network, dated: readonly number[], places: Places): void {
  const placed = new Set(dated);
  const end = Math.max(400, ...dated.map((i) => places.x[i]!));
  const rows = new Rows(boxes, places);
  let waiting = ids.map((_id, i) => i).filter((i) => !placed.has(i));
  while (waiting.length > 0) {
    const next = waiting.filter((i) => neighbours[i]!.some((j) => placed.has(j)));
    // What no way leads to from a date comes last, wherever there is room.
    const now = next.length > 0 ? next : waiting;
    const wish = (i: number): number => {
      const near = neighbours[i]!.filter((j) => placed.has(j));
      return near.length > 0 ? near.reduce((sum, j) => sum + places.x[j]!, 0) / near.length : end / 2;
    };
    const wishes = new Map(now.map((i) => [i, wish(i)]));
    now.sort((a, b) => neighbours[b]!.length - neighbours[a]!.length || a - b);
    for (const i of now) rows.put(i, Math.min(end, wishes.get(i)!));
    for (const i of now) placed.add(i);
    waiting = waiting.filter((i) => !placed.has(i));
  }
}

/** Rows of boxes at both sides of the axis, filled from the inside. */
class Rows {
  readonly #boxes: readonly Box[];
  readonly #places: Places;
  readonly #taken: [left: number, right: number][][] = [];
  readonly #height: number;

  constructor(boxes: readonly Box[], places: Places) {
    this.#boxes = boxes;
    this.#places = places;
    this.#height = Math.max(0, ...boxes.map(({ height }) => height)) + BETWEEN_ROWS;
  }

  /** In the innermost row with room within a box's width of `x`; rows above and below take turns. */
  put(i: number, x: number): void {
    const { width, dy } = this.#boxes[i]!;
    for (let row = 0; ; row++) {
      const taken = (this.#taken[row] ??= []);
      const free = [0, 0.5, -0.5, 1, -1]
        .map((share) => x + share * (width + GAP))
        .find((at) =>
          taken.every(([left, right]) => at + width / 2 + GAP <= left || at - width / 2 - GAP >= right),
        );
      if (free === undefined) continue;
      taken.push([free - width / 2, free + width / 2]);
      const side = row % 2 === 0 ? -1 : 1;
      this.#places.x[i] = free;
      this.#places.y[i] = side * (BESIDE_AXIS + this.#height * (Math.floor(row / 2) + 1)) - dy;
      return;
    }
  }
}
