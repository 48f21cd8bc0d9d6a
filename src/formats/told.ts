// What a file may tell: the case under the lens without confidential sources and, unless asked for, without what is denied.
import { admits, CaseUnderLens, withoutConfidential, type Choice } from '../case/lens.ts';
import { STANCES, type Stance } from '../case/records.ts';
import type { Settings, Values } from '../plugin/settings.ts';
import type { Outgoing } from './format.ts';

/** For every format that knows no stance: nobody is libelled by a file. */
export const TELLING = {
  denied: {
    type: 'boolean',
    default: false,
    label: 'Include what is denied',
    help: 'Otherwise denied claims, and ties that rest on nothing else, are left out.',
  },
} satisfies Settings;

export interface Told {
  /** What is written. */
  readonly told: CaseUnderLens;
  /** The same with the denied claims, so that what is contested can be marked as disputed. */
  readonly all: CaseUnderLens;
}

export function toldOf({ seen }: Outgoing, settings: Values): Told {
  const lens = withoutConfidential(seen.lens, seen.case.sources());
  const all = new CaseUnderLens(seen.case, lens);
  if (settings.denied === true) return { told: all, all };
  return { told: new CaseUnderLens(seen.case, { ...lens, stances: without(lens.stances, 'denied') }), all };
}

function without(choice: Choice | undefined, id: string): Choice {
  const { mode, ids } = choice ?? { mode: 'except', ids: [] };
  return { mode, ids: mode === 'only' ? ids.filter((other) => other !== id) : [...new Set([...ids, id])] };
}

/**
 * Says labels with their weakest ground: "mediator (alleged)". A label is as weak as the claims without which it
 * would read otherwise, and as what it names: a tie that is only alleged has an alleged label, whatever its words.
 */
export class Marker {
  readonly #told: CaseUnderLens;
  /** Only affirmed; affirmed and alleged; all. */
  readonly #rungs: readonly CaseUnderLens[];

  constructor(told: CaseUnderLens) {
    const stances = STANCES.filter((stance) => admits(told.lens.stances, stance));
    this.#told = told;
    this.#rungs = STANCES.map((_, i) => {
      const ids = stances.filter((stance) => STANCES.indexOf(stance) <= i);
      return new CaseUnderLens(told.case, { ...told.lens, stances: { mode: 'only', ids } });
    });
  }

  mark(say: (seen: CaseUnderLens) => string, ground: Stance): string {
    const label = say(this.#told);
    const rung = this.#rungs.findIndex((seen) => say(seen) === label);
    const weakest = STANCES[Math.max(rung, STANCES.indexOf(ground))]!;
    return weakest === 'affirmed' ? label : `${label} (${weakest})`;
  }
}
