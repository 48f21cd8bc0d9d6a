// What the columns of a table mean: plain data, guessed from the table, changed by hand and kept with its source.

/** What one row is: a thing, a tie, an event with its people, a thing with its neighbours, a row of a square table. */
export type TableKind = 'nodes' | 'edges' | 'events' | 'adjacency' | 'matrix';
export const TABLE_KINDS: readonly TableKind[] = ['nodes', 'edges', 'events', 'adjacency', 'matrix'];

/** What a column is for. */
export const COLUMN_ROLES = [
  'id',
  'label',
  'type',
  'source',
  'sourceLabel',
  'sourceType',
  'target',
  'targetLabel',
  'targetType',
  'weight',
  'direction',
  'x',
  'y',
  'start',
  'end',
  /** Those who took part in the event of the row. */
  'participant',
  /** Where in the source the row's claims stand: a page, a paragraph. */
  'place',
  /** The address of what the row itself cites; it becomes a source, quoted by the table. */
  'address',
  'property',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'url';
export const COLUMN_TYPES: readonly ColumnType[] = ['text', 'integer', 'number', 'boolean', 'date', 'url'];

/** How 03/04/2021 is meant: the 3rd of April or the 4th of March. */
export type DayOrder = 'dmy' | 'mdy';

export interface ColumnMapping {
  /** The head of the column, or "column 3" where it has none. Next month's columns are found by it. */
  readonly name: string;
  readonly role: ColumnRole;
  /** For `property`: a property of FollowTheMoney, or a name of one's own; absent: the column's name. */
  readonly property?: string;
  /** How the values are read; absent: as text. */
  readonly type?: ColumnType;
  /** What stands between several values in one cell. */
  readonly list?: string;
  /** For ids: neo4j-admin's id space, beside whose 1 there may be another 1. It stands before the id: "Person:1". */
  readonly space?: string;
  /** For dates with slashes; absent: what could be either is kept as it is written. */
  readonly dates?: DayOrder;
  /** For `participant`: what part they play; absent: they were involved. */
  readonly part?: string;
  /** For `participant`, `source` and `target`: what they are, "Person". */
  readonly of?: string;
  /** What codes in the cells stand for: LittleSis’ category 10 is "Ownership". */
  readonly values?: Readonly<Record<string, string>>;
}

/** How a table is spelled. */
export interface TableDialect {
  readonly delimiter: string;
  /** What encloses a cell that holds the delimiter; empty: nothing does. */
  readonly quote: string;
  /** As the Encoding standard names it: "utf-8", "windows-1252". */
  readonly encoding: string;
  readonly decimal: '.' | ',';
  /** The row that names the columns, from 1, counting only rows with something in them; 0: none does. */
  readonly header: number;
}

export interface TableMapping {
  /** The name of the table among several: a member of a zip, a sheet. Empty where there is one. */
  readonly table: string;
  readonly kind: TableKind;
  /** The type of every row of nodes, edges or events where no column says it. */
  readonly type?: string;
  /** For edges: whether they point, where no column says it. */
  readonly directed?: boolean;
  readonly dialect: TableDialect;
  readonly columns: readonly ColumnMapping[];
}

/** What is settled of a mapping; the rest is guessed. A whole mapping settles all. */
export interface TableWish {
  readonly table: string;
  readonly kind?: TableKind;
  readonly type?: string;
  readonly directed?: boolean;
  readonly dialect?: Partial<TableDialect>;
  readonly columns?: readonly ColumnMapping[];
}
