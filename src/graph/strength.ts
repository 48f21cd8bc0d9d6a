// How well a step of a path is supported, and what is weak about it.
import type { CaseUnderLens } from '../case/lens.ts';
import { tieSupport } from '../case/support.ts';
import type { CaseGraph, EdgeAttributes } from './graph.ts';
import type { Path } from './paths.ts';

/** From weak to strong: denied, alleged, disputed, one voice, several voices. */
export const STRENGTHS = 5;

/** The place of an edge on that scale, from 0. */
export function strengthOf({ stance, disputed, voices }: EdgeAttributes): number {
  if (stance === 'denied') return 0;
  if (stance === 'alleged') return 1;
  if (disputed) return 2;
  return voices > 1 ? 4 : 3;
}

export interface WeakStep {
  /** From 0. */
  readonly step: number;
  /** Says of the step's tie: "is disputed", "one source". */
  readonly why: string;
}

/**
 * The step of a path that carries least; of equally weak ones, the first. None where each step has several voices
 * that are stated to be independent, and none in a path without steps.
 */
export function weakestStep(seen: CaseUnderLens, graph: CaseGraph, path: Path): WeakStep | undefined {
  let weakest: (WeakStep & { strength: number }) | undefined;
  path.edges.forEach((edge, step) => {
    const { strength, why } = weaknessOf(seen, graph, edge);
    if (why && (!weakest || strength < weakest.strength)) weakest = { step, why, strength };
  });
  return weakest && { step: weakest.step, why: weakest.why };
}

function weaknessOf(seen: CaseUnderLens, graph: CaseGraph, edge: string): { strength: number; why?: string } {
  const attributes = graph.getEdgeAttributes(edge);
  const strength = strengthOf(attributes);
  const tie = seen.tiesOf(attributes.subject).find(({ id }) => id === edge);
  const { sources, independence } = tieSupport(seen.case, tie?.claims ?? attributes.claims);
  if (strength === 4)
    return independence === 'stated'
      ? { strength }
      : { strength, why: 'the sources are not known to be independent' };
  const oneVoice = sources.length > 1 ? 'the sources share one origin' : 'one source';
  return { strength, why: ['is denied', 'rests on an allegation alone', 'is disputed', oneVoice][strength]! };
}
