// How much stands behind a statement: the order in which a fact-checker wants to see them, and the words for it.
import type { ReadonlyCase } from '../case/case.ts';
import type { Claim, Stance } from '../case/records.ts';
import { STANCES } from '../case/records.ts';
import { saySupport, supportOf, type Support } from '../case/support.ts';
import type { Standing } from './report.ts';

/** From what needs checking most. */
export const SUPPORTS = ['one source', 'one origin', 'unknown', 'stated'] as const;

export const STANDING_TITLES: Readonly<Record<Standing, string>> = {
  'one source': 'Resting on one source',
  'one origin': 'Resting on several sources of one origin',
  unknown: 'Resting on several sources, independence unknown',
  stated: 'Resting on independent sources',
};

export const STANDING_SAYS: Readonly<Record<Standing, string>> = {
  'one source': 'One document says so. If it is wrong, nothing else here holds these up: check them first.',
  'one origin': 'Several documents say so, but all of them draw on the same one: count them as one voice.',
  unknown:
    'Several documents say so. Nobody has stated whether they share an origin, so they may still be one voice.',
  stated: 'Several documents say so, and somebody has stated that they share no origin.',
};

/** A document that quotes two voices is still one document. */
export const standingOf = ({ sources, voices, independence }: Support): Standing =>
  sources.length <= 1
    ? 'one source'
    : voices <= 1
      ? 'one origin'
      : independence === 'stated'
        ? 'stated'
        : 'unknown';

/** Who stands behind claims of one value, by those as firm as the firmest: a denial is no support for what it denies. */
export function valueSupport(of: ReadonlyCase, claims: readonly Claim[], stance: Stance): Support {
  const firm = STANCES.indexOf(stance);
  return supportOf(
    of,
    claims.filter((claim) => STANCES.indexOf(claim.stance) <= firm),
  );
}

/** "two sources, independence unknown; denied by one source". */
export function sayStanding(support: Support, stance: Stance, claims: readonly Claim[]): string {
  const { sources, voices, independence } = support;
  const said =
    sources.length === 1 && voices > 1
      ? `one source quoting ${voices} others, ${independence === 'stated' ? 'stated to be independent' : 'independence unknown'}`
      : saySupport(support);
  if (stance === 'denied') return said;
  const deniers = new Set(claims.filter((claim) => claim.stance === 'denied').map(({ source }) => source));
  return deniers.size === 0
    ? said
    : `${said}; denied by ${saySupport({ sources: [...deniers], voices: 1, independence: 'one voice' }).replace(', one origin', '')}`;
}
