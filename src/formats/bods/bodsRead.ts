// Reads BODS: entities and persons become nodes, each interest of a relationship an edge from who holds it.
import type { Attribute, Sink } from '../format.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { plain } from '../jsonValues.ts';
import { readRemainder, type ReadRemainder } from '../remainder.ts';
import { Tally } from '../tally.ts';
import {
  attributesOfInterest,
  attributesOfRecord,
  attributesOfStatement,
  objectsIn,
  type Found,
} from './bodsFields.ts';
import { recordsIn, statementsIn, type BodsRecord } from './bodsRecords.ts';
import { interestName, schemaOfEntity, tieOf } from './bodsWords.ts';

export function readBods(text: string, sink: Sink): void {
  const tally = new Tally();
  const records = recordsIn(statementsIn(text, tally), tally);
  const reader = new BodsReader(records, sink, tally);
  for (const record of records) reader.record(record);
  tally.tell((problem) => sink.problem(problem));
}

class BodsReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  /** Ids in the case, by record and by statement, since both are used to refer to one. */
  readonly #ids = new Map<string, string>();
  /** Why somebody is not named, by the record that lacks them. */
  readonly #reasons = new Map<string, string[]>();

  constructor(records: readonly BodsRecord[], sink: Sink, tally: Tally) {
    this.#sink = sink;
    this.#tally = tally;
    for (const { id, kind, statement, details } of records) {
      if (kind === 'relationship') this.#noteReason(details);
      else {
        const own = readRemainder(statement.get('clew'))?.id ?? id;
        for (const name of [statementId(statement), id]) if (name !== undefined) this.#ids.set(name, own);
      }
    }
  }

  record(record: BodsRecord): void {
    if (record.kind === 'relationship') this.#relationship(record);
    else this.#node(record);
  }

  #node({ id, kind, statement, details, where }: BodsRecord): void {
    const remainder = readRemainder(statement.get('clew'));
    const type = details.get('entityType');
    const schema =
      kind === 'person' ? 'Person' : schemaOfEntity(isObject(type) ? plain(type.get('type')) : undefined);
    const found = nodeFields({ kind, statement, details }, this.#reasons.get(id), where, this.#tally);
    const label = found.get('name')?.values[0];
    const attributes = withRemainder(found, remainder);
    const { x, y } = remainder ?? {};
    const place = x !== undefined && y !== undefined ? { x, y } : {};
    this.#sink.node({
      id: remainder?.id ?? id,
      type: remainder?.type ?? schema,
      label,
      attributes,
      ...place,
      where,
    });
  }

  #relationship({ id, statement, details, where }: BodsRecord): void {
    const [party, subject] = ['interestedParty', 'subject'].map((end) => endOf(details.get(end)));
    if (party === undefined || subject === undefined) {
      const named = party ?? subject;
      if (named === undefined || !this.#ids.has(named))
        this.#tally.add('refused', 'A relationship that names neither of its ends was left out.', where);
      return;
    }
    const interests = objectsIn(details.get('interests'));
    const all = interests.length > 0 ? interests : [undefined];
    all.forEach((interest, i) => {
      const remainder = readRemainder(interest?.get('clew'));
      const found = edgeFields(statement, details, interest, where, this.#tally);
      if (all.length > 1) found.set('recordId', { type: 'string', values: [id] });
      this.#sink.edge({
        id: remainder?.id ?? (i === 0 ? id : `${id} ${i + 1}`),
        source: this.#ids.get(party) ?? party,
        target: this.#ids.get(subject) ?? subject,
        directed: remainder?.directed ?? true,
        type: remainder?.type ?? tieOf(interestName(plain(interest?.get('type')) ?? '')),
        ...{ attributes: withRemainder(found, remainder), where },
      });
    });
  }

  /** A relationship to nobody says why there is nobody: a value of the one end that it names. */
  #noteReason(details: JsonObject): void {
    const [party, subject] = ['interestedParty', 'subject'].map((end) => endOf(details.get(end)));
    const named = party === undefined ? subject : subject === undefined ? party : undefined;
    const missing = details.get(party === undefined ? 'interestedParty' : 'subject');
    if (named === undefined || !isObject(missing)) return;
    const words = [plain(missing.get('reason')), plain(missing.get('description'))];
    const reason = words.filter((word) => word !== undefined).join(': ') || 'unknown';
    this.#reasons.set(named, [...(this.#reasons.get(named) ?? []), reason]);
  }
}

const statementId = (statement: JsonObject): string | undefined =>
  plain(statement.get('statementId') ?? statement.get('statementID'));

const endOf = (json: Json | undefined): string | undefined => (typeof json === 'string' ? json : undefined);

/** All that the fields of a record of an entity or a person say, by property. The writer holds itself to this. */
export function nodeFields(
  { kind, statement, details }: Pick<BodsRecord, 'kind' | 'statement' | 'details'>,
  reasons: readonly string[] | undefined,
  where: string,
  tally: Tally,
): Found {
  const found = attributesOfRecord(kind, details, where, tally);
  for (const [name, attribute] of attributesOfStatement(statement))
    if (!found.has(name)) found.set(name, attribute);
  if (reasons) found.set('unspecifiedReason', { type: 'string', values: [...new Set(reasons)] });
  return found;
}

/** The same of one interest. */
export function edgeFields(
  statement: JsonObject,
  details: JsonObject,
  interest: JsonObject | undefined,
  where: string,
  tally: Tally,
): Found {
  const own = interest && new Map([...interest].filter(([name]) => name !== 'clew'));
  const found = attributesOfInterest(details, own, where, tally);
  for (const [name, attribute] of attributesOfStatement(statement))
    if (!found.has(name)) found.set(name, attribute);
  return found;
}

/** Fields that are no values are left out; an edited name counts all the same. */
function withRemainder(found: Found, remainder: ReadRemainder | undefined): Map<string, Attribute> {
  if (!remainder) return found;
  const attributes = new Map(remainder.attributes);
  for (const [name, attribute] of found) {
    const isEdited =
      name === 'name' && remainder.shown !== undefined && attribute.values[0] !== remainder.shown;
    if (remainder.added.has(name) && !isEdited) continue;
    const before = attributes.get(name)?.values ?? [];
    attributes.set(name, { ...attribute, values: [...new Set([...attribute.values, ...before])] });
  }
  return attributes;
}
