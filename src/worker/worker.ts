// The worker: answers questions one after another, tells how far it is, hears of cancelling between turns of its loop.
import { InputError } from '../plugin/problem.ts';
import { answer, randomFor } from './answering.ts';
import type { Asked, Told } from './protocol.ts';

const cancelled = new Set<number>();
const tell = (told: Told) => postMessage(told);

/** At most so often, in milliseconds: the page draws no faster. */
const PACE = 50;

async function run({ id, name, question }: Extract<Asked, { type: 'run' }>): Promise<void> {
  let last = 0;
  const job = {
    random: randomFor(question),
    cancelled: () => cancelled.has(id),
    progress(done: number | undefined) {
      const now = performance.now();
      if (now - last < PACE) return;
      last = now;
      tell({ type: 'progress', id, done });
    },
  };
  try {
    tell({ type: 'answer', id, answer: await answer(name, question as never, job) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({
      type: 'failure',
      id,
      message,
      problems: error instanceof InputError ? error.problems : undefined,
    });
  } finally {
    cancelled.delete(id);
  }
}

onmessage = ({ data }: MessageEvent<Asked>) => {
  if (data.type === 'cancel') cancelled.add(data.id);
  else void run(data);
};
