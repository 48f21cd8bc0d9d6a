// VNA: NetDraw's own format, tables of nodes and of ties in one text.
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { LOOKS } from '../keptLooks.ts';
import { respelled } from '../respelled.ts';
import { wholeText } from '../text.ts';
import { readVna, VNA_START } from './vnaRead.ts';
import { vnaText } from './vnaWrite.ts';
import { spelled } from './vnaWords.ts';

const MIME = 'text/plain';

export const vna = {
  id: 'vna',
  label: 'VNA',
  usedBy: 'NetDraw, UCINET, Gephi',
  extensions: ['vna'],
  mime: MIME,
  settings: { ...LOOKS, ...GRAPH_SETTINGS },
  sniff: ({ text }) => (VNA_START.test(text.slice(0, 2000)) ? 1 : 0),
  async read(chunks, sink, settings, job) {
    readVna((await wholeText(chunks)).split(/\r\n|\n|\r/), sink, settings, job);
  },
  write: (out, settings) => [{ name: 'case.vna', mime: MIME, text: vnaText(flatten(out, settings)) }],
  loses: (out, settings) => [
    ...graphLosses(out, settings, { positions: true, mixed: true }),
    ...respelled(out, settings, spelled),
  ],
} satisfies Format;
