// VNA: NetDraw's own format, tables of nodes and of ties in one text.
import type { Values } from '../../plugin/settings.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Loss, Outgoing } from '../format.ts';
import { LOOKS } from '../keptLooks.ts';
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
    ...respelled(out, settings),
  ],
} satisfies Format;

function respelled(out: Outgoing, settings: Values): readonly Loss[] {
  const { nodes, edges } = flatten(out, settings);
  let count = 0;
  for (const items of [nodes, edges])
    for (const { id, label, values } of items)
      for (const text of [id, label, ...[...values.values()].flat()]) if (spelled(text) !== text) count++;
  return count > 0
    ? [{ what: 'line breaks and quotes in texts, written as spaces and apostrophes', count }]
    : [];
}
