// The order of nodes around a circle that lets few ties cross: depth first, then circular sifting
// (Baur and Brandes, "Crossing reduction in circular layouts", WG 2004).

type Neighbours = readonly (readonly number[])[];

/** Nodes times ties beyond which the depth-first order has to do: about a second's work. */
const MOST_WORK = 4e6;
const ROUNDS = 6;

export function roundTable(neighbours: Neighbours): number[] {
  const order = depthFirst(neighbours);
  const ties = neighbours.reduce((sum, others) => sum + others.length, 0) / 2;
  if (order.length * ties > MOST_WORK) return order;
  for (let round = 0; round < ROUNDS; round++) {
    let saved = 0;
    for (let node = 0; node < order.length; node++) saved += sift(order, neighbours, node);
    if (saved === 0) break;
  }
  return order;
}

/** Island by island, from the node with most neighbours, ends of branches first. */
function depthFirst(neighbours: Neighbours): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const byTies = neighbours
    .map((_others, i) => i)
    .sort((a, b) => neighbours[b]!.length - neighbours[a]!.length);
  for (const root of byTies) {
    const open = [root];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (seen.has(i)) continue;
      seen.add(i);
      order.push(i);
      open.push(...[...neighbours[i]!].sort((a, b) => neighbours[b]!.length - neighbours[a]!.length));
    }
  }
  return order;
}

/** Tries a node in every seat and leaves it in the best. Mutates `order`; answers the crossings saved. */
function sift(order: number[], neighbours: Neighbours, node: number): number {
  const count = order.length;
  const seats = new Int32Array(count);
  order.forEach((i, seat) => (seats[i] = seat));
  let [change, best, bestOrder] = [0, 0, [...order]];
  for (let seat = seats[node]!, steps = 1; steps < count; steps++) {
    const next = (seat + 1) % count;
    const other = order[next]!;
    change += swapCost(seats, neighbours[node]!, neighbours[other]!, seat);
    [order[seat], order[next]] = [other, node];
    [seats[other], seats[node]] = [seat, next];
    if (change < best) [best, bestOrder] = [change, [...order]];
    seat = next;
  }
  order.splice(0, count, ...bestOrder);
  return -best;
}

/** The crossings gained when the node in this seat changes places with the next one. */
function swapCost(
  seats: Int32Array,
  ofNode: readonly number[],
  ofNext: readonly number[],
  seat: number,
): number {
  const count = seats.length;
  // Seats counted from the node: it is 0, the next one 1, and their tie to each other crosses nothing.
  const from = (others: readonly number[]) =>
    others
      .map((other) => (seats[other]! - seat + count) % count)
      .filter((steps) => steps > 1)
      .sort((a, b) => a - b);
  const [mine, theirs] = [from(ofNode), from(ofNext)];
  let [before, after] = [0, 0];
  let [below, upTo] = [0, 0];
  for (const steps of mine) {
    while (below < theirs.length && theirs[below]! < steps) below++;
    while (upTo < theirs.length && theirs[upTo]! <= steps) upTo++;
    after += below;
    before += theirs.length - upTo;
  }
  return after - before;
}
