// Writes Cytoscape's JSON as the desktop writes it, which Cytoscape.js takes as well.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';

/** Names in `data` that Cytoscape gives a meaning; a column of such a name is written as `<name> (property)`. */
const TAKEN = new Set([
  ...['id', 'name', 'shared_name', 'label', 'source', 'target', 'parent', 'directed', 'weight'],
  ...['interaction', 'shared_interaction', 'SUID', 'selected', 'classes'],
]);
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

export function* cyjsText(graph: FlatGraph): Generator<string> {
  const { title, description } = graph;
  const about = { shared_name: title, name: title, ...(description && { description }) };
  yield '{\n "format_version": "1.0",\n "generated_by": "clew",\n "target_cytoscapejs_version": "~2.1",\n';
  yield ` "data": ${JSON.stringify(about)},\n "elements": {\n  "nodes": [`;
  const ids = new Set<string>();
  yield* parted(graph.nodes, (node) => nodeText(node, graph.nodeColumns, ids));
  yield '],\n  "edges": [';
  yield* parted(graph.edges, (edge) => edgeText(edge, graph.edgeColumns, ids));
  yield ']\n }\n}\n';
}

function* parted<T>(items: Iterable<T>, write: (item: T) => string): Generator<string> {
  let before = '\n   ';
  for (const item of items) {
    yield before + write(item);
    before = ',\n   ';
  }
}

function nodeText(
  { id, label, values, x, y }: FlatNode,
  columns: readonly FlatColumn[],
  ids: Set<string>,
): string {
  ids.add(id);
  const data = members({ id, shared_name: label, name: label, label }, columns, values);
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
  return `{"data": ${members(own, columns, edge.values)}}`;
}

function members(
  own: Readonly<Record<string, string | number | boolean>>,
  columns: readonly FlatColumn[],
  values: ReadonlyMap<string, readonly string[]>,
): string {
  const all = Object.entries(own).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  for (const column of columns) {
    const told = values.get(column.id);
    if (!told || told.length === 0) continue;
    const name = TAKEN.has(column.id) ? `${column.id} (property)` : column.id;
    all.push(`${JSON.stringify(name)}: ${jsonOf(told, column)}`);
  }
  return `{${all.join(', ')}}`;
}

/** A column is a list throughout or nowhere, since Cytoscape gives it one type. */
const jsonOf = (values: readonly string[], { type, list }: FlatColumn): string =>
  list ? `[${values.map((value) => scalar(value, type)).join(', ')}]` : scalar(values[0]!, type);

/** Digits stay as they are; what JSON does not take for a number is text. */
function scalar(value: string, type: FlatColumn['type']): string {
  const bare =
    type === 'boolean'
      ? value === 'true' || value === 'false'
      : (type === 'integer' || type === 'number') && NUMBER.test(value);
  return bare ? value : JSON.stringify(value);
}
