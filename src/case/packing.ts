// Gathers what one source says into columns. A claim that is said twice is one.
import { bytes, integers } from './growing.ts';
import { placeCode, type Packed } from './packed.ts';
import { STANCES, type Id, type Stance } from './records.ts';

export class Packer {
  readonly #source: Id;
  readonly #subjects: Id[] = [];
  readonly #index = new Map<Id, number>();
  #entities = 0;
  readonly #words: string[] = [];
  readonly #wordIndex = new Map<string, number>();
  readonly #schema = integers();
  readonly #subject = integers();
  readonly #property = integers();
  readonly #value = integers();
  readonly #stance = bytes();
  readonly #place = integers();
  readonly #originals = new Map<number, string>();
  /** Rows by what they mean, plus one; open addressing, at most half full. */
  #rows = new Int32Array(1 << 12);

  constructor(source: Id) {
    this.#source = source;
  }

  get claims(): number {
    return this.#subject.length;
  }

  has(id: Id): boolean {
    return this.#index.has(id);
  }

  /** Call for every entity before the first relation; an id is given once. */
  entity(id: Id, schema: string): void {
    this.#add(id, schema);
    this.#entities++;
  }

  /** An id that is known keeps its type. */
  relation(id: Id, schema: string): void {
    if (!this.#index.has(id)) this.#add(id, schema);
  }

  #add(id: Id, schema: string): void {
    this.#index.set(id, this.#subjects.length);
    this.#subjects.push(id);
    this.#schema.push(this.#word(schema));
  }

  /** `where` is "line 12", any other words, or empty. */
  say(
    id: Id,
    property: string,
    value: string,
    stance: Stance,
    original: string | undefined,
    where: string,
  ): void {
    const subject = this.#index.get(id)!;
    const said = [this.#word(property), this.#word(value), STANCES.indexOf(stance)] as const;
    const slot = this.#slotOf(subject, ...said);
    if (this.#rows[slot] !== 0) return;
    const row = this.#subject.length;
    this.#rows[slot] = row + 1;
    this.#subject.push(subject);
    this.#property.push(said[0]);
    this.#value.push(said[1]);
    this.#stance.push(said[2]);
    this.#place.push(placeCode(where, (text) => this.#word(text)));
    if (original !== undefined) this.#originals.set(row, original);
    if (row * 2 >= this.#rows.length) this.#rehash();
  }

  packed(): Packed {
    return {
      source: this.#source,
      subjects: this.#subjects,
      index: this.#index,
      entities: this.#entities,
      words: this.#words,
      schema: this.#schema.cut(),
      subject: this.#subject.cut(),
      property: this.#property.cut(),
      value: this.#value.cut(),
      stance: this.#stance.cut(),
      place: this.#place.cut(),
      originals: this.#originals,
    };
  }

  #word(text: string): number {
    let index = this.#wordIndex.get(text);
    if (index !== undefined) return index;
    index = this.#words.push(text) - 1;
    this.#wordIndex.set(text, index);
    return index;
  }

  /** The slot that holds the row that means this, or the free one where it belongs. */
  #slotOf(subject: number, property: number, value: number, stance: number): number {
    const mask = this.#rows.length - 1;
    let slot = mixed(subject, property, value, stance) & mask;
    for (; this.#rows[slot] !== 0; slot = (slot + 1) & mask) {
      const row = this.#rows[slot]! - 1;
      if (
        this.#subject.at(row) === subject &&
        this.#property.at(row) === property &&
        this.#value.at(row) === value &&
        this.#stance.at(row) === stance
      )
        break;
    }
    return slot;
  }

  #rehash(): void {
    this.#rows = new Int32Array(this.#rows.length * 4);
    const mask = this.#rows.length - 1;
    for (let row = 0; row < this.#subject.length; row++) {
      const hash = mixed(
        this.#subject.at(row),
        this.#property.at(row),
        this.#value.at(row),
        this.#stance.at(row),
      );
      let slot = hash & mask;
      while (this.#rows[slot] !== 0) slot = (slot + 1) & mask;
      this.#rows[slot] = row + 1;
    }
  }
}

/** Spreads four small numbers over 32 bits, with the finish of MurmurHash3 (public domain, Austin Appleby). */
function mixed(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ d;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
