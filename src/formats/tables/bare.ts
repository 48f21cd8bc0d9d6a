// Tables without a heading: a square of numbers, pairs, neighbours.
import type { Reading } from './roles.ts';
import type { Row } from './table.ts';

const isNumber = (cell: string): boolean =>
  /^\s*([+-]?\d{0,40}[.,]?\d{0,40}([eE][+-]?\d{1,4})?)?\s*$/.test(cell);

/** Names along both sides and numbers between. */
export function isSquare([head, ...body]: readonly Row[]): boolean {
  if (!head || head.cells[0]!.trim() !== '' || body.length < 2 || body.length > head.cells.length - 1)
    return false;
  return body.every(({ cells }) => cells.slice(1).every(isNumber));
}

/** Undefined where nothing tells what the columns are. */
export function bareReading(rows: readonly Row[]): Reading | undefined {
  const widths = new Set(rows.map(({ cells }) => cells.length));
  if (widths.size > 1)
    return hasNeighbours(rows)
      ? {
          kind: 'adjacency',
          columns: new Map(),
          because: 'Rows of several lengths name a node and its neighbours.',
        }
      : undefined;
  const width = rows[0]?.cells.length;
  if (width !== 2 && !(width === 3 && rows.every(({ cells }) => isNumber(cells[2]!)))) return undefined;
  const columns = new Map([
    [0, { role: 'source', name: 'source' } as const],
    [1, { role: 'target', name: 'target' } as const],
    ...(width === 3 ? [[2, { role: 'weight', name: 'weight' } as const] as const] : []),
  ]);
  return {
    kind: 'edges',
    columns,
    because: 'No row names the columns; each row is a pair.',
    directed: false,
  };
}

/** Most rows name several nodes, in few words each; prose with commas does not. */
function hasNeighbours(rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.trim() !== '');
  const several = rows.filter((row) => row.cells.filter((cell) => cell.trim() !== '').length > 1).length;
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return several * 2 >= rows.length && length < 25;
}
