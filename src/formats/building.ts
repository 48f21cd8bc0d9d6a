// Nodes and edges as found → records of a case: each attribute a claim by the file, at its place in it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Packer } from '../case/packing.ts';
import { STANCES, type Id, type Source, type Stance } from '../case/records.ts';
import type { Problem } from '../plugin/problem.ts';
import type { Carried, Edited } from './carried.ts';
import { quoted, type Collector, type FoundNode } from './collecting.ts';
import { columnOf } from './columns.ts';
import type { Attribute, Attributes, EdgeEvent } from './format.ts';
import { DERIVED_NAMES, isOurs, TYPE_NAMES, typeOf } from './ours.ts';
import { Vocabulary } from './vocabulary.ts';

/** More different types than these are not types; they become the attribute `kind`. */
export const MOST_TYPES = 100;
const NAMES = ['name', 'title', 'alias', 'previousName', 'weakAlias', 'abbreviation'];

export class Builder {
  readonly vocabulary: Vocabulary;
  readonly packer: Packer;
  /** Sources that the file itself cites. */
  readonly cited = new Map<Id, Source>();
  readonly placements = new Map<Id, readonly [x: number, y: number]>();
  readonly #found: Collector;
  readonly #carried: Carried;
  readonly #words: Words | undefined;
  readonly #schemata: Map<Id, string>;
  /** By an edge's id: the number of its next copy. */
  readonly #copies = new Map<Id, number>();
  readonly #unnamedEdges = new Map<string, number>();
  #derived = 0;
  #typedNodes = true;
  #typedEdges = true;

  /** `carried` is what was taken out of `found` already; `words` are those of the whole file, where `found` is a part. */
  constructor(found: Collector, file: Source, carried: Carried, words?: Words) {
    this.#found = found;
    this.#carried = carried;
    this.#words = words;
    this.vocabulary = words?.vocabulary ?? new Vocabulary(carried.schemata);
    this.#schemata = new Map(carried.entities);
    this.packer = new Packer(file.id);
  }

  build(): void {
    const { nodes, edges } = this.#found;
    this.#typedNodes = this.#words?.typedNodes ?? this.#fewTypes(nodes.values());
    this.#typedEdges = this.#words?.typedEdges ?? this.#fewTypes(edges.typed());
    this.#addStubs();
    for (const node of nodes.values()) this.#node(node);
    this.#addCarried();
    for (const edge of edges) this.#edge(edge);
    for (const edited of this.#carried.edited) this.#edited(edited);
    // Of a part, whoever joins the parts tells it.
    if (this.#derived > 0 && !this.#words) this.#found.problem(derivedProblem(this.#derived));
  }

  /** Nodes and edges of which some columns were not read, since Clew works them out. */
  get derivedCount(): number {
    return this.#derived;
  }

  /** Entities that stand already, of which edges and edits may have more to say. */
  #addCarried(): void {
    const { entities, edited } = this.#carried;
    const types = new Map(edited.map(({ subject, type }) => [subject, type]));
    for (const [id, schema] of entities) {
      const type = types.get(id);
      this.packer.entity(id, type === undefined ? schema : this.vocabulary.entityType(type));
    }
  }

  /** What a person made of a node or an edge whose other claims were carried. */
  #edited({ subject: id, schema, type, label, attributes, where }: Edited): void {
    const isRelation = this.#carried.relations.has(id);
    const subject = isRelation ? this.packer.relation(id, schema) : this.packer.subject(id)!;
    const now = type === undefined ? schema : this.vocabulary.entityType(type);
    if (label !== undefined) {
      const { property, stance } = columnOf(label);
      this.#sayer(subject, { where })(isRelation ? this.vocabulary.roleOf(now) : 'name', property, stance);
    }
    this.#attributes(subject, now, { attributes, where }, type, true);
  }

  #isNode(id: Id): boolean {
    return this.#found.nodes.has(id) || this.#carried.entities.has(id);
  }

  #fewTypes(all: Iterable<{ type?: string; attributes: Attributes }>): boolean {
    const types = new Set<string | undefined>();
    for (const one of all) types.add(typeOf(one));
    let unknown = 0;
    for (const type of types) if (type !== undefined && !this.vocabulary.standard(type)) unknown++;
    return unknown <= MOST_TYPES;
  }

  /** An edge to a node that the file does not hold brings it along, with nothing known but its id. */
  #addStubs(): void {
    const { nodes, edges } = this.#found;
    const listed = nodes.size + this.#carried.entities.size > 0;
    for (const [id, where] of edges.ends()) {
      if (this.#isNode(id)) continue;
      nodes.set(id, { id, attributes: new Map(), where });
      if (!listed) continue;
      const what = `The edge ends at ${quoted(id)}, which is not in the file; it was added.`;
      this.#found.problem({ outcome: 'mended', where, what });
    }
  }

  #node(node: FoundNode): void {
    const ours = isOurs(node.attributes);
    const type = typeOf(node);
    const schema = type !== undefined && this.#typedNodes ? this.vocabulary.entityType(type) : 'Thing';
    this.#schemata.set(node.id, schema);
    const subject = this.packer.entity(node.id, schema);
    if (Number.isFinite(node.x) && Number.isFinite(node.y)) this.placements.set(node.id, [node.x!, node.y!]);
    const before = this.packer.claims;
    const say = this.#sayer(subject, node);
    if (type !== undefined && !this.#typedNodes)
      say(this.vocabulary.property(schema, 'kind', 'string'), type);
    const said = this.#attributes(subject, schema, node, type, ours);
    const names = NAMES.flatMap((name) => said.get(name) ?? []);
    const label = node.label?.trim() ?? '';
    if (!ours && label !== '' && !names.includes(label)) say('name', label);
    else if (!ours && names.length === 0 && node.id.trim() !== '') say('name', node.id);
    if (this.packer.claims === before) say('id', node.id);
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
    const subject = this.packer.relation(id, schema);
    const say = this.#sayer(subject, edge);
    say(ends.source, edge.source, stance);
    say(ends.target, edge.target, stance);
    this.#attributes(subject, schema, edge, type, ours);
    if (!ours) this.#label(edge, schema, type, say);
  }

  /** An edge of a type that the source has as a property, with nothing else to say, is that property. */
  #asProperty(edge: EdgeEvent, type: string, stance: Stance, ours: boolean): boolean {
    const schema = this.#schemata.get(edge.source);
    const property = edge.directed && schema && this.vocabulary.entityProperty(schema, type);
    if (!property || !(ours || edge.attributes.size === 0)) return false;
    const subject = this.packer.subject(edge.source)!;
    this.#sayer(subject, edge)(property.name, edge.target, stance);
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
    if (this.#typedEdges && edge.label === undefined) return;
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
    const relation = ours ? edge.attributes.get('relation')?.values[0] : undefined;
    // Edges of one relation with several ends, as Clew writes them, may share its id.
    if (relation) return this.#apart(relation);
    if (edge.id) return this.#once(this.#apart(edge.id), edge.where);
    const name = unnamedId(edge, type);
    const n = (this.#unnamedEdges.get(name) ?? 0) + 1;
    this.#unnamedEdges.set(name, n);
    return this.#free(n === 1 ? name : `${name} ${n}`);
  }

  #apart(id: Id): Id {
    return this.#isNode(id) ? this.#free(`edge ${id}`) : id;
  }

  /** What one edge is called, another is not. */
  #once(id: Id, where: string): Id {
    if (this.packer.subject(id) === undefined) return id;
    let n = this.#copies.get(id) ?? 2;
    while (this.packer.subject(`${id} ${n}`) !== undefined) n++;
    this.#copies.set(id, n + 1);
    const what = `Edge ${quoted(id)} stands twice; the second became ${quoted(`${id} ${n}`)}.`;
    this.#found.problem({ outcome: 'mended', where, what });
    return `${id} ${n}`;
  }

  #free(id: Id): Id {
    return this.#isNode(id) ? this.#free(`${id}′`) : id;
  }

  /** Says each value; returns them by property. */
  #attributes(
    subject: number,
    schema: string,
    of: Described,
    type: string | undefined,
    ours: boolean,
  ): Map<string, string[]> {
    const said = new Map<string, string[]>();
    const say = this.#sayer(subject, of);
    if (ours) this.#derived++;
    for (const [name, attribute] of of.attributes) {
      if (isDerived(name, attribute, type, ours, this.#found.weighted)) continue;
      if (repeatsId(of.id, name, attribute)) continue;
      const { property: named, stance } = ours ? columnOf(name) : { property: name, stance: undefined };
      const property = this.#property(schema, named, attribute, ours);
      for (const [i, value] of attribute.values.entries()) {
        if (value === '') continue;
        const spelt = this.vocabulary.spelling(schema, property, value);
        const written = attribute.written?.[i] ?? value;
        say(property, spelt, stance, spelt === written ? undefined : written, attribute.held?.[i]);
        said.set(property, [...(said.get(property) ?? []), value]);
      }
    }
    return said;
  }

  #property(schema: string, name: string, attribute: Attribute, ours: boolean): string {
    const reference = ours && this.vocabulary.entityProperty(schema, name);
    return reference ? name : this.vocabulary.property(schema, name, attribute.type, ours);
  }

  #sayer(subject: number, { where, cites }: Said): Say {
    const via = cites === undefined ? undefined : this.#cited(cites);
    return (property, value, stance = 'affirmed', original, held) =>
      this.packer.say(subject, { property, value, stance, original, held, via, where });
  }

  /** The source at an address that the file cites. */
  #cited(address: string): Id {
    const id = citedId(address);
    if (!this.cited.has(id))
      this.cited.set(id, { kind: 'source', id, title: address.slice(0, 200), address });
    return id;
  }
}

export const derivedProblem = (count: number): Problem => ({
  outcome: 'kept',
  where: 'the file',
  what: `Clew wrote this file: what it worked out itself (stance, sources, disputes, weights) of ${count} nodes and edges was not read as claims.`,
});

/** What an edge without an id is called; the second of the same name is numbered. */
export const unnamedId = ({ source, target, directed }: EdgeEvent, type: string | undefined): Id =>
  `${source} ${directed ? '→' : '–'} ${target}${type === undefined ? '' : ` (${type})`}`;

/** What a file calls its types and attributes, and whether its types are few enough to be types. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly typedNodes: boolean;
  readonly typedEdges: boolean;
}

/** igraph writes the id that it read as an attribute too. */
const repeatsId = (id: string | undefined, name: string, { values }: Attribute): boolean =>
  name === 'id' && values.length === 1 && values[0] === id;

const isOne = (value: string): boolean => Number(value) === 1;

/** The same address is the same source, whichever file cites it. */
const citedId = (address: string): Id => `cited-${bytesToHex(sha256(utf8ToBytes(address))).slice(0, 12)}`;

interface Said {
  readonly where: string;
  readonly cites?: string;
}
interface Described extends Said {
  readonly id?: string;
  readonly attributes: Attributes;
}

type Say = (property: string, value: string, stance?: Stance, original?: string, held?: string) => void;

const stanceOf = (attributes: Attributes, ours: boolean): Stance =>
  (ours && STANCES.find((stance) => stance === attributes.get('stance')?.values[0])) || 'affirmed';

/** What is not a claim: Clew's own columns, the type, and the weight 1 that Gephi gives every edge of a graph without weights. */
export function isDerived(
  name: string,
  attribute: Attribute,
  type: string | undefined,
  ours: boolean,
  weighted: boolean,
): boolean {
  if (ours) return DERIVED_NAMES.has(name);
  if (TYPE_NAMES.includes(name) && attribute.values.length === 1 && attribute.values[0] === type) return true;
  return !weighted && name.toLowerCase() === 'weight' && attribute.values.every(isOne);
}
