// What an entity or relation is called, from the claims at hand.
import type { ReadonlyCase } from './case.ts';
import type { CaseUnderLens } from './lens.ts';
import type { Claim, Id, Stance } from './records.ts';
import type { Tie } from './ties.ts';
import { saySpan, sayValue } from './wording.ts';
import { countryName } from './schema.ts';

/** Properties of type `name`, the one to show first. */
const NAMES = ['name', 'title', 'alias', 'previousName', 'weakAlias', 'abbreviation'];

/** What a relation's words end in, so that its role is something else. */
const DATES = ['date', 'startdate', 'enddate'];

/** The value most sources give, affirmed before alleged before denied; ties go to the first in code point order. */
export function commonest(claims: readonly Claim[]): string | undefined {
  const [first] = claims;
  if (!first || claims.every(({ value }) => value === first.value)) return first?.value;
  const weight = new Map<string, number>();
  for (const claim of claims) {
    const stance = claim.stance === 'affirmed' ? 1000 : claim.stance === 'alleged' ? 1 : 0.001;
    weight.set(claim.value, (weight.get(claim.value) ?? 0) + stance);
  }
  return [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** The commonest value of one property; most properties have none. */
function given(claims: readonly Claim[], property: string): string | undefined {
  const has = (claim: Claim) => claim.property === property;
  return claims.some(has) ? commonest(claims.filter(has)) : undefined;
}

/**
 * The best label for an entity under a lens. Where no claim that passes names it, a name from outside the lens, set
 * off by brackets: "[Ann Ahlberg]"; its type, where there is none that may be told.
 */
export const nameOf = (seen: CaseUnderLens, entity: Id): string => seen.accountOf(entity).name;

/** The words on a relation's line: its role, else its verb, then its dates: "director (2014–2019)". */
export const relationLabel = (seen: CaseUnderLens, relation: Id): string => seen.accountOf(relation).label;

/** `nameOf` where `claims` about the entity pass. */
export function entityName(of: ReadonlyCase, entity: Id, claims: readonly Claim[]): string {
  const name = bestName(of, entity, claims);
  if (name) return name;
  const outside = openName(of, entity);
  return outside ? `[${outside}]` : `Unnamed ${schemaOf(of, entity).label.toLowerCase()}`;
}

/** What an entity is called only outside the lens, so that a map shows whom it is about; undefined where it is named. */
export function nameOutside(seen: CaseUnderLens, entity: Id): string | undefined {
  const isNamed = bestName(seen.case, entity, seen.standing(seen.claimsOf(entity))) !== undefined;
  return isNamed ? undefined : openName(seen.case, entity);
}

/**
 * A name for whoever reads: "(alleged)" after what nobody affirms. Never what is denied, nor what a confidential
 * source says: a label goes into files and pictures.
 */
function openName(of: ReadonlyCase, entity: Id): string | undefined {
  const isOpen = ({ source, via = [] }: Claim) => ![source, ...via].some((id) => of.source(id)?.confidential);
  const claims = of.claims.claimsOf(entity).filter(isOpen);
  const said = (stance: Stance) => {
    const same = claims.filter((claim) => claim.stance === stance);
    return bestName(of, entity, same);
  };
  const alleged = () => said('alleged');
  return said('affirmed') ?? (alleged() && `${alleged()} (alleged)`);
}

function bestName(of: ReadonlyCase, entity: Id, claims: readonly Claim[]): string | undefined {
  for (const properties of [NAMES, schemaOf(of, entity).caption]) {
    for (const property of properties) {
      const value = given(claims, property);
      if (value) return value;
    }
  }
  return undefined;
}

const schemaOf = (of: ReadonlyCase, entity: Id) => of.model.schema(of.schemaOf(entity) ?? 'Thing');

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
export const roleOf = (seen: CaseUnderLens, relation: Id): string =>
  roleAmong(seen.case, relation, seen.standing(seen.claimsOf(relation)));

function roleAmong(of: ReadonlyCase, relation: Id, claims: readonly Claim[]): string {
  const schema = of.model.schema(of.schemaOf(relation) ?? 'UnknownLink');
  for (const property of ['role', ...schema.caption]) {
    const value = DATES.includes(property.toLowerCase()) ? undefined : given(claims, property);
    const type = schema.properties.get(property)?.type ?? 'string';
    if (value) return sayValue(type, value, { countryName });
  }
  return schema.edge?.label ?? schema.label;
}

/** The words on a relation's line among the claims about it. */
export function relationWords(of: ReadonlyCase, relation: Id, claims: readonly Claim[]): string {
  const date = given(claims, 'date');
  const span = date ? sayValue('date', date) : saySpan(given(claims, 'startDate'), given(claims, 'endDate'));
  const role = roleAmong(of, relation, claims);
  return span ? `${role} (${span})` : role;
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
