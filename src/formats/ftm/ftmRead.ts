// FollowTheMoney entities → records: fragments of one id merged, nested entities laid flat, statements taken as claims.
import { claimOf } from '../../case/claimId.ts';
import type { Claim, Id, PropertyAddition, SchemaAddition } from '../../case/records.ts';
import { Model } from '../../case/schema.ts';
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { quoted } from '../collecting.ts';
import { FILE, type Sink } from '../format.ts';
import { trueValues, type Said } from './ftmCopies.ts';
import { NOTE_HOLDERS, readNote } from './ftmValues.ts';
import { safeId } from './ftmWrite.ts';
import { linesOf, replayable, wholeText } from '../text.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const MODEL = new Model();

/** Entities inside entities, as Aleph nests them; deeper is a mistake or an attack. */
const DEEPEST = 32;
/** Keys of an entity that are read; others are told of. */
const KNOWN = new Set(['id', 'schema', 'properties', 'statements', 'datasets', 'caption', 'referents']);

interface Found {
  schema: string;
  readonly where: string;
  /** Values by property: claims wait until the notes of all fragments are known. */
  readonly said: Map<string, Said[]>;
}

export class FtmReader {
  readonly #sink: Sink;
  readonly #found = new Map<Id, Found>();
  readonly #datasets = new Set<string>();
  readonly #leftOut = new Map<string, number>();
  readonly #additions = new Map<string, Map<string, PropertyAddition>>();
  /** Ids that Clew had replaced, by what they were. */
  readonly #original = new Map<Id, Id>();

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Lines of JSON; where the first line is none, the whole is taken as one JSON document. */
  async read(chunks: AsyncIterable<Uint8Array>, job: Job): Promise<void> {
    const pieces = replayable(chunks);
    let number = 0;
    for await (const line of linesOf(pieces.all())) {
      number++;
      if (number % 1000 === 0 && job.cancelled()) throw new Cancelled();
      if (line.trim() === '') continue;
      const data = parsed(line);
      if (data === undefined && this.#found.size === 0 && number < 3)
        return this.#readWhole(await wholeText(pieces.again()));
      pieces.forget();
      if (data === undefined)
        this.#refuse(`line ${number}`, 'The line is no JSON and was left out; the file may be cut off.');
      else this.#line(data, `line ${number}`);
    }
    this.#finish();
  }

  #readWhole(text: string): void {
    const data = parsed(text);
    if (data === undefined)
      throw new InputError('This is neither JSON nor lines of JSON. It may be cut off; get the file again.');
    const inside = isObject(data) ? (data.results ?? data.entities ?? [data]) : data;
    for (const [i, item] of (Array.isArray(inside) ? inside : []).entries())
      this.#line(item, `entity ${i + 1}`);
    this.#finish();
  }

  #line(data: unknown, where: string): void {
    if (Array.isArray(data) && !data.some(Array.isArray))
      return data.forEach((item, i) => this.#line(item, `${where}, entity ${i + 1}`));
    if (!isObject(data)) return this.#refuse(where, 'This is no entity; it was left out.');
    if (!isObject(data.entity) || typeof data.op !== 'string') return void this.#entity(data, where, 0);
    if (data.op === 'DEL')
      this.#refuse(where, `The file takes ${quoted(String(data.entity.id))} away; taking away is not read.`);
    else this.#entity(data.entity, where, 0);
  }

  /** Returns the entity's id. */
  #entity(data: Json, where: string, depth: number): Id | undefined {
    const id = typeof data.id === 'number' ? String(data.id) : data.id;
    if (typeof id !== 'string' || id === '' || typeof data.schema !== 'string') {
      this.#refuse(where, 'An entity has no id or no schema; it was left out.');
      return undefined;
    }
    const found = this.#fragment(id, data.schema, where);
    const was = Array.isArray(data.referents) && data.referents.length === 1 ? data.referents[0] : undefined;
    if (typeof was === 'string' && was !== id && safeId(was) === id) this.#original.set(id, was);
    const datasets = (Array.isArray(data.datasets) ? data.datasets : []).filter(
      (name) => typeof name === 'string',
    );
    const dataset = datasets.length === 1 ? datasets[0] : undefined;
    for (const [property, values] of Object.entries(isObject(data.properties) ? data.properties : {})) {
      for (const value of [values].flat()) this.#value(found, property, value, { where, dataset }, depth);
    }
    for (const statement of Array.isArray(data.statements) ? data.statements : [])
      this.#statement(found, statement, where);
    for (const key of Object.keys(data))
      if (!KNOWN.has(key)) this.#leftOut.set(key, (this.#leftOut.get(key) ?? 0) + 1);
    return id;
  }

  /** The entity as known so far. Of two types the narrower counts, if one is a kind of the other. */
  #fragment(id: Id, schema: string, where: string): Found {
    const known = this.#found.get(id);
    if (!known) {
      const found = { schema, where, said: new Map<string, Said[]>() };
      this.#found.set(id, found);
      return found;
    }
    if (MODEL.isA(schema, known.schema)) known.schema = schema;
    else if (!MODEL.isA(known.schema, schema)) {
      const what = `${quoted(id)} is ${schema} here and ${known.schema} before; it stays the latter.`;
      this.#sink.problem({ outcome: 'kept', where, what });
    }
    return known;
  }

  #value(
    found: Found,
    property: string,
    value: unknown,
    at: { where: string; dataset?: string },
    depth: number,
  ): void {
    if (value === null || value === '') return;
    const known = MODEL.property(found.schema, property);
    if (isObject(value)) {
      if (depth >= DEEPEST)
        return this.#refuse(
          at.where,
          `Entities lie more than ${DEEPEST} deep in one another; the rest was left out.`,
        );
      const id = this.#entity(value, at.where, depth + 1);
      if (id !== undefined && !known?.stub)
        this.#say(found, property, { value: id, stance: 'affirmed', ...at });
    } else if (Array.isArray(value))
      this.#refuse(at.where, `${quoted(property)} holds a list in a list; it was left out.`);
    // The reverse of a property stored on the other side.
    else if (!known?.stub) this.#say(found, property, { value: String(value), stance: 'affirmed', ...at });
  }

  #statement(found: Found, data: unknown, where: string): void {
    if (!isObject(data) || typeof data.prop !== 'string' || typeof data.value !== 'string') {
      return this.#refuse(where, 'A statement has no property or no value; it was left out.');
    }
    if (data.prop === 'id') return;
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    this.#say(found, data.prop, {
      value: data.value,
      stance: 'affirmed',
      where,
      dataset: text(data.dataset),
      language: text(data.lang),
      original: text(data.original_value),
    });
  }

  #say(found: Found, property: string, said: Said): void {
    const note = NOTE_HOLDERS.some((holder) => holder === property) ? readNote(said.value) : undefined;
    if (!note) return void push(found.said, property, said);
    const stance = note.mark === 'as stated' ? 'affirmed' : note.mark;
    push(found.said, note.property, { ...said, value: note.value, stance, noted: true });
  }

  #finish(): void {
    const stubs = this.#stubs();
    for (const [id, found] of this.#found) this.#emit(id, found);
    for (const [id, { schema, where }] of stubs) {
      this.#sink.record({ kind: 'entity', id, schema }, where);
      this.#sink.record(
        claimOf({ subject: id, property: 'id', value: id, source: FILE, stance: 'affirmed' }),
        where,
      );
      this.#sink.problem({
        outcome: 'mended',
        where,
        what: `A relation ends at ${quoted(id)}, which is not in the file; it was added.`,
      });
    }
    for (const name of this.#datasets)
      this.#sink.record({ kind: 'source', id: name, title: name, form: 'dataset' }, name);
    this.#tellAdditions();
    for (const [key, count] of this.#leftOut)
      this.#refuse('the file', `${quoted(key)} of ${count} entities is no claim and was left out.`);
  }

  /** Ends of relations that the file does not hold. */
  #stubs(): Map<Id, { schema: string; where: string }> {
    const stubs = new Map<Id, { schema: string; where: string }>();
    for (const { schema, said } of this.#found.values()) {
      const { edge, properties } = MODEL.schema(schema);
      for (const end of edge ? [edge.source, edge.target] : []) {
        for (const { value, where } of said.get(end) ?? []) {
          if (!this.#found.has(value))
            stubs.set(value, { schema: properties.get(end)?.range ?? 'Thing', where });
        }
      }
    }
    return stubs;
  }

  #emit(id: Id, { schema, where, said }: Found): void {
    const { edge, properties } = MODEL.schema(schema);
    const subject = this.#original.get(id) ?? id;
    const isRelation = edge !== undefined && said.has(edge.source) && said.has(edge.target);
    this.#sink.record({ kind: isRelation ? 'relation' : 'entity', id: subject, schema }, where);
    if (!MODEL.has(schema)) this.#addProperty(schema);
    let claims = 0;
    for (const [property, one] of trueValues(said, MODEL.schema(schema))) {
      if (!properties.has(property)) this.#addProperty(schema, property);
      const isReference = properties.get(property)?.type === 'entity';
      const value = isReference ? (this.#original.get(one.value) ?? one.value) : one.value;
      this.#sink.record(this.#claim(subject, property, { ...one, value }), one.where);
      claims++;
    }
    if (claims === 0)
      this.#sink.record(
        claimOf({ subject, property: 'id', value: subject, source: FILE, stance: 'affirmed' }),
        where,
      );
  }

  #claim(subject: Id, property: string, { value, stance, where, dataset, language, original }: Said): Claim {
    if (dataset !== undefined) this.#datasets.add(dataset);
    return claimOf({
      subject,
      property,
      value,
      ...(original !== undefined && original !== value && { original }),
      source: FILE,
      ...(dataset !== undefined && { via: [dataset] }),
      stance,
      ...(language !== undefined && { language }),
      locators: [{ place: where }],
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

  #refuse(where: string, what: string): void {
    this.#sink.problem({ outcome: 'refused', where, what });
  }
}

function push(said: Map<string, Said[]>, property: string, value: Said): void {
  const values = said.get(property);
  if (values) values.push(value);
  else said.set(property, [value]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
