// The graph as measures want it: undirected, without loops, one edge between two nodes however many ties they have.
import { UndirectedGraph } from 'graphology';
import type { CaseGraph } from '../graph/graph.ts';

export interface Plain {
  /** Its nodes are numbered, since libraries answer with objects, in which an id like `__proto__` would be lost. */
  readonly simple: UndirectedGraph;
  /** A library's answer by number → by the graph's own ids. */
  named(values: Readonly<Record<string, number>>): Map<string, number>;
}

/** Edges carry `weight`, the number of ties they stand for. */
export function plain(graph: CaseGraph): Plain {
  const simple = new UndirectedGraph();
  const ids = graph.nodes();
  const numbers = new Map(ids.map((id, number) => [id, String(number)]));
  for (const number of numbers.values()) simple.addNode(number);
  graph.forEachEdge((_edge, _attributes, from, to) => {
    const [source, target] = [numbers.get(from)!, numbers.get(to)!];
    if (source === target) return;
    if (simple.hasEdge(source, target))
      simple.updateEdgeAttribute(source, target, 'weight', (weight) => weight + 1);
    else simple.addEdge(source, target, { weight: 1 });
  });
  return { simple, named: (values) => new Map(ids.map((id, number) => [id, values[number] ?? 0])) };
}

/** Groups of ids numbered by size, the largest 0; of one size, by the first id. */
export function bySize(groups: Iterable<readonly string[]>): Map<string, number> {
  const ordered = Array.from(groups, (ids) => [...ids].sort()).sort(
    (a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1),
  );
  return new Map(ordered.flatMap((ids, number) => ids.map((id) => [id, number] as const)));
}
