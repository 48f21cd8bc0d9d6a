// Tells what a FollowTheMoney entity says from the copies that Clew wrote beside it for readers who know no stance.
import type { Stance } from '../case/records.ts';

export interface Said {
  readonly value: string;
  readonly stance: Stance;
  readonly where: string;
  readonly dataset?: string;
  readonly language?: string;
  readonly original?: string;
}

/** Stands in `said` for the properties that notes speak of. No property has this name. */
export const NOTED = '\u0000noted';

/**
 * The values without the copies that Clew wrote for readers who know no stance: an end that a note calls alleged, a
 * role or name with "(alleged)", a date shortened to what FollowTheMoney takes.
 */
export function trueValues(
  property: string,
  values: readonly Said[],
  noted: ReadonlySet<string>,
  said: ReadonlyMap<string, readonly Said[]>,
  edge: { source: string; target: string; label: string } | undefined,
): readonly Said[] {
  if (noted.size === 0) return values;
  const weak = values.filter(({ stance }) => stance !== 'affirmed').map(({ value }) => value);
  const marked = /^([^]*) \((alleged|denied)\)$/;
  const endsNoted = edge !== undefined && (noted.has(edge.source) || noted.has(edge.target));
  const names = property === 'name' || property === 'caption';
  return values.flatMap((one) => {
    if (one.stance !== 'affirmed') return [one];
    if (weak.includes(one.value)) return [];
    const bare = marked.exec(one.value)?.[1];
    if (bare !== undefined && names && noted.has('name')) return [];
    if (
      bare !== undefined &&
      endsNoted &&
      ['role', 'relationship', 'purpose', 'summary'].includes(property)
    ) {
      return bare === edge.label ||
        weak.includes(bare) ||
        said.get(property)!.some(({ value }) => value === bare)
        ? []
        : [{ ...one, value: bare }];
    }
    return property !== 'role' && isShortened(one.value, values) && noted.has(property) ? [] : [one];
  });
}

/** "2020-03" beside "2020-03~". */
const isShortened = (value: string, values: readonly Said[]): boolean =>
  values.some((other) => other.value !== value && other.value.replace(/[~?%]|Z$|(-XX){1,2}$/g, '') === value);
