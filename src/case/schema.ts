// The vocabulary of types and properties: FollowTheMoney's model, read as data, plus the specialisations of a case.
import standard from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { asExclusion, EXCLUSIONS, type Exclusion } from './exclusions.ts';
import type { ExclusionAddition, SchemaAddition } from './records.ts';
import { isSingle } from './single.ts';

export interface Property {
  readonly name: string;
  readonly label: string;
  /** A type of FollowTheMoney's model (name, date, entity, country…) or `duration`. */
  readonly type: string;
  /** For type `entity`: the schema its values have. */
  readonly range?: string;
  /** The reverse of a property stored on the other side; never stored itself. */
  readonly stub: boolean;
  /** One subject has one value at a time. */
  readonly single: boolean;
  /** The standard property it falls back to in an export. */
  readonly specialises?: string;
}

export interface Edge {
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  /** The verb between the ends: "works for". */
  readonly label: string;
}

export interface Schema {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  /** Itself and everything it extends, nearest first. */
  readonly lineage: readonly string[];
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties whose values make a good label, best first. */
  readonly caption: readonly string[];
  /** Properties a form offers first. */
  readonly featured: readonly string[];
  /** Present on relation types. */
  readonly edge?: Edge;
  /** What relations of the type cannot be together, by name. */
  readonly exclusions: ReadonlyMap<string, Exclusion>;
  readonly abstract: boolean;
  /** From the case, not from FollowTheMoney. */
  readonly own: boolean;
}

interface RawProperty {
  name: string;
  label: string;
  type: string;
  range?: string;
  stub?: boolean;
  hidden?: boolean;
  single?: boolean;
  specialises?: string;
}
interface RawSchema {
  name?: string;
  label: string;
  plural?: string;
  extends: readonly string[];
  properties?: Record<string, RawProperty>;
  caption?: readonly string[];
  featured?: readonly string[];
  edge?: { source: string; target: string; directed: boolean; label?: string };
  abstract?: boolean;
  exclusive?: readonly ExclusionAddition[];
}

const STANDARD = new Map(Object.entries(standard.schemata as unknown as Record<string, RawSchema>));
const TYPES = standard.types as unknown as Record<string, { label: string; values?: Record<string, string> }>;

/** The name of a country by its FollowTheMoney code; the code itself where it is unknown. */
export const countryName = (code: string): string => TYPES.country?.values?.[code] ?? code;

/** Country codes and names, by name. */
export const countries = (): readonly (readonly [code: string, name: string])[] =>
  Object.entries(TYPES.country?.values ?? {}).sort((a, b) => a[1].localeCompare(b[1], 'en'));

/** Topic codes and names, by name. */
export const topics = (): readonly (readonly [code: string, name: string])[] =>
  Object.entries(TYPES.topic?.values ?? {}).sort((a, b) => a[1].localeCompare(b[1], 'en'));

/** The name of one of FollowTheMoney's topics ("crime.boss" → "Criminal leadership"). */
export const topicName = (code: string): string => TYPES.topic?.values?.[code] ?? code;

export class Model {
  readonly #raw: ReadonlyMap<string, { raw: RawSchema; own: boolean }>;
  readonly #built = new Map<string, Schema>();

  constructor(additions: readonly SchemaAddition[] = []) {
    const raw = new Map([...STANDARD].map(([name, schema]) => [name, { raw: schema, own: false }]));
    for (const addition of additions) raw.set(addition.name, merged(addition, raw.get(addition.name)));
    this.#raw = raw;
  }

  /** Every schema's name, standard ones first. */
  names(): Iterable<string> {
    return this.#raw.keys();
  }

  has(name: string): boolean {
    return this.#raw.has(name);
  }

  /** The schema of that name; one made up from Thing where the model has none, so that nothing is lost. */
  schema(name: string): Schema {
    const known = this.#built.get(name);
    if (known) return known;
    const built = this.#build(name);
    this.#built.set(name, built);
    return built;
  }

  property(schema: string, name: string): Property | undefined {
    return this.schema(schema).properties.get(name);
  }

  #opposed: ReadonlySet<string> | undefined;

  /** Ids of the exclusions that are against some other, or that some other is against. */
  get opposed(): ReadonlySet<string> {
    this.#opposed ??= new Set(
      Array.from(this.names(), (name) => [...this.schema(name).exclusions.values()])
        .flat()
        .flatMap(({ id, against, reversed }) => {
          const others = [...against, ...reversed];
          return others.length > 0 ? [id, ...others] : [];
        }),
    );
    return this.#opposed;
  }

  isA(name: string, ancestor: string): boolean {
    return this.schema(name).lineage.includes(ancestor);
  }

  /** The nearest standard type, to which an export falls back. */
  standardOf(name: string): string {
    return this.schema(name).lineage.find((ancestor) => STANDARD.has(ancestor)) ?? 'Thing';
  }

  /** Types that can be chosen for a new entity, by label. */
  entitySchemata(): readonly Schema[] {
    return this.#choose((schema) => !schema.edge && schema.lineage.includes('Thing'));
  }

  /** Types that can be chosen for a new relation, by label. */
  relationSchemata(): readonly Schema[] {
    return this.#choose((schema) => schema.edge !== undefined);
  }

  #choose(wanted: (schema: Schema) => boolean): readonly Schema[] {
    return Array.from(this.names(), (name) => this.schema(name))
      .filter((schema) => !schema.abstract && wanted(schema))
      .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  }

  #build(name: string): Schema {
    const entry = this.#raw.get(name);
    const raw: RawSchema = entry?.raw ?? { label: name, extends: ['Thing'] };
    const parents = raw.extends.filter((parent) => parent !== name).map((parent) => this.schema(parent));
    const properties = new Map<string, Property>();
    for (const parent of parents)
      for (const [key, property] of parent.properties) properties.set(key, property);
    for (const property of Object.values(raw.properties ?? {}))
      properties.set(property.name, asProperty(name, property));
    const exclusions = new Map(parents.flatMap((parent) => [...parent.exclusions]));
    for (const one of [...(EXCLUSIONS.get(name) ?? []), ...(raw.exclusive ?? [])])
      exclusions.set(one.name, asExclusion(name, one, exclusions.get(one.name)));
    const inherited = <T>(pick: (schema: Schema) => T | undefined) =>
      parents.map(pick).find((value) => value !== undefined);
    const edge = raw.edge ?? inherited((parent) => parent.edge);
    return {
      name,
      label: raw.label,
      plural: raw.plural ?? raw.label,
      lineage: [
        ...new Set([
          name,
          ...raw.extends.filter((p) => p !== name),
          ...parents.flatMap((parent) => parent.lineage),
        ]),
      ],
      properties,
      exclusions,
      caption: raw.caption ?? inherited((parent) => parent.caption) ?? ['name'],
      featured: raw.featured ?? inherited((parent) => parent.featured) ?? ['name'],
      edge: edge && { ...edge, label: edge.label ?? raw.label.toLowerCase() },
      abstract: raw.abstract ?? false,
      own: entry?.own ?? true,
    };
  }
}

const asProperty = (schema: string, raw: RawProperty): Property => ({
  name: raw.name,
  label: raw.label,
  type: raw.type,
  range: raw.range,
  stub: raw.stub ?? false,
  single: raw.single ?? isSingle(schema, raw.name),
  specialises: raw.specialises,
});

/** An addition under the name of a standard type adds properties and exclusions to that type; under a new name it is a new type. */
function merged(
  addition: SchemaAddition,
  standing?: { raw: RawSchema; own: boolean },
): { raw: RawSchema; own: boolean } {
  const added = Object.fromEntries((addition.properties ?? []).map((property) => [property.name, property]));
  if (!standing) return { raw: { ...addition, properties: added }, own: true };
  return {
    raw: {
      ...standing.raw,
      properties: { ...standing.raw.properties, ...added },
      exclusive: [...(standing.raw.exclusive ?? []), ...(addition.exclusive ?? [])],
    },
    own: standing.own,
  };
}
