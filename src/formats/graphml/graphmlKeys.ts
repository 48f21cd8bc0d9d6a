// GraphML's keys: what is declared for nodes, edges, graphs and the rest, and the attributes that data make under them.
import type { Attribute } from '../format.ts';
import type { Tally } from '../tally.ts';
import { attributeOf } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

export interface Key {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly type: Attribute['type'];
  readonly list: boolean;
  /** Holds drawing instructions in elements, as yEd's do; its text says nothing. */
  readonly graphics: boolean;
  fallback?: string;
}

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ...['int', 'integer', 'long', 'short', 'byte', 'biginteger'].map((type) => [type, 'integer'] as const),
  ...['float', 'double', 'real', 'decimal', 'bigdecimal', 'number'].map((type) => [type, 'number'] as const),
  ...['string', 'char', ''].map((type) => [type, 'string'] as const),
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ...['date', 'datetime', 'timestamp'].map((type) => [type, 'date'] as const),
  ...['url', 'uri', 'anyuri'].map((type) => [type, 'url'] as const),
]);

/** One `<data>` element. */
export interface Datum {
  readonly key: string;
  readonly text: string;
  /** Texts of the elements in it, by their names. */
  readonly parts?: readonly (readonly [name: string, text: string])[];
}

/** yFiles for HTML names its keys by address; all but what a user tags are of the drawing. */
const isOfDrawing = (own: XmlAttributes): boolean => {
  if (own['yfiles.type'] !== undefined) return true;
  for (const name in own)
    if (name.endsWith(':attr.uri')) return /\/yfiles-(?!.*\/UserTags$)/.test(own[name] ?? '');
  return false;
};

export class GraphmlKeys {
  readonly #tally: Tally;
  /** By domain, then by id: files use one id for two domains. */
  readonly #keys = new Map<string, Map<string, Key>>();
  readonly #defaults = new Map<string, Key[]>();
  #last: Key | undefined;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  declare(own: XmlAttributes, where: string): void {
    const domain = own.for ?? 'all';
    const id = own.id ?? own['attr.name'] ?? '';
    const written = (own['attr.type'] ?? '').toLowerCase();
    const type = TYPES.get(written);
    const graphics = isOfDrawing(own);
    if (!type)
      this.#tally.add(
        'kept',
        `The attribute type "${written.slice(0, 40)}" is unknown; its values were kept as text.`,
        where,
      );
    if (own['attr.name'] === undefined && !graphics)
      this.#tally.add('mended', 'A key has no name; its id is used.', where);
    const keys = this.#keys.get(domain) ?? new Map<string, Key>();
    if (keys.has(id)) this.#tally.add('mended', 'A key is declared twice; the last counts.', where);
    const list = (own['attr.list'] ?? '') !== '';
    this.#last = { id, name: own['attr.name'] ?? id, domain, type: type ?? 'string', list, graphics };
    this.#keys.set(domain, keys.set(id, this.#last));
  }

  setDefault(text: string): void {
    if (!this.#last || this.#last.graphics || text.trim() === '') return;
    this.#last.fallback = text;
    this.#defaults.clear();
  }

  /** The key that data of this id speak of inside an element of this domain. */
  of(domain: string, id: string): Key | undefined {
    return this.#keys.get(domain)?.get(id) ?? this.#keys.get('all')?.get(id);
  }

  /** Whether data of this id only say how things are drawn, as far as is known by now. */
  draws(domain: string, id: string): boolean {
    return this.of(domain, id)?.graphics ?? false;
  }

  /** Whether all these ids are declared by now. */
  knows(domain: string, data: readonly Datum[]): boolean {
    for (const { key } of data) if (!this.of(domain, key)) return false;
    return true;
  }

  /** Attributes by name; data without a key are kept as text, by the id they give. */
  attributes(domain: string, data: readonly Datum[] | undefined, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    for (const { key: id, text, parts } of data ?? []) {
      const key = this.of(domain, id) ?? this.#stranger(domain, id, where);
      if (key.graphics) continue;
      add(attributes, key.name, this.#read(key, text, where));
      if (!parts) continue;
      for (const [name, part] of parts)
        add(attributes, `${key.name} ${name}`, { type: 'string', values: [part] });
      this.#tally.add('kept', 'Elements inside data were kept as text, each under its name.', where);
    }
    for (const key of this.#defaultsOf(domain)) {
      if (attributes.has(key.name) || data?.some((datum) => datum.key === key.id)) continue;
      const attribute = this.#read(key, key.fallback!, where);
      if (attribute) attributes.set(key.name, attribute);
    }
    return attributes;
  }

  #read(key: Key, text: string, where: string): Attribute | undefined {
    if (text === '' || (key.type !== 'string' && text.trim() === '')) return undefined;
    const list = key.list || (key.type === 'string' && key.name !== 'label') ? listIn(text) : undefined;
    return attributeOf(key.type, list ?? [text], key.name, where, this.#tally);
  }

  #stranger(domain: string, id: string, where: string): Key {
    for (const keys of this.#keys.values()) {
      const key = keys.get(id);
      if (!key) continue;
      this.#tally.add(
        'kept',
        `The key "${id.slice(0, 100)}" is declared for another kind of element; it was used all the same.`,
        where,
      );
      return key;
    }
    this.#tally.add(
      'kept',
      `Data are given for the key "${id.slice(0, 100)}", which is not declared; they were kept as text.`,
      where,
    );
    return { id, name: id, domain, type: 'string', list: false, graphics: false };
  }

  #defaultsOf(domain: string): readonly Key[] {
    let defaults = this.#defaults.get(domain);
    if (!defaults) {
      const keys = [this.#keys.get(domain), this.#keys.get('all')].flatMap((some) => [
        ...(some?.values() ?? []),
      ]);
      defaults = keys.filter((key) => key.fallback !== undefined);
      this.#defaults.set(domain, defaults);
    }
    return defaults;
  }
}

function add(to: Map<string, Attribute>, name: string, attribute: Attribute | undefined): void {
  const other = to.get(name);
  if (attribute) to.set(name, other ? both(other, attribute) : attribute);
}

/** One name can have two keys, of one type (a list, of a kind) or of several. */
const both = (a: Attribute, b: Attribute): Attribute => ({
  type: a.type === b.type ? a.type : 'string',
  values: [...a.values, ...b.values],
});

/** GraphML has no lists: programs write them as JSON in a string. Numbers keep their digits. */
function listIn(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const items: unknown = JSON.parse(text);
    if (!Array.isArray(items) || items.length === 0) return undefined;
    if (items.every((item) => typeof item === 'string')) return items as string[];
    return items.some((item) => typeof item === 'string' || typeof item === 'object')
      ? undefined
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => item.trim());
  } catch {
    return undefined;
  }
}
