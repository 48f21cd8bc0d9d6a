// Node-link JSON: what networkx saves and d3 draws.
import { Cancelled } from '../../plugin/job.ts';
import type { Settings } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { isGraphology } from '../graphology/graphologyShape.ts';
import { isGraphson } from '../graphson/graphsonShape.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { endsOf } from './nodeLinkNaming.ts';
import { readNodeLink } from './nodeLinkRead.ts';
import { nodeLinkText } from './nodeLinkWrite.ts';

const MIME = 'application/json';

export const nodeLink = {
  id: 'nodeLink',
  label: 'Node-link JSON',
  usedBy: 'networkx, d3, force-graph, vis.js',
  extensions: ['nodelink.json', 'json'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    ...CARRIER,
    edges: {
      type: 'choice',
      default: 'edges',
      label: 'Name of the list of edges',
      help: '"edges" for networkx from 3.6 and vis.js, "links" for older ones, d3 and force-graph.',
      choices: [
        { id: 'edges', label: 'edges' },
        { id: 'links', label: 'links' },
      ],
    },
  } satisfies Settings,
  sniff,
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readNodeLink(text, sink);
  },
  write: (out, settings) => [
    {
      name: 'case.json',
      mime: MIME,
      text: nodeLinkText(flatten(out, settings), settings.edges === 'links' ? 'links' : 'edges'),
    },
  ],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;

function sniff(head: Head): number {
  const start = jsonStart(head);
  if (!isObject(start) || isGraphology(start) || isGraphson(start)) return 0;
  const nodes = start.get('nodes') ?? start.get('vertices');
  const edges = start.get('links') ?? start.get('edges');
  if (!isList(nodes) && !isList(edges)) return 0;
  const [node, edge] = [isList(nodes) ? nodes[0] : undefined, isList(edges) ? edges[0] : undefined];
  if (node !== undefined && !isNode(node)) return 0;
  if (edge === undefined) return node === undefined && !start.has('directed') ? 0.5 : 0.8;
  if (isOfOthers(edge)) return 0;
  // The first edge may be cut off before its ends.
  return endsOf(edge).some((end) => end !== undefined) ? 0.9 : node === undefined ? 0 : 0.4;
}

const CARDS = new Set<Json | undefined>(['text', 'file', 'link', 'group']);

/** Not of Cytoscape, which begins with "data", nor of JSON Canvas, whose nodes are cards with a size. */
function isNode(node: Json): boolean {
  if (!isObject(node)) return !isList(node) && node !== null;
  return (
    firstOf(node) !== 'data' && !(CARDS.has(node.get('type')) && node.has('width') && node.has('height'))
  );
}

/** An edge of Cytoscape or of JSON Canvas. */
const isOfOthers = (edge: Json): boolean =>
  isObject(edge) && (firstOf(edge) === 'data' || edge.has('fromNode') || edge.has('toNode'));

const firstOf = (object: JsonObject): string | undefined => object.keys().next().value;
