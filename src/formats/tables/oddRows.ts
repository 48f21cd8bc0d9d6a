// Rows that are none: what stands above the heading, the heading again, a row of totals; and rows too short or too long.
import { quoted } from '../collecting.ts';
import type { TableInHand } from './reading.ts';
import type { Row } from './table.ts';

const TOTAL =
  /^((grand |sub)?-?totals?|sum|summe|gesamt(summe)?|insgesamt|suma|somme|totale|total g[eé]n[eé]ral|итого|всего)\s*:?$/iu;

/** The rows that speak of something; each of the others is told. */
export function* rowsToRead(rows: readonly Row[], table: TableInHand): Generator<Row> {
  const { columns, dialect } = table.mapping;
  for (const row of rows.slice(0, Math.max(0, dialect.header - 1)))
    table.tally.add('kept', 'What stands above the heading was left out.', table.where(row));
  const heading = dialect.header > 0 ? signOf(rows[dialect.header - 1]) : undefined;
  const body = rows.slice(dialect.header);
  for (const [i, row] of body.entries()) {
    const where = () => table.where(row);
    if (heading !== undefined && signOf(row) === heading) {
      table.tally.add('mended', 'The heading stands again among the rows; it was left out.', where());
    } else if (i >= body.length - 2 && i > 0 && isTotal(row)) {
      table.tally.add(
        'mended',
        `The row ${quoted(labelOf(row))} adds up the others; it was left out.`,
        where(),
      );
    } else {
      tellRagged(row, columns.length, table);
      yield row;
    }
  }
}

const signOf = (row: Row | undefined): string | undefined =>
  row?.cells.map((cell) => cell.trim()).join('\u0000');

const labelOf = ({ cells }: Row): string => cells.find((cell) => cell.trim() !== '')?.trim() ?? '';

/** "Total" and figures; a company of that name has more to say. */
function isTotal(row: Row): boolean {
  const [label, ...others] = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    label !== undefined &&
    TOTAL.test(label) &&
    others.length > 0 &&
    others.every((cell) => /^[-+\d.,\s%€$£]+$/.test(cell))
  );
}

function tellRagged(row: Row, columns: number, table: TableInHand): void {
  const { cells } = row;
  const more = cells.length > columns && cells.slice(columns).some((cell) => cell !== '');
  if (cells.length >= columns && !more) return;
  const what = more
    ? `The row has ${cells.length} cells for ${columns} columns; the rest was kept without a name.`
    : `The row has ${cells.length} cells for ${columns} columns; the others were taken as empty.`;
  table.sink.problem({ outcome: 'mended', where: table.where(row), what });
}
