// The case under the lens → RDF in FollowTheMoney's vocabulary: one graph a source, and one of Clew's own for types, labels, sources and what must not be stated.
import type { Claim, Id } from '../../case/records.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Outgoing } from '../format.ts';
import { FtmSubjects } from '../ftm/ftmSubjects.ts';
import { byCodePoint, grouped } from '../order.ts';
import { claimTriples, hasDetail, isWritableLanguage } from './rdfClaims.ts';
import { entityIri, isIri, propertyIri, sourceIri, typeIri } from './rdfIris.ts';
import { sourceTriples } from './rdfSources.ts';
import {
  CASE,
  CLEW,
  LABEL,
  literalOf,
  PREFIXES,
  PROV,
  RDFS,
  TYPE,
  type Node,
  type Statement,
  type Term,
  type Triple,
} from './rdfTerms.ts';
import { isAddress } from './rdfWords.ts';

export const MARK = `${CLEW}Case`;
export const DEFINITION = `${CLEW}definition`;

/** Which claims become nodes of their own beside what is stated. */
export interface Manner {
  /** A graph for each source. */
  readonly graphs: boolean;
  /** Every claim is a node that names its source, where there are no graphs. */
  readonly reified: boolean;
}

/** The id of a relation that is a triple in RDF: it is written as one again. */
export const tripleId = (source: Id, target: Id, predicate: string): Id =>
  `${source} → ${target} (${predicate})`;

export class CaseStatements {
  readonly #subjects: FtmSubjects;
  readonly #manner: Manner;
  readonly #sources = new Set<Id>();

  constructor(out: Outgoing, settings: Values, manner: Manner) {
    this.#subjects = new FtmSubjects(out, settings);
    this.#manner = manner;
  }

  /** Statements of one graph, and in it of one subject, follow each other. */
  *all(): Generator<Statement> {
    const ids = [...this.#subjects.ids()];
    const graph = this.#manner.graphs ? CASE : '';
    const bySource = this.#bySource(ids);
    for (const triple of this.#ownGraph(ids)) yield { ...triple, graph, where: '' };
    if (!this.#manner.graphs) return;
    for (const source of [...bySource.keys()].sort(byCodePoint)) {
      for (const id of bySource.get(source)!) {
        const claims = this.#claimsOf(id).filter((claim) => claim.source === source);
        for (const triple of this.#stated(id, claims))
          yield { ...triple, graph: sourceIri(source), where: '' };
      }
    }
  }

  *#ownGraph(ids: readonly Id[]): Generator<Triple> {
    yield* this.#description();
    yield* this.#definitions(ids);
    yield* this.#sourceDescriptions();
    for (const id of ids) {
      const claims = this.#claimsOf(id);
      const subject = entityIri(id);
      if (!this.#isTriple(id, claims)) {
        yield { subject, predicate: TYPE, object: typeIri(this.#schema(id)) };
        yield { subject, predicate: LABEL, object: { text: this.#subjects.caption(id) } };
      }
      if (!this.#manner.graphs) yield* this.#stated(id, claims);
      for (const claim of this.#reified(claims)) yield* claimTriples(claim, this.#tripleOf(claim));
    }
  }

  *#description(): Generator<Triple> {
    const { header } = this.#subjects.told.case;
    const say = (predicate: string, object: Term): Triple => ({ subject: CASE, predicate, object });
    yield say(TYPE, `${PREFIXES.void}Dataset`);
    yield say(TYPE, MARK);
    yield say(`${PREFIXES.dcterms}title`, { text: header.name });
    if (header.description !== undefined)
      yield say(`${PREFIXES.dcterms}description`, { text: header.description });
    for (const id of this.#sources) yield say(`${PROV}wasDerivedFrom`, sourceIri(id));
  }

  /** Types of the case's own, for readers of RDF Schema and, as Clew's text, for Clew. */
  *#definitions(ids: readonly Id[]): Generator<Triple> {
    const used = new Set(ids.flatMap((id) => this.#subjects.ownSchema(id).lineage));
    for (const addition of this.#subjects.told.case.header.schemata ?? []) {
      if (!used.has(addition.name)) continue;
      const subject = typeIri(addition.name);
      yield { subject, predicate: TYPE, object: `${RDFS}Class` };
      yield { subject, predicate: LABEL, object: { text: addition.label } };
      for (const parent of addition.extends)
        yield { subject, predicate: `${RDFS}subClassOf`, object: typeIri(parent) };
      yield { subject, predicate: DEFINITION, object: { text: JSON.stringify(addition) } };
    }
  }

  *#sourceDescriptions(): Generator<Triple> {
    const of = this.#subjects.told.case;
    const told = (id: Id) => of.source(id)?.confidential !== true;
    for (const id of [...this.#sources].sort(byCodePoint)) {
      const source = of.source(id);
      if (source && told(id)) yield* sourceTriples(source, told);
    }
  }

  /** The subjects of each source; takes note of every source that has a part in what is written. */
  #bySource(ids: readonly Id[]): Map<Id, Id[]> {
    const bySource = new Map<Id, Id[]>();
    for (const id of ids) {
      for (const [source, claims] of grouped(this.#claimsOf(id), (claim) => claim.source)) {
        const subjects = bySource.get(source) ?? [];
        bySource.set(source, subjects);
        subjects.push(id);
        for (const name of [source, ...claims.flatMap(({ via = [] }) => via)]) this.#sources.add(name);
      }
    }
    for (const id of this.#sources)
      for (const other of this.#subjects.told.case.source(id)?.derivedFrom ?? [])
        if (this.#subjects.told.case.source(other)?.confidential !== true) this.#sources.add(other);
    return bySource;
  }

  /** What is told of a subject: without ties to what is not shown, and without naming a confidential source. */
  #claimsOf(id: Id): readonly Claim[] {
    const { told } = this.#subjects;
    const schema = this.#schema(id);
    const secret = (source: Id) => told.case.source(source)?.confidential === true;
    return told
      .claimsOf(id)
      .filter(
        ({ property, value }) =>
          told.case.model.property(schema, property)?.type !== 'entity' || this.#subjects.shows(value),
      )
      .map((claim) =>
        claim.via?.some(secret) ? { ...claim, via: claim.via.filter((one) => !secret(one)) } : claim,
      );
  }

  #schema(id: Id): string {
    return this.#subjects.told.case.schemaOf(id)!;
  }

  /** What is affirmed, each triple once. */
  *#stated(id: Id, claims: readonly Claim[]): Generator<Triple> {
    if (this.#isTriple(id, claims)) return yield* this.#asTriples(id, claims);
    const affirmed = claims.filter(({ stance }) => stance === 'affirmed');
    for (const [, [claim]] of grouped(affirmed, meaning)) {
      const isType = isExistence(claim!);
      if (!isType || this.#manner.graphs) yield this.#tripleOf(claim!);
    }
  }

  /** Claims that need a node: not affirmed, with more to say, or of the same words as another of their source. */
  *#reified(claims: readonly Claim[]): Generator<Claim> {
    for (const [, said] of grouped(claims, (claim) => JSON.stringify([meaning(claim), claim.source]))) {
      const plain = said.length === 1 && said[0]!.stance === 'affirmed' && !hasDetail(said[0]!);
      if (this.#manner.graphs ? !plain : this.#manner.reified) yield* said;
      else yield* said.filter(({ stance }) => stance !== 'affirmed');
    }
  }

  #tripleOf(claim: Claim): Triple {
    const schema = this.#schema(claim.subject);
    const subject = entityIri(claim.subject);
    if (isExistence(claim)) return { subject, predicate: TYPE, object: typeIri(schema) };
    const predicate = propertyIri(schema, claim.property);
    return { subject, predicate, object: this.#objectOf(claim, schema, predicate) };
  }

  #objectOf({ property, value, language }: Claim, schema: string, predicate: string): Term {
    const { type = 'string' } = this.#subjects.told.case.model.property(schema, property) ?? {};
    if (type === 'entity') return entityIri(value);
    if (isAddress(predicate) && isIri(value)) return value;
    return literalOf(type, value, isWritableLanguage(language) ? language : undefined);
  }

  /** A relation that was a triple when it was read, of which nothing else is to be written. */
  #isTriple(id: Id, claims: readonly Claim[]): boolean {
    if (this.#manner.reified || !this.#subjects.isRelation(id) || !id.endsWith(')')) return false;
    const { name, edge } = this.#subjects.ownSchema(id);
    const ends = [edge?.source, edge?.target].map(
      (end) => claims.find(({ property }) => property === end)?.value,
    );
    const isBare = (claim: Claim) =>
      (claim.property === edge?.source || claim.property === edge?.target) &&
      ends.includes(claim.value) &&
      claim.stance === 'affirmed' &&
      !(this.#manner.graphs && hasDetail(claim));
    return isIri(name) && id === tripleId(ends[0] ?? '', ends[1] ?? '', name) && claims.every(isBare);
  }

  *#asTriples(id: Id, claims: readonly Claim[]): Generator<Triple> {
    const { name, edge } = this.#subjects.ownSchema(id);
    const [source, target] = [edge!.source, edge!.target].map(
      (end) => claims.find(({ property }) => property === end)?.value,
    );
    if (source !== undefined && target !== undefined)
      yield { subject: entityIri(source), predicate: name as Node, object: entityIri(target) };
  }
}

const isExistence = ({ property, value, subject }: Claim): boolean => property === 'id' && value === subject;

/** What a triple of the claim would say. */
const meaning = ({ property, value, language }: Claim): string =>
  JSON.stringify([property, value, language ?? '']);
