// Tables of nodes and edges → events: header or none, odd rows reported by their place.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Attributes, Sink } from '../format.ts';
import { DIRECTIONS, layoutOf, type Column, type Layout } from './csvDialect.ts';
import type { Row, TableRows } from './csvRows.ts';
import { unpacked } from './csvWrite.ts';

/** Reads one table. Throws `InputError` where nothing tells nodes from edges. */
export function readTable(given: TableRows, sink: Sink): void {
  const { rows } = given;
  if (rows.length === 0) throw new InputError('This table is empty.');
  const layout = layoutOf(rows.slice(0, 1000).map(({ cells }) => cells));
  if (!layout) {
    throw new InputError(
      'No column of this table names a node or the ends of an edge. Name them Id and Label, or Source and Target.',
    );
  }
  const table = new Table(layout, given, sink);
  if (layout.kind === 'matrix') table.matrix(rows);
  else if (layout.kind === 'adjacency') rows.forEach((row) => table.neighbours(row));
  else table.rows(layout.header ? rows.slice(1) : rows);
}

class Table {
  readonly #layout: Layout;
  readonly #given: TableRows;
  readonly #sink: Sink;
  readonly #names = new Set<string>();
  #types: readonly Attribute['type'][] = [];

  constructor(layout: Layout, given: TableRows, sink: Sink) {
    this.#layout = layout;
    this.#given = given;
    this.#sink = sink;
  }

  rows(rows: readonly Row[]): void {
    const { columns, kind } = this.#layout;
    this.#types = columns.map((column, i) =>
      column.part === 'attribute' ? this.#typeOf(rows, i, column.list) : 'string',
    );
    for (const row of rows) {
      this.#tellRagged(row);
      if (kind === 'nodes') this.#node(row);
      else this.#edge(row);
    }
  }

  /** `a;b;c`: a is tied to b and to c. */
  neighbours({ cells, line }: Row): void {
    const [first, ...others] = cells.map((cell) => cell.trim());
    const where = this.#given.place(line);
    if (first === undefined || first === '')
      return this.#refuse(where, 'The row names no node first; it was left out.');
    this.#named(first, where);
    for (const other of others) {
      if (other === '') continue;
      this.#named(other, where);
      this.#sink.edge({ source: first, target: other, directed: true, attributes: new Map(), where });
    }
  }

  #named(id: string, where: string): void {
    if (this.#names.has(id)) return;
    this.#names.add(id);
    this.#sink.node({ id, label: id, attributes: new Map(), where });
  }

  /** Names along both sides, numbers between: an edge where the number is not 0. */
  matrix([head, ...body]: readonly Row[]): void {
    const names = head!.cells.slice(1);
    for (const id of names) this.#named(id, this.#given.place(head!.line));
    for (const { cells, line } of body) {
      for (const [i, cell] of cells.slice(1).entries()) {
        const weight = cell.trim();
        if (Number(weight) === 0 || names[i] === undefined) continue;
        const attributes = new Map([['weight', { type: 'number', values: [weight] } as const]]);
        this.#sink.edge({
          source: cells[0]!,
          target: names[i],
          directed: true,
          attributes,
          where: this.#given.place(line),
        });
      }
    }
  }

  #tellRagged({ cells, line }: Row): void {
    const { columns } = this.#layout;
    const more = cells.slice(columns.length).some((cell) => cell !== '');
    if (cells.length >= columns.length && !more) return;
    const what = more
      ? `The row has ${cells.length} cells for ${columns.length} columns; the rest was kept without a name.`
      : `The row has ${cells.length} cells for ${columns.length} columns; the others were taken as empty.`;
    this.#sink.problem({ outcome: 'mended', where: this.#given.place(line), what });
  }

  #node(row: Row): void {
    const where = this.#given.place(row.line);
    const label = this.#cell(row, 'label');
    const id = this.#cell(row, 'id') ?? label;
    if (id === undefined) return this.#refuse(where, 'The row names no node; it was left out.');
    const [x, y] = [this.#number(row, 'x'), this.#number(row, 'y')];
    this.#sink.node({
      id,
      label,
      type: this.#type(row),
      attributes: this.#attributes(row),
      ...(x !== undefined && y !== undefined && { x, y }),
      where,
    });
  }

  #edge(row: Row): void {
    const where = this.#given.place(row.line);
    const [source, target] = [this.#cell(row, 'source'), this.#cell(row, 'target')];
    if (source === undefined || target === undefined)
      return this.#refuse(where, 'The row lacks one of its ends; it was left out.');
    const direction = this.#cell(row, 'direction')?.trim().toLowerCase();
    if (direction === 'mutual')
      this.#sink.problem({
        outcome: 'kept',
        where,
        what: 'A mutual edge was read as one without direction.',
      });
    this.#sink.edge({
      id: this.#cell(row, 'id'),
      source,
      target,
      directed: DIRECTIONS.get(direction ?? '') ?? this.#layout.kind === 'edges',
      label: this.#cell(row, 'label'),
      type: this.#type(row),
      attributes: this.#attributes(row),
      where,
    });
  }

  #type(row: Row): string | undefined {
    const type = this.#cell(row, 'type');
    return type === undefined ? undefined : this.#layout.ours ? unpacked(type)[0] : type.split(';')[0];
  }

  /** The cell of the column for that part; undefined where there is none or it is empty. */
  #cell(row: Row, part: Column['part']): string | undefined {
    const i = this.#layout.columns.findIndex((column) => column.part === part);
    const cell = i < 0 ? '' : this.#plain(row.cells[i] ?? '');
    return cell === '' ? undefined : cell;
  }

  #number(row: Row, part: 'x' | 'y'): number | undefined {
    const number = Number.parseFloat(this.#cell(row, part) ?? '');
    return Number.isFinite(number) ? number : undefined;
  }

  #attributes({ cells }: Row): Attributes {
    const { columns } = this.#layout;
    const attributes = new Map<string, Attribute>();
    for (const [i, raw] of cells.entries()) {
      const column = columns[i] ?? { name: `column ${i + 1}`, part: 'attribute', list: false };
      const cell = this.#plain(raw);
      if (column.part !== 'attribute' || cell === '') continue;
      attributes.set(column.name, {
        type: this.#types[i] ?? 'string',
        values: this.#values(cell, column.list),
      });
    }
    return attributes;
  }

  #values(cell: string, list: boolean): readonly string[] {
    if (this.#layout.ours) return unpacked(cell);
    return list ? cell.split(';').filter((value) => value !== '') : [cell];
  }

  #plain(cell: string): string {
    return this.#layout.defused && cell.startsWith("'") ? cell.slice(1) : cell;
  }

  /** The type that all values of a column have; text where they differ or digits would change. */
  #typeOf(rows: readonly Row[], column: number, list: boolean): Attribute['type'] {
    const values = rows
      .flatMap(({ cells }) => this.#values(this.#plain(cells[column] ?? ''), list))
      .filter((value) => value !== '');
    return typeOfValues(values);
  }

  #refuse(where: string, what: string): void {
    this.#sink.problem({ outcome: 'refused', where, what });
  }
}

/** The type that all values of a column have; text where they differ, where digits would change, or there are none. */
export const typeOfValues = (values: readonly string[]): Attribute['type'] =>
  TYPES.find(([, shape]) => values.length > 0 && values.every((value) => shape.test(value)))?.[0] ?? 'string';

const TYPES: readonly (readonly [Attribute['type'], RegExp])[] = [
  ['integer', /^-?(0|[1-9]\d{0,100})$/],
  ['number', /^-?(0|[1-9]\d{0,100})(\.\d{1,100})?([eE][+-]?\d{1,4})?$/],
  ['boolean', /^(true|false)$/i],
  ['date', /^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z?)?)?$/],
  ['url', /^https?:\/\/\S{1,4000}$/],
];
