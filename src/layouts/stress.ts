// Stress: distances in the picture like distances in steps. Stochastic gradient descent after Zheng, Pawar and Goodman,
// "Graph Drawing by Stochastic Gradient Descent" (IEEE TVCG 25, 2019); large networks with pivots after Ortmann, Klimenta
// and Brandes, "A Sparse Stress Model" (Graph Drawing 2016).
import { Cancelled, type Job } from '../plugin/job.ts';
import type { Places } from './network.ts';
import { stepsFrom } from './steps.ts';

type Neighbours = readonly (readonly number[])[];

/** Pairs whose distance is wished for. `pull` and `push` weigh the moves of the first and of the second node. */
export interface Terms {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly steps: Float64Array;
  readonly pull: Float64Array;
  readonly push: Float64Array;
}

/** Up to so many nodes every pair is a term; beyond, ties and ways to pivots. */
const MOST_IN_FULL = 1500;
const PIVOTS = 80;
const ROUNDS = 30;
/** How still it must stand in the end: ε of Zheng and others. */
const STILL = 0.1;

/** The terms of one island, in random order: every node must be reached from every other. */
export function termsOf(neighbours: Neighbours, job: Job): Terms {
  const terms = neighbours.length <= MOST_IN_FULL ? allPairs(neighbours) : toPivots(neighbours);
  shuffle(terms, job);
  return terms;
}

function allPairs(neighbours: Neighbours): Terms {
  const count = neighbours.length;
  const terms = emptyTerms((count * (count - 1)) / 2);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const steps = stepsFrom(neighbours, [i]);
    for (let j = i + 1; j < count; j++) {
      const weight = 1 / steps[j]! ** 2;
      setTerm(terms, at++, i, j, steps[j]!, weight, weight);
    }
  }
  return terms;
}

const emptyTerms = (count: number): Terms => ({
  first: new Int32Array(count),
  second: new Int32Array(count),
  steps: new Float64Array(count),
  pull: new Float64Array(count),
  push: new Float64Array(count),
});

function setTerm(
  terms: Terms,
  at: number,
  i: number,
  j: number,
  steps: number,
  pull: number,
  push: number,
): void {
  terms.first[at] = i;
  terms.second[at] = j;
  terms.steps[at] = steps;
  terms.pull[at] = pull;
  terms.push[at] = push;
}

/** Each tie, and each node with each pivot, which stands for the nodes of its region. */
function toPivots(neighbours: Neighbours): Terms {
  const count = neighbours.length;
  const { pivots, steps, regions } = pivotsOf(neighbours);
  const ties = neighbours.reduce((sum, others) => sum + others.length, 0) / 2;
  const terms = emptyTerms(ties + pivots.length * count);
  let at = 0;
  neighbours.forEach((others, i) => {
    for (const j of others) if (j > i) setTerm(terms, at++, i, j, 1, 1, 1);
  });
  pivots.forEach((pivot, p) => {
    const within = nearCounts(steps[p]!, regions, p);
    for (let i = 0; i < count; i++) {
      const far = steps[p]![i]!;
      // A neighbour has its tie already. Only the node moves: the pivot is there in the others' stead.
      if (far > 1) setTerm(terms, at++, i, pivot, far, within[far >> 1]! / far ** 2, 0);
    }
  });
  return cut(terms, at);
}

const cut = ({ first, second, steps, pull, push }: Terms, count: number): Terms => ({
  first: first.subarray(0, count),
  second: second.subarray(0, count),
  steps: steps.subarray(0, count),
  pull: pull.subarray(0, count),
  push: push.subarray(0, count),
});

/** Pivots far from each other, the distances from each, and for every node the pivot it is nearest to. */
function pivotsOf(neighbours: Neighbours) {
  const nearest = new Int32Array(neighbours.length).fill(2 ** 30);
  const regions = new Int32Array(neighbours.length);
  const pivots: number[] = [];
  const steps: Int32Array[] = [];
  let next = neighbours.reduce((best, others, i) => (others.length > neighbours[best]!.length ? i : best), 0);
  while (pivots.length < PIVOTS && nearest[next] !== 0) {
    const from = stepsFrom(neighbours, [next]);
    pivots.push(next);
    steps.push(from);
    from.forEach((far, i) => {
      if (far < nearest[i]!) [nearest[i], regions[i]] = [far, pivots.length - 1];
    });
    next = nearest.reduce((best, far, i) => (far > nearest[best]! ? i : best), 0);
  }
  return { pivots, steps, regions };
}

/** How many nodes of a pivot's region lie within each number of steps of it. */
function nearCounts(steps: Int32Array, regions: Int32Array, pivot: number): Int32Array {
  const counts = new Int32Array(steps.reduce((most, far) => Math.max(most, far), 0) + 1);
  regions.forEach((region, i) => {
    if (region === pivot) counts[steps[i]!]!++;
  });
  for (let far = 1; far < counts.length; far++) counts[far]! += counts[far - 1]!;
  return counts;
}

/** Lays the nodes so that terms are as long as wished, one step being `length`. Mutates `places`; `fixed` ones stay. */
export function runStress(
  terms: Terms,
  places: Places,
  fixed: readonly boolean[],
  length: number,
  job: Job,
): void {
  const weights = terms.pull;
  const [least, most] = weights.reduce(
    ([low, high], w) => [Math.min(low, w), Math.max(high, w)],
    [Infinity, 0],
  );
  const cooling = Math.log(most / least / STILL) / (ROUNDS - 1);
  for (let round = 0; round < ROUNDS; round++) {
    if (job.cancelled()) throw new Cancelled();
    job.progress(round / ROUNDS, 'stress');
    step(terms, places, fixed, length, Math.exp(-cooling * round) / least);
  }
}

/** Once, and in memory: rounds that go through it in order are several times as fast as ones that jump about. */
function shuffle({ first, second, steps, pull, push }: Terms, job: Job): void {
  for (let i = first.length - 1; i > 0; i--) {
    const j = Math.floor(job.random() * (i + 1));
    for (const column of [first, second, steps, pull, push]) {
      const kept = column[i]!;
      column[i] = column[j]!;
      column[j] = kept;
    }
  }
}

/** One pass over the terms; `rate` bounds each move, which never overshoots what is wished. */
function step(
  { first, second, steps, pull, push }: Terms,
  { x, y }: Places,
  fixed: readonly boolean[],
  length: number,
  rate: number,
): void {
  for (let term = 0; term < first.length; term++) {
    const i = first[term]!;
    const j = second[term]!;
    const dx = x[i]! - x[j]!;
    const dy = y[i]! - y[j]!;
    const far = Math.sqrt(dx * dx + dy * dy) || 1e-9;
    const by = (far - steps[term]! * length) / (2 * far);
    if (!fixed[i]) {
      const share = by * Math.min(1, pull[term]! * rate);
      x[i]! -= dx * share;
      y[i]! -= dy * share;
    }
    if (!fixed[j]) {
      const share = by * Math.min(1, push[term]! * rate);
      x[j]! += dx * share;
      y[j]! += dy * share;
    }
  }
}
