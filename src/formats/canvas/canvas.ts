// JSON Canvas 1.0 (jsoncanvas.org): cards on a plane with lines between them, as Obsidian saves them.
import { Cancelled } from '../../plugin/job.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { isList, isObject } from '../json.ts';
import { jsonStart } from '../jsonStart.ts';
import { LOOKS } from '../keptLooks.ts';
import { wholeText } from '../text.ts';
import { readCanvas } from './canvasRead.ts';
import { CARDS } from './canvasCard.ts';
import { canvasText } from './canvasWrite.ts';

const MIME = 'application/json';

export const canvas = {
  id: 'canvas',
  label: 'JSON Canvas',
  usedBy: 'Obsidian, Kinopio, Flowchart Fun',
  extensions: ['canvas'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...LOOKS },
  sniff,
  async read(chunks, sink, settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readCanvas(text, sink, settings.looks === true);
  },
  write: (out, settings) => [{ name: 'case.canvas', mime: MIME, text: canvasText(flatten(out, settings)) }],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;

function sniff(head: Head): number {
  const start = jsonStart(head);
  if (!isObject(start)) return 0;
  const [nodes, edges] = [start.get('nodes'), start.get('edges')];
  const node = isList(nodes) ? nodes[0] : undefined;
  const edge = isList(edges) ? edges[0] : undefined;
  if (isObject(node))
    return CARDS.has(node.get('type')) && node.has('width') && node.has('height') ? 0.95 : 0;
  if (isObject(edge)) return edge.has('fromNode') ? 0.95 : 0;
  // Nothing on it yet: what Clew writes says so itself.
  return isList(nodes) && isObject(start.get('clew')) ? 0.8 : 0;
}
