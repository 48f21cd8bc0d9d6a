// What a lens on voices asks of a subject: which claims give the same value, and which ones name it.
import type { ReadonlyCase } from './case.ts';
import { grouped } from './dispute.ts';
import type { VoiceChoice } from './lensChoice.ts';
import type { Claim, Id } from './records.ts';
import { supportOf } from './support.ts';
import { originsIn } from './voices.ts';

/** The claims about a subject by what they say. */
export interface Sayings {
  /** Those that give one value; those that deny one, which is no voice for it. */
  readonly values: readonly (readonly Claim[])[];
  readonly names: readonly Claim[];
}

export function sayingsOf(of: ReadonlyCase, subject: Id): Sayings {
  const schema = of.schemaOf(subject);
  const isName = ({ property }: Claim) =>
    property === 'id' || (schema !== undefined && of.model.property(schema, property)?.type === 'name');
  const all = of.claims.claimsOf(subject);
  const values = grouped(
    all.filter((claim) => !isName(claim)),
    ({ property, value, stance }) => `${stance === 'denied' ? '-' : '+'} ${property} ${value}`,
  );
  return { values: [...values.values()], names: all.filter(isName) };
}

export function haveVoices(
  of: ReadonlyCase,
  claims: readonly Claim[],
  { atLeast, stated }: VoiceChoice,
): boolean {
  if (claims.length < atLeast || originsIn(of).count(claims) < atLeast) return false;
  return !stated || atLeast <= 1 || supportOf(of, claims).independence !== 'unknown';
}
