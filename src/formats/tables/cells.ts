// Cells → values under a mapping: text, numbers and dates in one spelling, what codes stand for, several in a cell.
import type { ColumnMapping, TableMapping } from '../../case/tableMapping.ts';
import { unpacked } from '../csv/csvWrite.ts';
import type { Attribute } from '../format.ts';
import type { Tally } from '../tally.ts';
import { dateFrom, isEitherDay } from './dateSpellings.ts';
import { DEFUSED, isOfClew } from './headers.ts';
import { numberFrom } from './numberSpellings.ts';

/** The types of columns as attributes have them. */
export const TYPES: Readonly<Record<NonNullable<ColumnMapping['type']>, Attribute['type']>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  url: 'url',
};

/** Reads the cells of one table. */
export class Cells {
  readonly #decimal: '.' | ',';
  /** Written by Clew: no space is taken away, no value respelled. */
  readonly #ours: boolean;
  /** By Clew as text: several values in one cell are packed; columns with a mark of their own say that they are not. */
  readonly #packed: boolean;
  readonly #defused: boolean;
  readonly #tally: Tally;

  constructor({ dialect, columns }: TableMapping, tally: Tally) {
    const names = columns.map(({ name }) => name);
    this.#decimal = dialect.decimal;
    this.#ours = isOfClew(names);
    this.#packed = this.#ours && columns.every(({ list }) => list === undefined);
    this.#defused = names.at(-1) === DEFUSED;
    this.#tally = tally;
  }

  /** As it names something: without spaces around it, a non-breaking one like any other. */
  text(cell: string | undefined): string {
    const plain = this.#plain(cell ?? '');
    return this.#ours ? plain : plain.replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
  }

  /** What it stands for. */
  coded(cell: string | undefined, { values }: ColumnMapping): string {
    const text = this.text(cell);
    return values && Object.hasOwn(values, text) ? values[text]! : text;
  }

  /** A type is the first of several. */
  type(cell: string | undefined, column: ColumnMapping): string | undefined {
    return this.types(cell, column)[0];
  }

  types(cell: string | undefined, column: ColumnMapping): readonly string[] {
    const text = this.coded(cell, column);
    if (this.#packed) return unpacked(text).filter((type) => type !== '');
    const mark = column.list ?? ';';
    return (mark === '' ? [text] : text.split(mark)).filter((type) => type !== '');
  }

  /** Several in a cell. */
  list(cell: string | undefined, { list }: ColumnMapping): readonly string[] {
    const text = this.text(cell);
    const parts = list === undefined || list === '' ? [text] : text.split(list);
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** Undefined for an empty cell. */
  attribute(cell: string | undefined, column: ColumnMapping, where: string): Attribute | undefined {
    const plain = this.#plain(cell ?? '');
    if (plain === '') return undefined;
    if (this.#packed) return { type: TYPES[column.type ?? 'text'], values: unpacked(plain) };
    if (this.#ours)
      return { type: TYPES[column.type ?? 'text'], values: column.list ? plain.split(column.list) : [plain] };
    const written = this.#written(plain, column);
    if (written.length === 0) return undefined;
    const values = written.map((value) => this.#value(value, column, where));
    const type = TYPES[column.type ?? 'text'];
    return values.every((value, i) => value === written[i]) ? { type, values } : { type, values, written };
  }

  #written(plain: string, column: ColumnMapping): readonly string[] {
    if (column.list !== undefined && column.list !== '') return this.list(plain, column);
    const text = (column.type ?? 'text') === 'text' ? plain.replace(/^[\s\u00a0]+$/, '') : plain.trim();
    return text === '' ? [] : [text];
  }

  #value(written: string, { type, dates, name, values }: ColumnMapping, where: string): string {
    if (values && Object.hasOwn(values, written)) return values[written]!;
    if (type === 'date') return this.#date(written, dates, name, where);
    if (type !== 'number' && type !== 'integer') return written;
    const number = numberFrom(written, this.#decimal);
    if (number === undefined)
      this.#tally.add('kept', `“${name}” holds what is no number; it was kept as it is written.`, where);
    return number ?? written;
  }

  #date(written: string, order: ColumnMapping['dates'], name: string, where: string): string {
    const date = dateFrom(written, order);
    if (date !== undefined) return date;
    const what = isEitherDay(written)
      ? `“${name}” has dates that may be two days; they were kept as they are written. Choose which comes first, day or month.`
      : `“${name}” holds what cannot be read as a date; it was kept as it is written.`;
    this.#tally.add('kept', what, where);
    return written;
  }

  #plain(cell: string): string {
    return this.#defused && cell.startsWith("'") ? cell.slice(1) : cell;
  }
}
