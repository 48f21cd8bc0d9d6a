// Finds the rows of packed claims: by subject, by the entity they name, by id. Each index is made when first asked for.
import { claimAt, schemaAt, type Packed } from './packed.ts';
import type { Claim, Id } from './records.ts';

/** End of a chain of rows. */
const END = -1;

interface Chains {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

export class PackedClaims {
  readonly packed: Packed;
  readonly #namesEntity: (schema: string, property: string) => boolean;
  #bySubject: Chains | undefined;
  #byNamed: Chains | undefined;
  #words: ReadonlyMap<string, number> | undefined;
  #byId: { readonly prefixes: Int32Array; readonly slots: Int32Array } | undefined;

  constructor(packed: Packed, namesEntity: (schema: string, property: string) => boolean) {
    this.packed = packed;
    this.#namesEntity = namesEntity;
  }

  get length(): number {
    return this.packed.subject.length;
  }

  claim(row: number): Claim {
    return claimAt(this.packed, row);
  }

  rowsOf(subject: number): readonly number[] {
    this.#bySubject ??= chained(this.packed.subjects.length, this.packed.subject);
    return along(this.#bySubject, subject);
  }

  /** A changed vocabulary may change which values are entities. */
  forgetNamed(): void {
    this.#byNamed = undefined;
  }

  rowsNaming(entity: Id): readonly number[] {
    const { words, value } = this.packed;
    this.#words ??= new Map(words.map((word, i) => [word, i]));
    const word = this.#words.get(entity);
    if (word === undefined) return [];
    this.#byNamed ??= chained(words.length, value, this.#naming());
    return along(this.#byNamed, word);
  }

  #naming(): (row: number) => boolean {
    const { schema, subject, property, words } = this.packed;
    const known = new Map<number, boolean>();
    return (row) => {
      const type = schema[subject[row]!]!;
      const key = type * words.length + property[row]!;
      let names = known.get(key);
      if (names === undefined) {
        names = this.#namesEntity(schemaAt(this.packed, subject[row]!), words[property[row]!]!);
        known.set(key, names);
      }
      return names;
    };
  }

  /** Rows whose claims may have this id: those that share its first 32 bits. */
  *rowsLike(id: Id): Generator<number> {
    this.#byId ??= this.#hashed();
    const { prefixes, slots } = this.#byId;
    const prefix = prefixOf(id);
    const mask = slots.length - 1;
    for (let slot = prefix & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = slots[slot]! - 1;
      if (prefixes[row] === prefix) yield row;
    }
  }

  #hashed(): { prefixes: Int32Array; slots: Int32Array } {
    const prefixes = new Int32Array(this.length);
    const slots = new Int32Array(1 << Math.ceil(Math.log2(this.length * 2 + 2)));
    const mask = slots.length - 1;
    for (let row = 0; row < this.length; row++) {
      const prefix = prefixOf(this.claim(row).id);
      prefixes[row] = prefix;
      let slot = prefix & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    return { prefixes, slots };
  }
}

const prefixOf = (id: Id): number => parseInt(id.slice(0, 8), 16) | 0;

/** For each key the rows that have it, in order. */
function chained(keys: number, key: Int32Array, wanted: (row: number) => boolean = () => true): Chains {
  const first = new Int32Array(keys).fill(END);
  const next = new Int32Array(key.length).fill(END);
  for (let row = key.length - 1; row >= 0; row--) {
    if (!wanted(row)) continue;
    next[row] = first[key[row]!]!;
    first[key[row]!] = row;
  }
  return { first, next };
}

function along({ first, next }: Chains, key: number): readonly number[] {
  const rows: number[] = [];
  for (let row = first[key]!; row !== END; row = next[row]!) rows.push(row);
  return rows;
}
