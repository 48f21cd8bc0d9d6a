// Graphology's JSON: what sigma.js draws, and what Gephi exports as JSON.
import { Cancelled } from '../../plugin/job.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { readGraphology } from './graphologyRead.ts';
import { isGraphology } from './graphologyShape.ts';
import { graphologyText } from './graphologyWrite.ts';

const MIME = 'application/json';

export const graphology = {
  id: 'graphology',
  label: 'Graphology JSON',
  usedBy: 'sigma.js, Gephi, Gephi Lite, graphology',
  extensions: ['graphology.json', 'json'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER },
  sniff: (head) => (isGraphology(jsonStart(head)) ? 0.95 : 0),
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readGraphology(text, sink);
  },
  write: (out, settings) => [{ name: 'case.json', mime: MIME, text: graphologyText(flatten(out, settings)) }],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;
