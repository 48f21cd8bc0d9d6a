// Writes node-link JSON as networkx does, with the direction of each edge besides.
import type { FlatGraph } from '../flat.ts';
import { elementText, objectText, parted } from '../jsonWriting.ts';

/** Names that a reader gives a meaning. */
const TAKEN = new Set([
  ...['key', 'index', 'vx', 'vy', 'fx', 'fy', 'attributes', 'properties', 'data', 'metadata'],
]);

export function* nodeLinkText(graph: FlatGraph, edgesName: string): Generator<string> {
  const { title, description, nodeColumns, edgeColumns } = graph;
  const about = objectText({ name: title, description: description || undefined });
  yield `{\n "directed": ${isDirected(graph)},\n "multigraph": true,\n "graph": ${about},\n "nodes": [`;
  yield* parted(graph.nodes, '  ', ({ id, label, x, y, values }) =>
    elementText({ id, label, x, y }, nodeColumns, values, TAKEN),
  );
  yield `],\n ${JSON.stringify(edgesName)}: [`;
  yield* parted(graph.edges, '  ', ({ id, source, target, directed, label, weight, values }) =>
    elementText({ id, source, target, directed, label, weight }, edgeColumns, values, TAKEN),
  );
  yield ']\n}\n';
}

/** networkx knows one direction for all: that of a mixed graph is directed. */
function isDirected({ edges, mixed }: FlatGraph): boolean {
  for (const { directed } of edges) return mixed || directed;
  return true;
}
