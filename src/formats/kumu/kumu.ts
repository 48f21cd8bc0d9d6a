// Kumu: elements and connections as JSON, a "blueprint" or the backup of a project (docs.kumu.io/guides/import/blueprints).
import { Cancelled } from '../../plugin/job.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { isList, isObject } from '../json.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { readKumu } from './kumuRead.ts';
import { kumuText } from './kumuWrite.ts';

const MIME = 'application/json';

export const kumu = {
  id: 'kumu',
  label: 'Kumu JSON',
  usedBy: 'Kumu; blueprints and backups of projects',
  extensions: ['kumu.json', 'json'],
  mime: MIME,
  settings: GRAPH_SETTINGS,
  sniff,
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readKumu(text, sink);
  },
  write: (out, settings) => [{ name: 'case.kumu.json', mime: MIME, text: kumuText(flatten(out, settings)) }],
  loses: (out, settings) => graphLosses(out, settings, { mixed: true, lists: true }),
} satisfies Format;

/** Cytoscape has "elements" too, in which lie nodes and edges with "data". */
function sniff(head: Head): number {
  const start = jsonStart(head);
  if (!isObject(start)) return 0;
  const [elements, connections] = [start.get('elements'), start.get('connections')];
  const element = isList(elements) ? elements[0] : undefined;
  if (isObject(element) && element.has('data')) return 0;
  if (isList(elements) && isList(connections)) return 0.95;
  if (isList(connections) && isObject(connections[0]) && connections[0].has('from')) return 0.7;
  // The connections may lie beyond what is seen of the file.
  const shaped = isObject(element) && (element.has('label') || isObject(element.get('attributes')));
  return isList(elements) && shaped ? 0.7 : 0;
}
