// Writes XGMML as Cytoscape 3 writes and reads it.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { beyondLong } from '../wholeNumbers.ts';
import { emptyTag, startTag, XML_DECLARATION, xmlId } from '../xmlWriting.ts';

const NAMESPACES = {
  xmlns: 'http://www.cs.rpi.edu/XGMML',
  'xmlns:cy': 'http://www.cytoscape.org',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

/** XGMML's own type, and Cytoscape's where that says more. */
const TYPES = {
  string: ['string', 'String'],
  integer: ['integer', 'Long'],
  number: ['real', 'Double'],
  boolean: ['boolean', 'Boolean'],
  date: ['string', 'String'],
  url: ['string', 'String'],
} as const satisfies Record<FlatColumn['type'], readonly [string, string]>;

/** Columns that Cytoscape gives a meaning; one of such a name is written as `<name> (property)`. */
const TAKEN = new Set([
  ...['name', 'canonicalName', 'interaction', 'SUID', 'selected', 'parent'],
  ...['shared_name', 'shared name', 'shared_interaction', 'shared interaction'],
]);

export function* xgmmlText(graph: FlatGraph): Generator<string> {
  const { title, description } = graph;
  const nodeColumns = typed(graph.nodeColumns, graph.nodes);
  const edgeColumns = typed(graph.edgeColumns, graph.edges);
  yield XML_DECLARATION;
  yield `${startTag('graph', { label: title, directed: 1, 'cy:documentVersion': '3.0', ...NAMESPACES })}\n`;
  if (description !== '') yield `  ${att('description', description, 'string')}\n`;
  for (const node of graph.nodes) yield nodeText(node, nodeColumns);
  for (const edge of graph.edges) yield edgeText(edge, edgeColumns);
  yield '</graph>\n';
}

function nodeText({ id, label, values, x, y }: FlatNode, columns: readonly FlatColumn[]): string {
  const place = x === undefined || y === undefined ? '' : `\n    ${emptyTag('graphics', { x, y })}`;
  return `  ${startTag('node', { id: xmlId(id), label })}${attsText(values, columns)}${place}\n  </node>\n`;
}

function edgeText(edge: FlatEdge, columns: readonly FlatColumn[]): string {
  const { id, source, target, label, type, directed, weight, values } = edge;
  const ends = { id: xmlId(id), label, source: xmlId(source), target: xmlId(target) };
  const own = [att('interaction', type, 'string'), att('weight', String(weight), 'number')];
  const head = startTag('edge', { ...ends, 'cy:directed': directed ? 1 : 0 });
  return `  ${head}\n    ${own.join('\n    ')}${attsText(values, columns)}\n  </edge>\n`;
}

const attsText = (values: ReadonlyMap<string, readonly string[]>, columns: readonly FlatColumn[]): string =>
  columns.map((column) => attText(column, values.get(column.id) ?? [])).join('');

function attText({ id, type, list }: FlatColumn, values: readonly string[]): string {
  if (values.length === 0) return '';
  const name = xmlId(TAKEN.has(id) ? `${id} (property)` : id);
  if (!list) return `\n    ${att(name, values[0]!, type)}`;
  const items = values.map((value) => att(undefined, value, type)).join('');
  const [, elementType] = TYPES[type];
  return `\n    ${startTag('att', { name, type: 'list', 'cy:type': 'List', 'cy:elementType': elementType })}${items}</att>`;
}

const att = (name: string | undefined, value: string, type: FlatColumn['type']): string =>
  emptyTag('att', { name, value, type: TYPES[type][0], 'cy:type': TYPES[type][1] });

const typed = (columns: readonly FlatColumn[], items: Iterable<FlatNode | FlatEdge>): FlatColumn[] => {
  const beyond = beyondLong(columns, items);
  return columns.map((column) => (beyond.has(column.id) ? { ...column, type: 'string' } : column));
};
