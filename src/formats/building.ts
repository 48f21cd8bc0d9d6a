// Nodes and edges as found → records of a case: each attribute a claim by the file, at its place in it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { claimOf } from '../case/claimId.ts';
import { STANCES, type CaseRecord, type Claim, type Id, type Source, type Stance } from '../case/records.ts';
import { quoted, type Collector, type FoundNode } from './collecting.ts';
import { columnOf } from './columns.ts';
import type { Attribute, Attributes, EdgeEvent } from './format.ts';
import { isOurs } from './ours.ts';
import { Vocabulary } from './vocabulary.ts';

/** More different types than these are not types; they become the attribute `kind`. */
const MOST_TYPES = 100;
const NAMES = ['name', 'title', 'alias', 'previousName', 'weakAlias', 'abbreviation'];

export class Builder {
  readonly vocabulary = new Vocabulary();
  readonly records: CaseRecord[] = [];
  readonly placements = new Map<Id, readonly [x: number, y: number]>();
  readonly #found: Collector;
  readonly #file: Source;
  readonly #claims = new Map<Id, Claim>();
  readonly #schemata = new Map<Id, string>();
  readonly #relations = new Set<Id>();
  readonly #unnamedEdges = new Map<string, number>();
  readonly #cites = new Set<Id>();
  #derived = 0;
  #typedNodes = true;
  #typedEdges = true;

  constructor(found: Collector, file: Source) {
    this.#found = found;
    this.#file = file;
  }

  build(): void {
    const { nodes, edges } = this.#found;
    this.#typedNodes = this.#fewTypes([...nodes.values()].map(typeOf));
    this.#typedEdges = this.#fewTypes(edges.map(typeOf));
    this.#addStubs();
    for (const node of nodes.values()) this.#node(node);
    for (const edge of edges) this.#edge(edge);
    for (const claim of this.#claims.values()) this.records.push(claim);
    if (this.#derived === 0) return;
    this.#found.problem({
      outcome: 'kept',
      where: 'the file',
      what: `Clew wrote this file: what it worked out itself (stance, sources, disputes, weights) of ${this.#derived} nodes and edges was not read as claims.`,
    });
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
    const listed = nodes.size > 0;
    for (const edge of edges) {
      for (const id of [edge.source, edge.target]) {
        if (nodes.has(id)) continue;
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
    const say = this.#sayer(node.id, node);
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
    const say = this.#sayer(id, edge);
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
    this.#sayer(edge.source, edge)(property.name, edge.target, stance);
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
    if (id !== undefined && id !== '') return this.#found.nodes.has(id) ? this.#free(`edge ${id}`) : id;
    const arrow = edge.directed ? '→' : '–';
    const name = `${edge.source} ${arrow} ${edge.target}${type === undefined ? '' : ` (${type})`}`;
    const n = (this.#unnamedEdges.get(name) ?? 0) + 1;
    this.#unnamedEdges.set(name, n);
    return this.#free(n === 1 ? name : `${name} ${n}`);
  }

  #free(id: Id): Id {
    return this.#found.nodes.has(id) ? this.#free(`${id}′`) : id;
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
    const say = this.#sayer(subject, of);
    if (ours) this.#derived++;
    for (const [name, attribute] of of.attributes) {
      if (isDerived(name, attribute, type, ours)) continue;
      const { property: named, stance } = ours ? columnOf(name) : { property: name, stance: undefined };
      const property = this.#property(schema, named, attribute, ours);
      for (const [i, value] of attribute.values.entries()) {
        if (value === '') continue;
        const spelt = this.vocabulary.spelling(schema, property, value);
        const written = attribute.written?.[i] ?? value;
        say(property, spelt, stance, spelt === written ? undefined : written);
        said.set(property, [...(said.get(property) ?? []), value]);
      }
    }
    return said;
  }

  #property(schema: string, name: string, attribute: Attribute, ours: boolean): string {
    const reference = ours && this.vocabulary.entityProperty(schema, name);
    return reference ? name : this.vocabulary.property(schema, name, attribute.type, ours);
  }

  #sayer(subject: Id, { where, cites }: Said): Say {
    const via = cites === undefined ? undefined : [this.#cited(cites)];
    return (property, value, stance = 'affirmed', original) => {
      const locators = where === '' ? undefined : [{ place: where }];
      const parts = { subject, property, value, source: this.#file.id, stance, ...(via && { via }) };
      const claim = claimOf({
        ...parts,
        ...(original !== undefined && { original }),
        ...(locators && { locators }),
      });
      if (!this.#claims.has(claim.id)) this.#claims.set(claim.id, claim);
    };
  }

  /** The source at an address that the file cites. */
  #cited(address: string): Id {
    const id = citedId(address);
    if (this.#cites.has(id)) return id;
    this.#cites.add(id);
    this.records.push({ kind: 'source', id, title: address.slice(0, 200), address });
    return id;
  }
}

/** The same address is the same source, whichever file cites it. */
const citedId = (address: string): Id => `cited-${bytesToHex(sha256(utf8ToBytes(address))).slice(0, 12)}`;

interface Said {
  readonly where: string;
  readonly cites?: string;
}
interface Described extends Said {
  readonly attributes: Attributes;
}

type Say = (property: string, value: string, stance?: Stance, original?: string) => void;

const TYPE_NAMES: readonly string[] = ['type', 'Type', 'schema'];

/** The type a node or edge is said to have, or an attribute of that name holds. */
function typeOf({ type, attributes }: { type?: string; attributes: Attributes }): string | undefined {
  if (type !== undefined && type.trim() !== '') return type;
  const attribute = TYPE_NAMES.map((name) => attributes.get(name)).find(
    (one) => one?.type === 'string' && one.values.length === 1,
  );
  return attribute?.values[0]?.trim() === '' ? undefined : attribute?.values[0];
}

const stanceOf = (attributes: Attributes, ours: boolean): Stance =>
  (ours && STANCES.find((stance) => stance === attributes.get('stance')?.values[0])) || 'affirmed';

const OURS = new Set(['stance', 'disputed', 'sources', 'relation', 'weight', 'type']);

/** What is not a claim: Clew's own columns, the type, and the weight 1 that Gephi gives every edge. */
function isDerived(name: string, attribute: Attribute, type: string | undefined, ours: boolean): boolean {
  if (ours) return OURS.has(name);
  if (TYPE_NAMES.includes(name) && attribute.values.length === 1 && attribute.values[0] === type) return true;
  return name.toLowerCase() === 'weight' && attribute.values.every((value) => Number(value) === 1);
}
