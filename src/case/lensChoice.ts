// The lens: what one chooses to believe and to look at, as plain data, and the ways to change it.
import { hasFloors, type Floors } from './grades.ts';
import type { Source } from './records.ts';

/** Which ids of a facet pass: only these, or all but these. */
export interface Choice {
  readonly mode: 'only' | 'except';
  readonly ids: readonly string[];
}

export interface Lens extends Floors {
  /** A claim passes if its source and every source it came through do; the floor of reliability likewise. */
  readonly sources?: Choice;
  readonly stances?: Choice;
  /** A claim credited to nobody passes unless `only` is asked for. */
  readonly attributedTo?: Choice;
  readonly entityTypes?: Choice;
  /** Schemata of relations, and names of the properties that tie one entity to another. */
  readonly relationTypes?: Choice;
  /** What was so on some day of a window. */
  readonly time?: TimeChoice;
  /** Only values that so many voices give. */
  readonly voices?: VoiceChoice;
  /** Only what takes part in a dispute, and what it is tied to. */
  readonly disputedOnly?: boolean;
}

/** Undated events and relations are possibly of every time and certainly of none. */
export interface TimeChoice {
  /** EDTF: the days that a date or an interval names. */
  readonly when: string;
  readonly sure: 'certainly' | 'possibly';
}

export interface VoiceChoice {
  readonly atLeast: number;
  /** Only voices that somebody stated to be independent of each other count as more than one. */
  readonly stated?: boolean;
}

export const OPEN: Lens = {};

/** The facets of a lens that hold a choice, in the order in which they are applied. */
export const FACETS = ['sources', 'stances', 'attributedTo', 'entityTypes', 'relationTypes'] as const;
export type Facet = (typeof FACETS)[number];

export const admits = (choice: Choice | undefined, id: string): boolean =>
  !choice || choice.ids.includes(id) === (choice.mode === 'only');

/** The lens with one id of a facet let through or kept back. */
export function toggled(lens: Lens, facet: Facet, id: string): Lens {
  const choice = lens[facet] ?? { mode: 'except', ids: [] };
  const ids = choice.ids.includes(id) ? choice.ids.filter((other) => other !== id) : [...choice.ids, id];
  return withChoice(lens, facet, { ...choice, ids });
}

/** The lens with all of these ids of a facet let through, or all kept back where all were let through. */
export function toggledTogether(lens: Lens, facet: Facet, ids: readonly string[]): Lens {
  const off = ids.filter((id) => !admits(lens[facet], id));
  return (off.length > 0 ? off : ids).reduce((next, id) => toggled(next, facet, id), lens);
}

/** The lens with only these ids of a facet let through; asking again for the same ones lets all through. */
export function narrowed(lens: Lens, facet: Facet, ids: readonly string[]): Lens {
  const choice = lens[facet];
  const already =
    choice?.mode === 'only' && choice.ids.length === ids.length && ids.every((id) => choice.ids.includes(id));
  return withChoice(lens, facet, already ? undefined : { mode: 'only', ids });
}

/** The lens without one of its parts. */
export function withoutPart(lens: Lens, part: keyof Lens): Lens {
  const { [part]: _, ...rest } = lens;
  return rest;
}

export function withChoice(lens: Lens, facet: Facet, choice: Choice | undefined): Lens {
  const rest = withoutPart(lens, facet);
  return !choice || (choice.mode === 'except' && choice.ids.length === 0)
    ? rest
    : { ...rest, [facet]: choice };
}

export const isOpen = (lens: Lens): boolean =>
  FACETS.every((facet) => !lens[facet]) &&
  !hasFloors(lens) &&
  !lens.time &&
  !lens.voices &&
  !lens.disputedOnly;

/** The lens with every confidential source kept back: what leaves the machine is looked at through this. */
export function withoutConfidential(lens: Lens, sources: Iterable<Source>): Lens {
  const secret = Array.from(sources)
    .filter((source) => source.confidential)
    .map((source) => source.id);
  if (secret.length === 0) return lens;
  const { mode, ids } = lens.sources ?? { mode: 'except', ids: [] };
  const kept = mode === 'only' ? ids.filter((id) => !secret.includes(id)) : [...new Set([...ids, ...secret])];
  return { ...lens, sources: { mode, ids: kept } };
}
