// Types in families, so that a case with many types of its own still has a legend one can read.
import type { Counts } from '../case/facets.ts';
import type { Model } from '../case/schema.ts';

export interface Family {
  /** The standard type that stands for all of them. */
  readonly schema: string;
  readonly label: string;
  readonly count: number;
  readonly members: readonly (readonly [schema: string, count: number])[];
}

/** Heads of families; a type belongs to the first of these that it descends from. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['Person', 'People'],
  ['Organization', 'Organizations'],
  ['LegalEntity', 'Legal entities'],
  ['CourtCase', 'Court cases'],
  ['Event', 'Events'],
  ['Document', 'Documents'],
  ['Address', 'Places'],
  ['RealEstate', 'Places'],
  ['Position', 'Positions'],
  ['Vehicle', 'Vehicles'],
  ['Asset', 'Assets'],
]);

const OTHER = 'Thing';

/** Families by the order of `HEADS`, their members by count. */
export function familiesOf(model: Model, types: Counts): readonly Family[] {
  const groups = new Map<string, [string, number][]>();
  for (const [schema, count] of types) {
    const head = [...HEADS.keys()].find((name) => model.isA(schema, name)) ?? OTHER;
    const label = HEADS.get(head) ?? 'Other';
    groups.set(label, [...(groups.get(label) ?? []), [schema, count]]);
  }
  return [...new Set([...HEADS.values(), 'Other'])].flatMap((label) => {
    const members = groups.get(label);
    if (!members) return [];
    const [first] = members;
    const schema =
      members.length === 1 ? first![0] : ([...HEADS].find(([, name]) => name === label)?.[0] ?? OTHER);
    return [{ schema, label, count: members.reduce((sum, [, count]) => sum + count, 0), members }];
  });
}
