// Long work in steps, between which whoever asked for it can do something else.

/** Yields nothing, now and then, and returns what it worked out. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps of it, one after the other. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
