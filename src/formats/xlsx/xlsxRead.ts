// A workbook → events: each sheet, and each table within one, is a table of nodes or of edges like any other.
import type { Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import type { Values } from '../../plugin/settings.ts';
import { layoutOf } from '../csv/csvDialect.ts';
import { readTable } from '../csv/csvRead.ts';
import type { TableRows } from '../csv/csvRows.ts';
import type { Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { bookIn, type Book } from './xlsxBook.ts';
import { sheetRows } from './xlsxSheet.ts';
import { cellAt } from './xlsxValues.ts';
import { FOR_PEOPLE } from './xlsxEvidence.ts';

/** Throws `InputError` where no sheet tells nodes from edges. */
export async function readWorkbook(bytes: Uint8Array, sink: Sink, settings: Values, job: Job): Promise<void> {
  const tables = await workbookTables(bytes, sink, settings, job);
  const named = tables.filter(isNamed);
  const readable =
    named.length > 0 ? named : tables.filter(({ rows }) => layoutOf(startOf(rows)) !== undefined);
  if (readable.length === 0)
    throw new InputError(
      `No sheet of this workbook has a column that names a node or the ends of an edge (${tables.map(({ name }) => `“${name}”`).join(', ') || 'all are empty'}). Name them Id and Label, or Source and Target.`,
    );
  for (const table of tables) {
    if (readable.includes(table)) readTable(table, sink);
    else tellLeftOut(table, sink);
  }
}

/** The tables of a workbook as they stand, from their header on; empty and hidden sheets are none. */
export async function workbookTables(
  bytes: Uint8Array,
  sink: Sink,
  settings: Values,
  job: Job,
): Promise<readonly TableRows[]> {
  const book = await bookIn(bytes, sink, job);
  const tally = new Tally();
  const tables: TableRows[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden && settings.hidden !== true) {
      sink.problem({ outcome: 'refused', where: `the sheet “${sheet.name}”`, what: HIDDEN });
      continue;
    }
    const all = await sheetRows(book, sheet, tally);
    if (isForPeople(all, sink)) continue;
    const within = await tablesWithin(book, sheet.tables, all);
    const found = within.length > 0 ? within : [fromHeader(all, tally)];
    if (within.length > 0) tellOutside(all, within, tally);
    tables.push(...found.filter(({ rows }) => rows.length > 0));
  }
  tally.tell((problem) => sink.problem(problem));
  return tables;
}

const HIDDEN =
  'The sheet is hidden; it was left out. Open the file again with “Read hidden sheets” to have it.';

const startOf = (rows: TableRows['rows']) => rows.slice(0, 1000).map(({ cells }) => cells);

/** Whether its first row says what the columns are. */
const isNamed = ({ rows }: TableRows): boolean => {
  const layout = layoutOf(startOf(rows));
  return layout?.header === true && (layout.kind === 'nodes' || layout.kind === 'edges');
};

/** Titles, notes and group headings may stand above the header, each with fewer cells than it has. */
const HEADER_WITHIN = 10;

function fromHeader(table: TableRows, tally: Tally): TableRows {
  const { rows } = table;
  const filled = rows.slice(0, HEADER_WITHIN).map(({ cells }) => cells.filter((cell) => cell !== '').length);
  const header = filled.findIndex(
    (count, i) =>
      filled.slice(0, i).every((above) => above < count) && isNamed({ ...table, rows: [rows[i]!] }),
  );
  if (header <= 0) return table;
  tally.add(
    'kept',
    'Rows above the names of the columns were taken for a title.',
    table.place(rows[0]!.line),
  );
  return { ...table, rows: rows.slice(header) };
}

/** What was inserted as a table, header and all, where it tells nodes from edges; the rest of the sheet is left aside. */
async function tablesWithin(book: Book, paths: readonly string[], sheet: TableRows): Promise<TableRows[]> {
  const tables: TableRows[] = [];
  for (const path of paths) {
    await book.parse(path, {
      open(name, { ref, totalsRowCount, headerRowCount }) {
        const [from, to] = (name === 'table' ? (ref ?? '') : '').split(':').map(cellAt);
        if (!from || !to || headerRowCount === '0') return;
        const last = to.row - Number(totalsRowCount ?? 0);
        const rows = sheet.rows
          .filter(({ line }) => line >= from.row && line <= last)
          .map(({ cells, line }) => ({ cells: cells.slice(from.column, to.column + 1), line }));
        const place: TableRows['place'] = (line, column = 0) => sheet.place(line, from.column + column);
        tables.push({ ...sheet, rows, place });
      },
      close() {},
    });
  }
  return tables.filter(isNamed);
}

function tellOutside(sheet: TableRows, tables: readonly TableRows[], tally: Tally): void {
  const within = new Set(tables.flatMap(({ rows }) => rows.map(({ line }) => line)));
  for (const { line } of sheet.rows)
    if (!within.has(line))
      tally.add('refused', 'A row outside the tables of the sheet was left out.', sheet.place(line));
}

function isForPeople({ name, rows }: TableRows, sink: Sink): boolean {
  const heads = rows[0]?.cells ?? [];
  const ours = FOR_PEOPLE.some((names) => names.every((head, i) => head === heads[i]));
  if (ours)
    sink.problem({
      outcome: 'kept',
      where: `the sheet “${name}”`,
      what: 'Clew wrote the sheet for people to read; nodes and edges were read from the others.',
    });
  return ours;
}

function tellLeftOut({ name, rows }: TableRows, sink: Sink): void {
  sink.problem({
    outcome: 'refused',
    where: `the sheet “${name}”`,
    what: `No column names a node or the ends of an edge; its ${rows.length} rows were left out.`,
  });
}
