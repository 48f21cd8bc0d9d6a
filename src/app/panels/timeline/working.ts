// Works out what the timeline shows, bit by bit: what happened, then the lanes it lies in.
import type { CaseUnderLens } from '../../../case/lens.ts';
import { timelineBits, type Timeline } from '../../../view/timeline/bars.ts';
import { laneBits, type Lane, type LanesBy } from '../../../view/timeline/lanes.ts';

export interface WorkedOut {
  readonly seen: CaseUnderLens;
  readonly by: LanesBy;
  readonly timeline: Timeline;
  readonly lanes: readonly Lane[];
}

/** `last` spares what is still so. */
export function* workedOut(
  seen: CaseUnderLens,
  by: LanesBy,
  last?: WorkedOut,
): Generator<undefined, WorkedOut> {
  const timeline = last?.seen === seen ? last.timeline : yield* timelineBits(seen);
  return { seen, by, timeline, lanes: yield* laneBits(seen, timeline.bars, by) };
}
