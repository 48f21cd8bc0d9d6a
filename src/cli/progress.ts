// A job whose progress stands on one line of standard error, if that is a terminal.
import { seeded, type Job } from '../plugin/job.ts';
import { inline, type Terminal } from './terminal.ts';

/** Milliseconds between two drawings of the line; work shorter than this shows none. */
const INTERVAL = 200;
const CLEAR = '\r\u001b[K';

export interface WatchedJob extends Job {
  /** Takes the line away. */
  end(): Promise<void>;
}

export function watchedJob(terminal: Terminal, seed = 1): WatchedJob {
  let drawn = performance.now();
  let shown = false;
  return {
    random: seeded(seed),
    cancelled: () => false,
    progress(done, note = '') {
      const now = performance.now();
      if (!terminal.error.isTTY || now - drawn < INTERVAL) return;
      drawn = now;
      shown = true;
      const share = done === undefined ? '' : `${Math.round(done * 100)} % `;
      void terminal.error.write(CLEAR + (share + inline(note)).slice(0, (terminal.error.columns ?? 80) - 1));
    },
    async end() {
      if (shown) await terminal.error.write(CLEAR);
      shown = false;
    },
  };
}
