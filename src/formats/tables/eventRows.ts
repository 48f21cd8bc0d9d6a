// One row an event with its people: the event is a node, and each who took part is tied to it.
import type { ColumnMapping } from '../../case/tableMapping.ts';
import { citing, type TableInHand } from './reading.ts';
import type { Row } from './table.ts';

/** Whoever took part, and how. */
const TOOK_PART = 'took part in';

/** The event's id is that of its row, else its title and day, so that next month's file finds it again. */
export function readEvent(row: Row, table: TableInHand): void {
  const where = table.where(row);
  const label = table.cell(row, 'label');
  const attributes = table.attributes(row, where);
  const day = (attributes.get('date') ?? attributes.get('startDate'))?.values[0];
  const people = participantsIn(row, table);
  const named = [label, day].filter((part) => part !== undefined);
  const id = table.cell(row, 'id') ?? (named.length > 0 ? named.join(', ') : undefined);
  if (id === undefined)
    return table.refuse(where, 'The row has neither a title, a date nor an id of an event; it was left out.');
  const type = table.type(row) ?? 'Event';
  table.sink.node({ id, label: label ?? id, type, attributes, ...citing(row, table), where });
  for (const [name, column] of people) take(name, column, id, row, table);
}

function participantsIn(row: Row, table: TableInHand): readonly (readonly [string, ColumnMapping])[] {
  return table.mapping.columns.flatMap((column, at) =>
    column.role === 'participant'
      ? table.cells.list(row.cells[at], column).map((name) => [name, column] as const)
      : [],
  );
}

/** Without a part they are the event's `involved`, as FollowTheMoney has it; a part is a tie of its own. */
function take(name: string, { part, of }: ColumnMapping, event: string, row: Row, table: TableInHand): void {
  const where = table.where(row);
  table.named(name, where, name, of ?? 'LegalEntity');
  const said = { ...citing(row, table), where };
  if (part === undefined || part === '') {
    table.sink.edge({
      source: event,
      target: name,
      directed: true,
      type: 'involved',
      attributes: new Map(),
      ...said,
    });
    return;
  }
  const role = new Map([['role', { type: 'string', values: [part] } as const]]);
  table.sink.edge({
    source: name,
    target: event,
    directed: true,
    type: TOOK_PART,
    attributes: role,
    ...said,
  });
}
