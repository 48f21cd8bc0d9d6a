// Writes DL: an edge list for each kind of tie, its nodes by label.
import type { Values } from '../../plugin/settings.ts';
import { kindOf, NodeNames, onOneLine } from '../bareGraph.ts';
import type { FlatGraph } from '../flat.ts';

/** A label on one line, without the quotes that would end it. */
export const spelt = (name: string): string => onOneLine(name).replaceAll('"', "'");

export function* dlText(graph: FlatGraph, settings: Values): Generator<string> {
  const names = new NodeNames(graph.nodes, settings, spelt);
  const kinds = [...new Set(Array.from(graph.edges, (edge) => spelt(kindOf(edge))))];
  yield `dl n=${graph.nodeCount}${kinds.length > 0 ? ` nm=${kinds.length}` : ''}\nformat=edgelist1\nlabels:\n`;
  for (const { id } of graph.nodes) yield `${word(names.of(id))}\n`;
  if (kinds.length > 0) yield `matrix labels:\n${kinds.map((kind) => `${word(kind)}\n`).join('')}`;
  yield 'labels embedded\ndata:\n';
  for (const [i, kind] of kinds.entries()) {
    if (i > 0) yield '!\n';
    for (const edge of graph.edges) {
      if (spelt(kindOf(edge)) === kind)
        yield `${word(names.of(edge.source))} ${word(names.of(edge.target))} ${edge.weight}\n`;
    }
  }
}

const word = (label: string): string => (/^[\p{L}\p{N}_.-]+$/u.test(label) ? label : `"${label}"`);
