// What was accepted of a draft → one diff: claims with source, places, stance and credit. Nothing else enters the case.
import type { ReadonlyCase } from '../case/case.ts';
import { newId } from '../case/claimId.ts';
import { addClaim } from '../case/commands/claims.ts';
import { changeHeader, putSource } from '../case/commands/records.ts';
import { addEntity, addRelation, type Saying } from '../case/commands/subjects.ts';
import { EMPTY, squash, type Diff } from '../case/diff.ts';
import { fold } from '../case/fold.ts';
import type { Id, Locator, PropertyAddition, Source } from '../case/records.ts';
import { tiesOf } from '../case/ties.ts';
import {
  isEntity,
  type EntitySuggestion,
  type FactSuggestion,
  type Place,
  type RelationSuggestion,
  type RoleSuggestion,
  type Suggestion,
} from './suggestion.ts';

export interface Adoption {
  readonly suggestions: readonly Suggestion[];
  /** Keys of what was accepted; the ends of an accepted tie come along. */
  readonly accepted: ReadonlySet<string>;
  /** What the claims rest on; added where the case does not have it. */
  readonly source: Source;
}

/** Places a claim takes along; the text has the rest. */
const MOST_LOCATORS = 5;
/** Code points of a clause that make the name of a happening. */
const LONGEST_NAME = 110;

/** The keys with those that they cannot do without: the ends of a tie, the holder of a role. */
export function withEnds(suggestions: readonly Suggestion[], keys: Iterable<string>): Set<string> {
  const all = new Set(keys);
  for (const one of suggestions) {
    if (!all.has(one.key)) continue;
    if (one.kind === 'relation') all.add(one.from).add(one.to);
    if (one.kind === 'role') all.add(one.of);
  }
  return all;
}

/** One step that adds what was accepted. */
export function adopt(of: ReadonlyCase, { suggestions, accepted, source }: Adoption): Diff {
  const keys = withEnds(suggestions, accepted);
  const taken = suggestions.filter(({ key }) => keys.has(key));
  if (taken.length === 0) return EMPTY;
  const entities = taken.filter(isEntity);
  const ids = new Map(entities.map((one) => [one.key, one.match?.id ?? newId()]));
  const saying = sayingFrom(source.id, ids);
  const diffs = [
    of.source(source.id) ? EMPTY : putSource(of, source),
    ...entities.map((one) => entityDiff(of, one, ids.get(one.key)!, saying(one.places))),
    ...taken.flatMap((one) =>
      one.kind === 'relation' ? [relationDiff(of, one, entities, ids, saying(one.places, one))] : [],
    ),
    ...taken.flatMap((one) => (one.kind === 'role' ? [roleDiff(of, one, ids, saying(one.places, one))] : [])),
    factsDiff(of, taken.filter(isFact), ids, saying),
  ];
  return squash(diffs);
}

const isFact = (one: Suggestion): one is FactSuggestion =>
  one.kind === 'date' || one.kind === 'money' || one.kind === 'duration';

type SayingOf = (
  places: readonly Place[],
  said?: Pick<RelationSuggestion | RoleSuggestion | FactSuggestion, 'stance' | 'attributedTo'>,
) => Saying;

const sayingFrom =
  (source: Id, ids: ReadonlyMap<string, Id>): SayingOf =>
  (places, said) => {
    // Whom the text credits is said only where they are accepted too.
    const credited = said?.attributedTo === undefined ? undefined : ids.get(said.attributedTo);
    return {
      source,
      stance: said?.stance ?? 'affirmed',
      ...(credited !== undefined && { attributedTo: [credited] }),
      locators: places.slice(0, MOST_LOCATORS).map(locatorOf),
    };
  };

const locatorOf = ({ start, end, quote, prefix, suffix }: Place): Locator => ({
  position: { start, end },
  quote: { exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) },
});

/** A new entity with its names; for one the case has, the claims that this source names it so. */
function entityDiff(
  of: ReadonlyCase,
  { schema, name, aliases, match }: EntitySuggestion,
  id: Id,
  saying: Saying,
): Diff {
  if (!match)
    return addEntity(schema, { name: [name], ...(aliases.length > 0 && { alias: aliases }) }, saying, id)
      .diff;
  const property = fold(match.name) === fold(name) ? 'name' : 'alias';
  const said = [
    { property, value: property === 'name' ? match.name : name },
    ...aliases.map((value) => ({ property: 'alias', value })),
  ];
  return squash(said.map(({ property, value }) => addClaim(of, { ...saying, subject: id, property, value })));
}

function relationDiff(
  of: ReadonlyCase,
  one: RelationSuggestion,
  entities: readonly EntitySuggestion[],
  ids: ReadonlyMap<string, Id>,
  saying: Saying,
): Diff {
  const schemaIn = (key: string): string =>
    of.schemaOf(ids.get(key)!) ?? entities.find((other) => other.key === key)!.schema;
  const fits = fitting(of, one.schema, schemaIn(one.from), schemaIn(one.to));
  const [from, to] = [ids.get(one.from)!, ids.get(one.to)!];
  const schema = of.model.schema(fits);
  const standing = standingBetween(of, from, to, fits);
  const edge = of.model.schema((standing && of.schemaOf(standing)) ?? fits).edge!;
  const words = [
    ...(schema.properties.has('role') ? ['role'] : []),
    ...(schema.properties.has('relationship') ? ['relationship'] : []),
  ];
  const properties: Record<string, readonly string[]> = {
    [edge.source]: [from],
    [edge.target]: [to],
    ...Object.fromEntries(words.map((property) => [property, [one.role]])),
    ...(one.startDate && { startDate: [one.startDate] }),
    ...(one.endDate && { endDate: [one.endDate] }),
  };
  if (!standing) return addRelation(fits, properties, saying).diff;
  return squash(
    Object.entries(properties).flatMap(([property, values]) =>
      values.map((value) => addClaim(of, { ...saying, subject: standing, property, value })),
    ),
  );
}

/** The type, where its ends may be of these types; else the link that takes any. */
function fitting(of: ReadonlyCase, schema: string, from: string, to: string): string {
  const { edge, properties } = of.model.schema(schema);
  const takes = (property: string | undefined, type: string) => {
    const range = property && properties.get(property)?.range;
    return !range || of.model.isA(type, range);
  };
  return edge && takes(edge.source, from) && takes(edge.target, to) ? schema : 'UnknownLink';
}

/** A relation of that type or one that specialises it, which the case has between the two. */
function standingBetween(of: ReadonlyCase, from: Id, to: Id, schema: string): Id | undefined {
  for (const { subject } of of.claims.claimsNaming(from)) {
    const type = of.relation(subject)?.schema;
    if (!type || !of.model.isA(type, schema) || type === 'UnknownLink') continue;
    if (
      tiesOf(of, subject, of.claims.claimsOf(subject)).some((tie) => tie.source === from && tie.target === to)
    )
      return subject;
  }
  return undefined;
}

const roleDiff = (
  of: ReadonlyCase,
  { of: holder, role }: RoleSuggestion,
  ids: ReadonlyMap<string, Id>,
  saying: Saying,
): Diff => addClaim(of, { ...saying, subject: ids.get(holder)!, property: 'position', value: role });

const AMOUNT: PropertyAddition = {
  name: 'amount',
  label: 'Amount',
  type: 'number',
  specialises: 'description',
};
const LENGTH: PropertyAddition = {
  name: 'length',
  label: 'Length',
  type: 'duration',
  specialises: 'description',
};

/** Dates, amounts and durations of one clause become one event, with those of its people and bodies that are accepted. */
function factsDiff(
  of: ReadonlyCase,
  facts: readonly FactSuggestion[],
  ids: ReadonlyMap<string, Id>,
  saying: SayingOf,
): Diff {
  const needed = [
    ...(facts.some(({ kind }) => kind === 'money') ? [AMOUNT] : []),
    ...(facts.some(({ kind }) => kind === 'duration') ? [LENGTH] : []),
  ];
  const missing = needed.filter(({ name }) => !of.model.property('Event', name));
  const byClause = new Map<string, FactSuggestion[]>();
  for (const fact of facts) byClause.set(fact.happening, [...(byClause.get(fact.happening) ?? []), fact]);
  const diffs = [...byClause].flatMap(([happening, together]) => {
    const [first] = together;
    const id = newId();
    const named = addEntity('Event', { name: [shortened(happening)] }, saying(first!.places, first), id).diff;
    const involved = [...new Set(together.flatMap((fact) => fact.involved))].flatMap(
      (key) => ids.get(key) ?? [],
    );
    const takesPart = involved.filter((one) => of.model.isA(of.schemaOf(one) ?? 'Person', 'LegalEntity'));
    const claims = [
      ...together.map((fact) => ({
        fact,
        property: fact.kind === 'money' ? 'amount' : fact.kind === 'duration' ? 'length' : 'date',
        value: fact.value,
      })),
      ...takesPart.map((value) => ({ fact: first!, property: 'involved', value })),
    ];
    return [
      named,
      ...claims.flatMap(({ fact, property, value }) =>
        datesOf(property, value).map((said) =>
          addClaim(of, { ...saying(fact.places, fact), subject: id, ...said }),
        ),
      ),
    ];
  });
  return squash([missing.length > 0 ? withProperties(of, missing) : EMPTY, ...diffs]);
}

/** "2012/2018" is a beginning and an end. */
function datesOf(property: string, value: string): { property: string; value: string }[] {
  const [start, end] = value.split('/');
  if (property !== 'date' || end === undefined) return [{ property, value }];
  return [
    { property: 'startDate', value: start! },
    { property: 'endDate', value: end },
  ];
}

/** Adds properties to events in this case's vocabulary. */
function withProperties(of: ReadonlyCase, properties: readonly PropertyAddition[]): Diff {
  const schemata = of.header.schemata ?? [];
  const standing = schemata.find(({ name }) => name === 'Event');
  const event = standing
    ? { ...standing, properties: [...(standing.properties ?? []), ...properties] }
    : { name: 'Event', label: 'Event', plural: 'Events', extends: ['Interval', 'Thing'], properties };
  return changeHeader(of, { schemata: [...schemata.filter((one) => one !== standing), event] });
}

function shortened(text: string): string {
  const points = [...text];
  return points.length <= LONGEST_NAME
    ? text
    : `${points
        .slice(0, LONGEST_NAME)
        .join('')
        .replace(/\s+\S*$/, '')}…`;
}
