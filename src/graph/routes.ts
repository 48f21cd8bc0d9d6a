// The best route between two nodes in a network whose steps have strengths and days: fewest steps, then the best supported.
import type { Reach } from '../case/spans.ts';
import { STRENGTHS } from './strength.ts';

/** One way to get from a node to the next: `edge`, where it matters which of parallel ones. */
export interface Step {
  readonly strength: number;
  /** It can be taken on any day of these. */
  readonly days: Reach;
  readonly edge?: string;
}

/** For a node, those a step leads from to reach it. */
export type Before = (node: string) => ReadonlyMap<string, readonly Step[]>;

/** Nodes in order, the edges taken where it matters which, and how many steps have each strength. */
export interface Route {
  readonly nodes: readonly string[];
  readonly edges: readonly (string | undefined)[];
  readonly tally: readonly number[];
}

/** From a node to the end. */
interface Way {
  readonly node: string;
  /** The last day on which one may set out on it. */
  readonly deadline: number;
  readonly tally: readonly number[];
  readonly step?: Step;
  readonly next?: Way;
}

/** By node, those ways of one length of which none is both worse and due earlier than another. */
type Layer = Map<string, readonly Way[]>;

/**
 * The best route that begins with `root` and goes on from its last node to `to`, of at most `most` nodes, each step on
 * the day of the one before or later. Works back from `to` layer by layer: a node keeps its best ways on, and takes up
 * longer ones only where they leave more time, so nothing is enumerated. A node is never met twice: the way on from its
 * second visit would be shorter and due no earlier.
 */
export function bestRoute(
  before: Before,
  root: readonly string[],
  to: string,
  barred: (node: string, after: string) => boolean,
  most: number,
): Route | undefined {
  const spur = root.at(-1)!;
  const end: Way = { node: to, deadline: Infinity, tally: new Array<number>(STRENGTHS).fill(0) };
  const latest = new Map([[to, Infinity]]);
  let layer: Layer = new Map([[to, [end]]]);
  for (let length = root.length; layer.size > 0; length++) {
    const route = throughRoot(before, root, layer.get(spur) ?? []);
    if (route || length >= most) return route;
    layer.delete(spur);
    layer = layerBefore(before, layer, latest, barred);
  }
  return undefined;
}

function layerBefore(
  before: Before,
  layer: Layer,
  latest: Map<string, number>,
  barred: (node: string, after: string) => boolean,
): Layer {
  const reached: Layer = new Map();
  for (const ways of layer.values())
    for (const next of ways)
      for (const [node, steps] of before(next.node)) {
        if (barred(node, next.node)) continue;
        for (const step of steps) {
          const way = wayBy(node, step, next);
          if (!way || way.deadline <= (latest.get(node) ?? -Infinity)) continue;
          reached.set(node, withWay(reached.get(node) ?? [], way));
        }
      }
  for (const [node, ways] of reached)
    latest.set(node, Math.max(latest.get(node) ?? -Infinity, ...ways.map(({ deadline }) => deadline)));
  return reached;
}

/** Back from the last node of the root to its first. */
function throughRoot(before: Before, root: readonly string[], from: readonly Way[]): Route | undefined {
  let ways = from;
  for (let at = root.length - 2; at >= 0 && ways.length > 0; at--) {
    const steps = before(root[at + 1]!).get(root[at]!) ?? [];
    let longer: readonly Way[] = [];
    for (const next of ways)
      for (const step of steps) {
        const way = wayBy(root[at]!, step, next);
        if (way) longer = withWay(longer, way);
      }
    ways = longer;
  }
  const best = ways.toSorted(compareWays)[0];
  return best && routeOf(best);
}

/** Undefined where the step would have to be taken before it can be. */
function wayBy(node: string, step: Step, next: Way): Way | undefined {
  const deadline = Math.min(step.days.latest, next.deadline);
  if (step.days.earliest > deadline) return undefined;
  const tally = next.tally.with(step.strength, next.tally[step.strength]! + 1);
  return { node, deadline, tally, step, next };
}

/** Without those that this way makes superfluous; as they were, where it is superfluous itself. */
function withWay(ways: readonly Way[], way: Way): readonly Way[] {
  const serves = (a: Way, b: Way) => a.deadline >= b.deadline && compareWays(a, b) <= 0;
  if (ways.some((known) => serves(known, way))) return ways;
  return [...ways.filter((known) => !serves(way, known)), way];
}

function routeOf(way: Way): Route {
  const nodes: string[] = [];
  const edges: (string | undefined)[] = [];
  for (let at: Way | undefined = way; at; at = at.next) {
    nodes.push(at.node);
    if (at.step) edges.push(at.step.edge);
  }
  return { nodes, edges, tally: way.tally };
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fewer of the weakest first. */
function compareTallies(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((steps, strength) => steps !== b[strength]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Of ways of one length: the better supported first, then by ids. */
function compareWays(a: Way, b: Way): number {
  const by = compareTallies(a.tally, b.tally);
  if (by !== 0) return by;
  let [x, y]: [Way | undefined, Way | undefined] = [a, b];
  while (x && y && x !== y) {
    if (x.node !== y.node) return ascending(x.node, y.node);
    [x, y] = [x.next, y.next];
  }
  return 0;
}

/** Fewer steps first, then the better supported, then by ids. */
export function compareRoutes(a: Route, b: Route): number {
  const by = a.nodes.length - b.nodes.length || compareTallies(a.tally, b.tally);
  if (by !== 0) return by;
  const at = a.nodes.findIndex((node, i) => node !== b.nodes[i]);
  return at < 0 ? 0 : ascending(a.nodes[at]!, b.nodes[at]!);
}
