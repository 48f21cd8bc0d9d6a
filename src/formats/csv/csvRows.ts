// The rows of a table in text: preamble left out, delimiter sniffed, cells taken out of their quotes.
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';
import { shapeOf } from './csvDialect.ts';

/** A row as it stands, before anyone says what its columns mean. */
export interface Row {
  readonly cells: readonly string[];
  /** From 1; in a sheet the number of the row. */
  readonly line: number;
}

/** The rows of one table, whatever kind of file they come from. */
export interface TableRows {
  /** Of the file in a zip or of the sheet; empty where there is but one. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Where a row, or a cell of it (from 0), is found: "nodes.csv, line 12", "Edges!B7". */
  place(line: number, column?: number): string;
}

/** Throws `InputError` where a quote is never closed. */
export async function csvRows(text: string, name: string): Promise<TableRows> {
  const before = name === '' ? '' : `${name}, `;
  return { name, rows: await rowsOf(text), place: (line) => `${before}line ${line}` };
}

/** Rows of a table. Throws `InputError` where a quote is never closed. */
async function rowsOf(text: string): Promise<readonly Row[]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const told = /^sep=(.)\r?\n?/.exec(text)?.[1];
  const delimiter = told ?? shapeOf(text.slice(0, 32_000))?.delimiter ?? ',';
  const { body, skipped } = withoutPreamble(text);
  const rows: Row[] = [];
  try {
    parse(body, {
      delimiter,
      ...(delimiter === ' ' && { ltrim: true, rtrim: true }),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LIMITS.text,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: lines + skipped });
        return null;
      },
    });
  } catch (error) {
    throw asInputError(error);
  }
  return rows;
}

/** Without a line `sep=;` and the comments that SNAP and others put first. */
function withoutPreamble(text: string): { body: string; skipped: number } {
  const preamble = /^(?:sep=.\r?\n?|#[^\r\n]*(?:\r\n|\r|\n))+/.exec(text)?.[0] ?? '';
  return { body: text.slice(preamble.length), skipped: preamble.split(/\r\n|\r|\n/).length - 1 };
}

/** What csv-parse threw, as an error a person can act on; `before`: lines that stand before the text it was given. */
export function asInputError(error: unknown, before = 0): unknown {
  const { code, lines: within } = error as { code?: string; lines?: number };
  const lines = before + (within ?? 0);
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new InputError(
      `A quote that opens before line ${lines} is never closed. Close it, or get the whole file.`,
    );
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new InputError(
      `The row at line ${lines} is longer than ${LIMITS.text} characters; a quote may be missing.`,
    );
  return code?.startsWith('CSV_')
    ? new InputError(`This table cannot be read from line ${lines} on.`)
    : error;
}
