// Writes GraphML as Gephi, yEd, networkx, igraph and Cytoscape take it.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { colourOf } from '../typeColours.ts';
import { element, emptyTag, startTag, XML_DECLARATION, xmlId } from '../xmlWriting.ts';
import { beyondLong } from '../wholeNumbers.ts';

const ROOT = {
  xmlns: 'http://graphml.graphdrawing.org/xmlns',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
};

const TYPES = {
  string: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  date: 'string',
  url: 'string',
};

interface Key {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The column whose values it holds, or what Clew adds. */
  readonly column: string;
}

/** By what Gephi, and those who follow it, take from keys of these names. */
const OF_NODES = ['label', 'x', 'y', 'size', 'r', 'g', 'b'];
const OF_EDGES = ['label', 'weight'];
const ADDED = new Map([
  ...['x', 'y', 'size', 'weight'].map((name) => [name, 'double'] as const),
  ...['r', 'g', 'b'].map((name) => [name, 'int'] as const),
]);

export function* graphmlText(graph: FlatGraph): Generator<string> {
  const nodes = keys('node', OF_NODES, graph.nodeColumns, graph.nodes);
  const edges = keys('edge', OF_EDGES, graph.edgeColumns, graph.edges);
  yield `${XML_DECLARATION}${startTag('graphml', ROOT)}\n`;
  for (const name of ['name', 'description'])
    yield declared({ id: `graph-${name}`, name, type: 'string', column: '' }, 'graph');
  for (const key of nodes) yield declared(key, 'node');
  for (const key of edges) yield declared(key, 'edge');
  yield `  ${startTag('graph', { id: 'G', edgedefault: defaultOf(graph) })}\n`;
  yield `    ${element('data', { key: 'graph-name' }, graph.title)}\n`;
  if (graph.description) yield `    ${element('data', { key: 'graph-description' }, graph.description)}\n`;
  for (const node of graph.nodes) yield nodeText(node, nodes);
  for (const edge of graph.edges) yield edgeText(edge, edges);
  yield '  </graph>\n</graphml>\n';
}

/** What readers go by that do not look at each edge. */
function defaultOf({ edges, mixed }: FlatGraph): string {
  for (const { directed } of edges) return directed || mixed ? 'directed' : 'undirected';
  return 'directed';
}

function keys(
  of: 'node' | 'edge',
  added: readonly string[],
  columns: readonly FlatColumn[],
  items: Iterable<FlatNode | FlatEdge>,
): Key[] {
  const beyond = beyondLong(columns, items);
  // Ids with a letter of their own: Gephi takes keys called d3 and d7 for yEd's labels.
  const key = (name: string, type: string, column: string, i: number): Key => ({
    id: `${of}${i}`,
    name,
    type,
    column,
  });
  return [
    ...added.map((name, i) => key(name, ADDED.get(name) ?? 'string', '', i)),
    ...columns.map(({ id, type, list }, i) => {
      const name = added.includes(id) ? `${id} (property)` : id;
      return key(name, list || beyond.has(id) ? 'string' : TYPES[type], id, added.length + i);
    }),
  ];
}

const declared = ({ id, name, type }: Key, of: string): string =>
  `  ${emptyTag('key', { id, for: of, 'attr.name': xmlId(name), 'attr.type': type })}\n`;

function nodeText({ id, label, schema, values, x, y }: FlatNode, all: readonly Key[]): string {
  const { r, g, b } = colourOf(schema);
  // Gephi's y grows up, the scene's down.
  const added = new Map([
    ['label', label],
    ...numbers({ x, y: y === undefined ? y : -y || 0, size: 10, r, g, b }),
  ]);
  return `    ${startTag('node', { id: xmlId(id) })}${data(all, added, values)}</node>\n`;
}

function edgeText(
  { id, source, target, directed, label, type, values, weight }: FlatEdge,
  all: readonly Key[],
): string {
  // Ids that Clew makes of an edge's ends say nothing more, and GraphML's schema wants ids without spaces.
  const made = values.has('relation') || id === `${source} ${type} ${target}`;
  const own = {
    id: made ? undefined : xmlId(id),
    source: xmlId(source),
    target: xmlId(target),
    directed: String(directed),
  };
  return `    ${startTag('edge', own)}${data(all, new Map([['label', label], ...numbers({ weight })]), values)}</edge>\n`;
}

const numbers = (of: Readonly<Record<string, number | undefined>>): [string, string][] =>
  Object.entries(of).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );

function data(
  all: readonly Key[],
  added: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, readonly string[]>,
): string {
  let text = '';
  for (const { id, name, column } of all) {
    const own = column === '' ? added.get(name) : textOf(values.get(column));
    if (own !== undefined && own !== '') text += element('data', { key: id }, own);
  }
  return text;
}

/** Several values, or one that would read as several, are a list in JSON. */
function textOf(values: readonly string[] | undefined): string | undefined {
  const [first] = values ?? [];
  if (first === undefined || !values) return undefined;
  return values.length > 1 || /^\[.*\]$/s.test(first) ? JSON.stringify(values) : first;
}
