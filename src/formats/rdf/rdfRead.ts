// Statements → records: resources become entities and relations, graphs become sources, what is said of a statement goes with its claim.
import type { Id } from '../../case/records.ts';
import { InputError } from '../../plugin/problem.ts';
import { quoted } from '../collecting.ts';
import { FILE, type Sink } from '../format.ts';
import { grouped } from '../order.ts';
import type { Tally } from '../tally.ts';
import type { Quotation, RdfGraph } from './rdfGraph.ts';
import { idOf, isIri, localName, propertyOf, sourceIdOf } from './rdfIris.ts';
import { attributeType, isKnownType, type RdfNames } from './rdfNames.ts';
import { RdfRecords, type Resource, type Voice } from './rdfRecords.ts';
import { RdfResources, type TieKind } from './rdfResources.ts';
import { sourceFrom } from './rdfSources.ts';
import {
  CASE,
  isBlank,
  isLiteral,
  isNode,
  keyOf,
  LABEL,
  PREFIXES,
  RDF,
  TYPE,
  type Literal,
  type Node,
  type Statement,
  type Term,
  type Triple,
} from './rdfTerms.ts';
import { endFor, isAddress, saysNothing } from './rdfWords.ts';
import { tripleId } from './rdfWrite.ts';

export class RdfReader {
  readonly #sink: Sink;
  readonly #graph: RdfGraph;
  readonly #tally: Tally;
  readonly #resources: RdfResources;
  readonly #names: RdfNames;
  readonly #records = new RdfRecords();

  constructor(graph: RdfGraph, sink: Sink, tally: Tally) {
    this.#graph = graph;
    this.#sink = sink;
    this.#tally = tally;
    this.#resources = new RdfResources(graph);
    this.#names = this.#resources.names;
  }

  /** Tells the sink all that the graph holds. Throws `InputError` where that is nothing. */
  read(): void {
    if (this.#graph.size === 0)
      throw new InputError(
        'This file holds no statement that can be read. If it is JSON-LD, its names may lack a context.',
      );
    for (const [node, quotations] of this.#resources.quotedBySubject)
      if (this.#graph.consumed.has(node)) this.#leaveOut(TOO_FAR, quotations[0]!.where);
    const nodes = this.#resources.subjects();
    for (const node of nodes) this.#resources.of(node);
    for (const node of nodes) this.#read(node);
    if (!this.#resources.isOurs)
      for (const [node, resource] of this.#resources.all) this.#nameByIri(resource, node);
    this.#records.tell(this.#resources.all.values(), this.#sink);
    for (const node of this.#resources.sources)
      this.#sink.record(sourceFrom(node, this.#graph.about(node), 'dataset'), node);
    this.#tellCase();
  }

  #read(node: Node): void {
    const resource = this.#resources.of(node);
    if (resource.isRelation) this.#records.relation(resource);
    const quotes = grouped(this.#resources.quotedBySubject.get(node) ?? [], ({ triple }) => keyOf(triple));
    const stated = new Set<string>();
    for (const statement of this.#graph.about(node)) {
      const key = quotes.size > 0 ? keyOf(statement) : '';
      const spoken = quotes.get(key) ?? [];
      // What several graphs state is quoted once.
      const quotedVoices = stated.has(key) ? [] : this.#quotedVoices(spoken, statement);
      if (spoken.length > 0) stated.add(key);
      this.#statement(resource, statement, [...this.#plainVoice(statement, spoken), ...quotedVoices]);
    }
    for (const [key, spoken] of quotes)
      if (!stated.has(key)) this.#statement(resource, spoken[0]!.triple, this.#quotedVoices(spoken));
  }

  /** The graph that states it, unless a node says the same for it in more detail. */
  #plainVoice({ graph, where }: Statement, spoken: readonly Quotation[]): Voice[] {
    const source = this.#sourceOf(graph);
    const isSaid = spoken.some((quotation) => {
      const { source: by, stance = 'affirmed' } = this.#resources.detailOf(quotation);
      return stance === 'affirmed' && (by === undefined || sourceIdOf(by) === source || source === FILE);
    });
    return isSaid ? [] : [{ source, stance: 'affirmed', where }];
  }

  #quotedVoices(spoken: readonly Quotation[], stated?: Statement): Voice[] {
    return spoken.map((quotation) => {
      const detail = this.#resources.detailOf(quotation);
      const { where } = quotation;
      if (!stated && detail.stance === undefined)
        this.#tally.add(
          'kept',
          'A statement is only quoted, not stated; it was read as alleged.',
          where || 'the file',
        );
      const graph = stated?.graph ?? quotation.graph;
      const source = detail.source === undefined ? this.#sourceOf(graph) : sourceIdOf(detail.source);
      return { source, stance: detail.stance ?? (stated ? 'affirmed' : 'alleged'), where, detail };
    });
  }

  #sourceOf(graph: Node): Id {
    return graph === '' || graph === CASE ? FILE : sourceIdOf(graph);
  }

  #statement(of: Resource, { subject, predicate, object }: Triple, voices: readonly Voice[]): void {
    if (predicate === TYPE) return this.#type(of, object, voices);
    // The labels in Clew's own files are made from the claims.
    if (this.#resources.isOurs && predicate === LABEL) return;
    if (this.#graph.quoting.has(subject) && QUOTES.has(predicate)) return;
    for (const item of this.#graph.members(object)) {
      if (isLiteral(item)) this.#value(of, predicate, item, voices);
      else if (isNode(item)) this.#reference(of, { subject, predicate, object: item }, voices);
      else
        this.#leaveOut(
          'A quoted statement stands where only rdf:reifies may have one; it was left out.',
          of.where,
        );
    }
  }

  #type(of: Resource, type: Term, voices: readonly Voice[]): void {
    if (!isNode(type)) return;
    if (this.#resources.isOurs && this.#resources.schemaOf(type) === of.schema) {
      for (const voice of voices) if (voice.source !== FILE) this.#records.say(of, 'id', of.id, voice);
      return;
    }
    const word = this.#resources.schemaOf(type) ?? type;
    if (this.#names.model.isA(of.schema, word) || saysNothing(type) || isBlank(type)) return;
    const property = this.#names.property(of.schema, TYPE, 'url');
    for (const voice of voices) this.#records.say(of, property, type, voice);
  }

  #value(of: Resource, predicate: Node, literal: Literal, voices: readonly Voice[]): void {
    const { text, language, datatype } = literal;
    if (text === '') return this.#leaveOut('An empty text was left out.', voices[0]?.where);
    if (!isKnownType(literal))
      this.#tally.add(
        'kept',
        `Values of the type ${datatype!.slice(0, 200)} were read as texts.`,
        voices[0]?.where || 'the file',
      );
    const property = this.#names.property(of.schema, predicate, attributeType(literal));
    const value = this.#names.spelling(of.schema, property, text);
    for (const voice of voices)
      this.#records.say(of, property, value, voice, { language, ...(value !== text && { original: text }) });
  }

  #reference(
    of: Resource,
    { subject, predicate, object }: Triple & { object: Node },
    voices: readonly Voice[],
  ): void {
    const role = this.#resources.roles.get(subject);
    const own =
      propertyOf(predicate) ??
      endFor(predicate) ??
      (role?.predicate === predicate ? role.kind.target : undefined);
    const known = own === undefined ? undefined : this.#names.model.property(of.schema, own);
    const isEnd = known?.type === 'entity' && !known.stub;
    if (isEnd || (role && own !== undefined)) this.#end(of, own!, object, voices);
    else if (this.#isText(predicate, object, own)) {
      const text = object.replace(/^(mailto|tel):/, '');
      const property = this.#names.property(of.schema, predicate, text === object ? 'url' : 'string');
      for (const voice of voices) this.#records.say(of, property, text, voice);
    } else if (of.isRelation) {
      for (const voice of voices) this.#annotation(of, { subject, predicate, object }, voice);
    } else this.#tie(of, predicate, object, voices);
  }

  #end(of: Resource, property: string, object: Node, voices: readonly Voice[]): void {
    const target = this.#target(object, voices);
    if (target !== undefined) for (const voice of voices) this.#records.say(of, property, target, voice);
  }

  /** An address, a telephone, or a word of FollowTheMoney that is given as an IRI. */
  #isText(predicate: Node, object: Node, own: string | undefined): boolean {
    if (/^(mailto|tel):/.test(object)) return true;
    return (
      !isBlank(object) && (isAddress(predicate) || (own !== undefined && !this.#graph.bySubject.has(object)))
    );
  }

  /** The id of the entity at the end of a reference; undefined for what is none. */
  #target(object: Node, voices: readonly Voice[]): Id | undefined {
    const target = this.#resources.of(object);
    if (!target.isRelation) return target.id;
    this.#leaveOut('A reference to a relation was left out: relations join entities.', voices[0]?.where);
    return undefined;
  }

  #tie(of: Resource, predicate: Node, object: Node, voices: readonly Voice[]): void {
    const role = this.#resources.roles.get(object);
    if (role?.predicate === predicate) {
      const relation = this.#resources.of(object);
      for (const voice of voices) this.#joins(relation, role.kind, voice, of.id);
      return;
    }
    const target = this.#target(object, voices);
    if (target === undefined) return;
    const kind = this.#resources.tieKind(predicate);
    const id = this.#free(tripleId(of.id, target, predicate));
    const relation = {
      id,
      schema: kind.schema,
      isRelation: true,
      where: voices[0]?.where ?? '',
      named: true,
      claims: 0,
    };
    this.#records.relation(relation);
    for (const voice of voices) {
      const plain = { ...voice, detail: voice.detail && { ...voice.detail, rest: [] } };
      this.#joins(relation, kind, plain, of.id, target);
      for (const one of voice.detail?.rest ?? [])
        this.#annotation(relation, one, { ...plain, stance: 'affirmed', detail: undefined });
    }
  }

  #joins(relation: Resource, { source, target, says }: TieKind, voice: Voice, from: Id, to?: Id): void {
    this.#records.say(relation, source, from, voice);
    if (to !== undefined) this.#records.say(relation, target, to, voice);
    if (says) this.#records.say(relation, ...says, voice);
  }

  #free(id: Id): Id {
    return this.#graph.bySubject.has(id) ? this.#free(`${id}′`) : id;
  }

  /** What is said of a tie itself; what it names by IRI is text there, since ties join entities alone. */
  #annotation(relation: Resource, { predicate, object }: Triple, voice: Voice): void {
    for (const item of this.#graph.members(object)) {
      if (isLiteral(item)) this.#value(relation, predicate, item, [voice]);
      else if (isNode(item))
        this.#records.say(
          relation,
          this.#names.property(relation.schema, predicate, 'url'),
          idOf(item),
          voice,
        );
      else this.#leaveOut(TOO_FAR, voice.where);
    }
  }

  #leaveOut(what: string, where = ''): void {
    this.#tally.add('refused', what, where || 'the file');
  }

  #nameByIri(resource: Resource, node: Node): void {
    const { schema, isRelation, named, where } = resource;
    if (isRelation || named || !isIri(node)) return;
    if (!this.#names.model.schema(schema).properties.has('name')) return;
    this.#tally.add(
      'kept',
      'A resource has no label; it is called by the end of its IRI.',
      where || quoted(node),
    );
    this.#records.say(resource, 'name', localName(node), { source: FILE, stance: 'affirmed', where });
  }

  #tellCase(): void {
    const schemata = this.#names.additions();
    if (schemata.length > 0)
      this.#sink.record({ kind: 'header', id: 'case', name: '', schemata }, 'the file');
    if (!this.#resources.isOurs) return;
    for (const { predicate, object } of this.#graph.about(CASE)) {
      if (!isLiteral(object)) continue;
      if (predicate === `${PREFIXES.dcterms}title`) this.#sink.meta('name', object.text);
      if (predicate === `${PREFIXES.dcterms}description`) this.#sink.meta('description', object.text);
    }
  }
}

const TOO_FAR = 'A statement about a statement about a statement was left out.';
const QUOTES: ReadonlySet<string> = new Set(
  ['subject', 'predicate', 'object', 'reifies'].map((name) => RDF + name),
);
