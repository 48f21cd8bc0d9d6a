// One sheet of a workbook → rows of text, each cell at its place; what is merged, hidden or broken is told.
import { InputError } from '../../plugin/problem.ts';
import type { Row } from '../tables/table.ts';
import { LIMITS } from '../limits.ts';
import type { Tally } from '../tally.ts';
import type { XmlAttributes, XmlVisitor } from '../xml.ts';
import { RichText, type Book, type SheetPart } from './xlsxBook.ts';
import { cellAt, columnName, dateText, numberText, unescaped } from './xlsxValues.ts';

/** Excel's own. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** The rows of one sheet, or of a table within it. */
export interface SheetRows {
  readonly name: string;
  /** The column (from 0) in which they begin. */
  readonly first: number;
  readonly rows: readonly Row[];
}

/** Where a cell is found; `column` from 0. */
type Place = (line: number, column?: number) => string;

/** Rows with something in them, in their order, from the first column that has something, as wide as the widest. */
export async function sheetRows(book: Book, sheet: SheetPart, tally: Tally): Promise<SheetRows> {
  const place = placeIn(sheet.name);
  const reader = new SheetReader(book, place, tally);
  await book.parse(sheet.path, reader);
  return { name: sheet.name, ...reader.rows() };
}

/** As a formula would name the cell: `'My sheet'!B7`. */
export function placeIn(name: string): Place {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const quoted = plain ? name : `'${name.replaceAll("'", "''")}'`;
  return (line, column = 0) => `${quoted}!${columnName(column)}${line}`;
}

interface Range {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

class SheetReader implements XmlVisitor {
  readonly #book: Book;
  readonly #place: Place;
  readonly #tally: Tally;
  readonly #rows = new Map<number, string[]>();
  readonly #merged: Range[] = [];
  readonly #text = new RichText();
  #row = 0;
  #column = -1;
  #inCell = false;
  #type = '';
  #style = 0;
  #value: string | undefined;
  #formula = false;
  /** Empty cells put in so that columns line up; a file may name A1 and XFD1048576. */
  #padding = 0;

  constructor(book: Book, place: Place, tally: Tally) {
    this.#book = book;
    this.#place = place;
    this.#tally = tally;
  }

  open(name: string, attributes: XmlAttributes): boolean | void {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
    else if (this.#inCell) {
      if (name === 'f') this.#formula = true;
      return name === 'v' || this.#text.open(name);
    }
  }

  close(name: string, text: string): void {
    if (!this.#inCell) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#value = text;
    else this.#text.close(name, text);
  }

  rows(): Omit<SheetRows, 'name'> {
    this.#fillMerged();
    const told = [...this.#rows.values()].filter((cells) => cells.some(isTold));
    const first = told.reduce((least, cells) => Math.min(least, cells.findIndex(isTold)), MOST_COLUMNS);
    const rows = Array.from(this.#rows, ([line, cells]) => ({
      cells: cells.slice(first),
      line,
      place: this.#place(line, first),
    }))
      .filter(({ cells }) => cells.some(isTold))
      .sort((a, b) => a.line - b.line);
    const width = Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.length));
    for (const { cells } of rows) this.#pad(cells, width);
    return { first, rows };
  }

  #openRow({ r, hidden }: XmlAttributes): void {
    const told = Number(r);
    this.#row = Number.isInteger(told) && told >= 1 && told <= MOST_ROWS ? told : this.#row + 1;
    this.#column = -1;
    if (hidden === '1' || hidden === 'true')
      this.#tally.add(
        'kept',
        'The row is hidden in the sheet; it was read all the same.',
        this.#place(this.#row),
      );
  }

  #openCell({ r, s, t }: XmlAttributes): void {
    const at = r === undefined ? undefined : cellAt(r);
    this.#column = at && at.column < MOST_COLUMNS ? at.column : this.#column + 1;
    if (at && at.row >= 1 && at.row <= MOST_ROWS) this.#row = at.row;
    this.#inCell = true;
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#value = undefined;
    this.#formula = false;
  }

  #closeCell(): void {
    this.#inCell = false;
    const text = this.#cellText();
    if (text === '') return;
    if (text.length > LIMITS.text) throw new InputError(`${this.#here()}: the cell holds more than 1 MB.`);
    const cells = this.#rows.get(this.#row) ?? [];
    this.#rows.set(this.#row, cells);
    this.#pad(cells, this.#column);
    cells[this.#column] = text;
  }

  #cellText(): string {
    const inline = this.#text.take();
    const value = this.#value ?? '';
    if (this.#type === 'inlineStr') return inline;
    if (this.#type === 's') return this.#shared(value);
    if (this.#type === 'str') return unescaped(value);
    if (this.#type === 'e') return this.#error(value);
    if (value === '') {
      if (this.#formula)
        this.#tell(
          'refused',
          'A formula has no saved result (open the file in a spreadsheet and save it); it was taken as empty.',
        );
      return inline;
    }
    if (this.#type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false';
    if (this.#type === 'd') return value.trim();
    const shown = this.#book.shown[this.#style] ?? 'number';
    return dateText(value, shown, this.#book.from1904) ?? numberText(value);
  }

  #shared(value: string): string {
    const text = this.#book.strings[Number(value)];
    if (text === undefined)
      this.#tell('refused', 'A cell names a text that the workbook does not hold; it was taken as empty.');
    return text ?? '';
  }

  #error(value: string): string {
    this.#tell('refused', `A cell holds the error ${value.slice(0, 20)}; it was taken as empty.`);
    return '';
  }

  /** From the top down: a value merged over several rows is said of each of them; over several columns, of the first. */
  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(cellAt);
    if (from && to && to.row > from.row)
      this.#merged.push({ column: from.column, from: from.row, to: to.row });
  }

  #fillMerged(): void {
    const lines = [...this.#rows.keys()].sort((a, b) => a - b);
    let budget = LIMITS.elements;
    for (const { column, from, to } of this.#merged) {
      const text = this.#rows.get(from)?.[column];
      if (text === undefined || text === '') continue;
      for (let i = firstAfter(lines, from); i < lines.length && lines[i]! <= to; i++) {
        if (--budget < 0)
          throw new InputError('The sheet has too many merged cells. Save it as CSV and open that.');
        const cells = this.#rows.get(lines[i]!)!;
        this.#pad(cells, column + 1);
        cells[column] = text;
      }
      this.#tally.add(
        'mended',
        'Cells are merged over several rows; each of these rows was given the value.',
        this.#place(from, column),
      );
    }
  }

  #pad(cells: string[], width: number): void {
    this.#padding += Math.max(0, width - cells.length);
    if (this.#padding > PADDING)
      throw new InputError(`${this.#here()}: the cells lie too far apart. Copy the table into a new sheet.`);
    while (cells.length < width) cells.push('');
  }

  #here(): string {
    return this.#place(this.#row, Math.max(0, this.#column));
  }

  #tell(outcome: 'kept' | 'refused', what: string): void {
    this.#tally.add(outcome, what, this.#here());
  }
}

const isTold = (cell: string): boolean => cell.trim() !== '';

/** Empty cells a sheet may ask for. */
const PADDING = 4 * LIMITS.elements;

/** Index of the first line greater than `line`. */
function firstAfter(lines: readonly number[], line: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}
