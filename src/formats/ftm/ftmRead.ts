// FollowTheMoney entities → records: fragments of one id merged, nested entities laid flat, statements taken as claims.
import type { Id } from '../../case/records.ts';
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { quoted } from '../collecting.ts';
import type { Sink } from '../format.ts';
import { linesOf, replayable, wholeText } from '../text.ts';
import { FtmFound, MODEL, type Found } from './ftmFound.ts';
import { languageTag } from './ftmLanguages.ts';
import { reverseOf } from './ftmModel.ts';

export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entities inside entities, as Aleph nests them; deeper is a mistake or an attack. */
const DEEPEST = 32;
/** Keys of an entity that are read; others are told of. */
const KNOWN = new Set(['id', 'schema', 'properties', 'statements', 'datasets', 'caption', 'referents']);

interface Place {
  readonly where: string;
  readonly dataset?: string;
}

export class FtmReader {
  readonly #sink: Sink;
  readonly #found: FtmFound;
  readonly #leftOut = new Map<string, number>();

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#found = new FtmFound(sink);
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
    this.entities(isObject(data) ? (data.results ?? data.entities ?? [data]) : data);
  }

  /** Reads a list of entities and tells all that it found. Returns the case's ids by the file's. */
  entities(list: unknown): (id: Id) => Id | undefined {
    for (const [i, item] of (Array.isArray(list) ? list : []).entries()) this.#line(item, `entity ${i + 1}`);
    this.#finish();
    return (id) => (this.#found.has(id) ? this.#found.originalOf(id) : undefined);
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
  #entity(data: Json, where: string, depth: number): { id: Id; found: Found } | undefined {
    const id = typeof data.id === 'number' ? String(data.id) : data.id;
    if (typeof id !== 'string' || id === '' || typeof data.schema !== 'string') {
      this.#refuse(where, 'An entity has no id or no schema; it was left out.');
      return undefined;
    }
    const found = this.#found.fragment(id, data.schema, where);
    const was = Array.isArray(data.referents) && data.referents.length === 1 ? data.referents[0] : undefined;
    if (typeof was === 'string') this.#found.replaced(id, was);
    const at = { where, ...datasetOf(data) };
    for (const [property, values] of Object.entries(isObject(data.properties) ? data.properties : {})) {
      for (const value of [values].flat()) this.#value(id, found, property, value, at, depth);
    }
    for (const statement of Array.isArray(data.statements) ? data.statements : [])
      this.#statement(found, statement, where);
    for (const key of Object.keys(data))
      if (!KNOWN.has(key)) this.#leftOut.set(key, (this.#leftOut.get(key) ?? 0) + 1);
    return { id, found };
  }

  #value(id: Id, found: Found, property: string, value: unknown, at: Place, depth: number): void {
    if (value === null || value === '') return;
    const known = MODEL.property(found.schema, property);
    if (isObject(value)) return this.#nested(id, found, property, value, at, depth);
    if (Array.isArray(value))
      return this.#refuse(at.where, `${quoted(property)} holds a list in a list; it was left out.`);
    // What is stored on the other side is said there.
    if (!known?.stub) this.#found.say(found, property, { value: String(value), stance: 'affirmed', ...at });
  }

  /** An entity in an entity's place; under a reverse property it is the one that names the entity around it. */
  #nested(id: Id, found: Found, property: string, value: Json, at: Place, depth: number): void {
    if (depth >= DEEPEST) {
      const what = `Entities lie more than ${DEEPEST} deep in one another; the rest was left out.`;
      return this.#refuse(at.where, what);
    }
    const inner = this.#entity(value, at.where, depth + 1);
    if (!inner) return;
    const { stub } = MODEL.property(found.schema, property) ?? { stub: false };
    if (!stub) return this.#found.say(found, property, { value: inner.id, stance: 'affirmed', ...at });
    const forward = reverseOf(found.schema, property);
    const dataset = datasetOf(value);
    if (forward !== undefined && MODEL.property(inner.found.schema, forward))
      this.#found.say(inner.found, forward, { value: id, stance: 'affirmed', where: at.where, ...dataset });
  }

  #statement(found: Found, data: unknown, where: string): void {
    if (!isObject(data) || typeof data.prop !== 'string' || typeof data.value !== 'string') {
      return this.#refuse(where, 'A statement has no property or no value; it was left out.');
    }
    if (data.prop === 'id') return;
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    this.#found.say(found, data.prop, {
      value: data.value,
      stance: 'affirmed',
      where,
      dataset: text(data.dataset),
      language: languageTag(text(data.lang)),
      original: text(data.original_value),
    });
  }

  #finish(): void {
    this.#found.finish();
    for (const [key, count] of this.#leftOut)
      this.#refuse('the file', `${quoted(key)} of ${count} entities is no claim and was left out.`);
  }

  #refuse(where: string, what: string): void {
    this.#sink.problem({ outcome: 'refused', where, what });
  }
}

/** The dataset, where it is one alone: of several nobody knows which says what. */
function datasetOf({ datasets }: Json): { dataset?: string } {
  const names = (Array.isArray(datasets) ? datasets : []).filter((name) => typeof name === 'string');
  return names.length === 1 ? { dataset: names[0] } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
