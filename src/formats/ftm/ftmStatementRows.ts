// Files of statements → rows by column name: CSV, JSON lines, pack, and pack without a header.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { asInputError } from '../csv/csvText.ts';
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';
import { linesOf, textOf } from '../text.ts';

export interface Row {
  /** By column; absent where the cell is empty or null. */
  readonly cell: (column: string) => string | undefined;
  readonly where: string;
}
/** What could not be taken for a row. */
export type Refuse = (where: string, what: string) => void;

/** Columns of a pack from before it had a header (statement/serialize.py); an id follows in some. */
const LEGACY_PACK = [
  'entity_id',
  'prop',
  'value',
  'dataset',
  'lang',
  'original_value',
  'target',
  'external',
  'first_seen',
  'last_seen',
  'id',
];

export async function* jsonRows(
  chunks: AsyncIterable<Uint8Array>,
  refuse: Refuse,
  job: Job,
): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    const where = `line ${++number}`;
    if (number % 1000 === 0 && job.cancelled()) throw new Cancelled();
    if (line.trim() === '') continue;
    const data = parsed(line);
    if (data === undefined)
      refuse(where, 'The line is no statement in JSON and was left out; the file may be cut off.');
    else yield { cell: (column) => asText(data[column]), where };
  }
}

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'boolean' ? String(value) : undefined;

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Throws `InputError` where the first row is neither a header nor a statement of a pack. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  refuse: Refuse,
  job: Job,
): AsyncGenerator<Row> {
  let columns: ReadonlyMap<string, number> | undefined;
  for await (const { cells, line } of cellsOf(chunks, refuse)) {
    if (line % 1000 === 0 && job.cancelled()) throw new Cancelled();
    if (!columns) {
      columns = columnsOf(cells);
      if (cells.includes('entity_id')) continue;
    }
    const at = columns;
    yield { cell: (column) => cells[at.get(column) ?? -1] || undefined, where: `line ${line}` };
  }
}

function columnsOf(first: readonly string[]): ReadonlyMap<string, number> {
  if (first.includes('entity_id') && first.includes('prop'))
    return new Map(first.map((name, i) => [name, i]));
  if (isLegacyPack(first)) return new Map(LEGACY_PACK.map((name, i) => [name, i]));
  throw new InputError('This table has no columns entity_id and prop, so it holds no statements.');
}

/** `Schema:prop` stands second. */
export const isLegacyPack = (cells: readonly string[]): boolean =>
  cells.length >= 10 && cells.length <= 11 && /^[A-Z]\w{0,99}:\w{1,99}$/.test(cells[1]!);

interface Cells {
  readonly cells: readonly string[];
  readonly line: number;
}

async function* cellsOf(chunks: AsyncIterable<Uint8Array>, refuse: Refuse): AsyncGenerator<Cells> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  let [rest, line] = ['', 0];
  function* rowsIn(text: string): Generator<Cells> {
    const rows: Cells[] = [];
    const before = line;
    try {
      parse(text, {
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: ['\r\n', '\n'],
        on_record: (cells: string[], { lines }: { lines: number }) => {
          if (cells.length > 1) rows.push({ cells, line: before + lines });
          return null;
        },
      });
    } catch (error) {
      throw asInputError(error, before);
    }
    line += text.split('\n').length - 1;
    yield* rows;
  }
  for await (const piece of textOf(chunks)) {
    rest += piece;
    const end = endOfRows(rest);
    if (end > 0) yield* rowsIn(rest.slice(0, end));
    rest = rest.slice(end);
    if (rest.length > LIMITS.text * 16)
      throw new InputError(`The row at line ${line + 1} has no end; a quote may be missing.`);
  }
  if (rest === '') return;
  if (isWhole(rest)) yield* rowsIn(rest);
  else
    refuse(
      `line ${line + 1}`,
      'A quote opens and never closes: the rest was left out; the file may be cut off.',
    );
}

const isWhole = (text: string): boolean => (text.split('"').length - 1) % 2 === 0;

/** After the last line break that stands outside quotes; 0 where there is none. */
function endOfRows(text: string): number {
  let [quoted, end] = [false, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x0a && !quoted) end = at + 1;
  }
  return end;
}
