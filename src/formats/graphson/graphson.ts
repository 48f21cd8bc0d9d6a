// GraphSON: TinkerPop's JSON, read in versions 1 to 3 and Blueprints', written in 1 to 3.
import type { Settings } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Loss, Outgoing } from '../format.ts';
import { jsonStart } from '../jsonStart.ts';
import { readGraphson } from './graphsonRead.ts';
import { isGraphson } from './graphsonShape.ts';
import { graphsonText, type GraphsonVersion } from './graphsonWrite.ts';

const MIME = 'application/vnd.gremlin-v3.0+json';
const VERSIONS: readonly GraphsonVersion[] = ['3', '2', '1'];

export const graphson = {
  id: 'graphson',
  label: 'GraphSON',
  usedBy: 'TinkerPop, JanusGraph, Neptune',
  extensions: ['graphson', 'graphson.json', 'json'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    ...CARRIER,
    version: {
      type: 'choice',
      default: '3',
      label: 'Version',
      help: '3 for TinkerPop from 3.3, 2 for 3.2, 1 without types.',
      choices: VERSIONS.map((id) => ({ id, label: id })),
    },
  } satisfies Settings,
  sniff: (head) => (isGraphson(jsonStart(head)) ? 0.9 : 0),
  read: (chunks, sink, _settings, job) => readGraphson(chunks, sink, job),
  write: (out, settings) => [
    {
      name: 'case.json',
      mime: MIME,
      text: graphsonText(
        flatten(out, settings),
        VERSIONS.find((version) => version === settings.version) ?? '3',
      ),
    },
  ],
  loses: (out, settings) =>
    graphLosses(out, settings, { positions: true, mixed: true, lists: true }, () => aboutLost(out)),
} satisfies Format;

/** A file is nothing but its vertices. */
function aboutLost({ seen }: Outgoing): Loss[] {
  const { name, description } = seen.case.header;
  const count = [name, description].filter((text) => text !== undefined && text !== '').length;
  return count === 0 ? [] : [{ what: 'the name and the description of the case', count }];
}
