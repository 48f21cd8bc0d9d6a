// Mermaid flowcharts: nodes in shapes and lines between them, as text in documents (mermaid.js.org/syntax/flowchart).
import { Cancelled } from '../../plugin/job.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { wholeText } from '../text.ts';
import { readMermaid } from './mermaidRead.ts';
import { HEADER } from './mermaidText.ts';
import { mermaidText } from './mermaidWrite.ts';

const MIME = 'text/vnd.mermaid';
/** Above so many lines Mermaid refuses to draw, unless it is told otherwise (`maxEdges`). */
const MOST_EDGES = 500;

export const mermaid = {
  id: 'mermaid',
  label: 'Mermaid flowchart',
  usedBy: 'GitHub, GitLab, Notion, Obsidian; labels only',
  extensions: ['mmd', 'mermaid'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    direction: {
      type: 'choice',
      default: 'LR',
      label: 'Direction',
      choices: [
        { id: 'LR', label: 'Left to right' },
        { id: 'TD', label: 'Top down' },
      ],
    },
  },
  sniff: ({ text }) => (HEADER.test(text) ? 0.9 : 0),
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readMermaid(text, sink);
  },
  write: (out, settings) => [
    {
      name: 'case.mmd',
      mime: MIME,
      text: mermaidText(flatten(out, settings), settings.direction === 'TD' ? 'TD' : 'LR', MOST_EDGES),
    },
  ],
  loses(out, settings) {
    const { nodeCount, edgeCount } = flatten(out, settings);
    const own = [
      { what: 'ids, written as numbers', count: nodeCount },
      { what: 'types of nodes and edges, which shapes stand for', count: nodeCount + edgeCount },
    ];
    const all = graphLosses(out, settings, { mixed: true, labelsOnly: true });
    return [...all, ...own.filter(({ count }) => count > 0)];
  },
} satisfies Format;
