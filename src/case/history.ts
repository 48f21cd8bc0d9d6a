// Undo and redo: the only writer of a case. Each step is one labelled diff; taking it back applies its reverse.
import type { Case } from './case.ts';
import { isEmpty, reverse, type Diff } from './diff.ts';

export interface Step {
  /** What was done, for the menu and the journal: "Hide 3 entities". */
  readonly label: string;
  readonly diff: Diff;
}

/** What happened to the history: a new step, or one taken back or done again. */
export type Event = { readonly type: 'run' | 'undo' | 'redo'; readonly step: Step };

export class History {
  readonly #case: Case;
  readonly #done: Step[] = [];
  #undone: Step[] = [];
  readonly #listeners = new Set<(event: Event) => void>();

  /** `done` and `undone` bring back an earlier session's steps; the case must already stand where they left it. */
  constructor(of: Case, done: readonly Step[] = [], undone: readonly Step[] = []) {
    this.#case = of;
    this.#done.push(...done);
    this.#undone.push(...undone);
  }

  get done(): readonly Step[] {
    return this.#done;
  }
  /** Steps that can be done again, the next one last. */
  get undone(): readonly Step[] {
    return this.#undone;
  }

  /**
   * Applies a diff as one step. An empty diff leaves no step and keeps redo. Where applying it or hearing of it throws,
   * the case is put back, no step is left, and the error goes on.
   */
  run(label: string, diff: Diff): void {
    if (isEmpty(diff)) return;
    this.#apply(diff);
    const step = { label, diff };
    this.#done.push(step);
    this.#undone = [];
    this.#tell({ type: 'run', step });
  }

  undo(): Step | undefined {
    const step = this.#done.at(-1);
    if (!step) return undefined;
    this.#apply(reverse(step.diff));
    this.#undone.push(this.#done.pop()!);
    this.#tell({ type: 'undo', step });
    return step;
  }

  redo(): Step | undefined {
    const step = this.#undone.at(-1);
    if (!step) return undefined;
    this.#apply(step.diff);
    this.#done.push(this.#undone.pop()!);
    this.#tell({ type: 'redo', step });
    return step;
  }

  #apply(diff: Diff): void {
    try {
      this.#case.apply(diff);
    } catch (error) {
      try {
        this.#case.apply(reverse(diff));
      } catch {
        // The same listener failed again; the records are back.
      }
      throw error;
    }
  }

  listen(heard: (event: Event) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  #tell(event: Event): void {
    for (const heard of this.#listeners) heard(event);
  }
}
