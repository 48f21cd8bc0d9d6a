// The case under the lens in the words of schema.org: a plain view for search engines and for programs that know nothing else.
import type { Claim, Id } from '../../case/records.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Loss, Outgoing } from '../format.ts';
import { FtmSubjects } from '../ftm/ftmSubjects.ts';
import { graphLosses } from '../losses.ts';
import { byCodePoint } from '../order.ts';
import { isWritableLanguage } from './rdfClaims.ts';
import { entityIri, isIri } from './rdfIris.ts';
import { literalOf, SCHEMA, TYPE, type Statement, type Term, type Triple } from './rdfTerms.ts';

/** Types by FollowTheMoney's, the first that a type is. */
const TYPES: readonly (readonly [schema: string, type: string])[] = [
  ['Person', 'Person'],
  ['PublicBody', 'GovernmentOrganization'],
  ['Company', 'Corporation'],
  ['Organization', 'Organization'],
  ['LegalEntity', 'Organization'],
  ['Event', 'Event'],
  ['Address', 'PostalAddress'],
  ['Article', 'Article'],
  ['Image', 'ImageObject'],
  ['Video', 'VideoObject'],
  ['Audio', 'AudioObject'],
  ['Document', 'DigitalDocument'],
  ['Vehicle', 'Vehicle'],
  ['Project', 'Project'],
  ['BankAccount', 'BankAccount'],
  ['RealEstate', 'Place'],
];

/** Properties by FollowTheMoney's; the others have no word there. */
const PROPERTIES = new Map(
  Object.entries({
    name: 'name',
    title: 'honorificPrefix',
    alias: 'alternateName',
    previousName: 'alternateName',
    weakAlias: 'alternateName',
    abbreviation: 'alternateName',
    firstName: 'givenName',
    lastName: 'familyName',
    birthDate: 'birthDate',
    deathDate: 'deathDate',
    birthPlace: 'birthPlace',
    gender: 'gender',
    nationality: 'nationality',
    position: 'jobTitle',
    email: 'email',
    phone: 'telephone',
    website: 'url',
    sourceUrl: 'url',
    address: 'address',
    full: 'streetAddress',
    description: 'description',
    summary: 'abstract',
    notes: 'description',
    keywords: 'keywords',
    leiCode: 'leiCode',
    vatCode: 'vatID',
    taxNumber: 'taxID',
    incorporationDate: 'foundingDate',
    dissolutionDate: 'dissolutionDate',
    date: 'startDate',
    startDate: 'startDate',
    endDate: 'endDate',
    location: 'location',
    addressEntity: 'address',
    involved: 'attendee',
    organizer: 'organizer',
    parent: 'parentOrganization',
  }),
);

/** What joins the source of a relation with its target, by its type; a role stands between them under the same word. */
const TIES: readonly (readonly [schema: string, word: string, role: string])[] = [
  ['Employment', 'worksFor', 'EmployeeRole'],
  ['Directorship', 'worksFor', 'OrganizationRole'],
  ['Membership', 'memberOf', 'OrganizationRole'],
  ['Family', 'relatedTo', 'Role'],
  ['Associate', 'knows', 'Role'],
  ['Ownership', 'owns', 'Role'],
  ['ProjectParticipant', 'memberOf', 'OrganizationRole'],
  ['CourtCaseParty', 'subjectOf', 'Role'],
  ['Succession', 'successorOf', 'Role'],
];
const ROLE_PROPERTIES = new Map([
  ['role', 'roleName'],
  ['relationship', 'roleName'],
  ['startDate', 'startDate'],
  ['endDate', 'endDate'],
  ['date', 'startDate'],
  ['summary', 'description'],
  ['description', 'description'],
]);

export class SchemaOrgStatements {
  readonly #subjects: FtmSubjects;
  /** Claims that were left out: not affirmed, or of a property without a word. */
  readonly left = { unsure: 0, wordless: 0, ties: 0 };

  constructor(out: Outgoing, settings: Values) {
    this.#subjects = new FtmSubjects(out, settings);
  }

  /** All in the default graph, those of one subject together. */
  *all(): Generator<Statement> {
    for (const id of this.#subjects.ids()) {
      const triples = this.#subjects.isRelation(id) ? this.#relation(id) : this.#entity(id);
      for (const triple of triples) yield { ...triple, graph: '', where: '' };
    }
  }

  *#entity(id: Id): Generator<Triple> {
    const subject = entityIri(id);
    const type = TYPES.find(([schema]) => this.#isA(id, schema))?.[1] ?? 'Thing';
    yield { subject, predicate: TYPE, object: SCHEMA + type };
    const values = [...this.#values(id, PROPERTIES)];
    if (!values.some(([word]) => word === 'name'))
      yield { subject, predicate: `${SCHEMA}name`, object: { text: this.#subjects.caption(id) } };
    yield* triplesOf(subject, values);
  }

  *#relation(id: Id): Generator<Triple> {
    const { edge } = this.#subjects.ownSchema(id);
    const ends = [edge?.source, edge?.target].map((end) =>
      this.#affirmed(id).filter(({ property }) => property === end),
    );
    const [sources, targets] = ends.map((claims) =>
      [...new Set(claims.map(({ value }) => value))].filter(this.#subjects.shows).sort(byCodePoint),
    );
    const word = TIES.find(([schema]) => this.#isA(id, schema));
    if (!word || !sources?.length || !targets?.length) return void this.left.ties++;
    const [, name, role] = word;
    const subject = entityIri(id);
    const predicate = SCHEMA + name;
    const values = [...this.#values(id, ROLE_PROPERTIES, new Set([edge!.source, edge!.target]))];
    for (const source of sources) yield { subject: entityIri(source), predicate, object: subject };
    yield { subject, predicate: TYPE, object: SCHEMA + role };
    for (const target of targets) yield { subject, predicate, object: entityIri(target) };
    if (!values.some(([one]) => one === 'roleName'))
      yield { subject, predicate: `${SCHEMA}roleName`, object: { text: edge!.label } };
    yield* triplesOf(subject, values);
  }

  *#values(
    id: Id,
    words: ReadonlyMap<string, string>,
    except?: ReadonlySet<string>,
  ): Generator<readonly [word: string, object: Term]> {
    const { model } = this.#subjects.told.case;
    const all = this.#subjects.told
      .claimsOf(id)
      .filter(({ property }) => property !== 'id' && except?.has(property) !== true);
    for (const claim of all) {
      const word = words.get(claim.property);
      if (claim.stance !== 'affirmed') this.left.unsure++;
      else if (word === undefined) this.left.wordless++;
      else
        yield [
          word,
          this.#objectOf(claim, model.property(this.#subjects.ownSchema(id).name, claim.property)?.type),
        ];
    }
  }

  #objectOf({ value, language }: Claim, type = 'string'): Term {
    if (type === 'entity') return entityIri(value);
    if (type === 'url' && isIri(value)) return value;
    return literalOf(type, value, isWritableLanguage(language) ? language : undefined);
  }

  #affirmed(id: Id): readonly Claim[] {
    return this.#subjects.told.claimsOf(id).filter(({ stance }) => stance === 'affirmed');
  }

  #isA(id: Id, schema: string): boolean {
    return this.#subjects.ownSchema(id).lineage.includes(schema);
  }
}

function* triplesOf(subject: string, values: readonly (readonly [string, Term])[]): Generator<Triple> {
  const said = new Set<string>();
  for (const [word, object] of values) {
    const key = JSON.stringify([word, object]);
    if (!said.has(key)) yield { subject, predicate: SCHEMA + word, object };
    said.add(key);
  }
}

export function schemaOrgLosses(out: Outgoing, settings: Values): readonly Loss[] {
  const writer = new SchemaOrgStatements(out, settings);
  for (const _ of writer.all());
  const { unsure, wordless, ties } = writer.left;
  return [
    ...graphLosses(out, settings, { lists: true, mixed: true }),
    { what: 'claims that are not affirmed, for which schema.org has no place', count: unsure },
    { what: 'values for which schema.org has no word', count: wordless },
    { what: 'ties for which schema.org has no word, or that nobody affirms', count: ties },
  ].filter(({ count }) => count > 0);
}
