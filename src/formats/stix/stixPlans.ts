// Which object of STIX each node becomes, under which id, and which of its ties are written as references inside it.
import type { Model } from '../../case/schema.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { Untaken } from '../remainder.ts';
import { Vocabulary } from '../vocabulary.ts';
import { ANY_TYPE, STIX_TYPES } from './stixFields.ts';
import { fit, isComplete, type FieldTexts } from './stixFit.ts';
import { typeOfId, type StixIds } from './stixIds.ts';
import { typeOfObject } from './stixObjects.ts';

/** A type of ours for what STIX has none for: a vehicle, an account, a court case. */
export const ENTITY_TYPE = 'x-clew-entity';

export interface Plan {
  readonly type: string;
  readonly id: string;
}

/** Targets of references, by node and field. */
export type References = Map<string, Map<string, string[]>>;

const RELATIONS = ['relationship', 'sighting'];
const BARE: ReadonlySet<string> = new Set(['type', 'stance', 'disputed', 'sources']);

export class StixPlans {
  readonly #plans = new Map<string, Plan>();
  readonly #references: References;
  readonly #embedded = new Set<string>();
  readonly #columns: ReadonlyMap<string, FlatColumn>;
  readonly #model: Model;
  readonly #ids: StixIds;
  readonly #vocabulary = new Vocabulary();

  constructor(graph: FlatGraph, columns: ReadonlyMap<string, FlatColumn>, model: Model, ids: StixIds) {
    this.#columns = columns;
    this.#model = model;
    this.#ids = ids;
    this.#references = referencesIn(graph.edges);
    for (const node of graph.nodes) this.#plans.set(node.id, this.#planOf(node));
    for (const edge of graph.edges) if (this.#fits(edge)) this.#embedded.add(edge.id);
  }

  of(node: string): Plan {
    return this.#plans.get(node)!;
  }

  /** Whether the tie is written as a reference inside the object it starts from. */
  isEmbedded(edge: FlatEdge): boolean {
    return this.#embedded.has(edge.id);
  }

  /** What a node's object refers to by its fields, as ids of STIX. */
  referencesOf(node: string): ReadonlyMap<string, readonly string[]> {
    const fields = this.#references.get(node) ?? new Map<string, string[]>();
    const { type } = this.of(node);
    return new Map(
      Array.from(fields)
        .filter(([field, targets]) => this.#takes(type, field, targets))
        .map(([field, targets]) => [field, targets.map((id) => this.of(id).id)]),
    );
  }

  #fits(edge: FlatEdge): boolean {
    const targets = isReferenceEdge(edge) ? this.#references.get(edge.source)?.get(edge.type) : undefined;
    return targets !== undefined && this.#takes(this.of(edge.source).type, edge.type, targets);
  }

  #takes(type: string, field: string, targets: readonly string[]): boolean {
    if (type === ENTITY_TYPE || new Set(targets).size < targets.length) return false;
    const known = (STIX_TYPES.get(type) ?? ANY_TYPE).fields.get(field);
    if (!known && STIX_TYPES.has(type)) return false;
    if (field === 'created_by_ref' && targets.some((id) => this.of(id).type !== 'identity')) return false;
    return field.endsWith('s') || targets.length === 1;
  }

  #planOf(node: FlatNode): Plan {
    for (const type of this.#candidates(node)) {
      if (!this.#isWhole(node, type)) continue;
      const isOwn = typeOfId(node.id) === type;
      return { type, id: isOwn ? node.id : this.#ids.make(type, 'node', node.id) };
    }
    return { type: ENTITY_TYPE, id: this.#ids.make(ENTITY_TYPE, 'node', node.id) };
  }

  *#candidates({ id, schema, values }: FlatNode): Generator<string> {
    const own = typeOfId(id);
    if (own !== undefined && !RELATIONS.includes(own) && own !== ENTITY_TYPE) {
      const read = typeOfObject(own, values.get('identity_class')?.[0] ?? CLASSES.get(schema));
      if ((this.#vocabulary.standard(read) ?? read) === schema) yield own;
    }
    if (STIX_TYPES.has(schema) && !RELATIONS.includes(schema)) yield schema;
    if (this.#model.isA(schema, 'LegalEntity')) yield 'identity';
    if (this.#model.isA(schema, 'Event')) yield 'incident';
    if (this.#model.isA(schema, 'Address')) yield 'location';
    // "Physical or virtual resources intended to support some purpose": section 4.8.
    if (this.#model.isA(schema, 'Asset')) yield 'infrastructure';
  }

  #isWhole(node: FlatNode, type: string): boolean {
    const texts: FieldTexts = fit(type, node.schema, new Untaken(node), this.#columns);
    texts.set('name', '""');
    for (const [field, targets] of this.#references.get(node.id) ?? [])
      if (field.endsWith('s') || targets.length === 1) texts.set(field, '[]');
    return isComplete(type, texts);
  }
}

/** The class of an identity that its schema says already. */
export const CLASSES: ReadonlyMap<string, string> = new Map([
  ['Person', 'individual'],
  ['Organization', 'organization'],
]);

function referencesIn(edges: Iterable<FlatEdge>): References {
  const references: References = new Map();
  for (const edge of edges) {
    if (!isReferenceEdge(edge)) continue;
    const fields = references.get(edge.source) ?? new Map<string, string[]>();
    references.set(edge.source, fields);
    fields.set(edge.type, [...(fields.get(edge.type) ?? []), edge.target]);
  }
  return references;
}

/** Of the name of such a field, and with nothing to say of itself. */
const isReferenceEdge = ({ type, directed, values }: FlatEdge): boolean =>
  /^[a-z][a-z0-9_]{1,240}_refs?$/.test(type) &&
  type !== 'object_marking_refs' &&
  directed &&
  values.get('stance')?.[0] === 'affirmed' &&
  values.get('disputed')?.[0] !== 'true' &&
  [...values.keys()].every((name) => BARE.has(name));
