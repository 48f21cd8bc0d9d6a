// Rows from a text or a sheet → what they say: settled or guessed, told to the sink, then read.
import { InputError } from '../../plugin/problem.ts';
import type { Sink } from '../format.ts';
import { guessTable, type Cut } from './guessing.ts';
import { headsOf } from './headers.ts';
import { readTable } from './reading.ts';
import { SHOWN_ROWS, type Row } from './table.ts';

/**
 * Reads one table under what the sink wishes of it; `name` is empty where the file is the table. Throws `InputError`
 * where it is empty or nothing tells what it is.
 */
export function takeTable(rows: readonly Row[], name: string, cut: Cut, sink: Sink): void {
  if (rows.length === 0) throw new InputError('This table is empty.');
  const wish = sink.wish?.(name) ?? { table: name };
  const guess = guessTable(rows, wish, cut);
  if (!guess)
    throw new InputError(
      'No column of this table names a node or the ends of an edge. Name them Id and Label, or Source and Target.',
    );
  tellZones(rows[guess.mapping.dialect.header - 1], name, sink);
  tellMissing(guess.mapping.columns, wish.columns, name, sink);
  sink.table?.({ ...guess, head: rows.slice(0, SHOWN_ROWS), rows: rows.length });
  readTable(rows, guess.mapping, sink);
}

function tellMissing(
  columns: readonly { readonly name: string }[],
  wished: readonly { readonly name: string }[] | undefined,
  table: string,
  sink: Sink,
): void {
  const here = new Set(columns.map(({ name }) => name));
  for (const { name } of wished ?? []) {
    if (here.has(name)) continue;
    const what = `The mapping knows a column “${name}” that this table does not have.`;
    sink.problem({ outcome: 'kept', where: table === '' ? 'the heading' : `${table}, the heading`, what });
  }
}

function tellZones(heading: Row | undefined, table: string, sink: Sink): void {
  for (const { name, zone } of headsOf(heading?.cells ?? [])) {
    if (zone === undefined) continue;
    const what = `The times of “${name}” are of ${zone} by the heading; they were kept as they are written.`;
    sink.problem({ outcome: 'kept', where: table === '' ? 'the heading' : `${table}, the heading`, what });
  }
}
