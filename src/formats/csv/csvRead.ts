// Texts and zips of texts → tables that are taken in; a heading in a file of its own is put over the files it belongs to.
import type { Sink } from '../format.ts';
import type { Cut } from '../tables/guessing.ts';
import { isNeo4jHeading } from '../tables/headers.ts';
import type { Row } from '../tables/table.ts';
import { takeTable } from '../tables/takingIn.ts';
import { rowsOf } from './csvText.ts';
import { TABLE, tablesIn, type TableText } from './csvZip.ts';
import { isLgl, lglRows } from './lgl.ts';

interface CutTable {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly cut: Cut;
}

/** Throws `InputError` where nothing tells what the table is. */
export async function readText(table: TableText, sink: Sink): Promise<void> {
  const { name, rows, cut } = await cutOf(table, sink);
  takeTable(rows, name, cut, sink);
}

/**
 * The tables of a zip, those of nodes first; `arrays` parts the values in columns that neo4j-admin calls arrays. Throws
 * `InputError` for a zip that is broken, overfull or holds none.
 */
export async function readZip(zip: Uint8Array, sink: Sink, arrays?: string): Promise<void> {
  const tables: CutTable[] = [];
  for (const table of await tablesIn(zip, sink)) tables.push(await cutOf(table, sink));
  const headed = underHeadings(tables);
  for (const { name, rows, cut } of headed.sort((a, b) => Number(isOfEdges(a)) - Number(isOfEdges(b))))
    takeTable(rows, name, { ...cut, ...(arrays !== undefined && { arrays }) }, sink);
}

async function cutOf({ name, text, encoding }: TableText, sink: Sink): Promise<CutTable> {
  if (isLgl(text)) return { name, rows: lglRows(text), cut: { delimiter: ' ', quote: '', encoding } };
  const { rows, ...cut } = await rowsOf(text, sink.wish?.(name)?.dialect);
  return { name, rows, cut: { ...cut, encoding } };
}

const isOfEdges = ({ rows }: CutTable): boolean =>
  /\b(source|target|from|to|start_id|end_id)\b/i.test(rows[0]?.cells.join(' ').slice(0, 2000) ?? '');

/**
 * neo4j-admin takes a heading from a file of its own. It belongs to the files whose names are its own but for "header"
 * and a number; where no name fits, to those with as many columns as no other heading has.
 */
function underHeadings(tables: readonly CutTable[]): CutTable[] {
  const headings = tables.filter(({ rows }) => rows.length === 1 && isNeo4jHeading(rows[0]!.cells));
  return tables.flatMap((table) => {
    if (headings.includes(table)) return [];
    if (headings.length === 0 || isNeo4jHeading(table.rows[0]?.cells ?? [])) return [table];
    const named = headings.filter(({ name }) => stemOf(name) === stemOf(table.name));
    const width = table.rows[0]?.cells.length;
    const wide = headings.filter(({ rows }) => rows[0]!.cells.length === width);
    const heading = named[0] ?? (wide.length === 1 ? wide[0] : undefined);
    if (!heading) return [table];
    const place = `${heading.name}, line ${heading.rows[0]!.line}`;
    return [{ ...table, rows: [{ ...heading.rows[0]!, place }, ...table.rows] }];
  });
}

/** "people-header.csv" and "people_part2.csv.gz" are of "people". */
const stemOf = (name: string): string =>
  name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(TABLE, '')
    .replace(/headers?|part|[\W_\d]+/g, '');
