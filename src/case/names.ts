// What an entity or relation is called, from the claims at hand.
import type { CaseUnderLens } from './lens.ts';
import type { Claim, Id, Stance } from './records.ts';
import type { Tie } from './ties.ts';
import { saySpan, sayValue } from './wording.ts';
import { countryName } from './schema.ts';

/** Properties of type `name`, the one to show first. */
const NAMES = ['name', 'title', 'alias', 'previousName', 'weakAlias', 'abbreviation'];

/** The value most sources give, affirmed before alleged before denied; ties go to the first in code point order. */
export function commonest(claims: readonly Claim[]): string | undefined {
  const weight = new Map<string, number>();
  for (const claim of claims) {
    const stance = claim.stance === 'affirmed' ? 1000 : claim.stance === 'alleged' ? 1 : 0.001;
    weight.set(claim.value, (weight.get(claim.value) ?? 0) + stance);
  }
  return [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/**
 * The best label for an entity under a lens. Where no claim that passes names it, a name from outside the lens, set
 * off by brackets: "[Ann Ahlberg]"; its type, where there is none that may be told.
 */
export function nameOf(seen: CaseUnderLens, entity: Id): string {
  const name = bestName(seen, entity, seen.standing(seen.claimsOf(entity)));
  if (name) return name;
  const outside = nameOutside(seen, entity);
  return outside ? `[${outside}]` : `Unnamed ${schemaOf(seen, entity).label.toLowerCase()}`;
}

/**
 * What an entity is called only outside the lens, so that a map shows whom it is about; "(alleged)" after what nobody
 * affirms. Never what is denied, nor what a confidential source says: a label goes into files and pictures.
 */
export function nameOutside(seen: CaseUnderLens, entity: Id): string | undefined {
  if (bestName(seen, entity, seen.standing(seen.claimsOf(entity)))) return undefined;
  const { case: of } = seen;
  const isOpen = ({ source, via = [] }: Claim) => ![source, ...via].some((id) => of.source(id)?.confidential);
  const claims = of.claims.claimsOf(entity).filter(isOpen);
  const said = (stance: Stance) =>
    bestName(
      seen,
      entity,
      claims.filter((claim) => claim.stance === stance),
    );
  const alleged = () => said('alleged');
  return said('affirmed') ?? (alleged() && `${alleged()} (alleged)`);
}

function bestName(seen: CaseUnderLens, entity: Id, claims: readonly Claim[]): string | undefined {
  for (const property of [...NAMES, ...schemaOf(seen, entity).caption]) {
    const value = commonest(claims.filter((claim) => claim.property === property));
    if (value) return value;
  }
  return undefined;
}

const schemaOf = ({ case: of }: CaseUnderLens, entity: Id) => of.model.schema(of.schemaOf(entity) ?? 'Thing');

/** Every other name of an entity, without repeats, in the order name, alias, former name. */
export function otherNames(seen: CaseUnderLens, entity: Id): readonly string[] {
  const claims = seen.claimsOf(entity);
  const values = NAMES.flatMap((property) =>
    claims.filter((claim) => claim.property === property).map((c) => c.value),
  );
  const main = nameOf(seen, entity);
  return [...new Set(values)].filter((value) => value !== main);
}

/** A relation in a word or two: its role, else its verb: "director", "owns". */
export function roleOf(seen: CaseUnderLens, relation: Id): string {
  const schema = seen.case.model.schema(seen.case.schemaOf(relation) ?? 'UnknownLink');
  const claims = seen.standing(seen.claimsOf(relation));
  const value = (property: string) => commonest(claims.filter((claim) => claim.property === property));
  const captions = ['role', ...schema.caption].filter((property) => !/^(start|end)?date$/i.test(property));
  const property = captions.find((name) => value(name));
  const role =
    property &&
    sayValue(schema.properties.get(property)?.type ?? 'string', value(property)!, { countryName });
  return role ?? schema.edge?.label ?? schema.label;
}

/** The words on a relation's line: its role, else its verb, then its dates: "director (2014–2019)". */
export function relationLabel(seen: CaseUnderLens, relation: Id): string {
  const claims = seen.standing(seen.claimsOf(relation));
  const value = (property: string) => commonest(claims.filter((claim) => claim.property === property));
  const span = value('date')
    ? sayValue('date', value('date')!)
    : saySpan(value('startDate'), value('endDate'));
  return span ? `${roleOf(seen, relation)} (${span})` : roleOf(seen, relation);
}

/** What a subject is called in a list: an entity's name; a relation as "who – what – whom". */
export function titleOf(seen: CaseUnderLens, subject: Id): string {
  if (!seen.case.relation(subject)) return nameOf(seen, subject);
  const [first, ...others] = endsOf(seen, subject).map((id) => nameOf(seen, id));
  const label = relationLabel(seen, subject);
  return first === undefined ? label : [first, label, others.join(', ')].filter(Boolean).join(' – ');
}

/** The entities a relation joins, each once, sources first. */
export const endsOf = (seen: CaseUnderLens, relation: Id): readonly Id[] => endsOfTies(seen.tiesOf(relation));

export const endsOfTies = (ties: readonly Tie[]): readonly Id[] => [
  ...new Set([...ties.map(({ source }) => source), ...ties.map(({ target }) => target)]),
];
