// Writes a script that fills Neo4j, Memgraph or FalkorDB: a constraint, then nodes and ties found by their ids.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { isNumber } from '../jsonWriting.ts';
import { HEAD, KEY_LABEL } from './cypherRead.ts';

/** Rows of one statement. */
const BATCH = 1000;

export function* cypherText(graph: FlatGraph, form: 'batches' | 'plain'): Generator<string> {
  const { title, description } = graph;
  yield `${HEAD}${oneLine(JSON.stringify({ name: title, ...(description !== '' && { description }) }))}\n`;
  yield `CREATE CONSTRAINT clew_id IF NOT EXISTS FOR (n:${KEY_LABEL}) REQUIRE n.id IS UNIQUE;\n`;
  if (form === 'plain') yield* plainStatements(graph);
  else {
    yield* batches(
      graph.nodes,
      ({ schema }) => schema,
      (node) => nodeRow(node, graph.nodeColumns),
      nodeStatement,
    );
    yield* batches(
      graph.edges,
      ({ type }) => type,
      (edge) => edgeRow(edge, graph.edgeColumns),
      edgeStatement,
    );
  }
}

function* plainStatements({ nodes, edges, nodeColumns, edgeColumns }: FlatGraph): Generator<string> {
  for (const node of nodes) {
    const set = `SET n += ${nodeProperties(node, nodeColumns)} SET n:${quotedName(node.schema)};\n`;
    yield `MERGE (n:${KEY_LABEL} {id: ${quoted(node.id)}}) ${set}`;
  }
  for (const edge of edges) {
    const [a, b] = [edge.source, edge.target].map((id) => `{id: ${quoted(id)}}`);
    yield `MATCH (a:${KEY_LABEL} ${a}), (b:${KEY_LABEL} ${b}) MERGE (a)-[r:${quotedName(edge.type)} {id: ${quoted(edge.id)}}]->(b) SET r += ${edgeProperties(edge, edgeColumns)};\n`;
  }
}

/** Rows of one label or type together, as neither can be a value. */
function* batches<T>(
  items: Iterable<T>,
  kindOf: (item: T) => string,
  rowOf: (item: T) => string,
  statement: (kind: string) => string,
): Generator<string> {
  const waiting = new Map<string, string[]>();
  const written = (kind: string, rows: readonly string[]) =>
    `UNWIND [\n${rows.join(',\n')}\n] AS row\n${statement(quotedName(kind))};\n`;
  for (const item of items) {
    const kind = kindOf(item);
    const rows = waiting.get(kind) ?? [];
    waiting.set(kind, rows);
    rows.push(rowOf(item));
    if (rows.length < BATCH) continue;
    yield written(kind, rows);
    waiting.delete(kind);
  }
  for (const [kind, rows] of waiting) yield written(kind, rows);
}

const nodeStatement = (label: string): string =>
  `MERGE (n:${KEY_LABEL} {id: row.id}) SET n += row.properties SET n:${label}`;
const edgeStatement = (type: string): string =>
  `MATCH (a:${KEY_LABEL} {id: row.source}) MATCH (b:${KEY_LABEL} {id: row.target})\n` +
  `MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.properties`;

const nodeRow = (node: FlatNode, columns: readonly FlatColumn[]): string =>
  `{id: ${quoted(node.id)}, properties: ${nodeProperties(node, columns)}}`;
const edgeRow = (edge: FlatEdge, columns: readonly FlatColumn[]): string =>
  `{id: ${quoted(edge.id)}, source: ${quoted(edge.source)}, target: ${quoted(edge.target)}, properties: ${edgeProperties(edge, columns)}}`;

function nodeProperties({ label, x, y, values }: FlatNode, columns: readonly FlatColumn[]): string {
  const place = x === undefined || y === undefined ? [] : [`x: ${x}`, `y: ${y}`];
  return `{${[`label: ${quoted(label)}`, ...place, ...columnTexts(columns, values)].join(', ')}}`;
}

function edgeProperties(
  { label, directed, weight, values }: FlatEdge,
  columns: readonly FlatColumn[],
): string {
  const own = [`label: ${quoted(label)}`, `weight: ${weight}`, ...(directed ? [] : ['directed: false'])];
  return `{${[...own, ...columnTexts(columns, values)].join(', ')}}`;
}

/** The type is the label of the node or the type of the relation. */
function columnTexts(
  columns: readonly FlatColumn[],
  values: ReadonlyMap<string, readonly string[]>,
): string[] {
  return columns.flatMap((column) => {
    const told = column.id === 'type' ? undefined : values.get(column.id);
    return told && told.length > 0 ? [`${quotedName(column.id)}: ${valueText(told, column)}`] : [];
  });
}

/** A database takes lists of one type only. */
function valueText(values: readonly string[], { type, list }: FlatColumn): string {
  const typed = values.map((value) => scalarText(value, type));
  const kinds = new Set(
    typed.map((text) => (text === undefined ? 'text' : /^-?\d+$/.test(text) ? 'integer' : 'other')),
  );
  const texts = values.map((value, i) => (kinds.size > 1 ? undefined : typed[i]) ?? quoted(value));
  return list ? `[${texts.join(', ')}]` : texts[0]!;
}

/** Undefined for what is text. Whole numbers beyond 64 bits keep their digits as text. */
function scalarText(value: string, type: FlatColumn['type']): string | undefined {
  if (type === 'boolean') return value === 'true' || value === 'false' ? value : undefined;
  if (type === 'date') return isDay(value) ? `date("${value}")` : undefined;
  if (!isNumber(value, type)) return undefined;
  return /[.eE]/.test(value)
    ? Number.isFinite(Number(value))
      ? value
      : undefined
    : value.length <= 18
      ? value
      : undefined;
}

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** Escapes of JSON are those of Cypher. */
const quoted = (text: string): string => oneLine(JSON.stringify(text));

const oneLine = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const NOT_IN_NAMES =
  /[\0-\x1f\x7f-\x9f\\\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Escapes come first, so that none can close the name; then back-ticks are doubled. */
const quotedName = (name: string): string =>
  `\`${name
    .replace(NOT_IN_NAMES, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('`', '``')}\``;
