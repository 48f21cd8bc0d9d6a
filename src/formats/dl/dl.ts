// UCINET DL: matrices and edge lists of the social sciences; written as an edge list for each kind of tie.
import { BARE_SETTINGS, bareLosses } from '../bareGraph.ts';
import { flatten } from '../flat.ts';
import type { Format } from '../format.ts';
import { wholeText } from '../text.ts';
import { readDl } from './dlRead.ts';
import { dlText, spelt } from './dlWrite.ts';

const MIME = 'text/plain';

export const dl = {
  id: 'dl',
  label: 'UCINET DL',
  usedBy: 'UCINET, NetDraw; who is tied to whom, by kind, and how strongly',
  extensions: ['dl', 'dat'],
  mime: MIME,
  settings: BARE_SETTINGS,
  sniff: ({ text }) =>
    /^\s{0,100}dl[\s,]{1,100}(n|nr|nc|nm|format|title)\s{0,10}=/i.test(text.slice(0, 1000)) ? 1 : 0,
  async read(chunks, sink, _settings, job) {
    readDl(await wholeText(chunks), sink, job);
  },
  write: (out, settings) => [{ name: 'case.dl', mime: MIME, text: dlText(flatten(out, settings), settings) }],
  loses: (out, settings) => bareLosses(out, settings, spelt),
} satisfies Format;
