// The stage of a lens that asks for voices. [L5]
import type { Listed } from './kinds.ts';
import type { ReadonlyCase } from './case.ts';
import { grouped } from './dispute.ts';
import type { VoiceChoice } from './lensChoice.ts';
import type { Claim, Id } from './records.ts';
import { supportOf } from './support.ts';
import { originsIn } from './voices.ts';

/** The claims about a subject by what they say. */
export interface Sayings {
  /** Those that give one value; those that deny one, which is no voice for it. */
  readonly values: readonly Listed[];
  readonly names: readonly Claim[];
  /** Claims about others that name the subject. */
  readonly naming: Listed;
}

/** `all` claims about a subject, sorted. */
export function sayingsOf(
  of: ReadonlyCase,
  subject: Id,
  listed = (claims: readonly Claim[]): Listed => ({ claims }),
): Sayings {
  const schema = of.schemaOf(subject);
  const isName = ({ property }: Claim) =>
    property === 'id' || (schema !== undefined && of.model.property(schema, property)?.type === 'name');
  const all = of.claims.claimsOf(subject);
  const values = grouped(
    all.filter((claim) => !isName(claim)),
    ({ property, value, stance }) => `${stance === 'denied' ? '-' : '+'} ${property} ${value}`,
  );
  const naming = { claims: of.claims.claimsNaming(subject) };
  return { values: Array.from(values.values(), listed), names: all.filter(isName), naming };
}

/**
 * Of `claims`, all about a subject that pass L1 to L4, those whose values enough voices give; its names, if so many
 * speak of it at all. `passing` gives those of a list that pass L1 to L4.
 */
export function voiced(
  of: ReadonlyCase,
  claims: readonly Claim[],
  { values, names, naming }: Sayings,
  choice: VoiceChoice,
  passing: (among: Listed) => readonly Claim[],
): readonly Claim[] {
  const kept = new Set<Claim>();
  for (const same of values) {
    if (same.claims.length < choice.atLeast) continue;
    const given = passing(same);
    if (haveVoices(of, given, choice)) for (const claim of given) kept.add(claim);
  }
  if (names.length > 0 && haveVoices(of, [...claims, ...passing(naming)], choice))
    for (const claim of names) kept.add(claim);
  return claims.filter((claim) => kept.has(claim));
}

function haveVoices(of: ReadonlyCase, claims: readonly Claim[], { atLeast, stated }: VoiceChoice): boolean {
  if (claims.length < atLeast || originsIn(of).count(claims) < atLeast) return false;
  return !stated || atLeast <= 1 || supportOf(of, claims).independence !== 'unknown';
}
