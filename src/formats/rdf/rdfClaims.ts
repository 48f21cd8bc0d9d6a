// A claim as a node of its own (an `rdf:Statement`): for what must not be stated as fact, and for all that a triple has no place for.
import type { Claim, Locator, Stance } from '../../case/records.ts';
import { STANCES } from '../../case/records.ts';
import { SECTIONS } from '../clew/caseSchema.ts';
import { faultIn } from '../clew/shape.ts';
import { claimIri, entityIri, idOf, sourceIdOf, sourceIri } from './rdfIris.ts';
import {
  CLEW,
  isLiteral,
  isNode,
  PROV,
  RDF,
  RDFS,
  TYPE,
  XSD,
  type Node,
  type Term,
  type Triple,
} from './rdfTerms.ts';

const NIL = `${RDF}nil`;
const TEXTS = [
  ['held', `${CLEW}held`],
  ['original', `${CLEW}original`],
  ['notes', `${RDFS}comment`],
] as const;

/** Whether the claim says more than its triple in the graph of its source can. */
export const hasDetail = (claim: Claim): boolean =>
  claim.via !== undefined ||
  claim.attributedTo !== undefined ||
  claim.locators !== undefined ||
  TEXTS.some(([field]) => claim[field] !== undefined) ||
  !isWritableLanguage(claim.language);

/** Languages come back as BCP 47 spells them, since readers change their letters. */
export const isWritableLanguage = (language: string | undefined): boolean =>
  language === undefined ||
  (/^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(language) && canonicalLanguage(language) === language);

export function canonicalLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** `said` is what the claim says as a triple. */
export function* claimTriples(claim: Claim, said: Triple): Generator<Triple> {
  const subject = claimIri(claim.id);
  const say = (predicate: string, object: Term): Triple => ({ subject, predicate, object });
  const lists = [
    list(`_:v${claim.id}x`, (claim.via ?? []).map(sourceIri)),
    list(`_:a${claim.id}x`, (claim.attributedTo ?? []).map(entityIri)),
  ] as const;
  yield say(TYPE, `${RDF}Statement`);
  yield say(`${RDF}subject`, said.subject);
  yield say(`${RDF}predicate`, said.predicate);
  yield say(`${RDF}object`, said.object);
  yield say(`${CLEW}stance`, { text: claim.stance });
  yield say(`${PROV}wasDerivedFrom`, sourceIri(claim.source));
  if (claim.via?.length) yield say(`${PROV}hadPrimarySource`, sourceIri(claim.via.at(-1)!));
  if (claim.via) yield say(`${CLEW}via`, lists[0].head);
  if (claim.attributedTo) yield say(`${CLEW}attributedTo`, lists[1].head);
  for (const [field, predicate] of TEXTS)
    if (claim[field] !== undefined) yield say(predicate, { text: claim[field] });
  if (!isWritableLanguage(claim.language)) yield say(`${CLEW}language`, { text: claim.language! });
  if (claim.locators)
    yield say(`${CLEW}locators`, { text: JSON.stringify(claim.locators), datatype: `${RDF}JSON` });
  for (const { triples } of lists) yield* triples;
}

function list(label: string, items: readonly Node[]): { head: Node; triples: readonly Triple[] } {
  const at = (i: number): Node => (i < items.length ? `${label}${i}` : NIL);
  const triples = items.flatMap((item, i): Triple[] => [
    { subject: at(i), predicate: `${RDF}first`, object: item },
    { subject: at(i), predicate: `${RDF}rest`, object: at(i + 1) },
  ]);
  return { head: at(0), triples };
}

/** What a node says of the triple that it speaks of. */
export interface Detail extends Partial<
  Pick<Claim, 'via' | 'attributedTo' | 'held' | 'original' | 'notes' | 'language' | 'locators'>
> {
  readonly stance?: Stance;
  readonly source?: Node;
  /** What no field of a claim holds. */
  readonly rest: readonly Triple[];
}

const OWN: ReadonlySet<string> = new Set([
  TYPE,
  `${RDF}subject`,
  `${RDF}predicate`,
  `${RDF}object`,
  `${RDF}reifies`,
  `${PROV}hadPrimarySource`,
]);

/** `members` are the items of a list. */
export function detailFrom(triples: readonly Triple[], members: (term: Term) => readonly Term[]): Detail {
  const detail: { -readonly [field in keyof Detail]: Detail[field] } = { rest: [] };
  const rest: Triple[] = [];
  const nodes = (term: Term) => members(term).filter(isNode);
  for (const triple of triples) {
    const { predicate, object } = triple;
    const text = isLiteral(object) ? object.text : undefined;
    const field = TEXTS.find(([, name]) => name === predicate)?.[0];
    if (predicate === `${CLEW}stance`) detail.stance = STANCES.find((stance) => stance === text) ?? 'alleged';
    else if (predicate === `${PROV}wasDerivedFrom` && isNode(object)) detail.source ??= object;
    else if (predicate === `${CLEW}via`) detail.via = nodes(object).map(sourceIdOf);
    else if (predicate === `${CLEW}attributedTo`) detail.attributedTo = nodes(object).map(idOf);
    else if (predicate === `${CLEW}language`) detail.language = text;
    else if (predicate === `${CLEW}locators`) detail.locators = locatorsIn(text);
    else if (field && text !== undefined) detail[field] = text;
    else if (!OWN.has(predicate)) rest.push(triple);
  }
  return { ...detail, rest };
}

function locatorsIn(text = ''): readonly Locator[] | undefined {
  try {
    const locators: unknown = JSON.parse(text);
    const shape = SECTIONS.claims.properties?.locators;
    return shape && !faultIn(locators, shape) ? (locators as readonly Locator[]) : undefined;
  } catch {
    return undefined;
  }
}

export const JSON_TYPE = `${RDF}JSON`;
export const isXsd = (datatype: string): boolean => datatype.startsWith(XSD);
