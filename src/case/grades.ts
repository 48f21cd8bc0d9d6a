// Grades of the Admiralty scale: floors under what a lens lets through.
import type { Credibility, Reliability, Source } from './records.ts';

/** From completely reliable to what cannot be judged. */
export const RELIABILITIES: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F'];
/** From confirmed by others to what cannot be judged. */
export const CREDIBILITIES: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};
export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
};

/** "reliability B, usually reliable". */
export const sayReliability = ({ reliability }: Pick<Source, 'reliability'>): string =>
  reliability === undefined ? 'not graded' : `reliability ${reliability}, ${RELIABILITY_WORDS[reliability]}`;

/** The least grades that pass. What nobody has graded (F, 6) passes unless it is kept out. */
export interface Floors {
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
  readonly ungraded?: 'out';
}

/** Whether a source's grade is good enough. */
export const reliableEnough = ({ reliability, ungraded }: Floors, grade: Source['reliability'] = 'F') =>
  grade === 'F' ? ungraded !== 'out' : !reliability || grade <= reliability;

/** Whether a claim's grade is good enough; its being ungraded is a matter of its own only under a floor of its own. */
export const credibleEnough = ({ credibility, ungraded }: Floors, grade: Credibility = 6) =>
  !credibility || (grade === 6 ? ungraded !== 'out' : grade <= credibility);

/** Whether the floors keep anything back. */
export const hasFloors = ({ reliability, credibility, ungraded }: Floors): boolean =>
  ungraded === 'out' || reliability !== undefined || credibility !== undefined;
