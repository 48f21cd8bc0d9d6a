// Writes DOT as Graphviz and Gephi take it.
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { colourOf } from '../typeColours.ts';
import { shown, xmlId } from '../xmlWriting.ts';
import { attributeName, OWN_ID } from './dotNames.ts';

export function* dotText(graph: FlatGraph): Generator<string> {
  const directed = isDirected(graph);
  const ids = new DotIds();
  yield `${directed ? 'digraph' : 'graph'} ${quoted(graph.title)} {\n`;
  const comment = graph.description ? `, comment=${quoted(graph.description)}` : '';
  yield `  graph [label=${labelled(graph.title)}${comment}]\n  node [shape=box, style="rounded,filled", fontcolor=white]\n`;
  for (const node of graph.nodes) yield nodeText(node, ids);
  for (const edge of graph.edges) yield edgeText(edge, directed, ids);
  yield '}\n';
}

/** Where both kinds are, the graph is directed and the others say `dir=none`. */
function isDirected({ edges, mixed }: FlatGraph): boolean {
  for (const { directed } of edges) return directed || mixed;
  return true;
}

/** Ids as DOT can spell them. A backslash is no escape in an id, so those with one get another, and so do a few more. */
class DotIds {
  readonly #others = new Map<string, string>();

  of(id: string): { written: string; own?: string } {
    if (id !== '' && !/[\\\0-\x1f]/.test(id) && !id.startsWith('clew:'))
      return { written: inQuotes(xmlId(id).replaceAll('"', '\\"')) };
    const other = this.#others.get(id) ?? `"clew:${this.#others.size + 1}"`;
    this.#others.set(id, other);
    return { written: other, own: id };
  }
}

function nodeText({ id, label, schema, values, x, y }: FlatNode, ids: DotIds): string {
  const { written, own } = ids.of(id);
  const { r, g, b } = colourOf(schema);
  const fill = [r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('');
  const first = [`label=${labelled(label)}`, `fillcolor="#${fill}"`];
  // Graphviz's y grows up, the scene's down.
  if (x !== undefined && y !== undefined) first.push(`pos="${x},${-y || 0}!"`);
  if (own !== undefined) first.push(`${OWN_ID}=${quoted(xmlId(own))}`);
  return `  ${written} [${[...first, ...valueTexts(values, 'node')].join(', ')}]\n`;
}

function edgeText(edge: FlatEdge, directed: boolean, ids: DotIds): string {
  const { id, source, target, label, type, values, weight } = edge;
  const first = label === '' ? [] : [`label=${labelled(label)}`];
  if (weight >= 0) first.push(`weight=${String(weight)}`);
  if (directed && !edge.directed) first.push('dir=none');
  // Ids that Clew makes of an edge's ends say nothing more.
  if (!values.has('relation') && id !== `${source} ${type} ${target}`)
    first.push(`${OWN_ID}=${quoted(xmlId(id))}`);
  const arrow = directed ? '->' : '--';
  return `  ${ids.of(source).written} ${arrow} ${ids.of(target).written} [${[...first, ...valueTexts(values, 'edge')].join(', ')}]\n`;
}

const valueTexts = (values: ReadonlyMap<string, readonly string[]>, of: 'node' | 'edge'): string[] =>
  Array.from(
    values,
    ([id, all]) => `${quoted(attributeName(xmlId(id), of))}=${quoted(textOf(all.map(shown)))}`,
  );

/** Several values, or one that would read as several, are a list in JSON. */
const textOf = (values: readonly string[]): string =>
  values.length === 1 && !/^\[/.test(values[0]!) ? values[0]! : JSON.stringify(values);

const quoted = (text: string): string =>
  inQuotes(
    shown(text)
      .replace(/[\\"]/g, '\\$&')
      .replace(/\r\n?|\n/g, '\\n'),
  );

/** Graphviz takes at most 16 kB between quotes: longer texts are joined by `+`. */
const inQuotes = (escaped: string): string =>
  escaped.length <= 4000 ? `"${escaped}"` : `"${escaped.match(/(?:\\[^]|[^\\]){1,2000}/gu)!.join('" + "')}"`;

/** Graphviz reads entities in labels. */
const labelled = (text: string): string => quoted(text.replaceAll('&', '&amp;'));
