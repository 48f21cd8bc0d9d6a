// Cytoscape's JSON: .cyjs of the desktop and what Cytoscape.js saves and loads.
import { Cancelled } from '../../plugin/job.ts';
import { readCyjs } from './cyjsRead.ts';
import { cyjsText } from './cyjsWrite.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { wholeText } from '../text.ts';

const MIME = 'application/json';

export const cyjs = {
  id: 'cyjs',
  label: 'Cytoscape JSON',
  usedBy: 'Cytoscape, Cytoscape.js',
  extensions: ['cyjs', 'json'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER },
  sniff,
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readCyjs(text, sink);
  },
  write: (out, settings) => [{ name: 'case.cyjs', mime: MIME, text: cyjsText(flatten(out, settings)) }],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;

/** Elements are known by their `data`; the start of a long file may hold no more than the first of them. */
function sniff({ text }: Head): number {
  const start = text.trimStart();
  if (!/^[{[]/.test(start) || !/"data"\s*:\s*\{/.test(start)) return 0;
  if (/"(target_cytoscapejs_version|format_version)"\s*:/.test(start) && /"elements"\s*:/.test(start))
    return 1;
  if (/"elements"\s*:\s*[[{]/.test(start)) return 0.9;
  if (/^\{\s*"(nodes|edges)"\s*:\s*\[\s*\{\s*"data"\s*:/.test(start)) return 0.8;
  return /^\[\s*\{/.test(start) && /"(position|group|source|classes)"\s*:/.test(start) ? 0.7 : 0;
}
