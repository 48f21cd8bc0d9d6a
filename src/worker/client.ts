// The page's side of the worker: ask, hear how far it is, cancel. A worker that does not listen is ended and replaced.
import { quietJob } from '../plugin/job.ts';
import { answer } from './answering.ts';
import type { Answer, Asked, Name, Question, Told } from './protocol.ts';

interface Waiting {
  readonly asked: Extract<Asked, { type: 'run' }>;
  readonly signal: AbortSignal | undefined;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
  progress(done: number | undefined): void;
}

export interface Watching {
  readonly signal?: AbortSignal;
  progress?(done: number | undefined): void;
}

/** How long a cancelled job may go on before its worker is ended, in milliseconds. */
const GRACE = 100;

export class Client {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #broken = false;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** `start` makes the worker when the first question comes; where it cannot, questions are answered in the page. */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  run<N extends Name>(
    name: N,
    question: Question<N>,
    { signal, progress = () => {} }: Watching = {},
  ): Promise<Answer<N>> {
    const worker = this.#ready();
    if (!worker) return answer(name, question, { ...quietJob(), cancelled: () => signal?.aborted ?? false });
    const id = this.#next++;
    const asked = { type: 'run', id, name, question } as const;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        asked,
        signal,
        resolve: resolve as (answer: unknown) => void,
        reject,
        progress,
      });
      signal?.addEventListener('abort', () => this.#cancel(id, signal.reason), { once: true });
      worker.postMessage(asked);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ready(): Worker | undefined {
    if (this.#broken || this.#worker) return this.#worker;
    try {
      this.#worker = this.#start();
    } catch {
      this.#broken = true;
      return undefined;
    }
    this.#worker.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data);
    this.#worker.onerror = () => this.#doWithout();
    return this.#worker;
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    if (!waiting) return;
    if (told.type === 'progress') return waiting.progress(told.done);
    this.#waiting.delete(told.id);
    if (told.type === 'answer') waiting.resolve(told.answer);
    else waiting.reject(new Error(told.message));
  }

  #cancel(id: number, reason: unknown): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#worker?.postMessage({ type: 'cancel', id } satisfies Asked);
    setTimeout(() => {
      if (this.#waiting.delete(id)) this.#replace();
    }, GRACE);
    waiting.reject(reason);
  }

  /** Ends a worker that does not listen; what others asked of it is asked again of the next. */
  #replace(): void {
    this.close();
    const worker = this.#ready();
    for (const { asked } of this.#waiting.values()) worker?.postMessage(asked);
  }

  /** A worker that cannot even be loaded (a page opened from disk, a strict browser): the page answers itself. */
  #doWithout(): void {
    this.close();
    this.#broken = true;
    for (const [id, { asked, signal, resolve, reject }] of this.#waiting) {
      this.#waiting.delete(id);
      this.run(asked.name, asked.question as never, { signal }).then(resolve, reject);
    }
  }
}
