// A workbook → events: each sheet, and each table within one, is a table of nodes or of edges like any other.
import type { Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { bookIn, type Book } from './xlsxBook.ts';
import { guessTable } from '../tables/guessing.ts';
import { takeTable } from '../tables/takingIn.ts';
import { sheetRows, type SheetRows } from './xlsxSheet.ts';
import { cellAt } from './xlsxValues.ts';
import { FOR_PEOPLE } from './xlsxEvidence.ts';

/** A sheet has no delimiters; should its mapping be used for a text, that is cut as texts are. */
const CUT = { delimiter: '', quote: '"', encoding: 'utf-8' };

/** Throws `InputError` where no sheet tells nodes from edges. */
export async function readWorkbook(bytes: Uint8Array, sink: Sink, settings: Values, job: Job): Promise<void> {
  const tables = await workbookTables(bytes, sink, settings, job);
  const guessed = tables.map((table) => ({ table, sureness: surenessOf(table, sink) }));
  const named = guessed.some(({ sureness }) => sureness === 'named');
  const wanted = named ? 'named' : 'bare';
  if (!guessed.some(({ sureness }) => sureness === wanted)) throw nothingIn(tables);
  for (const { table, sureness } of guessed) {
    if (sureness === wanted) takeTable(table.rows, table.name, CUT, sink);
    else tellLeftOut(table, sink);
  }
}

const nothingIn = (tables: readonly SheetRows[]): InputError =>
  new InputError(
    `No sheet of this workbook has a column that names a node or the ends of an edge (${tables.map(({ name }) => `“${name}”`).join(', ') || 'all are empty'}). Name them Id and Label, or Source and Target.`,
  );

/** A sheet that names its columns, or whose kind is settled; one that could be a list of pairs; undefined: notes. */
function surenessOf({ rows, name }: SheetRows, sink: Sink): 'named' | 'bare' | undefined {
  const wish = sink.wish?.(name) ?? { table: name };
  const mapping = guessTable(rows.slice(0, 1000), wish, CUT)?.mapping;
  if (!mapping) return undefined;
  const isNamed = mapping.dialect.header > 0 && mapping.kind !== 'matrix';
  return isNamed || wish.kind ? 'named' : 'bare';
}

/** The tables of a workbook as they stand; empty and hidden sheets are none. */
export async function workbookTables(
  bytes: Uint8Array,
  sink: Sink,
  settings: Values,
  job: Job,
): Promise<readonly SheetRows[]> {
  const book = await bookIn(bytes, sink, job);
  const tally = new Tally();
  const tables: SheetRows[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden && settings.hidden !== true) {
      sink.problem({ outcome: 'refused', where: `the sheet “${sheet.name}”`, what: HIDDEN });
      continue;
    }
    const all = await sheetRows(book, sheet, tally);
    if (isForPeople(all, sink)) continue;
    const within = await tablesWithin(book, sheet.tables, all, sink);
    if (within.length > 0) tellOutside(all, within, tally);
    tables.push(...(within.length > 0 ? within : [all]).filter(({ rows }) => rows.length > 0));
  }
  tally.tell((problem) => sink.problem(problem));
  return tables;
}

const HIDDEN =
  'The sheet is hidden; it was left out. Open the file again with “Read hidden sheets” to have it.';

/** What was inserted as a table (Insert ▸ Table), header and all, where it tells nodes from edges. */
async function tablesWithin(
  book: Book,
  paths: readonly string[],
  sheet: SheetRows,
  sink: Sink,
): Promise<readonly SheetRows[]> {
  const tables: SheetRows[] = [];
  for (const path of paths) {
    await book.parse(path, {
      open(element, { ref, totalsRowCount, headerRowCount, displayName }) {
        const [from, to] = (element === 'table' ? (ref ?? '') : '').split(':').map(cellAt);
        if (!from || !to || headerRowCount === '0') return;
        const span = [from, to].map(({ column }, i) => Math.max(0, column + i - sheet.first));
        const last = to.row - Number(totalsRowCount ?? 0);
        const rows = sheet.rows
          .filter(({ line }) => line >= from.row && line <= last)
          .map((row) => ({ ...row, cells: row.cells.slice(...span) }));
        const own = displayName ?? `table ${tables.length + 1}`;
        tables.push({ ...sheet, name: paths.length > 1 ? `${sheet.name}, ${own}` : sheet.name, rows });
      },
      close() {},
    });
  }
  return tables.filter((table) => surenessOf(table, sink) === 'named');
}

function tellOutside(sheet: SheetRows, tables: readonly SheetRows[], tally: Tally): void {
  const within = new Set(tables.flatMap(({ rows }) => rows.map(({ line }) => line)));
  for (const { line, place } of sheet.rows)
    if (!within.has(line))
      tally.add('refused', 'A row outside the tables of the sheet was left out.', place ?? sheet.name);
}

function isForPeople({ name, rows }: SheetRows, sink: Sink): boolean {
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

function tellLeftOut({ name, rows }: SheetRows, sink: Sink): void {
  sink.problem({
    outcome: 'refused',
    where: `the sheet “${name}”`,
    what: `No column names a node or the ends of an edge; its ${rows.length} rows were left out.`,
  });
}
