// Nodes and edges as found → records of a case: each attribute a claim by the file, at its place in it.
import { claimOf } from '../case/claimId.ts';
import { STANCES, type CaseRecord, type Claim, type Id, type Source, type Stance } from '../case/records.ts';
import type { Problem } from '../plugin/problem.ts';
import { quoted, type Collector, type FoundNode } from './collecting.ts';
import { columnOf } from './columns.ts';
import type { Carried, Edited } from './carried.ts';
import type { Attribute, Attributes, EdgeEvent } from './format.ts';
import { DERIVED_NAMES, isOurs, TYPE_NAMES, typeOf } from './ours.ts';
import { Vocabulary } from './vocabulary.ts';

/** More different types than these are not types; they become the attribute `kind`. */
export const MOST_TYPES = 100;
const NAMES = ['name', 'title', 'alias', 'previousName', 'weakAlias', 'abbreviation'];

export class Builder {
  readonly vocabulary: Vocabulary;
  readonly records: CaseRecord[] = [];
  readonly placements = new Map<Id, readonly [x: number, y: number]>();
  readonly #found: Collector;
  readonly #file: Source;
  readonly #carried: Carried;
  readonly #words: Words | undefined;
  readonly #claims = new Map<Id, Claim>();
  readonly #schemata: Map<Id, string>;
  readonly #relations: Set<Id>;
  readonly #unnamedEdges = new Map<string, number>();
  #derived = 0;
  #typedNodes = true;
  #typedEdges = true;

  /** `carried` is what was taken out of `found` already; `words` are those of the whole file, where `found` is a part. */
  constructor(found: Collector, file: Source, carried: Carried, words?: Words) {
    this.#found = found;
    this.#file = file;
    this.#carried = carried;
    this.#words = words;
    this.vocabulary = words?.vocabulary ?? new Vocabulary(carried.schemata);
    this.#schemata = new Map(carried.entities);
    this.#relations = new Set(carried.relations.keys());
  }

  build(): void {
    const { nodes, edges } = this.#found;
    this.#typedNodes = this.#words?.typedNodes ?? this.#fewTypes([...nodes.values()].map(typeOf));
    this.#typedEdges = this.#words?.typedEdges ?? this.#fewTypes(edges.map(typeOf));
    this.#addStubs();
    for (const node of nodes.values()) this.#node(node);
    for (const edge of edges) this.#edge(edge);
    for (const edited of this.#carried.edited) this.#edited(edited);
    for (const claim of this.#claims.values()) this.records.push(claim);
    // Of a part, whoever joins the parts tells it.
    if (this.#derived > 0 && !this.#words) this.#found.problem(derivedProblem(this.#derived));
  }

  /** Nodes and edges of which some columns were not read, since Clew works them out. */
  get derivedCount(): number {
    return this.#derived;
  }

  get claimCount(): number {
    return this.#claims.size;
  }

  #fewTypes(types: readonly (string | undefined)[]): boolean {
    const unknown = new Set(types.filter((type) => type !== undefined && !this.vocabulary.standard(type)));
    return unknown.size <= MOST_TYPES;
  }

  /** An edge to a node that the file does not hold brings it along, with nothing known but its id. */
  #addStubs(): void {
    const { nodes, edges } = this.#found;
    const listed = nodes.size + this.#carried.entities.size > 0;
    for (const edge of edges) {
      for (const id of [edge.source, edge.target]) {
        if (this.#isNode(id)) continue;
        nodes.set(id, { id, attributes: new Map(), where: edge.where });
        if (!listed) continue;
        const what = `The edge ends at ${quoted(id)}, which is not in the file; it was added.`;
        this.#found.problem({ outcome: 'mended', where: edge.where, what });
      }
    }
  }

  #node(node: FoundNode): void {
    const ours = isOurs(node.attributes);
    const type = typeOf(node);
    const schema = type !== undefined && this.#typedNodes ? this.vocabulary.entityType(type) : 'Thing';
    this.#schemata.set(node.id, schema);
    this.records.push({ kind: 'entity', id: node.id, schema });
    if (Number.isFinite(node.x) && Number.isFinite(node.y)) this.placements.set(node.id, [node.x!, node.y!]);
    const before = this.#claims.size;
    const say = this.#sayer(node.id, node.where);
    if (type !== undefined && !this.#typedNodes)
      say(this.vocabulary.property(schema, 'kind', 'string'), type);
    const said = this.#attributes(node.id, schema, node, type, ours);
    const names = NAMES.flatMap((name) => said.get(name) ?? []);
    const label = node.label?.trim() ?? '';
    if (!ours && label !== '' && !names.includes(label)) say('name', label);
    else if (!ours && names.length === 0 && node.id.trim() !== '') say('name', node.id);
    if (this.#claims.size === before) say('id', node.id);
  }

  #edge(edge: EdgeEvent): void {
    const type = typeOf(edge);
    const ours = isOurs(edge.attributes);
    const stance = stanceOf(edge.attributes, ours);
    if (type !== undefined && this.#asProperty(edge, type, stance, ours)) return;
    const schema = this.vocabulary.relationType(this.#typedEdges ? type : undefined, edge.directed);
    const ends = this.vocabulary.ends(schema);
    if (ends.directed !== edge.directed && !ours) this.#tellDirection(edge, schema, ends.directed);
    const id = this.#relationId(edge, type, ours);
    if (!this.#relations.has(id)) this.records.push({ kind: 'relation', id, schema });
    this.#relations.add(id);
    const say = this.#sayer(id, edge.where);
    say(ends.source, edge.source, stance);
    say(ends.target, edge.target, stance);
    this.#attributes(id, schema, edge, type, ours);
    if (!ours) this.#label(edge, schema, type, say);
  }

  /** An edge of a type that the source has as a property, with nothing else to say, is that property. */
  #asProperty(edge: EdgeEvent, type: string, stance: Stance, ours: boolean): boolean {
    const schema = this.#schemata.get(edge.source);
    const property = edge.directed && schema && this.vocabulary.entityProperty(schema, type);
    if (!property || !(ours || edge.attributes.size === 0)) return false;
    this.#sayer(edge.source, edge.where)(property.name, edge.target, stance);
    return true;
  }

  #tellDirection(edge: EdgeEvent, schema: string, directed: boolean): void {
    const [is, was] = directed ? ['directed', 'undirected'] : ['undirected', 'directed'];
    this.#found.problem({
      outcome: 'kept',
      where: edge.where,
      what: `The edge is ${was} here; ${schema} is ${is} by its type.`,
    });
  }

  #label(edge: EdgeEvent, schema: string, type: string | undefined, say: Say): void {
    const words = [this.#typedEdges ? undefined : type, edge.label?.trim()];
    const known = [type, schema, this.vocabulary.ends(schema).label]
      .filter((_) => this.#typedEdges)
      .map((word) => word?.toLowerCase());
    for (const word of words) {
      if (word && !known.includes(word.toLowerCase())) say(this.vocabulary.roleOf(schema), word);
    }
  }

  /** Nodes and edges have their ids apart in most formats, entities and relations in a case together. */
  #relationId(edge: EdgeEvent, type: string | undefined, ours: boolean): Id {
    const id = (ours ? edge.attributes.get('relation')?.values[0] : undefined) ?? edge.id;
    if (id !== undefined && id !== '') return this.#isNode(id) ? this.#free(`edge ${id}`) : id;
    const name = unnamedId(edge, type);
    const n = (this.#unnamedEdges.get(name) ?? 0) + 1;
    this.#unnamedEdges.set(name, n);
    return this.#free(n === 1 ? name : `${name} ${n}`);
  }

  #free(id: Id): Id {
    return this.#isNode(id) ? this.#free(`${id}′`) : id;
  }

  #isNode(id: Id): boolean {
    return this.#found.nodes.has(id) || this.#carried.entities.has(id);
  }

  /** What a person made of a node or an edge whose other claims were carried. */
  #edited({ subject, schema, type, label, attributes, where }: Edited): void {
    const isRelation = this.#carried.relations.has(subject);
    const now = type === undefined ? schema : this.vocabulary.entityType(type);
    if (type !== undefined) this.records.push({ kind: 'entity', id: subject, schema: now });
    if (label !== undefined) {
      const { property, stance } = columnOf(label);
      this.#sayer(subject, where)(isRelation ? this.vocabulary.roleOf(now) : 'name', property, stance);
    }
    this.#attributes(subject, now, { attributes, where }, type, true);
  }

  /** Says each value; returns them by property. */
  #attributes(
    subject: Id,
    schema: string,
    of: Described,
    type: string | undefined,
    ours: boolean,
  ): Map<string, string[]> {
    const said = new Map<string, string[]>();
    const say = this.#sayer(subject, of.where);
    if (ours) this.#derived++;
    for (const [name, attribute] of of.attributes) {
      if (isDerived(name, attribute, type, ours)) continue;
      const { property: named, stance } = ours ? columnOf(name) : { property: name, stance: undefined };
      const property = this.#property(schema, named, attribute, ours);
      for (const value of attribute.values) {
        if (value === '') continue;
        const spelt = this.vocabulary.spelling(schema, property, value);
        say(property, spelt, stance, spelt === value ? undefined : value);
        said.set(property, [...(said.get(property) ?? []), value]);
      }
    }
    return said;
  }

  #property(schema: string, name: string, attribute: Attribute, ours: boolean): string {
    const reference = ours && this.vocabulary.entityProperty(schema, name);
    return reference ? name : this.vocabulary.property(schema, name, attribute.type, ours);
  }

  #sayer(subject: Id, where: string): Say {
    return (property, value, stance = 'affirmed', original) => {
      const locators = where === '' ? undefined : [{ place: where }];
      const parts = { subject, property, value, source: this.#file.id, stance };
      const claim = claimOf({
        ...parts,
        ...(original !== undefined && { original }),
        ...(locators && { locators }),
      });
      if (!this.#claims.has(claim.id)) this.#claims.set(claim.id, claim);
    };
  }
}

/** What a file calls its types and attributes, and whether its types are few enough to be types. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly typedNodes: boolean;
  readonly typedEdges: boolean;
}

export const derivedProblem = (count: number): Problem => ({
  outcome: 'kept',
  where: 'the file',
  what: `Clew wrote this file: what it worked out itself (stance, sources, disputes, weights) of ${count} nodes and edges was not read as claims.`,
});

/** What an edge without an id is called; the second of the same name is numbered. */
export const unnamedId = ({ source, target, directed }: EdgeEvent, type: string | undefined): Id =>
  `${source} ${directed ? '→' : '–'} ${target}${type === undefined ? '' : ` (${type})`}`;

interface Described {
  readonly attributes: Attributes;
  readonly where: string;
}

type Say = (property: string, value: string, stance?: Stance, original?: string) => void;

const stanceOf = (attributes: Attributes, ours: boolean): Stance =>
  (ours && STANCES.find((stance) => stance === attributes.get('stance')?.values[0])) || 'affirmed';

/** What is not a claim: Clew's own columns, the type, and the weight 1 that Gephi gives every edge. */
export function isDerived(
  name: string,
  attribute: Attribute,
  type: string | undefined,
  ours: boolean,
): boolean {
  if (ours) return DERIVED_NAMES.has(name);
  if (TYPE_NAMES.includes(name) && attribute.values.length === 1 && attribute.values[0] === type) return true;
  return name.toLowerCase() === 'weight' && attribute.values.every((value) => Number(value) === 1);
}
