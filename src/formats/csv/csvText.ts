// Text → rows of cells with their lines; the delimiter told by `sep=`, by the user, or by the text itself.
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';
import { shapeOf } from '../tables/delimiters.ts';
import type { Row } from '../tables/table.ts';

export interface CutText {
  readonly rows: readonly Row[];
  readonly delimiter: string;
  readonly quote: string;
}

/** Cuts a text into rows; blank ones are left out. Throws `InputError` where a quote is never closed. */
export async function rowsOf(
  text: string,
  asked: { readonly delimiter?: string; readonly quote?: string } = {},
): Promise<CutText> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const told = /^sep=(.)\r?\n?/.exec(text)?.[1];
  const delimiter = asked.delimiter || (told ?? shapeOf(text.slice(0, 32_000))?.delimiter ?? ',');
  const quote = asked.quote ?? '"';
  const { body, skipped } = withoutPreamble(text);
  const rows: Row[] = [];
  try {
    parse(body, {
      delimiter,
      quote: quote === '' ? null : quote,
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
  return { rows, delimiter, quote };
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
  return code?.startsWith('CSV_') || code === 'INVALID_OPENING_QUOTE'
    ? new InputError(`This table cannot be read from line ${lines} on.`)
    : error;
}
