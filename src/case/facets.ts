// What there is to choose from in each facet of a lens, with counts: each facet counted as if it were open itself.
import type { ReadonlyCase } from './case.ts';
import { withChoice, type CaseUnderLens, type Facet } from './lens.ts';
import type { Claim, Id, Stance } from './records.ts';
import { Remembered } from './remembered.ts';

export type Counts = ReadonlyMap<string, number>;

const { compare: alphabetically } = new Intl.Collator('en', { numeric: true });

/** Entities shown, by schema. */
export function entityTypes(looked: CaseUnderLens): Counts {
  const seen = opened(looked, 'entityTypes');
  return counted(
    seen.case.entities(),
    ({ schema }) => schema,
    ({ id }) => seen.shows(id),
  );
}

/** Ties shown, by schema of the relation or name of the property. */
export function relationTypes(looked: CaseUnderLens): Counts {
  const seen = opened(looked, 'relationTypes');
  const ties = Array.from(seen.case.claims.subjects(), (subject) => seen.tiesOf(subject)).flat();
  return counted(ties, ({ type }) => type);
}

/** Claims that pass, by stance. */
export function stances(looked: CaseUnderLens): ReadonlyMap<Stance, number> {
  const seen = opened(looked, 'stances');
  return counted(passing(seen), ({ stance }) => stance);
}

/** Claims that pass, by each entity that they are credited to. */
export function attributedTo(looked: CaseUnderLens): Counts {
  const seen = opened(looked, 'attributedTo');
  const credits = Array.from(passing(seen)).filter((claim) => claim.attributedTo?.length);
  return counted(
    credits.flatMap((claim) => [...new Set(claim.attributedTo)]),
    (id) => id,
  );
}

export interface SourceCount {
  readonly id: Id;
  readonly claims: number;
  /** Sources quoted in this one, with the claims that came through them. */
  readonly quotes: readonly { readonly id: Id; readonly claims: number }[];
}

/** Claims that pass, by the source that carries them and those quoted in it; in the order of the sources' titles. */
export function sources(looked: CaseUnderLens): readonly SourceCount[] {
  const seen = opened(looked, 'sources');
  const carried = new Map<Id, { claims: number; quotes: Map<Id, number> }>();
  const { case: of } = seen;
  for (const { id } of of.sources()) carried.set(id, { claims: 0, quotes: new Map() });
  for (const claim of passing(seen)) {
    const entry = carried.get(claim.source);
    if (!entry) continue;
    entry.claims++;
    for (const id of claim.via ?? []) entry.quotes.set(id, (entry.quotes.get(id) ?? 0) + 1);
  }
  const titled = [...of.sources()].sort((a, b) => alphabetically(a.title, b.title));
  const ranks = new Map(titled.map(({ id }, rank) => [id, rank]));
  const rankOf = (id: Id) => ranks.get(id) ?? ranks.size;
  const byTitle = <T extends { id: Id }>(a: T, b: T) => rankOf(a.id) - rankOf(b.id);
  return Array.from(carried, ([id, { claims, quotes }]) => ({
    id,
    claims,
    quotes: Array.from(quotes, ([quoted, number]) => ({ id: quoted, claims: number })).sort(byTitle),
  }))
    .filter(({ claims }) => claims > 0)
    .sort(byTitle);
}

/** Types of values that several entities share: addresses, phones… which can be shown as nodes. */
export function sharedTypes(of: ReadonlyCase): Counts {
  const holders = new Map<string, Set<Id>>();
  for (const claim of of.claims) {
    const schema = of.schemaOf(claim.subject);
    const type = schema && of.entity(claim.subject) && of.model.property(schema, claim.property)?.type;
    if (!type || !SHAREABLE.includes(type)) continue;
    const key = `${type} ${claim.value}`;
    const known = holders.get(key);
    if (known) known.add(claim.subject);
    else holders.set(key, new Set([claim.subject]));
  }
  const shared = [...holders].filter(([, subjects]) => subjects.size > 1);
  return counted(shared, ([key]) => key.slice(0, key.indexOf(' ')));
}

/** Types of values that make a node when shared. */
export const SHAREABLE: readonly string[] = [
  'address',
  'phone',
  'email',
  'identifier',
  'url',
  'ip',
  'country',
];

const opened = (seen: CaseUnderLens, facet: Facet): CaseUnderLens =>
  seen.lens[facet] ? new Remembered(seen.case, withChoice(seen.lens, facet, undefined)) : seen;

/** Every claim that passes, of whatever subject: asked for by subject, which a look may remember. */
export function* passing(seen: CaseUnderLens): Generator<Claim> {
  for (const subject of seen.case.claims.subjects()) yield* seen.claimsOf(subject);
}

function counted<T, K extends string>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  wanted: (item: T) => boolean = () => true,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) if (wanted(item)) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
