// Long work on the main thread in slices, so that the page can draw and listen in between.

/** Milliseconds of work before the page gets a turn. */
const SLICE = 12;

/**
 * Collects what `work` yields, its gaps left out, and tells `done` all of it and what it returns; returns the way to
 * stop. The first slice comes `now` or after the page had its turn: what takes no longer is then there at once.
 */
export function inSlices<T, R>(
  work: Iterator<T | undefined, R>,
  done: (found: readonly T[], result: R) => void,
  first: 'now' | 'later' = 'later',
): () => void {
  const found: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = () => {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const next = work.next();
      if (next.done) return done(found, next.value);
      if (next.value !== undefined) found.push(next.value);
    }
    timer = setTimeout(slice);
  };
  if (first === 'now') slice();
  else timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
