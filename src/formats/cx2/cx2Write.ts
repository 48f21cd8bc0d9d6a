// Writes CX2: declarations first, then nodes and edges under numbers, with Clew's own ids beside them.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';

/** Names that CX2 or Cytoscape give a meaning; a column of such a name is written as `<name> (property)`. */
const TAKEN = new Set([
  ...['id', 'name', 'interaction', 'directed', 'weight', 'represents', 'SUID', 'selected'],
  ...['shared_name', 'shared name', 'shared_interaction', 'shared interaction'],
]);

interface Cx2Column {
  readonly id: string;
  readonly name: string;
  readonly type: 'string' | 'long' | 'double' | 'boolean';
  readonly list: boolean;
}

export function* cx2Text(graph: FlatGraph): Generator<string> {
  const columns = {
    nodes: declared(graph.nodeColumns, graph.nodes),
    edges: declared(graph.edgeColumns, graph.edges),
  };
  const { title, description } = graph;
  yield '[{"CXVersion":"2.0","hasFragments":false},\n';
  yield `${aspect('metaData', [
    { name: 'attributeDeclarations', elementCount: 1 },
    { name: 'networkAttributes', elementCount: 1 },
    { name: 'nodes', elementCount: graph.nodeCount },
    { name: 'edges', elementCount: graph.edgeCount },
  ])},\n`;
  yield `{"attributeDeclarations":[${declarations(columns, description !== '')}]},\n`;
  yield `${aspect('networkAttributes', [{ name: title, ...(description !== '' && { description }) }])},\n`;
  const numbers = new Map<string, number>();
  yield '{"nodes":[';
  yield* parted(graph.nodes, (node) => nodeText(node, columns.nodes, numbers));
  yield ']},\n{"edges":[';
  let edges = 0;
  yield* parted(graph.edges, (edge) => edgeText(edge, edges++, columns.edges, numbers));
  yield ']},\n{"status":[{"success":true,"error":""}]}]\n';
}

const aspect = (name: string, elements: readonly object[]): string => JSON.stringify({ [name]: elements });

function* parted<T>(items: Iterable<T>, write: (item: T) => string): Generator<string> {
  let before = '\n ';
  for (const item of items) {
    yield before + write(item);
    before = ',\n ';
  }
}

function declarations(
  { nodes, edges }: { nodes: readonly Cx2Column[]; edges: readonly Cx2Column[] },
  described: boolean,
): string {
  const texts = (...names: string[]) => names.map((name) => member(name, '{"d":"string"}'));
  const own = (columns: readonly Cx2Column[]) =>
    columns.map(({ name, type, list }) => member(name, `{"d":"${list ? 'list_of_' : ''}${type}"}`));
  const weighed = [member('directed', '{"d":"boolean"}'), member('weight', '{"d":"double"}')];
  return object([
    member('networkAttributes', object(texts('name', ...(described ? ['description'] : [])))),
    member('nodes', object([...texts('name', 'id'), ...own(nodes)])),
    member('edges', object([...texts('name', 'interaction', 'id'), ...weighed, ...own(edges)])),
  ]);
}

const member = (name: string, json: string): string => `${JSON.stringify(name)}:${json}`;
const object = (members: readonly string[]): string => `{${members.join(',')}}`;

function nodeText(
  { id, label, values, x, y }: FlatNode,
  columns: readonly Cx2Column[],
  numbers: Map<string, number>,
): string {
  const number = numbers.size;
  numbers.set(id, number);
  const place =
    x === undefined || y === undefined ? '' : `,"x":${JSON.stringify(x)},"y":${JSON.stringify(y)}`;
  return `{"id":${number}${place},"v":${valuesText({ name: label, id }, columns, values)}}`;
}

function edgeText(
  { id, source, target, label, type, directed, weight, values }: FlatEdge,
  number: number,
  columns: readonly Cx2Column[],
  numbers: ReadonlyMap<string, number>,
): string {
  const ends = `"s":${numbers.get(source)},"t":${numbers.get(target)}`;
  const own = { name: label, interaction: type, id, directed, weight };
  return `{"id":${number},${ends},"v":${valuesText(own, columns, values)}}`;
}

function valuesText(
  own: Readonly<Record<string, string | number | boolean>>,
  columns: readonly Cx2Column[],
  values: ReadonlyMap<string, readonly string[]>,
): string {
  const all = Object.entries(own).map(([name, value]) => member(name, JSON.stringify(value)));
  for (const { id, name, type, list } of columns) {
    const told = values.get(id);
    if (!told || told.length === 0) continue;
    const texts = told.map((value) => (type === 'string' ? JSON.stringify(value) : value));
    all.push(member(name, list ? `[${texts.join(',')}]` : texts[0]!));
  }
  return object(all);
}

/** A column is of a type only if every value is, in JSON's own spelling. */
function declared(columns: readonly FlatColumn[], items: Iterable<FlatNode | FlatEdge>): Cx2Column[] {
  const types = new Map(columns.map(({ id, type }) => [id, TYPES[type]]));
  for (const { values } of items) {
    for (const [id, type] of types)
      if (type !== 'string' && values.get(id)?.some((value) => !FITS[type](value))) types.set(id, 'string');
  }
  return columns.map(({ id, list }) => ({
    id,
    name: TAKEN.has(id) ? `${id} (property)` : id,
    type: types.get(id)!,
    list,
  }));
}

const TYPES = {
  string: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  date: 'string',
  url: 'string',
} as const satisfies Record<FlatColumn['type'], Cx2Column['type']>;

/** Cytoscape Web's numbers are doubles, so whole ones beyond 15 digits stay text. */
const FITS = {
  long: (value: string): boolean => /^(0|-?[1-9]\d{0,14})$/.test(value),
  double: (value: string): boolean =>
    /^-?(0|[1-9]\d{0,400})(\.\d{1,400})?([eE][+-]?\d{1,4})?$/.test(value) && Number.isFinite(Number(value)),
  boolean: (value: string): boolean => value === 'true' || value === 'false',
};
