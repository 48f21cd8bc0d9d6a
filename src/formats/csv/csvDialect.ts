// How a table is spelled (delimiter, header or none) and what its columns mean.

/** Delimiters by preference where they fit equally well. */
const DELIMITERS = [',', ';', '\t', '|', ' '] as const;

export interface Shape {
  readonly delimiter: string;
  /** Fields of the most common row length. */
  readonly width: number;
  /** Share of rows that have it. */
  readonly steadiness: number;
}

/** The delimiter that cuts the first rows most evenly; undefined where none cuts them at all. */
export function shapeOf(sample: string): Shape | undefined {
  const shapes = DELIMITERS.map((delimiter) => evenness(delimiter, widthsOf(sample, delimiter)));
  const best = shapes.filter(({ width }) => width > 1).sort((a, b) => score(b) - score(a))[0];
  return best;
}

const score = ({ delimiter, width, steadiness }: Shape): number =>
  steadiness * 10 +
  Math.min(width, 8) / 8 -
  DELIMITERS.findIndex((other) => other === delimiter) / 100 -
  (delimiter === ' ' ? 3 : 0);

function evenness(delimiter: string, widths: readonly number[]): Shape {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const cut = Math.max(0, ...widths);
  return width === 1 && cut > 1
    ? { delimiter, width: cut, steadiness: widths.filter((one) => one > 1).length / widths.length / 2 }
    : { delimiter, width, steadiness: count / Math.max(1, widths.length) };
}

const SAMPLE_ROWS = 60;

/** Fields in each of the first rows; what stands in quotes is not cut. */
function widthsOf(sample: string, delimiter: string): readonly number[] {
  const widths: number[] = [];
  let [fields, quoted, empty] = [1, false, true];
  for (let at = 0; at < sample.length && widths.length < SAMPLE_ROWS; at++) {
    const char = sample[at]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) fields++;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (!empty) widths.push(fields);
      [fields, empty] = [1, true];
    } else empty = false;
  }
  // The last row of a whole file counts; of a cut sample it does not.
  if (!empty && !quoted && (widths.length === 0 || sample.length < 32_000) && widths.length < SAMPLE_ROWS)
    widths.push(fields);
  return widths;
}

/** What a column is for. */
export type Part =
  'id' | 'label' | 'type' | 'x' | 'y' | 'source' | 'target' | 'direction' | 'ignored' | 'attribute';

export interface Column {
  readonly name: string;
  readonly part: Part;
  /** neo4j-admin's `tags:string[]`: values apart by `;`. */
  readonly list: boolean;
}

export interface Layout {
  readonly kind: 'nodes' | 'edges' | 'list' | 'adjacency' | 'matrix';
  readonly columns: readonly Column[];
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** Written by Clew. */
  readonly ours: boolean;
  /** Written by Clew for spreadsheets: a quote stands before what could be a formula. */
  readonly defused: boolean;
}

/** Heads that our own spreadsheets mode leaves behind. */
export const DEFUSED = 'clew:defused';

const SOURCES = [
  'source',
  'from',
  'sourceid',
  'fromid',
  'startid',
  'nodeidstart',
  'src',
  'node1',
  'vertex1',
  'sourcename',
  'fromname',
  'start',
];
const TARGETS = [
  'target',
  'to',
  'targetid',
  'toid',
  'endid',
  'nodeidend',
  'dst',
  'dest',
  'destination',
  'node2',
  'vertex2',
  'targetname',
  'toname',
  'end',
];
const IDS = ['id', 'nodeid', 'key', 'identifier', 'entityid', 'node', 'vertex', 'edgeid'];
const LABELS = ['label', 'name', 'title', 'caption'];
const NODE_TYPES = ['type', 'schema', 'kind', 'category'];
const EDGE_TYPES = ['kind', 'reltype', 'relationship', 'relation', 'relationtype', 'interaction', 'edge'];

interface Head {
  readonly name: string;
  readonly plain: string;
  readonly neo4j?: string;
  readonly list: boolean;
}

const NEO4J =
  /^(.{0,1000}?):(ID|START_ID|END_ID|LABEL|TYPE|IGNORE|int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(\(.{0,200}\))?(\{.{0,200}\})?(\[\])?$/;

function headOf(cell: string): Head {
  const name = cell.trim();
  const typed = NEO4J.exec(name);
  const bare = typed?.[1] ?? name;
  return {
    name: bare === '' ? name : bare,
    plain: plainOf(bare),
    neo4j: typed?.[2],
    list: typed?.[5] !== undefined,
  };
}

const plainOf = (name: string): string =>
  name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');

/** What the first rows of a table say of it; undefined where nothing tells nodes from edges. */
export function layoutOf(rows: readonly (readonly string[])[]): Layout | undefined {
  const first = rows[0] ?? [];
  const heads = first.map(headOf);
  const marks = { ours: isOurs(first), defused: first.at(-1) === DEFUSED, header: true };
  const source = find(heads, SOURCES, 'START_ID');
  const target = find(heads, TARGETS, 'END_ID');
  const id = find(heads, IDS, 'ID');
  const label = find(heads, LABELS);
  const meantAsTime = heads[source]?.plain === 'start' && (id >= 0 || label >= 0);
  if (source >= 0 && target >= 0 && !meantAsTime)
    return { kind: 'edges', columns: edgeColumns(heads, source, target, rows), ...marks };
  if (id >= 0 || label >= 0) return { kind: 'nodes', columns: nodeColumns(heads, id, label), ...marks };
  return headless(rows);
}

const isOurs = (heads: readonly string[]): boolean =>
  ['stance', 'disputed'].every((name) => heads.includes(name));

const find = (heads: readonly Head[], names: readonly string[], neo4j?: string): number => {
  const typed = neo4j === undefined ? -1 : heads.findIndex((head) => head.neo4j === neo4j);
  if (typed >= 0) return typed;
  const name = names.find((one) => heads.some((head) => head.plain === one));
  return name === undefined ? -1 : heads.findIndex((head) => head.plain === name);
};

function nodeColumns(heads: readonly Head[], id: number, label: number): readonly Column[] {
  const [x, y] = [find(heads, ['x']), find(heads, ['y'])];
  const placed = x >= 0 && y >= 0;
  const parts = new Map<number, Part>([
    [placed ? x : -1, 'x'],
    [placed ? y : -1, 'y'],
    [find(heads, NODE_TYPES, 'LABEL'), 'type'],
    [label, 'label'],
    [id >= 0 ? id : label, id >= 0 ? 'id' : 'label'],
  ]);
  return named(heads, parts);
}

function edgeColumns(
  heads: readonly Head[],
  source: number,
  target: number,
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const type = find(heads, ['type', 'direction', 'directed']);
  const isDirection =
    type >= 0 && rows.slice(1).every((row) => DIRECTIONS.has((row[type] ?? '').trim().toLowerCase()));
  const kind = find(heads, EDGE_TYPES, 'TYPE');
  const parts = new Map<number, Part>([
    [find(heads, IDS), 'id'],
    [find(heads, ['label', 'name']), 'label'],
    [kind >= 0 || isDirection ? kind : type, 'type'],
    [isDirection ? type : -1, 'direction'],
    [source, 'source'],
    [target, 'target'],
  ]);
  return named(heads, parts);
}

/** How tables say direction; true: directed. */
export const DIRECTIONS: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', undefined],
  ['directed', true],
  ['undirected', false],
  ['mutual', false],
  ['true', true],
  ['false', false],
]);

function named(heads: readonly Head[], parts: ReadonlyMap<number, Part>): readonly Column[] {
  const taken = new Set<string>();
  return heads.map((head, i) => {
    const ignored = head.neo4j === 'IGNORE' || head.name === DEFUSED;
    let name = head.name === '' ? `column ${i + 1}` : head.plain === 'weight' ? 'weight' : head.name;
    for (let n = 2; taken.has(name); n++) name = `${head.name} ${n}`;
    taken.add(name);
    return { name, part: ignored ? 'ignored' : (parts.get(i) ?? 'attribute'), list: head.list };
  });
}

/** A square table with names on both sides, a list of pairs, a list of neighbours, or a table of things by name. */
function headless(rows: readonly (readonly string[])[]): Layout | undefined {
  const plain = { ours: false, defused: false };
  const widths = new Set(rows.map((row) => row.length));
  const body = rows.slice(1);
  const names = rows[0]!.slice(1);
  const isMatrix =
    rows[0]![0]!.trim() === '' &&
    rows.length > 2 &&
    body.length <= names.length &&
    body.every((row) => row.slice(1).every(isNumber));
  if (isMatrix) return { kind: 'matrix', columns: [], header: true, ...plain };
  if (widths.size > 1)
    return isAdjacency(rows) ? { kind: 'adjacency', columns: [], header: false, ...plain } : undefined;
  const width = rows[0]!.length;
  const parts: Part[] = ['source', 'target', 'attribute'];
  if (width === 2 || (width === 3 && rows.every((row) => isNumber(row[2]!)))) {
    const columns = parts
      .slice(0, width)
      .map((part, i) => ({ name: ['source', 'target', 'weight'][i]!, part, list: false }));
    return { kind: 'list', columns, header: false, ...plain };
  }
  const looksNamed =
    body.length > 0 &&
    rows[0]!.every((cell) => !isNumber(cell) && cell.trim() !== '') &&
    new Set(rows[0]).size === width;
  if (!looksNamed || !body.some((row) => row.some((cell) => cell.trim() !== '' && isNumber(cell))))
    return undefined;
  return { kind: 'nodes', columns: nodeColumns(rows[0]!.map(headOf), -1, 0), header: true, ...plain };
}

/** Most rows name several nodes, in few words each; prose with commas does not. */
function isAdjacency(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat().filter((cell) => cell.trim() !== '');
  const several = rows.filter((row) => row.filter((cell) => cell.trim() !== '').length > 1).length;
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return several * 2 >= rows.length && length < 25;
}

const isNumber = (cell: string): boolean =>
  /^\s*([+-]?\d{0,40}[.,]?\d{0,40}([eE][+-]?\d{1,4})?)?\s*$/.test(cell);
