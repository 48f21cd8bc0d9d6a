// Nodes and edges as JSON text, the same for every format that is written in JSON.
import type { FlatColumn } from './flat.ts';

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Items one a line, with commas between. */
export function* parted<T>(
  items: Iterable<T>,
  indent: string,
  write: (item: T) => string,
): Generator<string> {
  let before = `\n${indent}`;
  for (const item of items) {
    yield before + write(item);
    before = `,\n${indent}`;
  }
}

/** An object of what is not undefined. */
export function objectText(members: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(members).filter(([, value]) => value !== undefined);
  return `{${told.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')}}`;
}

/** An object of the format's own members, then the columns. */
export function elementText(
  own: Readonly<Record<string, unknown>>,
  columns: readonly FlatColumn[],
  values: ReadonlyMap<string, readonly string[]>,
  taken: ReadonlySet<string>,
): string {
  const inner = [objectText(own).slice(1, -1), ...columnMembers(columns, values, taken)];
  return `{${inner.filter((part) => part !== '').join(', ')}}`;
}

/** Members for columns; one whose name the format gives a meaning is written as `<name> (property)`. */
function columnMembers(
  columns: readonly FlatColumn[],
  values: ReadonlyMap<string, readonly string[]>,
  taken: ReadonlySet<string>,
): string[] {
  return columns.flatMap((column) => {
    const told = values.get(column.id);
    if (!told || told.length === 0) return [];
    return [`${JSON.stringify(writtenName(column, taken))}: ${valueText(told, column)}`];
  });
}

export const writtenName = ({ id }: FlatColumn, taken: ReadonlySet<string>): string =>
  taken.has(id) ? `${id} (property)` : id;

/** A column is a list throughout or nowhere, so that readers find one type in it. */
const valueText = (values: readonly string[], { type, list }: FlatColumn): string =>
  list ? `[${values.map((value) => scalarText(value, type)).join(', ')}]` : scalarText(values[0]!, type);

/** Digits stay as they are; what JSON does not take for a number is text. */
export function scalarText(value: string, type: FlatColumn['type']): string {
  const bare = type === 'boolean' ? value === 'true' || value === 'false' : isNumber(value, type);
  return bare ? value : JSON.stringify(value);
}

/** Whether the value of a column of this type is a number in JSON. */
export const isNumber = (value: string, type: FlatColumn['type']): boolean =>
  (type === 'integer' || type === 'number') && NUMBER.test(value);
