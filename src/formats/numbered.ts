// Columns as attributes of one text each, for formats that know no lists: `clew.name#1`, `clew.name#2`.
import type { FlatColumn, FlatEdge, FlatNode } from './flat.ts';
import type { Attribute } from './format.ts';
import { xmlId } from './xmlWriting.ts';

export interface NumberedValue {
  readonly name: string;
  /** What people read: the label of the column. */
  readonly label: string;
  readonly type: Attribute['type'];
  readonly value: string;
}

const NAME = /^clew\.([^]*)#\d{1,6}$/;

/** All that is known of a node or an edge but its ends; `own` is what the format has no field for either. */
export function* numberedValues(
  item: FlatNode | FlatEdge,
  columns: readonly FlatColumn[],
  own: Readonly<Record<string, string>>,
): Generator<NumberedValue> {
  for (const [name, value] of Object.entries(own))
    yield { name: `clew.${name}`, label: name, type: 'string', value };
  for (const { id, label, type } of columns) {
    for (const [i, value] of (item.values.get(id) ?? []).entries())
      yield { name: `clew.${xmlId(id)}#${i + 1}`, label, type, value };
  }
}

/** Gathers them again, and what else stands there apart from them. */
export class Numbered {
  readonly #own = new Map<string, string>();
  readonly #columns = new Map<string, string[]>();

  /** False where the attribute is not one of ours. */
  put(name: string, value: string): boolean {
    if (!name.startsWith('clew.')) return false;
    const column = NAME.exec(name)?.[1];
    if (column === undefined) this.#own.set(name.slice(5), value);
    else this.#columns.set(column, [...(this.#columns.get(column) ?? []), value]);
    return true;
  }

  own(name: string): string | undefined {
    return this.#own.get(name);
  }

  /** Undefined where nothing was ours. */
  attributes(): Map<string, Attribute> | undefined {
    if (this.#columns.size === 0) return undefined;
    return new Map(Array.from(this.#columns, ([name, values]) => [name, { type: 'string', values }]));
  }
}
