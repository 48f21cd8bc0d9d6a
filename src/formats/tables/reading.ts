// Rows under a mapping → events. The same rows with the same mapping give the same, whoever guessed it.
import type { ColumnMapping, ColumnRole, TableMapping } from '../../case/tableMapping.ts';
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { Cells } from './cells.ts';
import { readEvent } from './eventRows.ts';
import { readNeighbours, readSquare } from './squares.ts';
import { rowsToRead } from './oddRows.ts';
import { DIRECTIONS } from './roles.ts';
import type { Row } from './table.ts';

/** Reads one table. Throws `InputError` where the mapping lacks what rows of its kind must have. */
export function readTable(rows: readonly Row[], mapping: TableMapping, sink: Sink): void {
  const tally = new Tally();
  const table = new TableInHand(mapping, sink, tally);
  if (mapping.kind === 'matrix') readSquare(rows, table);
  else if (mapping.kind === 'adjacency') for (const row of rows) readNeighbours(row, table);
  else {
    const read = { nodes: readNode, edges: readEdge, events: readEvent }[mapping.kind];
    checkParts(mapping);
    for (const row of rowsToRead(rows, table)) read(row, table);
  }
  tally.tell((problem) => sink.problem(problem));
}

function checkParts({ kind, columns }: TableMapping): void {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  if (kind === 'edges' && !(has('source') && has('target')))
    throw new InputError('Rows of edges need two ends: say which columns are Source and Target.');
  if (kind === 'nodes' && !has('id') && !has('label'))
    throw new InputError('Rows of nodes need a name: say which column is Id or Name.');
}

/** One table with what reading its rows needs. */
export class TableInHand {
  readonly mapping: TableMapping;
  readonly sink: Sink;
  readonly tally: Tally;
  readonly cells: Cells;
  readonly #byRole = new Map<ColumnRole, number>();
  readonly #said: readonly (readonly [at: number, name: string, column: ColumnMapping])[];
  readonly #place: string;
  readonly #named = new Set<string>();

  constructor(mapping: TableMapping, sink: Sink, tally: Tally) {
    [this.mapping, this.sink, this.tally] = [mapping, sink, tally];
    this.cells = new Cells(mapping, tally);
    this.#place = mapping.table === '' ? 'line' : `${mapping.table}, line`;
    for (const [at, { role }] of mapping.columns.entries())
      if (!this.#byRole.has(role)) this.#byRole.set(role, at);
    this.#said = mapping.columns.flatMap((column, at) => {
      const name = this.#attributeName(column);
      return name === undefined ? [] : [[at, name, column] as const];
    });
  }

  /** What a column says of the row's subject, and under which name. */
  #attributeName({ role, property, name }: ColumnMapping): string | undefined {
    if (role === 'property') return property === undefined || property === '' ? name : property;
    if (role === 'weight') return 'weight';
    if (role === 'end') return 'endDate';
    if (role !== 'start') return undefined;
    return this.mapping.kind === 'events' && !this.#byRole.has('end') ? 'date' : 'startDate';
  }

  where(row: Row): string {
    const at = this.#byRole.get('place');
    const place = at === undefined ? '' : this.cells.text(row.cells[at]);
    const found = row.place ?? `${this.#place} ${row.line}`;
    return place === '' ? found : `${found}, ${place}`;
  }

  /** The cell of the column for that part; undefined where there is none or it is empty. */
  cell({ cells }: Row, role: ColumnRole): string | undefined {
    const at = this.#byRole.get(role);
    if (at === undefined) return undefined;
    const column = this.mapping.columns[at]!;
    const cell = this.cells.coded(cells[at], column);
    return cell === '' ? undefined : column.space === undefined ? cell : `${column.space}:${cell}`;
  }

  column(role: ColumnRole): ColumnMapping | undefined {
    return this.mapping.columns[this.#byRole.get(role) ?? -1];
  }

  type(row: Row, role: 'type' | 'sourceType' | 'targetType' = 'type'): string | undefined {
    const at = this.#byRole.get(role);
    const own = at === undefined ? undefined : this.cells.type(row.cells[at], this.mapping.columns[at]!);
    return own ?? (role === 'type' && this.mapping.kind !== 'edges' ? this.mapping.type : undefined);
  }

  attributes({ cells }: Row, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    const note = (name: string, attribute: Attribute | undefined) => {
      const known = attributes.get(name);
      if (attribute) attributes.set(name, known ? both(known, attribute) : attribute);
    };
    for (const [at, name, column] of this.#said) note(name, this.cells.attribute(cells[at], column, where));
    for (let at = this.mapping.columns.length; at < cells.length; at++) {
      const column = { name: `column ${at + 1}`, role: 'property' } as const;
      note(column.name, this.cells.attribute(cells[at], column, where));
    }
    const types = this.#allTypes(cells);
    if (types.length > 1) note('labels', { type: 'string', values: types });
    return attributes;
  }

  #allTypes(cells: Row['cells']): readonly string[] {
    const at = this.#byRole.get('type');
    return at === undefined ? [] : this.cells.types(cells[at], this.mapping.columns[at]!);
  }

  /** The id without the space that stands before it, by which a person knows it; undefined where there is none. */
  idAlone({ cells }: Row): string | undefined {
    const at = this.#byRole.get('id');
    const column = at === undefined ? undefined : this.mapping.columns[at];
    return column?.space === undefined ? undefined : this.cells.coded(cells[at!], column);
  }

  /** A node that rows only name; told once, as the first row has it. */
  named(id: string, where: string, label = id, type?: string): void {
    if (this.#named.has(id)) return;
    this.#named.add(id);
    this.sink.node({ id, label, ...(type !== undefined && { type }), attributes: new Map(), where });
  }

  refuse(where: string, what: string): void {
    this.sink.problem({ outcome: 'refused', where, what });
  }
}

const both = (a: Attribute, b: Attribute): Attribute => ({
  type: a.type === b.type ? a.type : 'string',
  values: [...a.values, ...b.values],
  ...((a.written ?? b.written) && { written: [...(a.written ?? a.values), ...(b.written ?? b.values)] }),
});

function readNode(row: Row, table: TableInHand): void {
  const where = table.where(row);
  const label = table.cell(row, 'label') ?? table.idAlone(row);
  const id = table.cell(row, 'id') ?? label;
  if (id === undefined) return table.refuse(where, 'The row names no node; it was left out.');
  const [x, y] = [numberIn(table.cell(row, 'x')), numberIn(table.cell(row, 'y'))];
  table.sink.node({
    id,
    label,
    type: table.type(row),
    attributes: table.attributes(row, where),
    ...(x !== undefined && y !== undefined && { x, y }),
    ...citing(row, table),
    where,
  });
}

function readEdge(row: Row, table: TableInHand): void {
  const where = table.where(row);
  const [source, target] = [table.cell(row, 'source'), table.cell(row, 'target')];
  if (source === undefined || target === undefined)
    return table.refuse(where, 'The row lacks one of its ends; it was left out.');
  const direction = table.cell(row, 'direction')?.toLowerCase();
  if (direction === 'mutual')
    table.tally.add('kept', 'A mutual edge was read as one without direction.', where);
  nameEnd(row, table, 'source', source, where);
  nameEnd(row, table, 'target', target, where);
  table.sink.edge({
    id: table.cell(row, 'id'),
    source,
    target,
    directed: DIRECTIONS.get(direction ?? '') ?? table.mapping.directed ?? true,
    label: table.cell(row, 'label'),
    type: table.type(row) ?? table.mapping.type,
    attributes: table.attributes(row, where),
    ...citing(row, table),
    where,
  });
}

/** What the row of an edge says of one of its ends. */
function nameEnd(row: Row, table: TableInHand, end: 'source' | 'target', id: string, where: string): void {
  const label = table.cell(row, `${end}Label`);
  const type = table.type(row, `${end}Type`) ?? table.column(end)?.of;
  if (label !== undefined || type !== undefined) table.named(id, where, label ?? id, type);
}

/** The address that the row itself cites. */
export function citing(row: Row, table: TableInHand): { cites?: string } {
  const address = table.cell(row, 'address');
  return address === undefined ? {} : { cites: address };
}

function numberIn(cell: string | undefined): number | undefined {
  const number = Number.parseFloat(cell ?? '');
  return Number.isFinite(number) ? number : undefined;
}
