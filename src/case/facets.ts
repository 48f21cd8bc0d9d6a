// What there is to choose from in each facet of a lens, with counts: each facet counted as if it were open itself.
import type { ReadonlyCase } from './case.ts';
import { CaseUnderLens, withChoice, type Facet, type Lens } from './lens.ts';
import type { Id, Stance } from './records.ts';

export type Counts = ReadonlyMap<string, number>;

/** Entities shown, by schema. */
export function entityTypes(of: ReadonlyCase, lens: Lens): Counts {
  const seen = opened(of, lens, 'entityTypes');
  return counted(
    Array.from(of.entities()),
    ({ schema }) => schema,
    ({ id }) => seen.shows(id),
  );
}

/** Ties shown, by schema of the relation or name of the property. */
export function relationTypes(of: ReadonlyCase, lens: Lens): Counts {
  const seen = opened(of, lens, 'relationTypes');
  const ties = Array.from(of.claims.subjects(), (subject) => seen.tiesOf(subject)).flat();
  return counted(ties, ({ type }) => type);
}

/** Claims that pass, by stance. */
export function stances(of: ReadonlyCase, lens: Lens): ReadonlyMap<Stance, number> {
  const seen = opened(of, lens, 'stances');
  return counted(
    of.claims,
    ({ stance }) => stance,
    (claim) => seen.passes(claim),
  );
}

/** Claims that pass, by each entity that they are credited to. */
export function attributedTo(of: ReadonlyCase, lens: Lens): Counts {
  const seen = opened(of, lens, 'attributedTo');
  const credits = Array.from(of.claims).filter((claim) => claim.attributedTo?.length && seen.passes(claim));
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
export function sources(of: ReadonlyCase, lens: Lens): readonly SourceCount[] {
  const seen = opened(of, lens, 'sources');
  const carried = new Map<Id, { claims: number; quotes: Map<Id, number> }>();
  for (const { id } of of.sources()) carried.set(id, { claims: 0, quotes: new Map() });
  for (const claim of of.claims) {
    const entry = carried.get(claim.source);
    if (!entry || !seen.passes(claim)) continue;
    entry.claims++;
    for (const id of claim.via ?? []) entry.quotes.set(id, (entry.quotes.get(id) ?? 0) + 1);
  }
  const title = (id: Id) => of.source(id)?.title ?? id;
  const byTitle = <T extends { id: Id }>(a: T, b: T) =>
    title(a.id).localeCompare(title(b.id), 'en', { numeric: true });
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

const opened = (of: ReadonlyCase, lens: Lens, facet: Facet) =>
  new CaseUnderLens(of, withChoice(lens, facet, undefined));

function counted<T, K extends string>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  wanted: (item: T) => boolean = () => true,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) if (wanted(item)) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
