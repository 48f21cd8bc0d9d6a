// A table's mapping in words, and what choosing a word does to it.
import type {
  ColumnMapping,
  ColumnRole,
  ColumnType,
  TableDialect,
  TableKind,
  TableMapping,
  TableWish,
} from '../../case/tableMapping.ts';

export const KIND_WORDS: Readonly<Record<TableKind, string>> = {
  nodes: 'Each row is a person or thing',
  edges: 'Each row is a tie between two',
  events: 'Each row is an event with its people',
  adjacency: 'Each row is one, then its neighbours',
  matrix: 'A square: names along both sides',
};

export const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: 'Text',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  url: 'Address (URL)',
};

const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  id: 'Id',
  label: 'Name',
  type: 'Type',
  source: 'From',
  sourceLabel: 'Name of “from”',
  sourceType: 'Type of “from”',
  target: 'To',
  targetLabel: 'Name of “to”',
  targetType: 'Type of “to”',
  weight: 'Weight',
  direction: 'Direction',
  x: 'X on the map',
  y: 'Y on the map',
  start: 'Start',
  end: 'End',
  participant: 'Took part',
  place: 'Page or place',
  address: 'Its source’s address',
  property: 'Property',
  ignore: 'Left out',
};

const ROLES: Readonly<Record<TableKind, readonly ColumnRole[]>> = {
  nodes: ['id', 'label', 'type', 'start', 'end', 'x', 'y'],
  edges: [
    ...(['source', 'target', 'type', 'label', 'id', 'direction', 'weight', 'start', 'end'] as const),
    ...(['sourceLabel', 'sourceType', 'targetLabel', 'targetType'] as const),
  ],
  events: ['label', 'start', 'end', 'participant', 'type', 'id'],
  adjacency: [],
  matrix: [],
};
const ANYWHERE: readonly ColumnRole[] = ['property', 'place', 'address', 'ignore'];

/** The parts a column may take in a table of that kind, in the order of the menu. */
export const rolesFor = (kind: TableKind): readonly (readonly [ColumnRole, string])[] =>
  [...ROLES[kind], ...ANYWHERE].map((role) => [role, roleWord(kind, role)]);

const roleWord = (kind: TableKind, role: ColumnRole): string => {
  if (kind === 'events' && role === 'label') return 'Title';
  if (kind === 'events' && role === 'start') return 'Date';
  return kind === 'edges' && role === 'label' ? 'Label' : ROLE_WORDS[role];
};

/** Several columns may have these; of all others there is one. */
const SHARED: ReadonlySet<ColumnRole> = new Set(['property', 'participant', 'ignore']);

/** The column with a change; who held its new part before becomes a property. */
export function withColumn(
  mapping: TableMapping,
  name: string,
  change: Partial<ColumnMapping>,
): TableMapping {
  const columns = mapping.columns.map((column): ColumnMapping => {
    if (column.name === name) return defined({ ...column, ...change });
    const ousted = change.role !== undefined && column.role === change.role && !SHARED.has(change.role);
    return ousted ? { ...column, role: 'property' } : column;
  });
  return { ...mapping, columns };
}

/** Without what was emptied, so that it is not kept as a key without a value. */
const defined = (column: ColumnMapping): ColumnMapping =>
  Object.fromEntries(
    Object.entries(column).filter(([, value]) => value !== undefined),
  ) as unknown as ColumnMapping;

/** What is settled once the kind or the spelling is chosen: another heading or delimiter makes other columns. */
export function withDialect(mapping: TableMapping, change: Partial<TableDialect>): TableWish {
  const dialect = { ...mapping.dialect, ...change };
  if (change.decimal !== undefined || change.encoding !== undefined) return { ...mapping, dialect };
  const { table, kind, type } = mapping;
  return { table, kind, ...(type !== undefined && { type }), dialect };
}

export const withKind = ({ table, dialect }: TableMapping, kind: TableKind): TableWish => ({
  table,
  kind,
  dialect,
});

export const DELIMITER_WORDS: readonly (readonly [string, string])[] = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  ['|', 'Bar |'],
  [' ', 'Space'],
];

/** The usual ones, by the names of the Encoding standard. */
export const ENCODINGS: readonly (readonly [string, string])[] = [
  ['utf-8', 'UTF-8'],
  ['windows-1252', 'Western (Windows-1252)'],
  ['windows-1250', 'Central European (Windows-1250)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'],
  ['koi8-r', 'Cyrillic (KOI8-R)'],
  ['windows-1253', 'Greek (Windows-1253)'],
  ['windows-1254', 'Turkish (Windows-1254)'],
  ['windows-1255', 'Hebrew (Windows-1255)'],
  ['windows-1256', 'Arabic (Windows-1256)'],
  ['utf-16le', 'UTF-16'],
  ['macintosh', 'Mac Roman'],
  ['gb18030', 'Chinese (GB18030)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
];
