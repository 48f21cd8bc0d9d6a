// Tells what a FollowTheMoney entity says from the copies that Clew wrote beside its notes for readers who know no stance.
import type { Stance } from '../../case/records.ts';
import type { Schema } from '../../case/schema.ts';
import { shortened } from './ftmValues.ts';

export interface Said {
  readonly value: string;
  readonly stance: Stance;
  /** It stood in a note of Clew's. */
  readonly noted?: boolean;
  readonly where: string;
  readonly dataset?: string;
  readonly language?: string;
  readonly original?: string;
}
type SaidBy = ReadonlyMap<string, readonly Said[]>;

/** By property, the values that without their copies an entity of that schema has. */
export function* trueValues(
  said: SaidBy,
  schema: Schema,
): Generator<readonly [property: string, said: Said]> {
  const notes = notesOf(said);
  for (const [property, values] of said) {
    for (const one of values) {
      const value = one.noted || notes.size === 0 ? one.value : trueValue(property, one.value, notes, schema);
      if (value !== undefined) yield [property, { ...one, value }];
    }
  }
}

type Notes = ReadonlyMap<string, ReadonlySet<string>>;

function notesOf(said: SaidBy): Notes {
  const notes = new Map<string, Set<string>>();
  for (const [property, values] of said) {
    const noted = values.filter((one) => one.noted).map(({ value }) => value);
    if (noted.length > 0) notes.set(property, new Set(noted));
  }
  return notes;
}

/** The value without a mark that a note makes good; undefined for what only repeats a note. */
function trueValue(property: string, value: string, notes: Notes, schema: Schema): string | undefined {
  const noted = notes.get(property);
  if (noted?.has(value) || (noted && [...noted].some((one) => shortened(one) === value))) return undefined;
  const bare = /^([^]*) \((?:alleged|denied)\)$/.exec(value)?.[1];
  if (bare !== undefined && property === 'name' && noted?.has(bare)) return undefined;
  if (bare !== undefined && isRole(property) && hasWeakEnd(notes, schema)) {
    return bare === schema.edge!.label || noted?.has(bare) ? undefined : bare;
  }
  return property !== 'name' && isFallback(value, notes, schema) ? undefined : value;
}

const isRole = (property: string): boolean =>
  ['role', 'relationship', 'purpose', 'summary'].includes(property);

const hasWeakEnd = (notes: Notes, { edge }: Schema): boolean =>
  edge !== undefined && (notes.has(edge.source) || notes.has(edge.target));

/** It stands for a property of the case's own, which the model does not know and a note names. */
const isFallback = (value: string, notes: Notes, { properties }: Schema): boolean =>
  [...notes].some(([name, values]) => !properties.has(name) && values.has(value));
