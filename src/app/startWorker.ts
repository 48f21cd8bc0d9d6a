// Starts the worker from its own file. The one-file page takes `startInlineWorker.ts` in its place (vite.config.ts).
import PageWorker from '../worker/worker.ts?worker';

export const startWorker = (): Worker => new PageWorker({ name: 'clew' });
