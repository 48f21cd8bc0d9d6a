// Writes GDF with the columns that Gephi and GUESS know, then all others.
import { packed } from '../csv/csvWrite.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { cellText, closes } from './gdfCells.ts';

/** Columns that GUESS and Gephi give a meaning; one of such a name is written as `<name> (property)`. */
const TAKEN = new Set([
  ...['name', 'label', 'x', 'y', 'node1', 'node2', 'weight', 'directed', 'id', 'color', 'strokecolor'],
  ...[
    'labelcolor',
    'labelsize',
    'width',
    'height',
    'style',
    'visible',
    'labelvisible',
    'fixed',
    'image',
    'size',
  ],
]);

export function* gdfText(graph: FlatGraph): Generator<string> {
  const nodeColumns = typed(graph.nodeColumns, graph.nodes);
  const edgeColumns = typed(graph.edgeColumns, graph.edges);
  const nodeHead = ['name VARCHAR', 'label VARCHAR', 'x DOUBLE', 'y DOUBLE'];
  yield `nodedef>${[...nodeHead, ...nodeColumns.map(headOf)].join(',')}\n`;
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const node of graph.nodes) {
    const { id, label, x, y, values } = node;
    const name = free(spelledOut(id), taken);
    names.set(id, name);
    const place = x === undefined || y === undefined ? ['', ''] : [String(x), String(-y || 0)];
    yield `${[cellText(name), textCell(label), ...place, ...cells(values, nodeColumns)].join(',')}\n`;
  }
  const edgeHead = ['node1 VARCHAR', 'node2 VARCHAR', 'directed BOOLEAN', 'weight DOUBLE', 'label VARCHAR'];
  yield `edgedef>${[...edgeHead, 'id VARCHAR', ...edgeColumns.map(headOf)].join(',')}\n`;
  for (const { id, source, target, directed, weight, label, values } of graph.edges) {
    const ends = [source, target].map((end) => cellText(names.get(end)!));
    const own = [...ends, String(directed), String(weight), textCell(label), textCell(id)];
    yield `${[...own, ...cells(values, edgeColumns)].join(',')}\n`;
  }
}

function free(name: string, taken: Set<string>): string {
  let wanted = name;
  for (let n = 2; taken.has(wanted); n++) wanted = `${name} ${n}`;
  taken.add(wanted);
  return wanted;
}

interface GdfColumn {
  readonly id: string;
  readonly type: 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN';
}

function headOf({ id, type }: GdfColumn): string {
  const name = spelledOut(TAKEN.has(id) ? `${id} (property)` : id);
  const plain = /^[\p{L}\p{N}_.:/()-]+( [\p{L}\p{N}_.:/()-]+)*$/u.test(name);
  return plain || type !== 'VARCHAR' ? `${name} ${type}` : cellText(name);
}

const cells = (values: ReadonlyMap<string, readonly string[]>, columns: readonly GdfColumn[]): string[] =>
  columns.map(({ id, type }) => {
    const told = values.get(id) ?? [];
    return told.length === 0 ? '' : type === 'VARCHAR' ? textCell(packed(told)) : told[0]!;
  });

const textCell = (text: string): string => cellText(spelledOut(text));

/** A text that one line can hold; where either quote would seem to close it, apostrophes stand for one. */
export function spelledOut(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  return closes(line, '"') && closes(line, "'") ? line.replaceAll("'", '’') : line;
}

function typed(columns: readonly FlatColumn[], items: Iterable<FlatNode | FlatEdge>): GdfColumn[] {
  const types = new Map(columns.map(({ id, type, list }) => [id, list ? 'VARCHAR' : TYPES[type]]));
  for (const { values } of items) {
    for (const [id, type] of types)
      if (values.get(id)?.some((value) => !FITS[type].test(value))) types.set(id, 'VARCHAR');
  }
  return columns.map(({ id }) => ({ id, type: types.get(id)! }));
}

const TYPES: Readonly<Record<FlatColumn['type'], GdfColumn['type']>> = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'VARCHAR',
  url: 'VARCHAR',
};

/** Readers' integers have 32 bits. */
const FITS: Readonly<Record<GdfColumn['type'], RegExp>> = {
  VARCHAR: /^/,
  INTEGER: /^-?\d{1,9}$/,
  DOUBLE: /^-?\d{1,300}(\.\d{1,300})?([eE][+-]?\d{1,3})?$/,
  BOOLEAN: /^(true|false)$/,
};
