// Sorts and filters the table's rows, and writes them as CSV.
import { fold } from '../../../case/fold.ts';
import type { Column, Row } from './rows.ts';

export interface Order {
  readonly column: number;
  readonly down: boolean;
}

/** Numbers and dates by their keys, words as a reader sorts them (numerals by value); what is empty comes last. */
export function sorted(rows: readonly Row[], order: Order | undefined): readonly Row[] {
  if (!order) return rows;
  const collator = new Intl.Collator('en', { numeric: true });
  const sign = order.down ? -1 : 1;
  const keyed = rows.map((row) => ({ row, cell: row.cells()[order.column]! }));
  keyed.sort(({ cell: a }, { cell: b }) => {
    if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1;
    if (a.key !== undefined && b.key !== undefined)
      return sign * (a.key === b.key ? 0 : a.key < b.key ? -1 : 1);
    return sign * collator.compare(a.text, b.text);
  });
  return keyed.map(({ row }) => row);
}

/** Rows in which every word stands somewhere, in any case and without accents. */
export function filtered(rows: readonly Row[], words: string): readonly Row[] {
  const asked = fold(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return rows;
  return rows.filter((row) => {
    const text = fold(
      row
        .cells()
        .map((cell) => cell.text)
        .join('\n'),
    );
    return asked.every((word) => text.includes(word));
  });
}

/**
 * RFC 4180, with a first line of labels. A cell that a spreadsheet would run as a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function asCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const quoted = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => row.cells().map(({ text }) => text)),
  ];
  return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
}
