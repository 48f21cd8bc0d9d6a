// What a node is tied to: its neighbours, by kind of tie, and those that several nodes have in common.
import type { CaseGraph } from './graph.ts';

export interface Neighbour {
  readonly id: string;
  /** Every edge between the two, in either direction. */
  readonly edges: readonly string[];
}

export interface NeighbourGroup {
  /** The edge's type: a relation's schema, a property, or the type of a shared value. */
  readonly type: string;
  /** From the node, to it, or neither: an edge without direction. */
  readonly direction: 'out' | 'in' | 'both';
  /** Distinct neighbours, by id. */
  readonly ids: readonly string[];
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The neighbours of a node, by id. A node is no neighbour of itself. None where the graph lacks the node. */
export function neighboursOf(graph: CaseGraph, id: string): readonly Neighbour[] {
  if (!graph.hasNode(id)) return [];
  const edgesOf = new Map<string, string[]>();
  graph.forEachEdge(id, (edge, _, source, target) => {
    if (source === target) return;
    const other = source === id ? target : source;
    const edges = edgesOf.get(other);
    if (edges) edges.push(edge);
    else edgesOf.set(other, [edge]);
  });
  return Array.from(edgesOf, ([id, edges]) => ({ id, edges: edges.sort(ascending) })).sort((a, b) =>
    ascending(a.id, b.id),
  );
}

/** The neighbours of a node by type and direction of the edges between: the largest group first, then by type. */
export function neighbourGroups(graph: CaseGraph, id: string): readonly NeighbourGroup[] {
  if (!graph.hasNode(id)) return [];
  const groups = new Map<
    string,
    { type: string; direction: NeighbourGroup['direction']; ids: Set<string> }
  >();
  graph.forEachEdge(id, (_, { type }, source, target, _source, _target, undirected) => {
    if (source === target) return;
    const direction = undirected ? 'both' : source === id ? 'out' : 'in';
    const key = `${direction} ${type}`;
    const group = groups.get(key) ?? { type, direction, ids: new Set() };
    groups.set(key, group);
    group.ids.add(source === id ? target : source);
  });
  return Array.from(groups.values(), (group) => ({ ...group, ids: [...group.ids].sort(ascending) })).sort(
    (a, b) => b.ids.length - a.ids.length || ascending(a.type, b.type) || ascending(b.direction, a.direction),
  );
}

/** The nodes, other than these, that are neighbours of every one of `ids`, by id. None for fewer than two. */
export function commonNeighbours(graph: CaseGraph, ids: readonly string[]): readonly string[] {
  const [first, ...others] = new Set(ids);
  if (first === undefined || others.length === 0) return [];
  const known = others.map((id) => new Set(neighboursOf(graph, id).map((neighbour) => neighbour.id)));
  return neighboursOf(graph, first)
    .map(({ id }) => id)
    .filter((id) => !others.includes(id) && known.every((neighbours) => neighbours.has(id)));
}
