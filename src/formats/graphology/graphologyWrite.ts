// Writes a graph as graphology does, so that sigma.js can draw it: y grows up, and no attribute is called "type".
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { elementText, objectText, parted } from '../jsonWriting.ts';

/** What sigma.js draws by. A column of such a name is written as `<name> (property)`. */
export const TAKEN: ReadonlySet<string> = new Set([
  ...['schema', 'color', 'size', 'z', 'zIndex', 'hidden', 'highlighted', 'forceLabel', 'image'],
]);

export function* graphologyText(graph: FlatGraph): Generator<string> {
  const { title, description } = graph;
  const options = objectText({ type: 'mixed', multi: true, allowSelfLoops: true });
  yield `{\n "options": ${options},\n "attributes": ${objectText({ name: title, description: description || undefined })},\n`;
  yield* listsText(graph);
  yield '\n}\n';
}

/** "nodes" and "edges". */
export function* listsText(graph: FlatGraph): Generator<string> {
  const [ofNodes, ofEdges] = [untyped(graph.nodeColumns), untyped(graph.edgeColumns)];
  yield ' "nodes": [';
  yield* parted(graph.nodes, '  ', (node) => nodeText(node, ofNodes));
  yield '],\n "edges": [';
  yield* parted(graph.edges, '  ', (edge) => edgeText(edge, ofEdges));
  yield ']';
}

/** Columns without the one that "schema" stands for. */
export const untyped = (columns: readonly FlatColumn[]): readonly FlatColumn[] =>
  columns.filter(({ id }) => id !== 'type');

function nodeText({ id, label, schema, x, y, values }: FlatNode, columns: readonly FlatColumn[]): string {
  const place = x === undefined || y === undefined ? {} : { x, y: -y || 0 };
  return `{"key": ${JSON.stringify(id)}, "attributes": ${elementText({ label, schema, ...place }, columns, values, TAKEN)}}`;
}

function edgeText(edge: FlatEdge, columns: readonly FlatColumn[]): string {
  const { id, source, target, directed, label, type, weight, values } = edge;
  const own = objectText({ key: id, source, target, undirected: directed ? undefined : true });
  return `${own.slice(0, -1)}, "attributes": ${elementText({ label, schema: type, weight }, columns, values, TAKEN)}}`;
}
