// Bundles of minivan: a graph of graphology's, with a title and a word on each attribute.
import { Cancelled } from '../../plugin/job.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { readBundle } from './graphologyRead.ts';
import { isBundle } from './graphologyShape.ts';
import { bundleText } from './minivanWrite.ts';

const MIME = 'application/json';

export const minivan = {
  id: 'minivan',
  label: 'Minivan bundle',
  usedBy: 'minivan',
  extensions: ['minivan.json', 'json'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER },
  sniff: (head) => (isBundle(jsonStart(head)) ? 0.95 : 0),
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readBundle(text, sink);
  },
  write: (out, settings) => [{ name: 'case.json', mime: MIME, text: bundleText(flatten(out, settings)) }],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;
