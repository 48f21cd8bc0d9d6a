// Reads STIX 2.0 and 2.1: objects become nodes, relationships, sightings and references become edges.
import type { Values } from '../../plugin/settings.ts';
import type { Attribute, Sink } from '../format.ts';
import { isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { attributeOfJson, plain } from '../jsonValues.ts';
import { readRemainder, type ReadRemainder } from '../remainder.ts';
import { Tally } from '../tally.ts';
import { Vocabulary } from '../vocabulary.ts';
import { ANY_TYPE, propertyOf, STIX_TYPES } from './stixFields.ts';
import { AUTHOR, ENTITY_EXTENSION, VALUES_EXTENSION } from './stixIds.ts';
import { markingName } from './stixMarkings.ts';
import {
  isReference,
  nameOfObject,
  referencesIn,
  stixObjects,
  typeOfObject,
  type StixObject,
} from './stixObjects.ts';

export function readStix(text: string, sink: Sink, settings: Values): void {
  const tally = new Tally();
  const objects = stixObjects(readJson(text, tally), tally);
  const reader = new StixReader(objects, sink, tally, settings.authors !== false);
  for (const object of objects.values()) reader.object(object);
  tally.tell((problem) => sink.problem(problem));
}

/** Objects about objects, which are no nodes. Markings become words at what they mark. */
const ABOUT: ReadonlySet<string> = new Set(['extension-definition', 'language-content', 'bundle']);
const OWN: ReadonlySet<string> = new Set(['type', 'id', 'spec_version', 'extensions']);
const ENDS: ReadonlySet<string> = new Set(['relationship_type', 'source_ref', 'target_ref']);
const PLACES: ReadonlySet<string> = new Set(['sighting_of_ref', 'where_sighted_refs']);
const NOTHING: ReadonlySet<string> = new Set();

class StixReader {
  readonly #objects: ReadonlyMap<string, StixObject>;
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #authors: boolean;
  readonly #vocabulary = new Vocabulary();
  readonly #definitions: ReadonlyMap<string, JsonObject>;
  /** Ids of nodes as the case has them, by those of their objects. */
  readonly #ids = new Map<string, string>();

  constructor(objects: ReadonlyMap<string, StixObject>, sink: Sink, tally: Tally, authors: boolean) {
    this.#objects = objects;
    this.#sink = sink;
    this.#tally = tally;
    this.#authors = authors;
    const markings = [...objects.values()].filter(({ type }) => type === 'marking-definition');
    this.#definitions = new Map(markings.map(({ id, json }) => [id, json]));
    for (const object of objects.values())
      this.#ids.set(object.id, readRemainder(ours(object.json))?.id ?? object.id);
  }

  object(object: StixObject): void {
    const own = ours(object.json);
    if (object.id === AUTHOR || own?.has('about')) return;
    if (own?.has('case_name')) return this.#meta(own);
    const remainder = readRemainder(own);
    if (object.type === 'relationship') return this.#relationship(object, remainder);
    if (object.type === 'sighting' && this.#sighting(object)) return;
    if (object.type === 'marking-definition') return;
    if (ABOUT.has(object.type)) return this.#setAside(object);
    this.#node(object, remainder);
  }

  /** As it will be called in the case, for the names of its properties. */
  #schemaOf(type: string | undefined): string {
    return type === undefined ? 'UnknownLink' : (this.#vocabulary.standard(type) ?? type);
  }

  #meta(own: JsonObject): void {
    this.#sink.meta('name', plain(own.get('case_name')) ?? '');
    this.#sink.meta('description', plain(own.get('case_description')) ?? '');
  }

  #setAside({ id, type, where }: StixObject): void {
    if (id === VALUES_EXTENSION || id === ENTITY_EXTENSION) return;
    this.#tally.add(
      'refused',
      `Objects of the type ${type}, which speak of other objects, were set aside.`,
      where,
    );
  }

  #node({ id, type, json, where }: StixObject, remainder: ReadRemainder | undefined): void {
    const identityClass = type === 'identity' ? plain(json.get('identity_class')) : undefined;
    const schema = remainder?.type ?? typeOfObject(type, identityClass);
    const attributes = this.#attributes(type, json, this.#schemaOf(schema), remainder, where);
    if (identityClass === 'individual' || identityClass === 'organization')
      attributes.delete('identity_class');
    if (remainder) takeName(attributes, plain(json.get('name')), remainder);
    else attributes.delete('name');
    const { x, y } = remainder ?? {};
    const node = { id: remainder?.id ?? id, type: schema, label: nameOfObject(json), attributes, where };
    this.#sink.node({ ...node, ...(x !== undefined && y !== undefined && { x, y }) });
    this.#references(id, type, json, where);
  }

  /** Each object that is named and is in the file becomes the end of an edge. */
  #references(id: string, type: string, json: JsonObject, where: string): void {
    for (const [field, value] of json) {
      if (!this.#becomesEdges(type, field)) continue;
      for (const target of referencesIn(value)) {
        if (!this.#isNode(target)) continue;
        const [from, to] = [this.#ids.get(id)!, this.#ids.get(target)!];
        this.#sink.edge({
          ...{ source: from, target: to, directed: true, type: field },
          ...{ attributes: new Map(), where },
        });
      }
    }
  }

  #becomesEdges(type: string, field: string): boolean {
    if (!isReference(field) || field === 'object_marking_refs') return false;
    if (type === 'sighting' || type === 'relationship') return false;
    return field !== 'created_by_ref' || this.#authors;
  }

  #isNode(id: string): boolean {
    const object = this.#objects.get(id);
    if (!object || id === AUTHOR) return false;
    return !ABOUT.has(object.type) && object.type !== 'marking-definition' && object.type !== 'relationship';
  }

  #relationship({ id, type, json, where }: StixObject, remainder: ReadRemainder | undefined): void {
    const [source, target] = ['source_ref', 'target_ref'].map((end) => plain(json.get(end)));
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'A relationship without both ends was left out.', where);
    const said = plain(json.get('relationship_type'));
    const attributes = this.#attributes(
      type,
      json,
      this.#schemaOf(remainder?.type ?? said),
      remainder,
      where,
      ENDS,
    );
    this.#sink.edge({
      ...{ id: remainder?.id ?? id, source: this.#idOf(source), target: this.#idOf(target) },
      directed: remainder?.directed ?? true,
      ...{ type: remainder?.type ?? said, attributes, where },
    });
  }

  /** From each place that saw it to what was seen. One that names no place stays an object of its own. */
  #sighting({ id, type, json, where }: StixObject): boolean {
    const seen = plain(json.get('sighting_of_ref'));
    const places = referencesIn(json.get('where_sighted_refs'));
    if (seen === undefined || places.length === 0) return false;
    places.forEach((place, i) => {
      const attributes = this.#attributes(type, json, 'UnknownLink', undefined, where, PLACES);
      const ends = { source: this.#idOf(place), target: this.#idOf(seen), directed: true };
      this.#sink.edge({ id: i === 0 ? id : `${id} ${i + 1}`, ...ends, type, attributes, where });
    });
    return true;
  }

  readonly #idOf = (id: string): string => this.#ids.get(id) ?? id;

  #attributes(
    type: string,
    json: JsonObject,
    schema: string,
    remainder: ReadRemainder | undefined,
    where: string,
    taken: ReadonlySet<string> = NOTHING,
  ): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>(remainder?.attributes);
    const { fields } = STIX_TYPES.get(type) ?? ANY_TYPE;
    for (const [field, given] of json) {
      if ((OWN.has(field) && field !== 'extensions') || taken.has(field) || remainder?.added.has(field))
        continue;
      const value = this.#attributeJson(type, field, given);
      const attribute = value === undefined ? undefined : attributeOfJson(value, where, this.#tally);
      if (!attribute) continue;
      const isTime = fields.get(field)?.kind === 'timestamp';
      const property = field === 'object_marking_refs' ? 'marking' : propertyOf(schema, field);
      if (!attributes.has(property))
        attributes.set(property, isTime ? { ...attribute, type: 'date' } : attribute);
    }
    return attributes;
  }

  /** What stays a value: references to what the file does not hold, markings in words, extensions but for ours. */
  #attributeJson(type: string, field: string, value: Json): Json | undefined {
    if (field === 'extensions') return withoutOurs(value);
    if (field === 'object_marking_refs')
      return referencesIn(value).map((id) => markingName(id, this.#definitions));
    if (!this.#becomesEdges(type, field)) return value;
    return referencesIn(value).filter((id) => !this.#isNode(id));
  }
}

/** A name that Clew filled in is none, unless somebody has since changed it. */
function takeName(
  attributes: Map<string, Attribute>,
  name: string | undefined,
  remainder: ReadRemainder,
): void {
  if (name === undefined || !remainder.added.has('name') || name === remainder.shown) return;
  const values = [name, ...(attributes.get('name')?.values ?? [])];
  attributes.set('name', { type: 'string', values });
}

function ours(json: JsonObject): JsonObject | undefined {
  const extensions = json.get('extensions');
  const own = isObject(extensions) ? extensions.get(VALUES_EXTENSION) : undefined;
  return isObject(own) ? own : undefined;
}

function withoutOurs(extensions: Json): Json | undefined {
  if (!isObject(extensions)) return extensions;
  const others = [...extensions].filter(([id]) => id !== VALUES_EXTENSION && id !== ENTITY_EXTENSION);
  return others.length > 0 ? new Map(others) : undefined;
}
