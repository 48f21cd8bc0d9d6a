// Files for `neo4j-admin database import`: nodes, relationships, and the command that takes them in.
import type { Values } from '../../plugin/settings.ts';
import { flatten, type FlatColumn, type FlatEdge, type FlatGraph, type FlatNode } from '../flat.ts';
import type { Outgoing, Part } from '../format.ts';
import { nameStem } from '../nameStem.ts';

export const SCRIPT = 'neo4j-import.sh';

/** Before Neo4j's own `;`, then what no text should hold: the private use area of Unicode. */
const DELIMITERS = [';', '|', ...Array.from({ length: 256 }, (_, i) => String.fromCharCode(0xe000 + i))];

interface Column {
  readonly head: string;
  readonly id: string;
}

interface Table {
  readonly file: string;
  readonly of: 'nodes' | 'relationships';
  lines(): Iterable<string>;
}

/** https://neo4j.com/docs/operations-manual/current/import/ */
export function neo4jParts(out: Outgoing, settings: Values): readonly Part[] {
  const graph = flatten(out, settings);
  const arrays = arraysApart(graph);
  const split = settings.split === true;
  const tables = [
    ...byType(graph.nodes, ({ schema }) => schema, split).map(([type, nodes]) =>
      nodeTable(fileFor('nodes', type), nodes, graph.nodeColumns, arrays),
    ),
    ...byType(graph.edges, (edge) => edge.type, split).map(([type, edges]) =>
      edgeTable(fileFor('relationships', type), edges, graph.edgeColumns, arrays),
    ),
  ];
  const apart = distinct(tables);
  const script = { name: SCRIPT, mime: 'text/x-shellscript', text: [command(apart, arrays)] };
  return [
    script,
    ...apart.map(({ file, lines }) => ({
      name: file,
      mime: 'text/csv',
      text: { [Symbol.iterator]: () => lines()[Symbol.iterator]() },
    })),
  ];
}

const fileFor = (of: Table['of'], type: string | undefined): string =>
  type === undefined ? `${of}.csv` : `${of}-${nameStem(type).replace(/[^a-z0-9-]/g, '_')}.csv`;

/** Types that read the same as file names get a number. */
function distinct(tables: readonly Table[]): readonly Table[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    let file = table.file;
    for (let n = 2; taken.has(file); n++) file = table.file.replace(/\.csv$/, `-${n}.csv`);
    taken.add(file);
    return { ...table, file };
  });
}

type Group<T> = readonly [type: string | undefined, items: Iterable<T>];

function byType<T>(items: Iterable<T>, typeOf: (item: T) => string, split: boolean): readonly Group<T>[] {
  if (!split) return [[undefined, items]];
  const types = new Set(Array.from(items, typeOf));
  return Array.from(types, (type) => [
    type,
    {
      *[Symbol.iterator]() {
        for (const item of items) if (typeOf(item) === type) yield item;
      },
    },
  ]);
}

/** What parts the values of an array and stands in none of them, nor in a label. */
function arraysApart({ nodes, edges, nodeColumns, edgeColumns }: FlatGraph): string {
  const met = new Set<string>();
  const note = (text: string) => {
    for (const mark of text)
      if (mark === ';' || mark === '|' || (mark >= '\ue000' && mark <= '\ue0ff')) met.add(mark);
  };
  for (const { schema } of nodes) note(schema);
  for (const [items, columns] of [
    [nodes, nodeColumns],
    [edges, edgeColumns],
  ] as const) {
    const lists = columns.filter(({ list }) => list).map(({ id }) => id);
    for (const { values } of items) for (const id of lists) values.get(id)?.forEach(note);
  }
  return DELIMITERS.find((mark) => !met.has(mark)) ?? ';';
}

function nodeTable(
  file: string,
  nodes: Iterable<FlatNode>,
  all: readonly FlatColumn[],
  arrays: string,
): Table {
  const columns = columnsOf(nodes, all);
  let placed = false;
  for (const { x } of nodes) placed ||= x !== undefined;
  const heads = [':ID', 'label:string', ...(placed ? ['x:double', 'y:double'] : []), ':LABEL'];
  return {
    file,
    of: 'nodes',
    *lines() {
      yield line([...heads, ...columns.map(({ head }) => head)]);
      for (const { id, label, x, y, schema, values } of nodes)
        yield line([
          id,
          label,
          ...(placed ? [numeral(x), numeral(y)] : []),
          schema,
          ...cells(values, columns, arrays),
        ]);
    },
  };
}

function edgeTable(
  file: string,
  edges: Iterable<FlatEdge>,
  all: readonly FlatColumn[],
  arrays: string,
): Table {
  const columns = columnsOf(edges, all);
  const heads = [
    ':START_ID',
    ':END_ID',
    ':TYPE',
    'id:string',
    'label:string',
    'directed:boolean',
    'weight:double',
  ];
  return {
    file,
    of: 'relationships',
    *lines() {
      yield line([...heads, ...columns.map(({ head }) => head)]);
      for (const { source, target, type, id, label, directed, weight, values } of edges)
        yield line([
          source,
          target,
          type,
          id,
          label,
          String(directed),
          String(weight),
          ...cells(values, columns, arrays),
        ]);
    },
  };
}

/** Those with a value, each of the type that keeps all its values as they are spelled. */
function columnsOf(items: Iterable<FlatNode | FlatEdge>, all: readonly FlatColumn[]): readonly Column[] {
  const fits = new Map<string, Set<string>>();
  for (const { values } of items) {
    for (const [id, texts] of values) {
      const types = fits.get(id) ?? new Set(TYPES.map(([type]) => type));
      fits.set(id, types);
      for (const [type, isOne] of TYPES) if (types.has(type) && !texts.every(isOne)) types.delete(type);
    }
  }
  return all
    .filter(({ id }) => id !== 'type' && fits.has(id))
    .map(({ id, type, list }) => {
      const wanted = WANTED[type];
      const kept = wanted.find((one) => fits.get(id)!.has(one)) ?? 'string';
      return { id, head: `${id}:${kept}${list ? '[]' : ''}` };
    });
}

/** Neo4j's types, and which texts come back from them as they were. */
const TYPES: readonly (readonly [type: string, isOne: (text: string) => boolean])[] = [
  ['long', (text) => /^(0|-?[1-9]\d{0,17})$/.test(text)],
  ['double', (text) => Number.isFinite(Number(text)) && String(Number(text)) === text],
  ['boolean', (text) => text === 'true' || text === 'false'],
  ['date', (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))],
];

const WANTED: Readonly<Record<FlatColumn['type'], readonly string[]>> = {
  string: [],
  url: [],
  integer: ['long'],
  number: ['long', 'double'],
  boolean: ['boolean'],
  date: ['date'],
};

const numeral = (value: number | undefined): string => (value === undefined ? '' : String(value));

const cells = (
  values: ReadonlyMap<string, readonly string[]>,
  columns: readonly Column[],
  arrays: string,
): readonly string[] => columns.map(({ id }) => (values.get(id) ?? []).join(arrays));

/** Always in quotes but for what is empty: Neo4j tells an empty text from none. */
const line = (texts: readonly string[]): string =>
  `${texts.map((text) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)).join(',')}\n`;

function command(tables: readonly Table[], arrays: string): string {
  const code = arrays.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const options = [
    ...tables.map(({ of, file }) => `--${of}=${file}`),
    '--id-type=string',
    `--array-delimiter=${arrays > '~' ? `U+${code}` : `'${arrays}'`}`,
    '--multiline-fields=true',
  ];
  return [
    '#!/bin/sh',
    '# Takes these files into a new Neo4j 5 database. Give its name, or it is called neo4j.',
    `exec neo4j-admin database import full ${options.map((option) => `${option} \\\n  `).join('')}"\${1:-neo4j}"\n`,
  ].join('\n');
}

/** The array delimiter that the command gives; undefined where it gives none. */
export function arraysIn(script: string): string | undefined {
  const [, quoted, code] = /--array-delimiter=(?:'(.)'|U\+([0-9A-F]{4}))/.exec(script) ?? [];
  return quoted ?? (code === undefined ? undefined : String.fromCharCode(parseInt(code, 16)));
}
