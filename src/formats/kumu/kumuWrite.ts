// Writes a Kumu blueprint: fields lie flat beside id, label and type; ids are one series for elements and connections.
import type { FlatEdge, FlatGraph } from '../flat.ts';
import { elementText, parted } from '../jsonWriting.ts';

/** Names that Kumu gives a meaning; a column of such a name is written as `<name> (property)`. */
const TAKEN = new Set([
  '_id',
  'id',
  'label',
  'from',
  'to',
  'direction',
  'attributes',
  'element type',
  'connection type',
]);

export function* kumuText(graph: FlatGraph): Generator<string> {
  const { title, description } = graph;
  const ids = new Set<string>();
  yield `{\n "name": ${JSON.stringify(title)},\n`;
  if (description) yield ` "description": ${JSON.stringify(description)},\n`;
  yield ' "elements": [';
  yield* parted(graph.nodes, '  ', ({ id, label, values }) => {
    ids.add(id);
    return elementText({ id, label }, graph.nodeColumns, values, TAKEN);
  });
  yield '],\n "connections": [';
  yield* parted(graph.edges, '  ', (edge) => {
    let id = edge.id;
    while (ids.has(id)) id = `connection ${id}`;
    ids.add(id);
    const { source, target, label, weight, values } = edge;
    const own = { id, from: source, to: target, direction: directionOf(edge), label, weight };
    return elementText(own, graph.edgeColumns, withoutMutual(edge, values), TAKEN);
  });
  yield `]\n}\n`;
}

const isMutual = ({ directed, values }: FlatEdge): boolean =>
  !directed && values.get('direction')?.join() === 'mutual';

/** "mutual" was read from a file of Kumu's, and goes back to its place. */
const directionOf = (edge: FlatEdge): string =>
  edge.directed ? 'directed' : isMutual(edge) ? 'mutual' : 'undirected';

const withoutMutual = (edge: FlatEdge, values: FlatEdge['values']): FlatEdge['values'] =>
  isMutual(edge) ? new Map([...values].filter(([name]) => name !== 'direction')) : values;
