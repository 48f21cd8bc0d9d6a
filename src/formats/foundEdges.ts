// The edges of a file in columns, until all its nodes are known. An edge becomes an object again when it is looked at.
import { bytes, integers } from '../case/growing.ts';
import { placeCode, placeOf } from '../case/packed.ts';
import type { Attribute, Attributes, EdgeEvent } from './format.ts';

const NONE = -1;
const NO_ATTRIBUTES: Attributes = new Map();
const TYPES: readonly Attribute['type'][] = ['string', 'integer', 'number', 'boolean', 'date', 'url'];
/** Different short values that are kept once; beyond them, each for itself. */
const SHARED = 50_000;

export class FoundEdges {
  readonly #ids: (string | undefined)[] = [];
  /** Ends, types and names of attributes, each once. */
  readonly #words: string[] = [];
  readonly #index = new Map<string, number>();
  readonly #source = integers();
  readonly #target = integers();
  readonly #directed = bytes();
  readonly #type = integers();
  readonly #labels = new Map<number, string>();
  readonly #cites = new Map<number, string>();
  /** Coded places. */
  readonly #where = integers();
  /** By edge: the first of its attributes. */
  readonly #first = integers();
  readonly #name = integers();
  readonly #sort = bytes();
  /** A lone value, or the attribute as it came. */
  readonly #values: (string | Attribute)[] = [];
  readonly #shared = new Map<string, string>();

  get length(): number {
    return this.#ids.length;
  }

  push({ id, source, target, directed, label, type, attributes, cites, where }: EdgeEvent): void {
    if (cites !== undefined) this.#cites.set(this.#ids.length, cites);
    if (label !== undefined) this.#labels.set(this.#ids.length, label);
    this.#ids.push(id);
    this.#source.push(this.#word(source));
    this.#target.push(this.#word(target));
    this.#directed.push(directed ? 1 : 0);
    this.#type.push(type === undefined ? NONE : this.#word(type));
    this.#where.push(placeCode(where, (text) => this.#word(text)));
    this.#first.push(this.#values.length);
    for (const [name, attribute] of attributes) {
      const alone = attribute.values.length === 1 && !attribute.held && !attribute.written;
      this.#name.push(this.#word(name));
      this.#sort.push(TYPES.indexOf(attribute.type));
      this.#values.push(alone ? this.#once(attribute.values[0]!) : attribute);
    }
  }

  /** False where no edge has an attribute of this name. */
  mayHave(attribute: string): boolean {
    return this.#index.has(attribute);
  }

  /** Each end once, with where it was first met. */
  *ends(): Generator<readonly [id: string, where: string]> {
    const met = new Uint8Array(this.#words.length);
    for (let i = 0; i < this.length; i++)
      for (const end of [this.#source.at(i), this.#target.at(i)]) {
        if (met[end] === 1) continue;
        met[end] = 1;
        yield [this.#words[end]!, placeOf(this.#where.at(i), this.#words)];
      }
  }

  /** What tells of types: each type once where it comes alone, and every edge with attributes. */
  *typed(): Generator<Pick<EdgeEvent, 'type' | 'attributes'>> {
    const met = new Uint8Array(this.#words.length + 1);
    for (let i = 0; i < this.length; i++) {
      const type = this.#type.at(i);
      const attributes = this.#attributes(i);
      if (attributes.size === 0 && met[type + 1] === 1) continue;
      met[type + 1] = 1;
      yield { type: type === NONE ? undefined : this.#words[type], attributes };
    }
  }

  *[Symbol.iterator](): Generator<EdgeEvent> {
    for (let i = 0; i < this.length; i++) yield this.#edge(i);
  }

  #edge(i: number): EdgeEvent {
    const type = this.#type.at(i);
    return {
      id: this.#ids[i],
      source: this.#words[this.#source.at(i)]!,
      target: this.#words[this.#target.at(i)]!,
      directed: this.#directed.at(i) === 1,
      label: this.#labels.get(i),
      type: type === NONE ? undefined : this.#words[type],
      attributes: this.#attributes(i),
      cites: this.#cites.get(i),
      where: placeOf(this.#where.at(i), this.#words),
    };
  }

  #attributes(i: number): Attributes {
    const from = this.#first.at(i);
    const to = i + 1 < this.length ? this.#first.at(i + 1) : this.#values.length;
    if (from === to) return NO_ATTRIBUTES;
    const attributes = new Map<string, Attribute>();
    for (let at = from; at < to; at++) {
      const value = this.#values[at]!;
      const attribute =
        typeof value === 'string' ? { type: TYPES[this.#sort.at(at)]!, values: [value] } : value;
      attributes.set(this.#words[this.#name.at(at)]!, attribute);
    }
    return attributes;
  }

  #word(text: string): number {
    let index = this.#index.get(text);
    if (index !== undefined) return index;
    index = this.#words.push(text) - 1;
    this.#index.set(text, index);
    return index;
  }

  #once(value: string): string {
    const known = this.#shared.get(value);
    if (known !== undefined || value.length > 40 || this.#shared.size >= SHARED) return known ?? value;
    this.#shared.set(value, value);
    return value;
  }
}
