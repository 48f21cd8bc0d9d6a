// What each node of a file is: an entity, a relation, a source, or part of how something else is said.
import type { SchemaAddition } from '../../case/records.ts';
import { SECTIONS } from '../clew/caseSchema.ts';
import { faultIn } from '../clew/shape.ts';
import { detailFrom, type Detail } from './rdfClaims.ts';
import type { Quotation, RdfGraph } from './rdfGraph.ts';
import { idOf, isAgent, propertyOf, schemaOf } from './rdfIris.ts';
import { RdfNames } from './rdfNames.ts';
import type { Resource } from './rdfRecords.ts';
import { describesSource, SOURCE } from './rdfSources.ts';
import { CASE, isBlank, isLiteral, isNode, LABEL, TYPE, type Node } from './rdfTerms.ts';
import { endFor, isRole, saysNothing, tieFor, typeFor } from './rdfWords.ts';
import { DEFINITION, MARK } from './rdfWrite.ts';

const LABELS = [LABEL, 'http://www.w3.org/2004/02/skos/core#prefLabel'];

/** A relation that a predicate makes, with the properties of its ends. */
export interface TieKind {
  readonly schema: string;
  readonly source: string;
  readonly target: string;
  readonly says?: readonly [property: string, value: string];
}

export class RdfResources {
  /** Clew wrote the file. */
  readonly isOurs: boolean;
  readonly names: RdfNames;
  readonly all = new Map<Node, Resource>();
  /** Nodes that say something: graphs, and what statements are derived from. */
  readonly sources = new Set<Node>();
  /** Nodes between two things, by schema.org, and the tie each of them is. */
  readonly roles = new Map<Node, { readonly predicate: Node; readonly kind: TieKind }>();
  readonly quotedBySubject = new Map<Node, Quotation[]>();
  readonly #graph: RdfGraph;
  readonly #details = new Map<Node, Detail>();

  constructor(graph: RdfGraph) {
    this.#graph = graph;
    this.isOurs = graph.types(CASE).includes(MARK);
    this.names = new RdfNames(this.#definitions(), (node) => this.#labelOf(node));
    this.#findQuotations();
    this.#findSources();
    this.#findRoles();
  }

  /** The nodes of which something is to be read. */
  subjects(): readonly Node[] {
    const nodes = new Set([...this.#graph.bySubject.keys(), ...this.quotedBySubject.keys()]);
    return [...nodes].filter((node) => !this.#isPassedOver(node));
  }

  of(node: Node): Resource {
    const known = this.all.get(node);
    if (known) return known;
    const where = this.#graph.about(node)[0]?.where ?? this.quotedBySubject.get(node)?.[0]?.where ?? '';
    const role = this.roles.get(node);
    const schema = role?.kind.schema ?? this.#schemaOf(node);
    const isRelation = role !== undefined || this.#isRelation(node, schema);
    const resource = { id: idOf(node), schema, isRelation, where, named: false, claims: 0 };
    this.all.set(node, resource);
    return resource;
  }

  detailOf({ node }: Quotation): Detail {
    const known = this.#details.get(node);
    if (known) return known;
    const detail = detailFrom(this.#graph.about(node), (term) => this.#graph.members(term));
    this.#details.set(node, detail);
    return detail;
  }

  tieKind(predicate: Node): TieKind {
    const word = tieFor(predicate);
    if (!word) return this.names.tieType(predicate);
    return { schema: word.schema, source: word.ends[0], target: word.ends[1], says: word.says };
  }

  #isPassedOver(node: Node): boolean {
    if (this.#graph.consumed.has(node)) return true;
    const about = this.#graph.about(node);
    if (!this.isOurs) return this.sources.has(node) && describesSource(about);
    const isPart = node === CASE || isAgent(node) || this.sources.has(node);
    return isPart || about.some(({ predicate }) => predicate === DEFINITION);
  }

  #definitions(): SchemaAddition[] {
    if (!this.isOurs) return [];
    return [...this.#graph.bySubject.values()].flat().flatMap(({ predicate, object }) => {
      const addition = predicate === DEFINITION && isLiteral(object) ? parsed(object.text) : undefined;
      return addition === undefined || faultIn(addition, SECTIONS.schemata)
        ? []
        : [addition as SchemaAddition];
    });
  }

  #labelOf(node: Node): string | undefined {
    const labels = this.#graph.about(node).filter(({ predicate }) => LABELS.includes(predicate));
    const texts = labels.flatMap(({ object }) => (isLiteral(object) ? [object] : []));
    return (texts.find(({ language }) => language === undefined || language.startsWith('en')) ?? texts[0])
      ?.text;
  }

  #findQuotations(): void {
    for (const quotation of [...this.#graph.quotations.values()].flat()) {
      const { subject } = quotation.triple;
      const standing = this.quotedBySubject.get(subject);
      if (standing) standing.push(quotation);
      else this.quotedBySubject.set(subject, [quotation]);
      const { source } = this.detailOf(quotation);
      if (source !== undefined) this.sources.add(source);
    }
  }

  #findSources(): void {
    for (const [node, statements] of this.#graph.bySubject) {
      if (this.#graph.types(node).includes(SOURCE)) this.sources.add(node);
      for (const { graph } of statements) if (graph !== '' && graph !== CASE) this.sources.add(graph);
    }
  }

  #findRoles(): void {
    for (const statements of this.#graph.bySubject.values()) {
      for (const { subject, predicate, object } of statements) {
        if (!isNode(object) || !this.#graph.types(object).some(isRole) || this.roles.has(object)) continue;
        const isBetween = this.#graph.about(object).some((other) => other.predicate === predicate);
        if (isBetween && subject !== object)
          this.roles.set(object, { predicate, kind: this.tieKind(predicate) });
      }
    }
  }

  /** The type that an IRI means: FollowTheMoney's, one of the case's own, or one for the same. */
  schemaOf(type: Node): string | undefined {
    return schemaOf(type) ?? (this.names.model.has(type) ? type : typeFor(type));
  }

  #schemaOf(node: Node): string {
    const types = this.#typesOf(node);
    const { model } = this.names;
    const standing = types.flatMap((type) => this.schemaOf(type) ?? []);
    const narrowest = standing.find((name) => standing.every((other) => model.isA(name, other)));
    if (standing.length > 0) return narrowest ?? standing[0]!;
    const own = types.find((type) => !saysNothing(type) && !isBlank(type));
    return (own !== undefined && this.names.entityType(own)) || 'Thing';
  }

  /** In a file of Clew's, its own graph has the type that counts; what else is a type there, a source says. */
  #typesOf(node: Node): readonly Node[] {
    const types = this.#graph.types(node);
    if (!this.isOurs) return types;
    const about = this.#graph.about(node);
    const first =
      about.find(({ predicate, graph }) => predicate === TYPE && graph === CASE)?.object ?? types[0];
    return first !== undefined && isNode(first) ? [first] : [];
  }

  #isRelation(node: Node, schema: string): boolean {
    const { edge } = this.names.model.schema(schema);
    if (!edge) return false;
    const ends = this.#graph.about(node).map(({ predicate }) => endFor(predicate) ?? propertyOf(predicate));
    return this.isOurs || [edge.source, edge.target].every((end) => ends.includes(end));
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
