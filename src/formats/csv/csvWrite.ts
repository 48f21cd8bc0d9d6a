// Nodes and edges as two tables with Gephi's headers.
import type { Values } from '../../plugin/settings.ts';
import { DEFUSED } from '../tables/headers.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import type { Part } from '../format.ts';

export function tablesOf(flat: FlatGraph, settings: Values): readonly Part[] {
  const excel = settings.excel === true;
  const parts = [
    { name: 'nodes.csv', mime: 'text/csv', text: { [Symbol.iterator]: () => nodeLines(flat, excel) } },
    { name: 'edges.csv', mime: 'text/csv', text: { [Symbol.iterator]: () => edgeLines(flat, excel) } },
  ];
  return settings.part === 'nodes' ? parts.slice(0, 1) : settings.part === 'edges' ? parts.slice(1) : parts;
}

function* nodeLines({ nodes, nodeColumns }: FlatGraph, excel: boolean): Generator<string> {
  let placed = false;
  for (const node of nodes) placed ||= node.x !== undefined;
  const xy = placed ? ['X', 'Y'] : [];
  yield head(['Id', 'Label', ...xy, ...nodeColumns.map(({ id }) => id)], excel);
  for (const node of nodes) {
    const place = placed ? [number(node.x), number(node.y)] : [];
    yield line([node.id, node.label, ...place, ...cells(node, nodeColumns)], excel);
  }
}

function* edgeLines({ edges, edgeColumns }: FlatGraph, excel: boolean): Generator<string> {
  const columns = edgeColumns.filter(({ id }) => id !== 'type');
  yield head(
    ['Source', 'Target', 'Type', 'Id', 'Label', 'Weight', 'Kind', ...columns.map(({ id }) => id)],
    excel,
  );
  for (const edge of edges) {
    const direction = edge.directed ? 'Directed' : 'Undirected';
    const fixed = [
      edge.source,
      edge.target,
      direction,
      edge.id,
      edge.label,
      String(edge.weight),
      packed([edge.type]),
    ];
    yield line([...fixed, ...cells(edge, columns)], excel);
  }
}

const cells = ({ values }: FlatNode | FlatEdge, columns: readonly FlatColumn[]): readonly string[] =>
  columns.map(({ id }) => packed(values.get(id) ?? []));

const number = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Several values in one cell: apart by ` | `, with a backslash before what could be taken for that. */
export const packed = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\|]/g, '\\$&')).join(' | ');

/** The values of a cell; the reverse of `packed`. */
export function unpacked(cell: string): readonly string[] {
  const values: string[] = [''];
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') values.push(values.pop()! + (cell[++at] ?? ''));
    else if (cell.startsWith(' | ', at)) {
      values.push('');
      at += 2;
    } else values.push(values.pop()! + cell[at]);
  }
  return values;
}

/** A byte order mark makes Excel read UTF-8; the last column tells our reader to take the quotes away again. */
const head = (names: readonly string[], excel: boolean): string =>
  excel ? `\ufeff${row([...names, DEFUSED])}` : row(names);

const line = (values: readonly string[], excel: boolean): string =>
  row(excel ? [...values.map(defused), ''] : values);

/** A table for spreadsheets and people: with a byte order mark, and nothing in it that could be a formula. */
export function* spreadsheetLines(
  heads: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string> {
  yield `\ufeff${row(heads)}`;
  for (const values of rows) yield row(values.map((value) => defused(String(value))));
}

const row = (values: readonly string[]): string => `${values.map(cell).join(',')}\n`;

/** In quotes unless it is plain words and numbers, so that no reader guesses. */
const cell = (value: string): string =>
  value === '' || /^[\p{L}\p{N}_.:/+-]([\p{L}\p{N}_.:/ +-]*[\p{L}\p{N}_.:/+-])?$/u.test(value)
    ? value
    : `"${value.replaceAll('"', '""')}"`;

/** What a spreadsheet could take for a formula, full-width signs too, gets a quote before it (OWASP, CSV injection). */
const defused = (value: string): string =>
  /^[=+\-@\t\r\n'＝＋－＠]/.test(value) && !/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(value) ? `'${value}` : value;
