// Writes SIF with tabs between words, since names have blanks.
import type { Values } from '../../plugin/settings.ts';
import { kindOf, NodeNames, onOneLine } from '../bareGraph.ts';
import type { FlatGraph } from '../flat.ts';

export function* sifText(graph: FlatGraph, settings: Values): Generator<string> {
  const names = new NodeNames(graph.nodes, settings, onOneLine);
  const tied = new Set<string>();
  for (const edge of graph.edges) {
    tied.add(edge.source).add(edge.target);
    yield `${names.of(edge.source)}\t${onOneLine(kindOf(edge))}\t${names.of(edge.target)}\n`;
  }
  // Without any other tab, the one at the end keeps a name of several words whole.
  const end = graph.edgeCount === 0 ? '\t\n' : '\n';
  for (const { id } of graph.nodes) if (!tied.has(id)) yield names.of(id) + end;
}
