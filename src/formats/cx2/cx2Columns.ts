// CX2's attribute declarations, and the attributes that the values of a node or an edge make under them.
import type { Attribute } from '../format.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { attributeOfJson, itemsOf, plain } from '../jsonValues.ts';
import type { Tally } from '../tally.ts';
import { attributeOf } from '../typedValues.ts';

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ['string', 'string'],
  ['integer', 'integer'],
  ['long', 'integer'],
  ['double', 'number'],
  ['boolean', 'boolean'],
]);

/** What Cytoscape means by names that are short for others; some files use them without declaring them. */
const SHORT = new Map([
  ['n', 'name'],
  ['i', 'interaction'],
]);

/** The columns of one class, nodes or edges. */
export class Cx2Columns {
  readonly #tally: Tally;
  readonly #types = new Map<string, string>();
  readonly #names = new Map<string, string>();
  /** Declared as short for themselves. */
  readonly #aliases = new Set<string>();
  readonly #defaults = new Map<string, Json>();

  constructor(declared: readonly JsonObject[], tally: Tally) {
    this.#tally = tally;
    for (const one of declared) for (const [name, column] of one) this.#declare(name, column);
    for (const [short, name] of SHORT) {
      if (!this.#names.has(name) && (!this.#names.has(short) || this.#aliases.has(short)))
        this.#names.set(short, name);
    }
  }

  #declare(name: string, column: Json): void {
    const [type, alias, fallback] = isObject(column)
      ? [plain(column.get('d')), plain(column.get('a')), column.get('v')]
      : [];
    if (type !== undefined) this.#types.set(name, type);
    if (!this.#names.has(name)) this.#names.set(name, name);
    if (alias !== undefined) {
      this.#names.set(alias, name);
      if (alias === name) this.#aliases.add(name);
    }
    if (fallback !== undefined) this.#defaults.set(name, fallback);
  }

  /** By full name; what an element does not say, by its default. */
  attributes(values: Json | undefined, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    const put = (key: string, value: Json) => {
      const attribute = this.#attribute(key, value, where);
      if (attribute) attributes.set(this.#names.get(key) ?? key, attribute);
    };
    if (isObject(values)) for (const [key, value] of values) put(key, value);
    for (const [name, value] of this.#defaults) if (!attributes.has(this.#names.get(name)!)) put(name, value);
    return attributes;
  }

  #attribute(key: string, value: Json, where: string): Attribute | undefined {
    const name = this.#names.get(key) ?? key;
    const written = this.#types.get(name) ?? this.#types.get(key);
    const items = itemsOf(value);
    if (written === undefined || items.some((item) => isObject(item) || isList(item)))
      return attributeOfJson(value, where, this.#tally);
    const type = TYPES.get(written.replace(/^list_of_/, ''));
    if (type)
      return attributeOf(
        type,
        items.map((item) => plain(item)!),
        name,
        where,
        this.#tally,
      );
    this.#tally.add(
      'kept',
      `The attribute type "${written.slice(0, 40)}" is unknown; its values were kept as they are.`,
      where,
    );
    return attributeOfJson(value, where, this.#tally);
  }
}
