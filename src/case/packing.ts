// Gathers what one source says into columns. A claim that is said twice is one.
import { bytes, integers } from './growing.ts';
import { placeCode, type Packed } from './packed.ts';
import { STANCES, type Id, type Stance } from './records.ts';

/** What is said of a subject, as `Claim` has it; `where` is "line 12", any other words, or empty. */
export interface Saying {
  readonly property: string;
  readonly value: string;
  readonly stance: Stance;
  readonly original?: string;
  readonly held?: string;
  /** The source that is quoted for it. */
  readonly via?: Id;
  readonly where: string;
}

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
  readonly #held = new Map<number, string>();
  readonly #via = new Map<number, Id>();
  /** Rows by what they mean, plus one; open addressing, at most half full. Made when first needed. */
  #rows: Int32Array | undefined;
  /** The subject spoken of, and its first row where all its rows are the last ones. */
  #speaking = -1;
  #from = 0;

  constructor(source: Id) {
    this.#source = source;
  }

  get claims(): number {
    return this.#subject.length;
  }

  /** The subject of this id, for `say`. */
  subject(id: Id): number | undefined {
    return this.#index.get(id);
  }

  /** Call for every entity before the first relation; an id is given once. Returns the subject. */
  entity(id: Id, schema: string): number {
    this.#entities++;
    return this.#add(id, schema);
  }

  /** An id that is known keeps its type. Returns the subject. */
  relation(id: Id, schema: string): number {
    return this.#index.get(id) ?? this.#add(id, schema);
  }

  #add(id: Id, schema: string): number {
    const subject = this.#subjects.push(id) - 1;
    this.#index.set(id, subject);
    this.#schema.push(this.#word(schema));
    this.#speaking = subject;
    this.#from = this.#subject.length;
    return subject;
  }

  say(subject: number, { property, value, stance, original, held, via, where }: Saying): void {
    const said = [this.#word(property), this.#word(value), STANCES.indexOf(stance)] as const;
    if (this.#isKnown(subject, ...said, held, via)) return;
    const row = this.#subject.length;
    this.#subject.push(subject);
    this.#property.push(said[0]);
    this.#value.push(said[1]);
    this.#stance.push(said[2]);
    this.#place.push(placeCode(where, (text) => this.#word(text)));
    if (original !== undefined) this.#originals.set(row, original);
    if (held !== undefined) this.#held.set(row, held);
    if (via !== undefined) this.#via.set(row, via);
    if (this.#rows) this.#note(row);
  }

  packed(): Packed {
    return {
      source: this.#source,
      subjects: this.#subjects,
      index: this.#index,
      entities: this.#entities,
      words: this.#words,
      schema: this.#schema.whole(),
      subject: this.#subject.whole(),
      property: this.#property.whole(),
      value: this.#value.whole(),
      stance: this.#stance.whole(),
      place: this.#place.whole(),
      originals: this.#originals,
      held: this.#held,
      via: this.#via,
    };
  }

  #word(text: string): number {
    let index = this.#wordIndex.get(text);
    if (index !== undefined) return index;
    index = this.#words.push(text) - 1;
    this.#wordIndex.set(text, index);
    return index;
  }

  /** Most subjects are spoken of once and briefly, so their rows are the last; for others there is a table. */
  #isKnown(
    subject: number,
    property: number,
    value: number,
    stance: number,
    held?: string,
    via?: Id,
  ): boolean {
    const end = this.#subject.length;
    if (subject === this.#speaking && end - this.#from < 16) {
      for (let row = this.#from; row < end; row++)
        if (this.#means(row, subject, property, value, stance, held, via)) return true;
      return false;
    }
    const rows = this.#table();
    const mask = rows.length - 1;
    let slot = mixed(subject, property, value, stance) & mask;
    for (; rows[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#means(rows[slot]! - 1, subject, property, value, stance, held, via)) return true;
    return false;
  }

  #means(
    row: number,
    subject: number,
    property: number,
    value: number,
    stance: number,
    held?: string,
    via?: Id,
  ): boolean {
    return (
      this.#subject.at(row) === subject &&
      this.#value.at(row) === value &&
      this.#property.at(row) === property &&
      this.#stance.at(row) === stance &&
      this.#held.get(row) === held &&
      this.#via.get(row) === via
    );
  }

  #table(): Int32Array {
    return (this.#rows ??= this.#tableOf(1 << Math.ceil(Math.log2(this.#subject.length * 2 + 1024))));
  }

  #tableOf(size: number): Int32Array {
    this.#rows = new Int32Array(size);
    for (let row = 0; row < this.#subject.length; row++) this.#enter(this.#rows, row);
    return this.#rows;
  }

  #note(row: number): void {
    if (row * 2 >= this.#rows!.length) this.#tableOf(this.#rows!.length * 4);
    else this.#enter(this.#rows!, row);
  }

  #enter(rows: Int32Array, row: number): void {
    const mask = rows.length - 1;
    const [subject, property] = [this.#subject.at(row), this.#property.at(row)];
    let slot = mixed(subject, property, this.#value.at(row), this.#stance.at(row)) & mask;
    while (rows[slot] !== 0) slot = (slot + 1) & mask;
    rows[slot] = row + 1;
  }
}

/** Spreads four small numbers over 32 bits, with the finish of MurmurHash3 (public domain, Austin Appleby). */
function mixed(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ d;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
