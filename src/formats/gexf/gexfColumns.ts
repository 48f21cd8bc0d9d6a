// GEXF's attribute declarations, and the attributes that a node's or an edge's values make under them.
import type { Attribute } from '../format.ts';
import { readList } from './gexfLists.ts';
import { heldOf, spellText, type Spell } from './gexfTimes.ts';
import type { Tally } from '../tally.ts';
import { attributeOf } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

/** One `attvalue` as written; `when` where it holds only for a time. */
export interface Written {
  readonly value: string;
  readonly when?: readonly Spell[];
}

interface Column {
  readonly id: string;
  readonly name: string;
  readonly type: Attribute['type'];
  readonly list: boolean;
  fallback?: Attribute;
}

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ...['integer', 'int', 'long', 'short', 'byte', 'biginteger'].map((type) => [type, 'integer'] as const),
  ...['float', 'double', 'bigdecimal', 'decimal'].map((type) => [type, 'number'] as const),
  ...['string', 'char'].map((type) => [type, 'string'] as const),
  ...['date', 'datetime'].map((type) => [type, 'date'] as const),
  ['boolean', 'boolean'],
  ['anyuri', 'url'],
]);

/** The columns of one class, nodes or edges. */
export class GexfColumns {
  readonly #tally: Tally;
  readonly #columns = new Map<string, Column>();
  readonly #names = new Set<string>();
  #withDefault: Column[] = [];
  #last: Column | undefined;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  declare(own: XmlAttributes, where: string): void {
    const title = own.title ?? '';
    const id = own.id ?? title;
    const written = (own.type ?? 'string').toLowerCase();
    const list = written.startsWith('list') && written !== 'list';
    const type = TYPES.get(list ? written.slice(4) : written);
    if (!type)
      this.#tally.add(
        'kept',
        `The attribute type "${written.slice(0, 40)}" is unknown; its values were kept as text.`,
        where,
      );
    let name = title || id;
    if (this.#names.has(name)) {
      this.#tally.add(
        'mended',
        'Several attributes have one title; their ids were added to tell them apart.',
        where,
      );
      name = `${name} (${id})`;
    }
    this.#last = this.#add(id, name, type ?? 'string', list);
  }

  /** The text of `<default>` of the attribute declared last. */
  setDefault(text: string, where: string): void {
    if (!this.#last || text.trim() === '') return;
    this.#last.fallback = this.#read(this.#last, [text.trim()], where);
    this.#withDefault = [...this.#columns.values()].filter((column) => column.fallback);
  }

  /** Adds the values of one node or edge, by id of their declaration, and the defaults of what it does not say. */
  fill(
    into: Map<string, Attribute>,
    values: ReadonlyMap<string, readonly Written[]> | undefined,
    where: string,
  ): void {
    for (const [id, written] of values ?? []) this.#fillOne(into, this.#column(id, where), written, where);
    for (const { id, name, fallback } of this.#withDefault) if (!values?.has(id)) into.set(name, fallback!);
  }

  get hasDefaults(): boolean {
    return this.#withDefault.length > 0;
  }

  #fillOne(into: Map<string, Attribute>, column: Column, written: readonly Written[], where: string): void {
    const timed = written.some(({ when }) => when);
    const dated = timed ? this.#dated(column, written, where) : undefined;
    const values = written.map(({ value }) => value);
    const attribute = dated ?? this.#read(column, values, where);
    if (!attribute) return;
    into.set(column.name, attribute);
    if (!timed || dated) return;
    const all = written.map(({ value, when }) =>
      when ? `${value} (${when.map(spellText).join(', ')})` : value,
    );
    into.set(`${column.name} (dated)`, { type: 'string', values: all });
    this.#tally.add(
      'kept',
      'Values that change with time were all kept; with their times, which are no dates, they stand in "… (dated)".',
      where,
    );
  }

  /** Each value with when it was so; undefined where the times are no dates. */
  #dated(column: Column, written: readonly Written[], where: string): Attribute | undefined {
    const said = new Map<string, readonly [value: string, held: string | undefined]>();
    for (const { value, when } of written) {
      for (const item of column.list ? readList(value) : [value]) {
        for (const spell of when ?? [{}]) {
          const times = heldOf(spell);
          if (!times) return undefined;
          if (item !== '') said.set(JSON.stringify([item, times.held]), [item, times.held]);
        }
      }
    }
    const all = [...said.values()];
    const values = all.map(([value]) => value);
    const attribute = attributeOf(column.type, values, column.name, where, this.#tally);
    return attribute && { ...attribute, held: all.map(([, held]) => held) };
  }

  #read(column: Column, written: readonly string[], where: string): Attribute | undefined {
    const values = column.list ? written.flatMap(readList) : written;
    const distinct = values.length > 1 && !column.list ? [...new Set(values)] : values;
    return attributeOf(column.type, distinct, column.name, where, this.#tally);
  }

  #column(id: string, where: string): Column {
    const column = this.#columns.get(id);
    if (column) return column;
    this.#tally.add(
      'kept',
      `Values are given for the attribute "${id.slice(0, 100)}", which is not declared; they were kept as text.`,
      where,
    );
    return this.#add(id, this.#names.has(id) ? `${id} (undeclared)` : id, 'string', false);
  }

  #add(id: string, name: string, type: Attribute['type'], list: boolean): Column {
    const column: Column = { id, name, type, list };
    this.#columns.set(id, column);
    this.#names.add(name);
    return column;
  }
}
