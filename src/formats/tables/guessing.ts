// What a table is and what its columns mean, with a reason for each guess. What is wished for is not guessed.
import type {
  ColumnMapping,
  ColumnRole,
  ColumnType,
  TableDialect,
  TableKind,
  TableWish,
} from '../../case/tableMapping.ts';
import { bareReading, isSquare } from './bare.ts';
import { decimalOf, evidenceIn, type Evidence } from './columnTypes.ts';
import { headerRowOf } from './headerRow.ts';
import { DEFUSED, headsOf, isOfClew, type Head } from './headers.ts';
import { programOf, type Program } from './programs.ts';
import {
  edgeReading,
  endsIn,
  eventReading,
  namesReading,
  nodeReading,
  pairIn,
  type Meant,
  type Reading,
} from './roles.ts';
import type { GuessedMapping, Row } from './table.ts';

/** Rows by which the kind is told; the types of columns are told by all. */
const SAMPLE = 1000;

/** How the table was cut into cells, as far as its reader knows. */
export type Cut = Pick<TableDialect, 'delimiter' | 'quote' | 'encoding'> & {
  /** What parts the values of one cell in columns that neo4j-admin calls arrays; absent: `;`. */
  readonly arrays?: string;
};

/** Undefined where nothing tells what the table is and nobody said it. */
export function guessTable(rows: readonly Row[], wish: TableWish, cut: Cut): GuessedMapping | undefined {
  const sample = rows.slice(0, SAMPLE);
  const header = headerWished(wish, sample);
  const heads = headsOf(header > 0 ? (sample[header - 1]?.cells ?? []) : widest(sample).map(() => ''));
  const body = sample.slice(header);
  const guess = wish.kind ? readingAs(wish.kind, heads, body) : readingOf(sample, header, heads, body);
  if (!guess) return undefined;
  const decimal = wish.dialect?.decimal ?? decimalOf(body);
  const { arrays = ';', ...spelling } = cut;
  const { columns, because } = columnsFor(
    guess,
    heads,
    rows.slice(header),
    { decimal, arrays },
    wish.columns,
  );
  // A whole mapping that names no type has none.
  const type = wish.columns ? wish.type : (wish.type ?? guess.type);
  const directed = wish.directed ?? guess.directed;
  const mapping = {
    table: wish.table,
    kind: guess.kind,
    ...(type !== undefined && type !== '' && { type }),
    ...(directed !== undefined && { directed }),
    dialect: { ...spelling, decimal, header: guess.kind === 'matrix' ? 1 : header },
    columns,
  };
  return {
    mapping,
    because: { kind: guess.because, dialect: dialectWords(header, sample), columns: because },
  };
}

const headerWished = ({ dialect, kind }: TableWish, sample: readonly Row[]): number =>
  dialect?.header ??
  (kind === 'adjacency' ? 0 : kind === 'matrix' || isSquare(sample) ? 1 : headerRowOf(sample));

const widest = (rows: readonly Row[]): readonly string[] =>
  rows.reduce<readonly string[]>((most, { cells }) => (cells.length > most.length ? cells : most), []);

function dialectWords(header: number, rows: readonly Row[]): string {
  if (header === 0) return 'No row names the columns.';
  return header === 1
    ? ''
    : `The heading is on line ${rows[header - 1]?.line}; what stands above it is left out.`;
}

function readingOf(
  rows: readonly Row[],
  header: number,
  heads: readonly Head[],
  body: readonly Row[],
): Reading | undefined {
  if (isSquare(rows))
    return { kind: 'matrix', columns: new Map(), because: 'Names along both sides, numbers between.' };
  if (header === 0) return bareReading(rows);
  if (isOfClew(heads.map(({ name }) => name))) {
    const ends = endsIn(heads);
    const reading = ends ? edgeReading(heads, ends, body) : nodeReading(heads);
    const columns = new Map([...(reading?.columns ?? [])].filter(([, { role }]) => OWN_ROLES.has(role)));
    return reading && { ...reading, columns, because: 'Clew wrote this table.' };
  }
  const program = heads.some(({ neo4j }) => neo4j) ? undefined : programOf(heads);
  if (program) return ofProgram(program, heads);
  const ends = endsIn(heads);
  if (ends) return edgeReading(heads, ends, body);
  const event = eventReading(heads, body);
  if (event) return event;
  const pair = pairIn(heads);
  if (pair) return edgeReading(heads, pair, body);
  return nodeReading(heads) ?? namesReading(heads, body);
}

/** All that Clew's own tables have beside properties. */
const OWN_ROLES: ReadonlySet<ColumnRole> = new Set([
  ...(['id', 'label', 'type', 'x', 'y'] as const),
  ...(['source', 'target', 'direction', 'weight'] as const),
]);

/** What the columns would be if rows were of this kind. */
function readingAs(kind: TableKind, heads: readonly Head[], body: readonly Row[]): Reading {
  const because = '';
  if (kind === 'adjacency' || kind === 'matrix') return { kind, columns: new Map(), because };
  const program = programOf(heads);
  if (program?.kind === kind) return { ...ofProgram(program, heads), because };
  if (kind === 'events') return { ...eventReading(heads, body, true)!, because };
  if (kind === 'edges') {
    const named = namesReading(heads, body);
    const ends = endsIn(heads) ?? pairIn(heads);
    const pair = ends ?? ([0, Math.min(1, heads.length - 1)] as const);
    return { ...(!ends && named?.kind === 'edges' ? named : edgeReading(heads, pair, body)), because };
  }
  return { ...(nodeReading(heads) ?? nodeReading(heads, 0)!), because };
}

function ofProgram({ by, kind, type, columns }: Program, heads: readonly Head[]): Reading {
  const meant = new Map<number, Meant>();
  for (const [at, { plain }] of heads.entries()) {
    const known = Object.hasOwn(columns, plain) ? columns[plain] : undefined;
    if (known) meant.set(at, known);
  }
  const directed = kind === 'edges' ? true : undefined;
  return { kind, columns: meant, because: `It has the columns of ${by}.`, type, directed };
}

function columnsFor(
  guess: Reading,
  heads: readonly Head[],
  rows: readonly Row[],
  { decimal, arrays }: { readonly decimal: '.' | ','; readonly arrays: string },
  wished: readonly ColumnMapping[] | undefined,
): { columns: readonly ColumnMapping[]; because: readonly string[] } {
  if (guess.kind === 'adjacency' || guess.kind === 'matrix') return { columns: [], because: [] };
  const asWished = new Map(wished?.map((column) => [column.name, column]));
  const ours = isOfClew(heads.map(({ name }) => name));
  const because: string[] = [];
  const columns = heads.map((head, at): ColumnMapping => {
    const meant = guess.columns.get(at);
    const name = meant?.name ?? head.name;
    const known = asWished.get(name);
    if (known) {
      because.push('');
      return known;
    }
    const ignored = head.neo4j === 'IGNORE' || head.name === DEFUSED;
    // Beside a settled mapping, a column that it does not know cannot take a part that is taken.
    const settled = wished !== undefined && meant !== undefined && meant.role !== 'property';
    const role = ignored ? 'ignore' : settled ? 'property' : (meant?.role ?? 'property');
    const values = TYPED.has(role) ? rows.flatMap(({ cells }) => cells[at] ?? []) : [];
    const {
      type,
      dates,
      because: why,
    } = typeSaid(head) ??
    (ours
      ? { type: 'text' as const, because: '' }
      : evidenceIn(name, head.list ? values.flatMap((value) => value.split(arrays)) : values, decimal));
    because.push(why);
    return {
      ...(settled ? {} : meant),
      name,
      role,
      ...(type !== 'text' && { type }),
      ...(dates && { dates }),
      ...(head.list && { list: arrays }),
      // A type of a relationship is one, whatever stands in it.
      ...(head.neo4j === 'TYPE' && { list: '' }),
      ...(head.space !== undefined && { space: head.space }),
    };
  });
  return { columns, because };
}

/** What the heading itself says of the type. */
function typeSaid({ neo4j, list, zone }: Head): Evidence | undefined {
  const type = TYPES_SAID.get(neo4j ?? '');
  if (!type) return undefined;
  const zoned = zone === undefined ? '' : ` Its times are of ${zone}, which was not added to them.`;
  return { type, because: `The heading says “${neo4j}${list ? '[]' : ''}”.${zoned}` };
}

const TYPES_SAID: ReadonlyMap<string, ColumnType> = new Map([
  ...['int', 'long', 'short', 'byte'].map((name) => [name, 'integer'] as const),
  ...['float', 'double'].map((name) => [name, 'number'] as const),
  ...['date', 'datetime', 'localdatetime'].map((name) => [name, 'date'] as const),
  ...['string', 'char', 'point', 'vector', 'time', 'localtime', 'duration'].map(
    (name) => [name, 'text'] as const,
  ),
  ['boolean', 'boolean'],
]);

/** Roles whose values have types; all others are text as it stands. */
const TYPED: ReadonlySet<string> = new Set(['property', 'start', 'end', 'weight']);
