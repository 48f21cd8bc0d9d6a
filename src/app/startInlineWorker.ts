// Starts the worker from the page's own text, for the page in one file.
import InlineWorker from '../worker/worker.ts?worker&inline';

export const startWorker = (): Worker => new InlineWorker({ name: 'clew' });
