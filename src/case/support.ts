// Who stands behind a set of claims: their stance taken together, and the voices they rest on.
import type { ReadonlyCase } from './case.ts';
import { STANCES, type Claim, type Id, type Stance } from './records.ts';
import { originsIn } from './voices.ts';

/** The strongest stance among claims: affirmed if any affirms, else alleged, else denied. */
export const stanceOf = (claims: readonly Claim[]): Stance =>
  STANCES.find((stance) => claims.some((claim) => claim.stance === stance)) ?? 'affirmed';

/** Whether some source denies what another affirms or alleges. */
export const isContested = (claims: readonly Claim[]): boolean =>
  claims.some((claim) => claim.stance === 'denied') && claims.some((claim) => claim.stance !== 'denied');

/** A tie stands on both its ends: where one is only alleged, so is the tie. `claims` are those of its ends. */
export const groundOf = (claims: readonly Claim[]): Stance =>
  STANCES[Math.max(0, ...endsOf(claims).map((end) => STANCES.indexOf(stanceOf(end))))]!;

export interface Support {
  /** Documents that carry the claims. */
  readonly sources: readonly Id[];
  /** Groups of claims that share an origin: a source in common, one quoted in common, or one drawn on in common. */
  readonly voices: number;
  /** Whether somebody stated, for each two voices, that they share no origin. One voice is not a question. */
  readonly independence: 'one voice' | 'stated' | 'unknown';
}

/** The voices behind claims: connected components of claims that share an origin. */
export function supportOf(of: ReadonlyCase, claims: readonly Claim[]): Support {
  const origins = originsIn(of);
  const sources = [...new Set(claims.map((claim) => claim.source))];
  const voices = origins.count(claims);
  if (voices <= 1) return { sources, voices, independence: 'one voice' };
  return { sources, voices, independence: allStated(of, origins.voices(claims)) ? 'stated' : 'unknown' };
}

/** Who stands behind a tie: behind its weaker end, by claims at least as firm as the tie. Denials are no support. */
export function tieSupport(of: ReadonlyCase, claims: readonly Claim[]): Support {
  const ground = STANCES.indexOf(groundOf(claims));
  const firm = claims.filter(({ stance }) => STANCES.indexOf(stance) <= ground);
  const ends = endsOf(firm).map((end) => supportOf(of, end));
  const weaker = ends.sort((a, b) => a.voices - b.voices || Number(isStated(a)) - Number(isStated(b)))[0];
  return { ...(weaker ?? supportOf(of, firm)), sources: [...new Set(firm.map(({ source }) => source))] };
}

const isStated = ({ independence }: Support): boolean => independence === 'stated';

function endsOf(claims: readonly Claim[]): Claim[][] {
  const ends = new Map<string, Claim[]>();
  for (const claim of claims) {
    const end = ends.get(claim.property);
    if (end) end.push(claim);
    else ends.set(claim.property, [claim]);
  }
  return [...ends.values()];
}

function allStated(of: ReadonlyCase, voices: readonly ReadonlySet<Id>[]): boolean {
  const stated = (a: ReadonlySet<Id>, b: ReadonlySet<Id>) =>
    [...a].some((id) => of.source(id)?.independentOf?.some((other) => b.has(other)));
  return voices.every((a, i) => voices.slice(i + 1).every((b) => stated(a, b) || stated(b, a)));
}

/** "one source", "two sources, independence unknown", "3 independent sources". */
export function saySupport({ sources, voices, independence }: Support): string {
  const number = (n: number) => ['no', 'one', 'two', 'three', 'four', 'five', 'six'][n] ?? String(n);
  if (sources.length <= 1 && voices <= 1) return `${number(sources.length)} source`;
  if (voices <= 1) return `${number(sources.length)} sources, one origin`;
  const n = Math.max(voices, sources.length);
  return independence === 'stated'
    ? `${number(voices)} independent sources`
    : `${number(n)} sources, independence unknown`;
}
