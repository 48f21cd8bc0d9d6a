// Writes Cytoscape's JSON as the desktop writes it, which Cytoscape.js takes as well.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { elementText, parted } from '../jsonWriting.ts';

/** Names in `data` that Cytoscape gives a meaning; a column of such a name is written as `<name> (property)`. */
const TAKEN = new Set([
  ...['id', 'name', 'shared_name', 'label', 'source', 'target', 'parent', 'directed', 'weight'],
  ...['interaction', 'shared_interaction', 'SUID', 'selected', 'classes'],
]);

export function* cyjsText(graph: FlatGraph): Generator<string> {
  const { title, description } = graph;
  const about = { shared_name: title, name: title, ...(description && { description }) };
  yield '{\n "format_version": "1.0",\n "generated_by": "clew",\n "target_cytoscapejs_version": "~2.1",\n';
  yield ` "data": ${JSON.stringify(about)},\n "elements": {\n  "nodes": [`;
  const ids = new Set<string>();
  yield* parted(graph.nodes, '   ', (node) => nodeText(node, graph.nodeColumns, ids));
  yield '],\n  "edges": [';
  yield* parted(graph.edges, '   ', (edge) => edgeText(edge, graph.edgeColumns, ids));
  yield ']\n }\n}\n';
}

function nodeText(
  { id, label, values, x, y }: FlatNode,
  columns: readonly FlatColumn[],
  ids: Set<string>,
): string {
  ids.add(id);
  const data = elementText({ id, shared_name: label, name: label, label }, columns, values, TAKEN);
  const place = x === undefined || y === undefined ? '' : `, "position": ${JSON.stringify({ x, y })}`;
  return `{"data": ${data}${place}}`;
}

function edgeText(edge: FlatEdge, columns: readonly FlatColumn[], ids: Set<string>): string {
  // Nodes and edges share their ids in Cytoscape.
  let id = edge.id;
  while (ids.has(id)) id = `edge ${id}`;
  ids.add(id);
  const { source, target, label, type, directed, weight } = edge;
  const own = {
    id,
    source,
    target,
    shared_name: label,
    name: label,
    label,
    interaction: type,
    directed,
    weight,
  };
  return `{"data": ${elementText(own, columns, edge.values, TAKEN)}}`;
}
