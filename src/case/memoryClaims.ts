// The claims of a case in memory: maps of records, and beneath them columns whose rows become records when first asked for.
import { claimId } from './claimId.ts';
import type { ClaimStore } from './case.ts';
import type { Packed } from './packed.ts';
import { PackedClaims } from './packedClaims.ts';
import type { Claim, Id } from './records.ts';

const NONE: readonly Claim[] = [];

export class MemoryClaims implements ClaimStore {
  readonly #byId = new Map<Id, Claim>();
  readonly #bySubject = new Map<Id, Claim[]>();
  readonly #byNamed = new Map<Id, Claim[]>();
  readonly #namesEntity: (claim: Claim) => boolean;
  readonly #packed: PackedClaims | undefined;
  /** By packed subject: 1 once its claims are records in the maps. */
  readonly #awake: Uint8Array;
  /** Rows that are not records yet. */
  #asleep: number;

  /** `namesEntity` says of a claim, `takesEntity` of a property of a type, whether values are entities. */
  constructor(
    namesEntity: (claim: Claim) => boolean,
    takesEntity: (schema: string, property: string) => boolean,
    packed?: Packed,
  ) {
    this.#namesEntity = namesEntity;
    this.#packed = packed && new PackedClaims(packed, takesEntity);
    this.#awake = new Uint8Array(packed?.subjects.length ?? 0);
    this.#asleep = packed?.subject.length ?? 0;
  }

  get size(): number {
    return this.#byId.size + this.#asleep;
  }

  claim(id: Id) {
    const known = this.#byId.get(id);
    if (known || !this.#packed || this.#asleep === 0) return known;
    for (const row of this.#packed.rowsLike(id)) this.#wake(this.#packed.packed.subject[row]!);
    return this.#byId.get(id);
  }

  claimsOf(subject: Id) {
    this.#wakeSubject(subject);
    return this.#bySubject.get(subject) ?? NONE;
  }

  claimsNaming(entity: Id) {
    const packed = this.#packed;
    if (packed && this.#asleep > 0)
      for (const row of packed.rowsNaming(entity)) this.#wake(packed.packed.subject[row]!);
    return this.#byNamed.get(entity) ?? NONE;
  }

  *subjects() {
    const packed = this.#packed?.packed;
    for (let i = 0; packed && i < packed.subjects.length; i++) {
      const id = packed.subjects[i]!;
      if (this.#awake[i] === 0 || this.#bySubject.has(id)) yield id;
    }
    for (const id of this.#bySubject.keys()) if (!packed?.index.has(id)) yield id;
  }

  /** Those of the maps, then the rows: what the caller wakes meanwhile comes once. */
  *[Symbol.iterator]() {
    if (!this.#packed || this.#asleep === 0) return yield* this.#byId.values();
    const before = this.#awake.slice();
    yield* [...this.#byId.values()];
    for (let row = 0; row < this.#packed.length; row++) {
      const subject = this.#packed.packed.subject[row]!;
      if (before[subject] === 1) continue;
      const claim = this.#packed.claim(row);
      if (this.#awake[subject] === 0) yield claim;
      else if (this.#byId.has(claim.id)) yield this.#byId.get(claim.id)!;
    }
  }

  put(claim: Claim): void {
    this.#wakeSubject(claim.subject);
    const standing = this.#standing(claim);
    if (standing) this.take(standing);
    this.#put(claim);
  }

  take(claim: Claim): void {
    this.#wakeSubject(claim.subject);
    if (!this.#byId.delete(claim.id)) return;
    drop(this.#bySubject, claim.subject, claim);
    drop(this.#byNamed, claim.value, claim);
  }

  /** A changed vocabulary may change which values are entities. */
  reindex(): void {
    this.#packed?.forgetNamed();
    this.#byNamed.clear();
    for (const claim of this.#byId.values())
      if (this.#namesEntity(claim)) add(this.#byNamed, claim.value, claim);
  }

  /** A claim whose id is made as it should be can only stand at its own subject, which is awake. */
  #standing(claim: Claim): Claim | undefined {
    const known = this.#byId.get(claim.id);
    if (known || this.#asleep === 0 || claimId(claim) === claim.id) return known;
    return this.claim(claim.id);
  }

  #put(claim: Claim): void {
    this.#byId.set(claim.id, claim);
    add(this.#bySubject, claim.subject, claim);
    if (this.#namesEntity(claim)) add(this.#byNamed, claim.value, claim);
  }

  #wakeSubject(id: Id): void {
    if (!this.#packed || this.#asleep === 0) return;
    const subject = this.#packed.packed.index.get(id);
    if (subject !== undefined) this.#wake(subject);
  }

  #wake(subject: number): void {
    if (this.#awake[subject] === 1) return;
    this.#awake[subject] = 1;
    for (const row of this.#packed!.rowsOf(subject)) {
      this.#asleep--;
      this.#put(this.#packed!.claim(row));
    }
  }
}

function add(index: Map<Id, Claim[]>, key: Id, claim: Claim): void {
  const list = index.get(key);
  if (!list) index.set(key, [claim]);
  // An array that is pushed to keeps room for 16 more, which most subjects never need.
  else if (list.length < 6) index.set(key, [...list, claim]);
  else list.push(claim);
}

function drop(index: Map<Id, Claim[]>, key: Id, claim: Claim): void {
  const list = index.get(key);
  const at = list?.findIndex((other) => other.id === claim.id) ?? -1;
  if (!list || at < 0) return;
  if (list.length === 1) index.delete(key);
  else list.splice(at, 1);
}
