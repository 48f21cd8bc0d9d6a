// What the vocabularies of the web call the things that FollowTheMoney has words for; everything else keeps its own IRI.
import { FTM, PREFIXES, type Node } from './rdfTerms.ts';

const SPACES: Readonly<Record<string, string>> = {
  ...PREFIXES,
  skos: 'http://www.w3.org/2004/02/skos/core#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  person: 'http://www.w3.org/ns/person#',
  locn: 'http://www.w3.org/ns/locn#',
  rov: 'http://www.w3.org/ns/regorg#',
  bibo: 'http://purl.org/ontology/bibo/',
  event: 'http://purl.org/NET/c4dm/event.owl#',
  dbo: 'http://dbpedia.org/ontology/',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
};

const expanded = (name: string): string => {
  const [prefix, local] = name.split(':') as [string, string];
  return SPACES[prefix]! + local;
};

/** By IRI, from lines of prefixed names. */
const byIri = <T>(of: Readonly<Record<string, T>>, names: (of: string) => string): Map<string, T> =>
  new Map(
    Object.entries(of).flatMap(([key, value]) =>
      names(key)
        .split(' ')
        .map((name) => [expanded(name), value] as const),
    ),
  );

/** schema.org is written with http and with https; FollowTheMoney's addresses have changed too. */
export const canonical = (iri: Node): Node =>
  iri.startsWith('http://schema.org/')
    ? `${PREFIXES.schema}${iri.slice(18)}`
    : iri.replace(
        /^https?:\/\/(?:w3id\.org\/ftm|www\.followthemoney\.tech\/ns|schema\.followthemoney\.tech\/?)#/,
        FTM,
      );

const TYPES = new Map(
  Object.entries({
    Person: 'foaf:Person schema:Person prov:Person person:Person vcard:Individual dbo:Person',
    Organization:
      'foaf:Organization foaf:Group schema:Organization schema:NGO prov:Organization org:Organization org:FormalOrganization org:OrganizationalUnit vcard:Organization vcard:Group dbo:Organisation',
    Company: 'schema:Corporation schema:LocalBusiness rov:RegisteredOrganization dbo:Company',
    PublicBody: 'schema:GovernmentOrganization dbo:GovernmentAgency',
    LegalEntity: 'foaf:Agent prov:Agent dcterms:Agent',
    Event: 'schema:Event event:Event dbo:Event',
    Address: 'schema:PostalAddress vcard:Address locn:Address',
    Document: 'foaf:Document schema:DigitalDocument bibo:Document',
    Article: 'schema:Article schema:NewsArticle schema:BlogPosting bibo:Article',
    Image: 'foaf:Image schema:ImageObject',
    Video: 'schema:VideoObject',
    Position: 'org:Post',
    Project: 'foaf:Project schema:Project schema:ResearchProject',
    Vehicle: 'schema:Vehicle schema:Car',
    BankAccount: 'schema:BankAccount',
    Membership: 'org:Membership',
  }).flatMap(([schema, names]) => names.split(' ').map((name) => [expanded(name), schema] as const)),
);
export const typeFor = (iri: Node): string | undefined => TYPES.get(canonical(iri));

/** Types that say no more than that something is. */
const NOTHING = new Set(
  'owl:Thing owl:NamedIndividual rdfs:Resource schema:Thing prov:Entity'.split(' ').map(expanded),
);
export const saysNothing = (type: Node): boolean => NOTHING.has(canonical(type));

/** Properties of FollowTheMoney for the same, the first that the type has. */
const VALUES = byIri(
  {
    'rdfs:label skos:prefLabel foaf:name schema:name dcterms:title dc:title vcard:fn': 'name title',
    'skos:altLabel schema:alternateName foaf:nick': 'alias',
    'foaf:givenName foaf:firstName schema:givenName vcard:given-name': 'firstName',
    'foaf:familyName foaf:lastName foaf:surname schema:familyName vcard:family-name': 'lastName',
    'foaf:title schema:honorificPrefix vcard:honorific-prefix': 'title',
    'schema:birthDate dbo:birthDate': 'birthDate',
    'schema:deathDate dbo:deathDate': 'deathDate',
    'schema:birthPlace dbo:birthPlace': 'birthPlace',
    'foaf:gender schema:gender': 'gender',
    'schema:nationality': 'nationality',
    'schema:jobTitle': 'position',
    'foaf:mbox schema:email vcard:hasEmail': 'email',
    'foaf:phone schema:telephone vcard:hasTelephone': 'phone',
    'foaf:homepage schema:url': 'website sourceUrl',
    'foaf:page rdfs:seeAlso': 'sourceUrl',
    'schema:description dcterms:description dc:description': 'description summary',
    'rdfs:comment skos:note': 'notes description',
    'dcterms:abstract schema:abstract': 'summary',
    'schema:startDate': 'startDate',
    'schema:endDate': 'endDate',
    'dcterms:date dc:date': 'date',
    'schema:foundingDate': 'incorporationDate',
    'schema:dissolutionDate': 'dissolutionDate',
    'schema:address': 'address full',
    'schema:streetAddress vcard:street-address': 'street',
    'schema:addressLocality vcard:locality': 'city',
    'schema:addressRegion vcard:region': 'region',
    'schema:addressCountry vcard:country-name': 'country',
    'schema:postalCode vcard:postal-code': 'postalCode',
    'schema:leiCode': 'leiCode',
    'schema:vatID': 'vatCode',
    'schema:taxID': 'taxNumber',
    'schema:roleName org:role': 'role',
    'schema:keywords': 'keywords',
  },
  (names) => names,
);
export const valuesFor = (iri: Node): readonly string[] => VALUES.get(canonical(iri))?.split(' ') ?? [];

/** A predicate that is a relation of FollowTheMoney: its ends in the order of subject and object. */
export interface TieWord {
  readonly schema: string;
  readonly ends: readonly [subject: string, object: string];
  /** What the words say beyond the type: "spouse". */
  readonly says?: readonly [property: string, value: string];
}
const tie = (schema: string, ...ends: [string, string]): TieWord => ({ schema, ends });
const family = (word: string): TieWord => ({
  ...tie('Family', 'person', 'relative'),
  says: ['relationship', word],
});

const TIES = byIri<TieWord>(
  {
    'schema:worksFor': tie('Employment', 'employee', 'employer'),
    'schema:employee schema:employees': tie('Employment', 'employer', 'employee'),
    'schema:memberOf org:memberOf': tie('Membership', 'member', 'organization'),
    'schema:member schema:members foaf:member org:hasMember': tie('Membership', 'organization', 'member'),
    'schema:owns': tie('Ownership', 'owner', 'asset'),
    'schema:spouse dbo:spouse': family('spouse'),
    'schema:parent schema:parents dbo:parent': family('parent'),
    'schema:children dbo:child': family('child'),
    'schema:sibling schema:siblings': family('sibling'),
    'schema:relatedTo': family('relative'),
  },
  (names) => names,
);
export const tieFor = (iri: Node): TieWord | undefined => TIES.get(canonical(iri));

/** Properties of FollowTheMoney that name an entity; among them the ends of relations that others write as resources. */
const ENDS = byIri(
  {
    'org:member': 'member',
    'org:organization': 'organization',
    'schema:address vcard:hasAddress': 'addressEntity',
    'schema:parentOrganization': 'parent',
  },
  (names) => names,
);
export const endFor = (iri: Node): string | undefined => ENDS.get(canonical(iri));

const ROLES = new Set(
  'schema:Role schema:OrganizationRole schema:EmployeeRole schema:LinkRole schema:PerformanceRole'
    .split(' ')
    .map(expanded),
);
export const isRole = (type: Node): boolean => ROLES.has(canonical(type));

/** What these point to is an address of something, no entity of the graph. */
const ADDRESSES = new Set(
  'foaf:homepage foaf:page foaf:depiction foaf:img foaf:thumbnail foaf:logo foaf:mbox foaf:phone foaf:weblog foaf:isPrimaryTopicOf schema:url schema:image schema:logo schema:email schema:telephone schema:sameAs schema:mainEntityOfPage rdfs:seeAlso rdfs:isDefinedBy owl:sameAs dcterms:source dcterms:license rdf:type vcard:hasEmail vcard:hasTelephone vcard:hasURL'
    .split(' ')
    .map(expanded),
);
export const isAddress = (predicate: Node): boolean => ADDRESSES.has(canonical(predicate));
