// A case in memory: the records and the indexes over them. Its only writer is `apply(diff)`.
import { changesOf, type Diff } from './diff.ts';
import { MemoryClaims } from './memoryClaims.ts';
import { entityAt, type Packed } from './packed.ts';
import { RelationTable } from './relationTable.ts';
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
  /** Goes up with each applied diff that changes more than views: what was worked out from the claims is old then. */
  readonly edition: number;
  /** Calls back after each applied diff; returns the way to stop. */
  listen(heard: (diff: Diff) => void): () => void;
}

export const NEW_HEADER: Header = { kind: 'header', id: 'case', name: 'Untitled case' };

type TableKind = Exclude<CaseRecord['kind'], 'header' | 'claim'>;
interface Table<R> {
  get(id: Id): R | undefined;
  set(id: Id, record: R): void;
  delete(id: Id): void;
  values(): IterableIterator<R>;
}
type Tables = { [K in TableKind]: Table<Extract<CaseRecord, { kind: K }>> };

export class Case implements ReadonlyCase {
  #header = NEW_HEADER;
  #model = new Model();
  #version = 0;
  #edition = 0;
  readonly #tables: Tables;
  readonly #claims: MemoryClaims;
  readonly #listeners = new Set<(diff: Diff) => void>();

  /** What is packed stands before the records; neither is changed. */
  constructor(records: Iterable<CaseRecord> = [], packed?: Packed) {
    this.#tables = {
      source: new Map(),
      entity: new Map(),
      relation: packed ? new RelationTable(packed) : new Map(),
      judgement: new Map(),
      view: new Map(),
    };
    for (let i = 0; packed && i < packed.entities; i++) this.#put(entityAt(packed, i));
    this.#claims = new MemoryClaims(
      (claim) => this.#namesEntity(claim),
      (schema, property) => this.#takesEntity(schema, property),
      packed,
    );
    const claims: Claim[] = [];
    for (const record of records) {
      if (record.kind === 'claim') claims.push(record);
      else this.#put(record);
    }
    for (const claim of claims) this.#claims.put(claim);
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
  get edition(): number {
    return this.#edition;
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
    let evidence = false;
    for (const { from, to } of changesOf(diff)) {
      evidence ||= (to ?? from)!.kind !== 'view';
      if (from && !to) this.#take(from);
      if (to?.kind === 'claim') claims.push(to);
      else if (to) this.#put(to);
      if (schemaIn(from) !== schemaIn(to)) retyped.add((from ?? to)!.id);
    }
    // Last, since a claim is indexed by its subject's type; then those that stood before their subject came, went or changed.
    for (const claim of claims) this.#put(claim);
    for (const subject of retyped) for (const claim of [...this.#claims.claimsOf(subject)]) this.#put(claim);
    this.#version++;
    if (evidence) this.#edition++;
    for (const heard of this.#listeners) heard(diff);
  }

  listen(heard: (diff: Diff) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  #put(record: CaseRecord): void {
    if (record.kind === 'header') this.#setHeader(record);
    else if (record.kind === 'claim') this.#claims.put(record);
    else (this.#tables[record.kind] as Table<CaseRecord>).set(record.id, record);
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
    return schema !== undefined && this.#takesEntity(schema, claim.property);
  }

  #takesEntity(schema: string, property: string): boolean {
    return this.#model.property(schema, property)?.type === 'entity';
  }
}

const schemaIn = (record: CaseRecord | undefined): string | undefined =>
  record && 'schema' in record ? record.schema : undefined;
