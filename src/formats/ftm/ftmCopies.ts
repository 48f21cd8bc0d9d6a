// Tells what a FollowTheMoney entity says from the copies that Clew wrote beside its notes for readers who know no stance.
import type { Stance } from '../../case/records.ts';
import type { Schema } from '../../case/schema.ts';
import { ROLES } from './ftmFit.ts';
import { shortened } from './ftmValues.ts';

export interface Said {
  readonly value: string;
  readonly stance: Stance;
  /** It stood in a note of Clew's. */
  readonly noted?: boolean;
  readonly where: string;
  /** The dataset as the source that says it. */
  readonly source?: string;
  /** The dataset as what the file quotes. */
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
  const notes = notesOf(said, schema);
  for (const [property, values] of said) {
    for (const one of values) {
      const own = notes.of.get(one.source);
      const plain = one.noted || (!own && !notes.weakEnd);
      const value = plain ? one.value : trueValue(property, one.value, { schema, own, ...notes });
      if (value !== undefined) yield [property, { ...one, value }];
    }
  }
}

/** Values in notes, by property. */
type Noted = ReadonlyMap<string, ReadonlySet<string>>;
interface Notes {
  /** By the source that says them: what one source notes does not make a copy of what another says. */
  readonly of: ReadonlyMap<string | undefined, Noted>;
  /** An end of the relation is noted, by whatever source: all its roles bear a mark. */
  readonly weakEnd: boolean;
}

function notesOf(said: SaidBy, { edge }: Schema): Notes {
  const of = new Map<string | undefined, Map<string, Set<string>>>();
  let weakEnd = false;
  for (const [property, values] of said) {
    for (const { noted, source, value } of values) {
      if (!noted) continue;
      weakEnd ||= property === edge?.source || property === edge?.target;
      const notes = of.get(source) ?? new Map<string, Set<string>>();
      of.set(source, notes.set(property, (notes.get(property) ?? new Set()).add(value)));
    }
  }
  return { of, weakEnd };
}

interface Beside {
  readonly schema: Schema;
  /** What the same source notes. */
  readonly own?: Noted;
  readonly weakEnd: boolean;
}

/** The value without a mark that a note makes good; undefined for what only repeats a note. */
function trueValue(property: string, value: string, { schema, own, weakEnd }: Beside): string | undefined {
  const noted = own?.get(property);
  if (noted?.has(value) || (noted && [...noted].some((one) => shortened(one) === value))) return undefined;
  const bare = /^([^]*) \((?:alleged|denied)\)$/.exec(value)?.[1];
  if (bare !== undefined && property === 'name' && own && holds(own, bare)) return undefined;
  if (bare !== undefined && ROLES.includes(property) && weakEnd)
    return bare === schema.edge!.label || noted?.has(bare) ? undefined : bare;
  return property !== 'name' && own && isFallback(value, own, schema) ? undefined : value;
}

const holds = (notes: Noted, value: string): boolean =>
  [...notes.values()].some((values) => values.has(value));

/** It stands for a property of the case's own, which the model does not know and a note names. */
const isFallback = (value: string, notes: Noted, { properties }: Schema): boolean =>
  [...notes].some(([name, values]) => !properties.has(name) && values.has(value));
