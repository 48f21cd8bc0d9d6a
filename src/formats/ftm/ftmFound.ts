// What files of FollowTheMoney say, gathered by entity until all fragments are known, then told as records.
import { claimOf } from '../../case/claimId.ts';
import type { Claim, Id, PropertyAddition, SchemaAddition } from '../../case/records.ts';
import { Model } from '../../case/schema.ts';
import { quoted } from '../collecting.ts';
import type { Cargo } from '../carrier.ts';
import { FILE, type Sink } from '../format.ts';
import { trueValues, type Said } from './ftmCopies.ts';
import { safeId } from './ftmIds.ts';
import { NOTE_HOLDERS, readNote } from './ftmValues.ts';

export const MODEL = new Model();

export interface Found {
  schema: string;
  readonly where: string;
  /** Values by property: claims wait until the notes of all fragments are known. */
  readonly said: Map<string, Said[]>;
}

export class FtmFound {
  readonly #sink: Sink;
  readonly #found = new Map<Id, Found>();
  readonly #datasets = new Set<string>();
  readonly #additions = new Map<string, Map<string, PropertyAddition>>();
  /** Entities and sources whose records are told elsewhere. */
  readonly #carried = new Set<Id>();
  readonly #told = new Set<Id>();
  /** Ids that Clew had replaced, by what they were. */
  readonly #original = new Map<Id, Id>();

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  get size(): number {
    return this.#found.size + this.#carried.size;
  }

  isRelation(id: Id): boolean {
    const found = this.#found.get(id);
    return found !== undefined && isRelation(found);
  }

  /** Takes out an entity whose records are known from elsewhere. */
  carried(id: Id, { id: original, sources }: Cargo): void {
    this.#found.delete(id);
    this.#carried.add(id);
    if (original !== id) this.#original.set(id, original);
    for (const source of sources) this.#told.add(source.id);
  }

  has(id: Id): boolean {
    return this.#found.has(id);
  }

  /** The entity as known so far. Of two types the narrower counts, if one is a kind of the other. */
  fragment(id: Id, schema: string, where: string): Found {
    const known = this.#found.get(id);
    if (!known) {
      const found = { schema, where, said: new Map<string, Said[]>() };
      this.#found.set(id, found);
      return found;
    }
    if (known.schema === schema || MODEL.isA(known.schema, schema)) return known;
    if (MODEL.isA(schema, known.schema)) known.schema = schema;
    else {
      const what = `${quoted(id)} is ${schema} here and ${known.schema} before; it stays the latter.`;
      this.#sink.problem({ outcome: 'kept', where, what });
    }
    return known;
  }

  /** Takes note that `id` stands for `was`, if it is the hash that Clew would put there. */
  replaced(id: Id, was: Id): boolean {
    if (was === id || safeId(was) !== id) return false;
    this.#original.set(id, was);
    return true;
  }

  /** The id in the case that Clew wrote the file from. */
  originalOf(id: Id): Id {
    return this.#original.get(id) ?? id;
  }

  say(found: Found, property: string, said: Said): void {
    const note = NOTE_HOLDERS.some((holder) => holder === property) ? readNote(said.value) : undefined;
    if (!note) return void push(found.said, property, said);
    const stance = note.mark === 'as stated' ? 'affirmed' : note.mark;
    push(found.said, note.property, { ...said, value: note.value, stance, noted: true });
  }

  /** Tells the sink: entities and relations with their claims, sources, and the types that the model lacks. */
  finish(): void {
    const stubs = this.#stubs();
    for (const [id, found] of this.#found) this.#emit(id, found);
    for (const [id, { schema, where }] of stubs) {
      this.#sink.record({ kind: 'entity', id, schema }, where);
      this.#sink.record(existence(id), where);
      this.#sink.problem({
        outcome: 'mended',
        where,
        what: `A relation ends at ${quoted(id)}, which is not in the file; it was added.`,
      });
    }
    for (const name of this.#datasets)
      if (!this.#told.has(name))
        this.#sink.record({ kind: 'source', id: name, title: name, form: 'dataset' }, name);
    this.#tellAdditions();
  }

  /** Ends of relations that the file does not hold. */
  #stubs(): Map<Id, { schema: string; where: string }> {
    const stubs = new Map<Id, { schema: string; where: string }>();
    for (const { schema, said } of this.#found.values()) {
      const { edge, properties } = MODEL.schema(schema);
      for (const end of edge ? [edge.source, edge.target] : []) {
        for (const { value, where } of said.get(end) ?? []) {
          if (!this.#found.has(value) && !this.#carried.has(value))
            stubs.set(value, { schema: properties.get(end)?.range ?? 'Thing', where });
        }
      }
    }
    return stubs;
  }

  #emit(id: Id, { schema, where, said }: Found): void {
    const { properties } = MODEL.schema(schema);
    const subject = this.originalOf(id);
    const kind = isRelation({ schema, said }) ? 'relation' : 'entity';
    this.#sink.record({ kind, id: subject, schema }, where);
    if (!MODEL.has(schema)) this.#addProperty(schema);
    const claims = new Set<Id>();
    for (const [property, one] of trueValues(said, MODEL.schema(schema))) {
      if (property !== 'id' && !properties.has(property)) this.#addProperty(schema, property);
      const isReference = property === 'id' || properties.get(property)?.type === 'entity';
      const claim = this.#claim(subject, property, isReference ? this.originalOf(one.value) : one.value, one);
      if (claims.has(claim.id)) continue;
      claims.add(claim.id);
      this.#sink.record(claim, one.where);
    }
    if (claims.size === 0) this.#sink.record(existence(subject), where);
  }

  #claim(subject: Id, property: string, value: string, said: Said): Claim {
    const { stance, where, source, dataset, language, original } = said;
    for (const name of [source, dataset]) if (name !== undefined) this.#datasets.add(name);
    return claimOf({
      subject,
      property,
      value,
      ...(original !== undefined && original !== value && { original }),
      source: source ?? FILE,
      ...(dataset !== undefined && { via: [dataset] }),
      stance,
      ...(language !== undefined && { language }),
      // The place is one in the file: it locates what the file says itself.
      ...(source === undefined && { locators: [{ place: where }] }),
    });
  }

  #addProperty(schema: string, name?: string): void {
    const properties = this.#additions.get(schema) ?? new Map<string, PropertyAddition>();
    this.#additions.set(schema, properties);
    if (name !== undefined) properties.set(name, { name, label: name, type: 'string' });
  }

  #tellAdditions(): void {
    if (this.#additions.size === 0) return;
    const schemata = Array.from(this.#additions, ([name, properties]): SchemaAddition => {
      const { label, lineage } = MODEL.schema(name);
      return { name, label, extends: lineage.slice(1, 2), properties: [...properties.values()] };
    });
    this.#sink.record({ kind: 'header', id: 'case', name: '', schemata }, 'the file');
  }
}

function isRelation({ schema, said }: Pick<Found, 'schema' | 'said'>): boolean {
  const { edge } = MODEL.schema(schema);
  return edge !== undefined && said.has(edge.source) && said.has(edge.target);
}

const existence = (subject: Id): Claim =>
  claimOf({ subject, property: 'id', value: subject, source: FILE, stance: 'affirmed' });

function push(said: Map<string, Said[]>, property: string, value: Said): void {
  const values = said.get(property);
  if (values) values.push(value);
  else said.set(property, [value]);
}
