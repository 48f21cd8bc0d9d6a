// What a running format, layout or analysis is given: randomness, progress, and whether to stop.

export interface Job {
  /** Uniform in [0, 1). Same seed, same picture. */
  random(): number;
  /** Polled by long loops; when true, throw `Cancelled`. */
  cancelled(): boolean;
  /** Work done so far, from 0 to 1, or undefined where the length is unknown; `note` says at what. */
  progress(done: number | undefined, note?: string): void;
}

export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Between two parts of long work: tells how far it is, lets messages and the drawing of the page have a turn, and ends it where it is not wanted any more. */
export async function rest(job: Job, done: number | undefined): Promise<void> {
  job.progress(done);
  await new Promise((go) => setTimeout(go));
  if (job.cancelled()) throw new Cancelled();
}

/** A seeded generator (mulberry32, public domain, Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A job nobody watches, for tests and short work. */
export const quietJob = (seed = 1): Job => ({
  random: seeded(seed),
  cancelled: () => false,
  progress: () => {},
});
