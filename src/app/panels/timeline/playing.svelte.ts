// Playing time: a window that moves on by itself. What is of it is lit; nothing of that is a step of the history.
import type { Reach } from '../../../case/spans.ts';
import { momentsOf, playedStretch, type Stretch } from '../../../view/timeline/axis.ts';

export const STEPS = ['auto', 'month', 'year'] as const;
export type PlayStep = (typeof STEPS)[number];
/** Milliseconds a moment. */
export const PACES = { slow: 1600, steady: 800, fast: 300 } as const;
export type Pace = keyof typeof PACES;

export class Playing {
  step = $state<PlayStep>('auto');
  pace = $state<Pace>('steady');
  /** What is lit; stays while paused. */
  moment = $state.raw<Reach | undefined>();
  isOn = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Goes on from where it paused, else from the beginning of `range`. */
  play(range: Reach): void {
    this.isOn = true;
    const moments = [...momentsOf(this.#stretch(range), range)];
    const after = this.moment?.latest ?? -Infinity;
    const at = moments.findIndex(({ latest }) => latest > after);
    this.#go(moments, Math.max(0, at));
  }
  pause(): void {
    clearTimeout(this.#timer);
    this.isOn = false;
  }
  stop(): void {
    this.pause();
    this.moment = undefined;
  }

  #go(moments: readonly Reach[], at: number): void {
    this.moment = moments[at];
    this.#timer = setTimeout(() => {
      if (at + 1 < moments.length) this.#go(moments, at + 1);
      else this.stop();
    }, PACES[this.pace]);
  }

  #stretch(range: Reach): Stretch {
    return this.step === 'auto' ? playedStretch(range) : { unit: this.step, every: 1 };
  }
}
