// JSON Graph Format, versions 1 and 2.
import { Cancelled } from '../../plugin/job.ts';
import type { Settings } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { isBundle } from '../graphology/graphologyShape.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { readJgf } from './jgfRead.ts';
import { jgfText } from './jgfWrite.ts';

const MIME = 'application/vnd.jgf+json';

export const jgf = {
  id: 'jgf',
  label: 'JSON Graph Format',
  usedBy: 'jsongraphformat.info',
  extensions: ['jgf.json', 'jgf', 'json'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    ...CARRIER,
    version: {
      type: 'choice',
      default: '2',
      label: 'Version',
      help: '2 has nodes by id, 1 has them in a list.',
      choices: [
        { id: '2', label: '2' },
        { id: '1', label: '1' },
      ],
    },
  } satisfies Settings,
  sniff,
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readJgf(text, sink);
  },
  write: (out, settings) => [
    {
      name: 'case.json',
      mime: MIME,
      text: jgfText(flatten(out, settings), settings.version === '1' ? '1' : '2'),
    },
  ],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;

const LISTS = ['nodes', 'edges', 'hyperedges'];
const OF_GRAPH = new Set([...LISTS, 'id', 'label', 'type', 'directed', 'metadata']);

/** A graph in "graph" or "graphs"; networkx has a "graph" too, beside its nodes. */
function sniff(head: Head): number {
  const start = jsonStart(head);
  if (!isObject(start) || isBundle(start) || ['nodes', 'links', 'edges'].some((name) => start.has(name)))
    return 0;
  const graphs = start.get('graphs');
  const graph = isList(graphs) ? graphs[0] : start.get('graph');
  if (!isObject(graph) || !isGraph(graph)) return 0;
  return LISTS.some((name) => graph.has(name)) ? 0.9 : 0.5;
}

function isGraph(graph: JsonObject): boolean {
  if (![...graph.keys()].every((name) => OF_GRAPH.has(name))) return false;
  const nodes = graph.get('nodes');
  return !isList(nodes) || nodes.length === 0 || isNamed(nodes[0]);
}

const isNamed = (node: Json | undefined): boolean => isObject(node) && node.has('id');
