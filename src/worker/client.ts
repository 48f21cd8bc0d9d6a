// The page's side of the worker: ask, hear how far it is, cancel. A worker that does not listen is ended and replaced.
import { InputError } from '../plugin/problem.ts';
import { answer, randomFor } from './answering.ts';
import type { Answer, Asked, Name, Question, Told } from './protocol.ts';

interface Waiting {
  readonly asked: Extract<Asked, { type: 'run' }>;
  readonly watching: Watching;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
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
  /** Cancelled questions of which the worker has not said that it let go of them. */
  readonly #stopping = new Set<number>();

  /** `start` makes the worker when the first question comes; where it cannot, questions are answered in the page. */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Rejects with the signal's reason when cancelled, with `InputError` for input that cannot be used. */
  run<N extends Name>(name: N, question: Question<N>, watching: Watching = {}): Promise<Answer<N>> {
    const { signal } = watching;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const worker = this.#ready();
    if (!worker) return inPage(name, question, watching);
    const id = this.#next++;
    const asked = { type: 'run', id, name, question } as const;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { asked, watching, resolve: resolve as (answer: unknown) => void, reject });
      signal?.addEventListener('abort', () => this.#cancel(id, signal.reason), { once: true });
      worker.postMessage(asked);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#stopping.clear();
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
    if (told.type === 'progress') return waiting?.watching.progress?.(told.done);
    this.#stopping.delete(told.id);
    this.#waiting.delete(told.id);
    if (told.type === 'answer') waiting?.resolve(told.answer);
    else
      waiting?.reject(told.problems ? new InputError(told.message, told.problems) : new Error(told.message));
  }

  #cancel(id: number, reason: unknown): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#stopping.add(id);
    this.#worker?.postMessage({ type: 'cancel', id } satisfies Asked);
    setTimeout(() => {
      if (this.#stopping.has(id)) this.#replace();
    }, GRACE);
    waiting.reject(reason);
  }

  /** Ends a worker that does not listen; what others asked of it is asked again of the next. */
  #replace(): void {
    this.close();
    if (this.#waiting.size === 0) return;
    const worker = this.#ready();
    if (!worker) return this.#doWithout();
    for (const { asked } of this.#waiting.values()) worker.postMessage(asked);
  }

  /** A worker that cannot even be loaded (a page opened from disk, a strict browser): the page answers itself. */
  #doWithout(): void {
    this.close();
    this.#broken = true;
    for (const [id, { asked, watching, resolve, reject }] of this.#waiting) {
      this.#waiting.delete(id);
      this.run(asked.name, asked.question as never, watching).then(resolve, reject);
    }
  }
}

function inPage<N extends Name>(
  name: N,
  question: Question<N>,
  { signal, progress }: Watching,
): Promise<Answer<N>> {
  const job = {
    random: randomFor(question),
    cancelled: () => signal?.aborted ?? false,
    progress: (done: number | undefined) => progress?.(done),
  };
  return answer(name, question, job);
}
