// Writes Pajek's .net: vertices by number with labels and places, arcs and edges with weights and labels.
import type { FlatEdge, FlatGraph } from '../flat.ts';
import { oneLine } from '../plainLines.ts';

export function* pajekText(graph: FlatGraph, relations: boolean): Generator<string> {
  const numbers = new Map<string, number>();
  const place = placing(graph);
  yield `*Vertices ${graph.nodeCount}\n`;
  for (const { id, label, x, y } of graph.nodes) {
    numbers.set(id, numbers.size + 1);
    yield `${numbers.size} ${quoted(label)}${place(x, y)}\n`;
  }
  for (const [header, holds] of sections(graph, relations)) {
    yield header;
    for (const edge of graph.edges) if (holds(edge)) yield edgeText(edge, numbers);
  }
}

/** One of arcs and one of edges; or, where types are relations, one for each type and direction. */
function* sections(graph: FlatGraph, relations: boolean): Generator<[string, (edge: FlatEdge) => boolean]> {
  const kinds = new Map<string, Pick<FlatEdge, 'directed' | 'type'>>();
  for (const { directed, type } of graph.edges)
    kinds.set(JSON.stringify([directed, relations ? type : '']), { directed, type });
  const numbers = new Map<string, number>();
  for (const { directed, type } of kinds.values()) {
    const number = numbers.get(type) ?? numbers.size + 1;
    numbers.set(type, number);
    const relation = relations ? ` :${number} ${quoted(type)}` : '';
    yield [
      `*${directed ? 'Arcs' : 'Edges'}${relation}\n`,
      (edge) => edge.directed === directed && (!relations || edge.type === type),
    ];
  }
}

const edgeText = (
  { source, target, weight, label }: FlatEdge,
  numbers: ReadonlyMap<string, number>,
): string =>
  `${numbers.get(source)} ${numbers.get(target)} ${weight}${label === '' ? '' : ` l ${quoted(label)}`}\n`;

/** Pajek's places lie between 0 and 1; a margin is left. */
function placing({ nodes }: FlatGraph): (x?: number, y?: number) => string {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of nodes) {
    if (x === undefined || y === undefined) continue;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const extent = Math.max(right - left, bottom - top) || 1;
  const share = (value: number, from: number) => (0.05 + (0.9 * (value - from)) / extent).toFixed(6);
  return (x, y) => (x === undefined || y === undefined ? '' : ` ${share(x, left)} ${share(y, top)}`);
}

/** Pajek knows no way to write a quote between quotes; networkx takes a backslash before the last one for one. */
const quoted = (text: string): string => `"${oneLine(text).replaceAll('"', "'").replace(/\\$/, '\\ ')}"`;
