// Paths between two nodes: the shortest, the best supported first, and on demand somewhat longer ones.
import type { Reach } from '../case/spans.ts';
import type { CaseGraph } from './graph.ts';
import { bestRoute, compareRoutes, type Before, type Route, type Step } from './routes.ts';
import { strengthOf } from './strength.ts';

export { weakestStep, type WeakStep } from './strength.ts';

export interface Path {
  /** From one end to the other, each once. */
  readonly nodes: readonly string[];
  /** One for each step: the best supported of parallel edges; where time is respected, of those that can be walked. */
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
  /**
   * Only paths that respect time: a day can be named for each step, among those on which its edge can have held, so
   * that none is before the day of the step before. Undefined: the edge cannot be walked. `possibleDays` (timing.ts).
   *
   * D. Kempe, J. Kleinberg, A. Kumar, "Connectivity and inference problems for temporal networks", Journal of Computer
   * and System Sciences 64 (2002): there every edge has one time, here the days that its dates leave possible.
   */
  readonly daysOf?: (edge: string) => Reach | undefined;
}

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
  const { directed = false, avoid = new Set(), limit = 5, longer = 0, daysOf } = options;
  if (!graph.hasNode(from) || !graph.hasNode(to)) return [];
  const before = daysOf ? timedSteps(graph, directed, daysOf) : stepsBefore(graph, directed);
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
  return found.map((route) => pathAlong(graph, route, directed));
}

const EVER: Reach = { earliest: -Infinity, latest: Infinity };

/** What is asked about a node is asked once. */
function once<T>(ask: (node: string) => T): (node: string) => T {
  const asked = new Map<string, T>();
  return (node) => {
    const known = asked.get(node);
    if (known !== undefined) return known;
    const answer = ask(node);
    asked.set(node, answer);
    return answer;
  };
}

/** With the strength of the best edge of each step. */
const stepsBefore = (graph: CaseGraph, directed: boolean): Before =>
  once((node) => {
    const best = new Map<string, number>();
    forEachStep(graph, directed, node, (edge, other) => {
      const strength = strengthOf(graph.getEdgeAttributes(edge));
      best.set(other, Math.max(strength, best.get(other) ?? 0));
    });
    return new Map(Array.from(best, ([other, strength]) => [other, [{ strength, days: EVER }]]));
  });

/** With every edge that can be walked. */
const timedSteps = (
  graph: CaseGraph,
  directed: boolean,
  daysOf: (edge: string) => Reach | undefined,
): Before =>
  once((node) => {
    const steps = new Map<string, Step[]>();
    forEachStep(graph, directed, node, (edge, other) => {
      const days = daysOf(edge);
      if (!days) return;
      const step = { strength: strengthOf(graph.getEdgeAttributes(edge)), days, edge };
      steps.set(other, [...(steps.get(other) ?? []), step]);
    });
    return steps;
  });

function forEachStep(
  graph: CaseGraph,
  directed: boolean,
  to: string,
  tell: (edge: string, from: string) => void,
): void {
  const note = (edge: string, _: unknown, source: string, target: string) => {
    if (source !== target) tell(edge, source === to ? target : source);
  };
  if (directed) graph.forEachInboundEdge(to, note);
  else graph.forEachEdge(to, note);
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

function takeBest(waiting: Map<string, Route>): Route | undefined {
  let best: string | undefined;
  for (const [key, route] of waiting)
    if (best === undefined || compareRoutes(route, waiting.get(best)!) < 0) best = key;
  const route = best === undefined ? undefined : waiting.get(best);
  if (best !== undefined) waiting.delete(best);
  return route;
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function pathAlong(graph: CaseGraph, { nodes, edges }: Route, directed: boolean): Path {
  const steps = nodes.slice(1).map((node, i) => {
    const all = edgesBetween(graph, nodes[i]!, node, directed);
    const taken = edges[i] ?? all[0]!;
    return [taken, all.filter((edge) => edge !== taken)] as const;
  });
  return { nodes, edges: steps.map(([taken]) => taken), parallel: steps.map(([, others]) => others) };
}

/** The best supported first. */
function edgesBetween(graph: CaseGraph, from: string, to: string, directed: boolean): readonly string[] {
  const edges = directed ? graph.outboundEdges(from, to) : graph.edges(from, to);
  return edges.sort((a, b) => {
    const [x, y] = [graph.getEdgeAttributes(a), graph.getEdgeAttributes(b)];
    return strengthOf(y) - strengthOf(x) || y.voices - x.voices || ascending(a, b);
  });
}
