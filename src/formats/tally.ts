// Problems of one kind told as one: what it is, where it was first met, and how often.
import type { Outcome, Problem } from '../plugin/problem.ts';

/** What a file does a thousand times is told once, with its count. */
export class Tally {
  readonly #kinds = new Map<string, { readonly outcome: Outcome; readonly where: string; count: number }>();

  /** `what` is one sentence, the same for every case of the kind. */
  add(outcome: Outcome, what: string, where: string): void {
    const kind = this.#kinds.get(what);
    if (kind) kind.count++;
    else this.#kinds.set(what, { outcome, where, count: 1 });
  }

  tell(complain: (problem: Problem) => void): void {
    for (const [what, { outcome, where, count }] of this.#kinds)
      complain({ outcome, what, where: count === 1 ? where : `${where} and ${count - 1} more` });
  }
}
