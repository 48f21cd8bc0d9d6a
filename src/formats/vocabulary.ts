// What a file calls its types and attributes → FollowTheMoney's words, or additions to them under the file's own.
import { countries, Model, type Property } from '../case/schema.ts';
import type { PropertyAddition, SchemaAddition } from '../case/records.ts';
import type { Attribute } from './format.ts';

/** How people call types in files, by what they mean. */
const COMMON = new Map<string, string>(
  Object.entries({
    Person: 'people persons individual individuals human humans man woman actor',
    Organization: 'organisation organisations organizations org orgs group institution ngo party',
    Company: 'companies firm firms corporation business enterprise',
    PublicBody: 'government agency ministry authority',
    Event: 'events incident meeting',
    Address: 'addresses location locations',
    CourtCase: 'lawsuit trial',
    Document: 'documents doc file',
    Article: 'articles',
    Vehicle: 'vehicles car',
    Vessel: 'vessels ship ships boat',
    Airplane: 'airplanes aircraft plane',
    BankAccount: 'account accounts',
    CryptoWallet: 'wallet',
    RealEstate: 'property properties land building house',
  }).flatMap(([schema, words]) => words.split(' ').map((word) => [word, schema] as const)),
);

/** Attribute names for the same thing, where the type has the property. */
const ALIASES = new Map([
  ['start', 'startDate'],
  ['begin', 'startDate'],
  ['since', 'startDate'],
  ['end', 'endDate'],
  ['until', 'endDate'],
  ['url', 'sourceUrl'],
  ['aliases', 'alias'],
  ['born', 'birthDate'],
  ['dateofbirth', 'birthDate'],
  ['died', 'deathDate'],
  ['comment', 'notes'],
  ['comments', 'notes'],
]);

const plain = (name: string): string =>
  name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');

/** The types and properties one file uses. Every name is kept by Maps, since it comes from the file. */
export class Vocabulary {
  readonly #model: Model;
  readonly #standard: ReadonlyMap<string, string>;
  readonly #additions = new Map<string, SchemaAddition>();
  readonly #properties = new Map<string, Map<string, PropertyAddition>>();
  readonly #resolved = new Map<string, Map<string, string>>();

  /** `standing` are types that the file brings along itself; they are not among `additions`. */
  constructor(standing: readonly SchemaAddition[] = []) {
    this.#model = new Model(standing);
    this.#standard = new Map(Array.from(this.#model.names(), (name) => [plain(name), name]));
  }

  /** The standard type of that name or meaning. */
  standard(type: string): string | undefined {
    if (this.#model.has(type)) return type;
    return this.#standard.get(plain(type)) ?? COMMON.get(plain(type));
  }

  /** The schema of a node's type: a standard one where its name or meaning is known, else the file's own. */
  entityType(type: string): string {
    const standard = this.standard(type);
    if (standard) return standard;
    return this.#add({ name: type, label: type, extends: ['Thing'] });
  }

  /** The schema of an edge's type: a standard relation, else the file's own with its direction. */
  relationType(type: string | undefined, directed: boolean): string {
    if (type === undefined) return directed ? this.#addLink('Link', 'Directed link', true) : 'UnknownLink';
    const standard = this.standard(type);
    if (standard && this.#model.schema(standard).edge) return standard;
    const taken = standard !== undefined || this.#additions.get(type)?.edge?.directed === !directed;
    return this.#addLink(taken ? `${type} (${directed ? 'directed' : 'undirected'})` : type, type, directed);
  }

  #addLink(name: string, label: string, directed: boolean): string {
    const edge = {
      source: 'subject',
      target: 'object',
      directed,
      label: label === name ? label : label.toLowerCase(),
    };
    return this.#add({ name, label, extends: ['UnknownLink'], edge });
  }

  #add(addition: SchemaAddition): string {
    // A node type and an edge type of one name stay apart.
    const standing = this.#additions.get(addition.name);
    if (standing && (standing.edge === undefined) !== (addition.edge === undefined)) {
      return this.#add({ ...addition, name: `${addition.name} (${addition.edge ? 'relation' : 'entity'})` });
    }
    if (!standing) this.#additions.set(addition.name, addition);
    return addition.name;
  }

  /** The ends of a relation type. */
  ends(schema: string): { source: string; target: string; directed: boolean; label: string } {
    const own = this.#additions.get(schema)?.edge;
    return own ? { ...own, label: own.label ?? '' } : this.#model.schema(schema).edge!;
  }

  /** The property of a schema that names an entity and has exactly this name. */
  entityProperty(schema: string, name: string): Property | undefined {
    const property = this.#model.property(this.#base(schema), name);
    return property?.type === 'entity' && !property.stub ? property : undefined;
  }

  /** Whether some type has a property of exactly this name that names an entity. */
  isReference(name: string): boolean {
    return [...this.#model.names()].some((schema) => this.entityProperty(schema, name) !== undefined);
  }

  /** The property for an attribute: the schema's own of that name, else one added to it. */
  property(schema: string, name: string, type: Attribute['type'], exact = false): string {
    const known = this.#resolved.get(schema) ?? new Map<string, string>();
    this.#resolved.set(schema, known);
    const key = exact ? ` ${name}` : name;
    const property = known.get(key) ?? this.#resolve(schema, name, type, exact);
    known.set(key, property);
    return property;
  }

  #resolve(schema: string, name: string, type: Attribute['type'], exact: boolean): string {
    const properties = this.#model.schema(this.#base(schema)).properties;
    const free = (property: Property | undefined) => property && property.type !== 'entity' && !property.stub;
    if (free(properties.get(name))) return name;
    if (!exact) {
      const wanted = ALIASES.get(plain(name)) ?? '';
      if (free(properties.get(wanted))) return wanted;
      for (const property of properties.values())
        if (free(property) && plain(property.name) === plain(name)) return property.name;
    }
    // A claim of `id` says that something exists, and nothing else.
    const taken = properties.has(name) || name === 'id';
    const addition = taken ? `${name} (text)` : name.trim() === '' ? 'unnamed' : name;
    const own = this.#properties.get(schema) ?? new Map<string, PropertyAddition>();
    this.#properties.set(schema, own);
    if (!own.has(addition)) own.set(addition, { name: addition, label: addition, type: TYPES[type] });
    return addition;
  }

  /** The value in the spelling of the property's type. */
  spelling(schema: string, property: string, value: string): string {
    if (this.#model.property(this.#base(schema), property)?.type !== 'country') return value;
    return COUNTRIES().get(value.trim().toLowerCase()) ?? value;
  }

  /** The property that says what part an end plays: role, relationship… */
  roleOf(schema: string): string {
    const { properties } = this.#model.schema(this.#base(schema));
    return (
      ['role', 'relationship', 'purpose'].find((name) => properties.has(name)) ??
      this.property(schema, 'role', 'string', true)
    );
  }

  /** Whether the schema has, or has been given, this property. */
  has(schema: string, property: string): boolean {
    return this.#model.schema(this.#base(schema)).properties.has(property);
  }

  /** All that the file adds to the standard words. */
  additions(): SchemaAddition[] {
    const names = new Set([...this.#additions.keys(), ...this.#properties.keys()]);
    return Array.from(names, (name) => {
      const standing = this.#model.schema(name);
      const addition = this.#additions.get(name) ?? {
        name,
        label: standing.label,
        extends: standing.lineage.slice(1, 2),
      };
      const properties = [...(this.#properties.get(name)?.values() ?? [])];
      return properties.length > 0 ? { ...addition, properties } : addition;
    });
  }

  #base(schema: string): string {
    return this.#additions.get(schema)?.extends[0] ?? schema;
  }
}

const TYPES: Readonly<Record<Attribute['type'], string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'string',
  date: 'date',
  url: 'url',
};

let byName: Map<string, string> | undefined;
/** Codes of countries by their names and codes in small letters. */
const COUNTRIES = (): Map<string, string> =>
  (byName ??= new Map(
    countries().flatMap(
      ([code, name]) =>
        [
          [name.toLowerCase(), code],
          [code, code],
        ] as const,
    ),
  ));
