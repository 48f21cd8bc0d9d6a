// Writes a flowchart: ids n1, n2… that no keyword equals, labels in quotation marks, dots for what is only alleged.
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { spelled } from './mermaidText.ts';

const SHAPES: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['Person', ['([', '])']],
  ['Event', ['{{', '}}']],
  ['Document', ['[/', '/]']],
  ['Article', ['[/', '/]']],
  ['Address', ['(', ')']],
]);
const BOX = ['[', ']'] as const;

export function* mermaidText(graph: FlatGraph, direction: 'LR' | 'TD', most: number): Generator<string> {
  // JSON is YAML; the line ends of the title are written as such.
  if (graph.title.trim() !== '') yield `---\ntitle: ${JSON.stringify(graph.title.trim())}\n---\n`;
  if (graph.edgeCount > most) yield `%%{init: {"maxEdges": ${graph.edgeCount}}}%%\n`;
  yield `flowchart ${direction}\n`;
  const ids = new Map<string, string>();
  for (const node of graph.nodes) {
    ids.set(node.id, `n${ids.size + 1}`);
    yield nodeText(ids.get(node.id)!, node);
  }
  for (const edge of graph.edges) yield edgeText(ids.get(edge.source)!, ids.get(edge.target)!, edge);
}

function nodeText(id: string, { label, schema }: FlatNode): string {
  const [open, close] = SHAPES.get(schema) ?? BOX;
  // A label of nothing would be drawn as the id.
  return `  ${id}${open}"${spelled(label) || ' '}"${close}\n`;
}

function edgeText(source: string, target: string, edge: FlatEdge): string {
  const label = spelled(edge.label);
  return `  ${source} ${lineOf(edge)}${label === '' ? '' : `|"${label}"|`} ${target}\n`;
}

/** Whole where affirmed, dotted where alleged, with a cross where denied: the label says it in words as well. */
function lineOf({ directed, values }: FlatEdge): string {
  const stance = values.get('stance')?.[0];
  if (stance === 'denied') return directed ? '--x' : 'x--x';
  if (stance === 'alleged') return directed ? '-.->' : '-.-';
  return directed ? '-->' : '---';
}
