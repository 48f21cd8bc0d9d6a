// Writes JSON Graph Format: all that it has no member for lies in "metadata".
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { elementText, objectText, parted } from '../jsonWriting.ts';

export type JgfVersion = '1' | '2';

const NONE: ReadonlySet<string> = new Set();

export function* jgfText(graph: FlatGraph, version: JgfVersion): Generator<string> {
  const { title, description } = graph;
  const about = objectText({
    label: title,
    directed: true,
    metadata: description ? { description } : undefined,
  });
  const [open, close] = version === '1' ? '[]' : '{}';
  yield `{"graph": ${about.slice(0, -1)},\n "nodes": ${open}`;
  yield* parted(graph.nodes, '  ', (node) => nodeText(node, graph.nodeColumns, version));
  yield `${close},\n "edges": [`;
  const columns = graph.edgeColumns.filter(({ id }) => id !== 'type');
  yield* parted(graph.edges, '  ', (edge) => edgeText(edge, columns));
  yield ']\n}}\n';
}

function nodeText(node: FlatNode, columns: readonly FlatColumn[], version: JgfVersion): string {
  const { id, label, x, y, values } = node;
  const metadata = `"metadata": ${elementText({ x, y }, columns, values, NONE)}`;
  if (version === '1') return `${objectText({ id, label }).slice(0, -1)}, ${metadata}}`;
  return `${JSON.stringify(id)}: {"label": ${JSON.stringify(label)}, ${metadata}}`;
}

function edgeText(edge: FlatEdge, columns: readonly FlatColumn[]): string {
  const { id, source, target, type, directed, label, weight, values } = edge;
  const own = objectText({ id, source, target, relation: type, directed, label });
  return `${own.slice(0, -1)}, "metadata": ${elementText({ weight }, columns, values, NONE)}}`;
}
