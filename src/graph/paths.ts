// Paths between two nodes: the shortest, the best supported first, and on demand somewhat longer ones.
import type { CaseGraph } from './graph.ts';
import { STRENGTHS, strengthOf } from './strength.ts';

export { weakestStep, type WeakStep } from './strength.ts';

export interface Path {
  /** From one end to the other, each once. */
  readonly nodes: readonly string[];
  /** One for each step: the best supported of parallel edges. */
  readonly edges: readonly string[];
  /** The other edges of each step, the better supported first. */
  readonly parallel: readonly (readonly string[])[];
}

export interface PathOptions {
  /** Follow directed edges from source to target only. Edges without direction serve both ways. */
  readonly directed?: boolean;
  /** Nodes that no path may go through; the two ends are not asked. */
  readonly avoid?: ReadonlySet<string>;
  /** At most so many paths; 5 unless told. */
  readonly limit?: number;
  /** How many steps above the shortest are still given; 0 unless told. */
  readonly longer?: number;
}

/** Nodes in order, and how many steps have each strength. */
interface Route {
  readonly nodes: readonly string[];
  readonly tally: readonly number[];
}

/** For a node, those a step leads from to reach it, with the strength of the step's best edge. */
type Before = (node: string) => ReadonlyMap<string, number>;

/**
 * The best paths from one node to another: fewer steps first, then fewer denied steps, fewer alleged, fewer disputed,
 * fewer with one voice only; then by ids. No path visits a node twice. One path without steps from a node to itself;
 * none where the graph lacks an end or nothing joins the two.
 *
 * J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17 (1971): each next path leaves
 * one found before at some node. A search costs one walk over the edges, so all take at most limit × steps of them.
 */
export function shortestPaths(
  graph: CaseGraph,
  from: string,
  to: string,
  options: PathOptions = {},
): readonly Path[] {
  const { directed = false, avoid = new Set(), limit = 5, longer = 0 } = options;
  if (!graph.hasNode(from) || !graph.hasNode(to)) return [];
  const before = stepsBefore(graph, directed);
  const found: Route[] = [];
  const waiting = new Map<string, Route>();
  let next = bestRoute(before, [from], to, (node) => avoid.has(node) && node !== from, Infinity);
  const most = next && next.nodes.length + longer;
  while (next && most && found.length < limit) {
    found.push(next);
    if (found.length < limit)
      for (const route of detours(before, found, avoid, most))
        waiting.set(JSON.stringify(route.nodes), route);
    next = takeBest(waiting);
  }
  return found.map(({ nodes }) => pathAlong(graph, nodes, directed));
}

/** Asked once for each node. */
function stepsBefore(graph: CaseGraph, directed: boolean): Before {
  const asked = new Map<string, Map<string, number>>();
  return (node) => {
    const known = asked.get(node);
    if (known) return known;
    const steps = new Map<string, number>();
    const note = (
      _: string,
      attributes: Parameters<typeof strengthOf>[0],
      source: string,
      target: string,
    ) => {
      const other = source === node ? target : source;
      if (other !== node) steps.set(other, Math.max(strengthOf(attributes), steps.get(other) ?? 0));
    };
    if (directed) graph.forEachInboundEdge(node, note);
    else graph.forEachEdge(node, note);
    asked.set(node, steps);
    return steps;
  };
}

/** For each node of the last route found, the best route that leaves all found so far there: up to `most` nodes long. */
function* detours(
  before: Before,
  found: readonly Route[],
  avoid: ReadonlySet<string>,
  most: number,
): Generator<Route> {
  const { nodes } = found.at(-1)!;
  for (let at = 0; at < nodes.length - 1; at++) {
    const root = nodes.slice(0, at + 1);
    const spur = nodes[at]!;
    const alike = found.filter((route) => root.every((node, i) => route.nodes[i] === node));
    const taken = new Set(alike.map((route) => route.nodes[at + 1]));
    const barred = (node: string, after: string) =>
      node === spur ? taken.has(after) : avoid.has(node) || root.includes(node);
    const route = bestRoute(before, root, nodes.at(-1)!, barred, most);
    if (route) yield route;
  }
}

/**
 * The best route that begins with `root` and goes on from its last node to `to`, of at most `most` nodes. Works back
 * from `to` layer by layer: each node keeps the best way on from it, so nothing is enumerated.
 */
function bestRoute(
  before: Before,
  root: readonly string[],
  to: string,
  barred: (node: string, after: string) => boolean,
  most: number,
): Route | undefined {
  const from = root.at(-1)!;
  const ways = new Map<string, { readonly tally: readonly number[]; readonly next?: string }>();
  ways.set(to, { tally: new Array<number>(STRENGTHS).fill(0) });
  let layer = [to];
  for (let length = root.length; layer.length > 0 && length < most && !ways.has(from); length++) {
    const reached: typeof ways = new Map();
    for (const next of layer) {
      for (const [node, strength] of before(next)) {
        if (ways.has(node) || barred(node, next)) continue;
        const tally = ways.get(next)!.tally.with(strength, ways.get(next)!.tally[strength]! + 1);
        const known = reached.get(node);
        if (!known || (compareTallies(tally, known.tally) || ascending(next, known.next!)) < 0)
          reached.set(node, { tally, next });
      }
    }
    for (const [node, way] of reached) ways.set(node, way);
    layer = [...reached.keys()];
  }
  if (!ways.has(from)) return undefined;
  const nodes = [...root];
  for (let next = ways.get(from)!.next; next !== undefined; next = ways.get(next)!.next) nodes.push(next);
  return { nodes, tally: tallyAlong(before, nodes) };
}

function tallyAlong(before: Before, nodes: readonly string[]): readonly number[] {
  const tally = new Array<number>(STRENGTHS).fill(0);
  nodes.slice(1).forEach((node, i) => tally[before(node).get(nodes[i]!)!]!++);
  return tally;
}

function takeBest(waiting: Map<string, Route>): Route | undefined {
  let best: string | undefined;
  for (const [key, route] of waiting)
    if (best === undefined || compareRoutes(route, waiting.get(best)!) < 0) best = key;
  const route = best === undefined ? undefined : waiting.get(best);
  if (best !== undefined) waiting.delete(best);
  return route;
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fewer of the weakest first. */
function compareTallies(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((steps, strength) => steps !== b[strength]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function compareRoutes(a: Route, b: Route): number {
  const by = a.nodes.length - b.nodes.length || compareTallies(a.tally, b.tally);
  if (by !== 0) return by;
  const at = a.nodes.findIndex((node, i) => node !== b.nodes[i]);
  return at < 0 ? 0 : ascending(a.nodes[at]!, b.nodes[at]!);
}

function pathAlong(graph: CaseGraph, nodes: readonly string[], directed: boolean): Path {
  const steps = nodes.slice(1).map((node, i) => edgesBetween(graph, nodes[i]!, node, directed));
  return { nodes, edges: steps.map(([best]) => best!), parallel: steps.map(([, ...others]) => others) };
}

/** The best supported first. */
function edgesBetween(graph: CaseGraph, from: string, to: string, directed: boolean): readonly string[] {
  const edges = directed ? graph.outboundEdges(from, to) : graph.edges(from, to);
  return edges.sort((a, b) => {
    const [x, y] = [graph.getEdgeAttributes(a), graph.getEdgeAttributes(b)];
    return strengthOf(y) - strengthOf(x) || y.voices - x.voices || ascending(a, b);
  });
}
