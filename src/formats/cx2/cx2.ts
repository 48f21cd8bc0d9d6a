// CX2: the network format of NDEx, Cytoscape Web and newer Cytoscape desktops.
import { Cancelled } from '../../plugin/job.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { wholeText } from '../text.ts';
import { readCx2 } from './cx2Read.ts';
import { cx2Text } from './cx2Write.ts';

const MIME = 'application/json';

export const cx2 = {
  id: 'cx2',
  label: 'CX2',
  usedBy: 'NDEx, Cytoscape Web, Cytoscape from 3.10',
  extensions: ['cx2'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER },
  sniff: ({ text }) => (/^\s*\[\s*\{[^{}[\]]{0,200}"CXVersion"\s*:/.test(text.slice(0, 2000)) ? 1 : 0),
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readCx2(text, sink);
  },
  write: (out, settings) => [{ name: 'case.cx2', mime: MIME, text: cx2Text(flatten(out, settings)) }],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;
