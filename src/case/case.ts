// A case in memory: the records and the indexes over them. Its only writer is `apply(diff)`.
import { changesOf, type Diff } from './diff.ts';
import type { CaseRecord, Claim, Entity, Header, Id, Judgement, Relation, Source, View } from './records.ts';
import { Model } from './schema.ts';

/**
 * The claims behind a small interface, so that another store (columns, a file, a database) can stand in.
 * Nothing outside this room holds all claims at once.
 */
export interface ClaimStore {
  readonly size: number;
  claim(id: Id): Claim | undefined;
  /** Claims about an entity or a relation, in no promised order. Live: copy it before changing the case. */
  claimsOf(subject: Id): readonly Claim[];
  /** Claims whose value is this entity: the ends of its relations, the events it is named in. */
  claimsNaming(entity: Id): readonly Claim[];
  subjects(): Iterable<Id>;
  [Symbol.iterator](): Iterator<Claim>;
}

export interface ReadonlyCase {
  readonly header: Header;
  readonly model: Model;
  readonly claims: ClaimStore;
  source(id: Id): Source | undefined;
  sources(): Iterable<Source>;
  entity(id: Id): Entity | undefined;
  entities(): Iterable<Entity>;
  relation(id: Id): Relation | undefined;
  relations(): Iterable<Relation>;
  judgements(): Iterable<Judgement>;
  views(): Iterable<View>;
  /** The schema's name of an entity or a relation. */
  schemaOf(subject: Id): string | undefined;
  /** Goes up by one with each applied diff. */
  readonly version: number;
  /** Calls back after each applied diff; returns the way to stop. */
  listen(heard: (diff: Diff) => void): () => void;
}

export const NEW_HEADER: Header = { kind: 'header', id: 'case', name: 'Untitled case' };

type Tables = {
  [K in Exclude<CaseRecord['kind'], 'header' | 'claim'>]: Map<Id, Extract<CaseRecord, { kind: K }>>;
};

export class Case implements ReadonlyCase {
  #header = NEW_HEADER;
  #model = new Model();
  #version = 0;
  readonly #tables: Tables = {
    source: new Map(),
    entity: new Map(),
    relation: new Map(),
    judgement: new Map(),
    view: new Map(),
  };
  readonly #claims: MemoryClaims;
  readonly #listeners = new Set<(diff: Diff) => void>();

  constructor(records: Iterable<CaseRecord> = []) {
    this.#claims = new MemoryClaims((claim) => this.#namesEntity(claim));
    const all = [...records];
    for (const record of all) if (record.kind !== 'claim') this.#put(record);
    for (const record of all) if (record.kind === 'claim') this.#put(record);
  }

  get header(): Header {
    return this.#header;
  }
  get model(): Model {
    return this.#model;
  }
  get claims(): ClaimStore {
    return this.#claims;
  }
  get version(): number {
    return this.#version;
  }
  source(id: Id) {
    return this.#tables.source.get(id);
  }
  sources() {
    return this.#tables.source.values();
  }
  entity(id: Id) {
    return this.#tables.entity.get(id);
  }
  entities() {
    return this.#tables.entity.values();
  }
  relation(id: Id) {
    return this.#tables.relation.get(id);
  }
  relations() {
    return this.#tables.relation.values();
  }
  judgements() {
    return this.#tables.judgement.values();
  }
  views() {
    return this.#tables.view.values();
  }
  schemaOf(subject: Id) {
    return (this.entity(subject) ?? this.relation(subject))?.schema;
  }

  /** The stored record of that kind and id. */
  record(kind: CaseRecord['kind'], id: Id): CaseRecord | undefined {
    if (kind === 'header') return this.#header;
    return kind === 'claim' ? this.#claims.claim(id) : this.#tables[kind].get(id);
  }

  /** Every record: header, sources, entities, relations, claims, judgements, views. */
  *records(): Generator<CaseRecord> {
    yield this.#header;
    yield* this.sources();
    yield* this.entities();
    yield* this.relations();
    yield* this.#claims;
    yield* this.judgements();
    yield* this.views();
  }

  apply(diff: Diff): void {
    const claims: Claim[] = [];
    const retyped = new Set<Id>();
    for (const { from, to } of changesOf(diff)) {
      if (from && !to) this.#take(from);
      if (to?.kind === 'claim') claims.push(to);
      else if (to) this.#put(to);
      if (schemaIn(from) !== schemaIn(to)) retyped.add((from ?? to)!.id);
    }
    // Last, since a claim is indexed by its subject's type; then those that stood before their subject came, went or changed.
    for (const claim of claims) this.#put(claim);
    for (const subject of retyped) for (const claim of [...this.#claims.claimsOf(subject)]) this.#put(claim);
    this.#version++;
    for (const heard of this.#listeners) heard(diff);
  }

  listen(heard: (diff: Diff) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  #put(record: CaseRecord): void {
    if (record.kind === 'header') this.#setHeader(record);
    else if (record.kind === 'claim') this.#claims.put(record);
    else (this.#tables[record.kind] as Map<Id, CaseRecord>).set(record.id, record);
  }

  #take(record: CaseRecord): void {
    if (record.kind === 'header') this.#setHeader(NEW_HEADER);
    else if (record.kind === 'claim') this.#claims.take(record);
    else this.#tables[record.kind].delete(record.id);
  }

  #setHeader(header: Header): void {
    const sameTypes = header.schemata === this.#header.schemata;
    this.#header = header;
    if (sameTypes) return;
    this.#model = new Model(header.schemata);
    this.#claims.reindex();
  }

  #namesEntity(claim: Claim): boolean {
    const schema = this.schemaOf(claim.subject);
    return schema !== undefined && this.#model.property(schema, claim.property)?.type === 'entity';
  }
}

const schemaIn = (record: CaseRecord | undefined): string | undefined =>
  record && 'schema' in record ? record.schema : undefined;

const NONE: readonly Claim[] = [];

/** Claims in maps by id, subject and named entity: right for the case of a person at work, some 100,000 claims. */
class MemoryClaims implements ClaimStore {
  readonly #byId = new Map<Id, Claim>();
  readonly #bySubject = new Map<Id, Claim[]>();
  readonly #byNamed = new Map<Id, Claim[]>();
  readonly #namesEntity: (claim: Claim) => boolean;

  constructor(namesEntity: (claim: Claim) => boolean) {
    this.#namesEntity = namesEntity;
  }

  get size(): number {
    return this.#byId.size;
  }
  claim(id: Id) {
    return this.#byId.get(id);
  }
  claimsOf(subject: Id) {
    return this.#bySubject.get(subject) ?? NONE;
  }
  claimsNaming(entity: Id) {
    return this.#byNamed.get(entity) ?? NONE;
  }
  subjects() {
    return this.#bySubject.keys();
  }
  [Symbol.iterator]() {
    return this.#byId.values();
  }

  put(claim: Claim): void {
    const standing = this.#byId.get(claim.id);
    if (standing) this.take(standing);
    this.#byId.set(claim.id, claim);
    add(this.#bySubject, claim.subject, claim);
    if (this.#namesEntity(claim)) add(this.#byNamed, claim.value, claim);
  }

  take(claim: Claim): void {
    if (!this.#byId.delete(claim.id)) return;
    drop(this.#bySubject, claim.subject, claim);
    drop(this.#byNamed, claim.value, claim);
  }

  /** A changed vocabulary may change which values are entities. */
  reindex(): void {
    this.#byNamed.clear();
    for (const claim of this.#byId.values())
      if (this.#namesEntity(claim)) add(this.#byNamed, claim.value, claim);
  }
}

function add(index: Map<Id, Claim[]>, key: Id, claim: Claim): void {
  const list = index.get(key);
  if (list) list.push(claim);
  else index.set(key, [claim]);
}

function drop(index: Map<Id, Claim[]>, key: Id, claim: Claim): void {
  const list = index.get(key);
  const at = list?.findIndex((other) => other.id === claim.id) ?? -1;
  if (!list || at < 0) return;
  if (list.length === 1) index.delete(key);
  else list.splice(at, 1);
}
