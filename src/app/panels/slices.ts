// Long work on the main thread in slices, so that the page can draw and listen in between.

/** Milliseconds of work before the page gets a turn. */
const SLICE = 12;

/** Collects what `work` yields, its gaps left out, and tells `done` all of it; returns the way to stop. */
export function inSlices<T>(work: Iterator<T | undefined>, done: (found: readonly T[]) => void): () => void {
  const found: T[] = [];
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const next = work.next();
      if (next.done) return done(found);
      if (next.value !== undefined) found.push(next.value);
    }
    timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
