// The relations of a case: a map of records, and beneath it packed ones that become records when asked for.
import { relationAt, type Packed } from './packed.ts';
import type { Id, Relation } from './records.ts';

export class RelationTable {
  readonly #own = new Map<Id, Relation>();
  readonly #packed: Packed | undefined;
  /** Packed ones that were taken away or stand among the records now. */
  readonly #replaced = new Set<number>();

  constructor(packed?: Packed) {
    this.#packed = packed;
  }

  get(id: Id): Relation | undefined {
    const own = this.#own.get(id);
    const at = own ? undefined : this.#asleep(id);
    return at === undefined ? own : relationAt(this.#packed!, at);
  }

  set(id: Id, relation: Relation): void {
    this.#replace(id);
    this.#own.set(id, relation);
  }

  delete(id: Id): void {
    this.#replace(id);
    this.#own.delete(id);
  }

  *values(): Generator<Relation> {
    const packed = this.#packed;
    for (let i = packed?.entities ?? 0; packed && i < packed.subjects.length; i++)
      if (!this.#replaced.has(i)) yield relationAt(packed, i);
    yield* this.#own.values();
  }

  #asleep(id: Id): number | undefined {
    const at = this.#packed?.index.get(id);
    return at === undefined || at < this.#packed!.entities || this.#replaced.has(at) ? undefined : at;
  }

  #replace(id: Id): void {
    const at = this.#asleep(id);
    if (at !== undefined) this.#replaced.add(at);
  }
}
