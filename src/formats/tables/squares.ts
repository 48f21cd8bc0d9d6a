// Tables whose columns have no meaning of their own: neighbours in a row, and squares of numbers.
import type { TableInHand } from './reading.ts';
import type { Row } from './table.ts';

/** `a;b;c`: a is tied to b and to c. */
export function readNeighbours(row: Row, table: TableInHand): void {
  const where = table.where(row);
  const [first, ...others] = row.cells.map((cell) => table.cells.text(cell));
  if (first === undefined || first === '')
    return table.refuse(where, 'The row names no node first; it was left out.');
  table.named(first, where);
  for (const other of others) {
    if (other === '') continue;
    table.named(other, where);
    const directed = table.mapping.directed ?? true;
    table.sink.edge({ source: first, target: other, directed, attributes: new Map(), where });
  }
}

/** Names along both sides, numbers between: an edge where the number is not 0. */
export function readSquare([head, ...body]: readonly Row[], table: TableInHand): void {
  const names = head?.cells.slice(1) ?? [];
  for (const id of names) table.named(id, table.where(head!));
  for (const row of body) {
    const where = table.where(row);
    for (const [i, cell] of row.cells.slice(1).entries()) {
      const weight = cell.trim();
      if (Number(weight) === 0 || names[i] === undefined) continue;
      const attributes = new Map([['weight', { type: 'number', values: [weight] } as const]]);
      const directed = table.mapping.directed ?? true;
      table.sink.edge({ source: row.cells[0]!, target: names[i], directed, attributes, where });
    }
  }
}
