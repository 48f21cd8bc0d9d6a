// What a case knows of a source as RDF: Dublin Core for what a library would ask, PROV-O for what it derives from and who made it.
import type { Id, Reliability, Source } from '../../case/records.ts';
import { agentIri, sourceIdOf, sourceIri } from './rdfIris.ts';
import {
  CLEW,
  isLiteral,
  isNode,
  LABEL,
  literalOf,
  PREFIXES,
  PROV,
  RDFS,
  SCHEMA,
  TYPE,
  type Node,
  type Term,
  type Triple,
} from './rdfTerms.ts';

const { dc, dcterms } = PREFIXES;

type TextField = Exclude<
  keyof Source,
  'kind' | 'id' | 'confidential' | 'derivedFrom' | 'independentOf' | 'tables'
>;

/** The predicate that is written, then others that are read for the same; the type says how a value is spelled. */
const TEXTS: readonly (readonly [field: TextField, type: string, ...predicates: string[]])[] = [
  ['title', 'string', `${dcterms}title`, `${dc}title`, LABEL, `${SCHEMA}name`],
  ['form', 'string', `${dc}type`],
  ['publisher', 'string', `${dc}publisher`, `${dcterms}publisher`, `${SCHEMA}publisher`],
  ['author', 'string', `${dc}creator`, `${dcterms}creator`, `${SCHEMA}author`],
  [
    'date',
    'date',
    `${dcterms}issued`,
    `${dcterms}date`,
    `${dc}date`,
    `${SCHEMA}datePublished`,
    `${PROV}generatedAtTime`,
  ],
  ['language', 'string', `${dc}language`, `${dcterms}language`, `${SCHEMA}inLanguage`],
  ['address', 'url', `${SCHEMA}url`],
  ['accessed', 'date', `${CLEW}accessed`],
  ['archived', 'url', `${SCHEMA}archivedAt`],
  ['file', 'string', `${CLEW}file`],
  ['sha256', 'string', `${SCHEMA}sha256`],
  ['reliability', 'string', `${CLEW}reliability`],
  ['notes', 'string', `${RDFS}comment`, `${dcterms}description`, `${SCHEMA}description`],
];
const LINKS: readonly (readonly [field: 'derivedFrom' | 'independentOf', predicate: string])[] = [
  ['derivedFrom', `${PROV}wasDerivedFrom`],
  ['independentOf', `${CLEW}independentOf`],
];
const OTHERS: ReadonlySet<string> = new Set([TYPE, `${PROV}wasAttributedTo`, `${PROV}hadPrimarySource`]);
const FIELD_OF = new Map(
  TEXTS.flatMap(([field, , ...predicates]) => predicates.map((predicate) => [predicate, field])),
);
const LINK_OF = new Map(LINKS.map(([field, predicate]) => [predicate, field]));

export const SOURCE = `${CLEW}Source`;

/** `told` says which other sources may be named. */
export function* sourceTriples(source: Source, told: (id: Id) => boolean): Generator<Triple> {
  const subject = sourceIri(source.id);
  const say = (predicate: string, object: Term): Triple => ({ subject, predicate, object });
  yield say(TYPE, `${PROV}Entity`);
  yield say(TYPE, SOURCE);
  for (const [field, type, predicate] of TEXTS) {
    const text = source[field];
    if (text !== undefined) yield say(predicate!, literalOf(type, text));
  }
  const agents = [...new Set([source.publisher, source.author])].filter((name) => name !== undefined);
  for (const name of agents) yield say(`${PROV}wasAttributedTo`, agentIri(name));
  for (const [field, predicate] of LINKS)
    for (const id of source[field] ?? []) if (told(id)) yield say(predicate, sourceIri(id));
  for (const name of agents) {
    yield { subject: agentIri(name), predicate: TYPE, object: `${PROV}Agent` };
    yield { subject: agentIri(name), predicate: `${PREFIXES.foaf}name`, object: { text: name } };
  }
}

/** Whether all that is said of a node is what a source record holds. */
export const describesSource = (triples: readonly Triple[]): boolean =>
  triples.every(({ predicate, object }) =>
    FIELD_OF.has(predicate) ? isLiteral(object) : LINK_OF.has(predicate) || OTHERS.has(predicate),
  );

/** The source that these triples describe; of repeated values the first counts. */
export function sourceFrom(node: Node, triples: readonly Triple[], form: string): Source {
  const said = new Map<TextField, string>();
  const links = { derivedFrom: [] as Id[], independentOf: [] as Id[] };
  for (const { predicate, object } of triples) {
    const field = FIELD_OF.get(predicate);
    if (field && isLiteral(object) && !said.has(field) && object.text !== '') said.set(field, object.text);
    const link = LINK_OF.get(predicate);
    if (link && isNode(object)) links[link].push(sourceIdOf(object));
  }
  const { title, reliability, ...rest }: Partial<Record<TextField, string>> = Object.fromEntries(said);
  return {
    kind: 'source',
    id: sourceIdOf(node),
    title: title ?? sourceIdOf(node),
    ...(!triples.some(({ object }) => object === SOURCE) && { form }),
    ...rest,
    ...(isReliability(reliability) && { reliability }),
    ...(links.derivedFrom.length > 0 && { derivedFrom: links.derivedFrom }),
    ...(links.independentOf.length > 0 && { independentOf: links.independentOf }),
  };
}

const isReliability = (grade: string | undefined): grade is Reliability =>
  grade !== undefined && /^[A-F]$/.test(grade);
