// What a file's own types and properties become in a case: their IRIs as names, and words a person would read as labels.
import type { SchemaAddition } from '../../case/records.ts';
import { Model } from '../../case/schema.ts';
import type { Attribute } from '../format.ts';
import { Vocabulary } from '../vocabulary.ts';
import { isIri, localName, propertyOf } from './rdfIris.ts';
import { XSD, type Literal, type Node } from './rdfTerms.ts';
import { valuesFor } from './rdfWords.ts';

/** Beyond so many different types, they are no types but values. */
const MOST_TYPES = 100;

export class RdfNames {
  readonly model: Model;
  readonly #vocabulary = new Vocabulary();
  readonly #definitions: readonly SchemaAddition[];
  readonly #own = new Set<string>();
  readonly #labelOf: (node: Node) => string | undefined;

  /** `definitions` are types as Clew wrote them; `labelOf` gives what the file calls an IRI. */
  constructor(definitions: readonly SchemaAddition[], labelOf: (node: Node) => string | undefined) {
    this.model = new Model(definitions);
    this.#definitions = definitions;
    this.#labelOf = labelOf;
  }

  /** The type of an entity under a name of the file's own; undefined where there are too many of them. */
  entityType(iri: Node): string | undefined {
    if (!this.#own.has(iri) && this.#own.size >= MOST_TYPES) return undefined;
    this.#own.add(iri);
    return this.#vocabulary.entityType(iri);
  }

  /** The relation that a predicate between two entities becomes. */
  tieType(predicate: Node): { schema: string; source: string; target: string } {
    const schema = this.#vocabulary.relationType(predicate, true);
    const { source, target } = this.#vocabulary.ends(schema);
    return { schema, source, target };
  }

  /** The property of an entity or relation that a predicate means. */
  property(schema: string, predicate: Node, type: Attribute['type']): string {
    const properties = this.model.schema(schema).properties;
    const own = propertyOf(predicate);
    if (own !== undefined && (properties.has(own) || !predicate.includes('#'))) return own;
    const known = [predicate, ...valuesFor(predicate)].find((name) => properties.has(name));
    return known ?? this.#vocabulary.property(schema, own ?? predicate, type, true);
  }

  spelling(schema: string, property: string, value: string): string {
    return this.#vocabulary.spelling(schema, property, value);
  }

  /** Definitions as they were, then what the file adds, with labels. */
  additions(): SchemaAddition[] {
    const defined = new Set(this.#definitions.map(({ name }) => name));
    const added = this.#vocabulary.additions().filter(({ name }) => !defined.has(name));
    return [...this.#definitions, ...added.map((addition) => this.#labelled(addition))];
  }

  #labelled(addition: SchemaAddition): SchemaAddition {
    const { edge, properties } = addition;
    const label = this.#label(addition.name, addition.label);
    return {
      ...addition,
      label,
      ...(edge && { edge: { ...edge, label: label.toLowerCase() } }),
      ...(properties && {
        properties: properties.map((property) => ({
          ...property,
          label: this.#label(property.name, property.label),
        })),
      }),
    };
  }

  #label(name: string, standing: string): string {
    return isIri(name) ? (this.#labelOf(name) ?? localName(name)) : standing;
  }
}

const DATES = new Set(['date', 'dateTime', 'dateTimeStamp', 'gYear', 'gYearMonth'].map((name) => XSD + name));
const WHOLE = new Set(
  [
    'integer',
    'int',
    'long',
    'short',
    'byte',
    'nonNegativeInteger',
    'positiveInteger',
    'unsignedInt',
    'unsignedLong',
  ].map((name) => XSD + name),
);
const NUMBERS = new Set(['decimal', 'double', 'float'].map((name) => XSD + name));

export function attributeType({ datatype = '' }: Literal): Attribute['type'] {
  if (DATES.has(datatype) || datatype.startsWith('http://id.loc.gov/datatypes/edtf')) return 'date';
  if (WHOLE.has(datatype)) return 'integer';
  if (NUMBERS.has(datatype)) return 'number';
  if (datatype === `${XSD}boolean`) return 'boolean';
  return datatype === `${XSD}anyURI` ? 'url' : 'string';
}

/** Whether a case can tell values of this type from texts. */
export const isKnownType = ({ text, datatype = '' }: Literal): boolean =>
  datatype === '' || datatype === `${XSD}string` || attributeType({ text, datatype }) !== 'string';
