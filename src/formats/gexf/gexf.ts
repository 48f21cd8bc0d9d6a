// GEXF: Gephi's own format, read from 1.0 to 1.3, written as 1.3 or 1.2.
import type { Settings, Values } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses, type FlatGraph } from '../flat.ts';
import type { Format, Part } from '../format.ts';
import { heldClaims } from './gexfChanging.ts';
import { GexfReader } from './gexfRead.ts';
import { gexfText } from './gexfWrite.ts';
import { LOOKS } from '../keptLooks.ts';
import { readXml } from '../xml.ts';
import { xmlRoot } from '../xmlRoot.ts';
import { xmlLosses } from '../xmlWriting.ts';

const MIME = 'application/gexf+xml';

export const gexf = {
  id: 'gexf',
  label: 'GEXF',
  usedBy: 'Gephi, Gephi Lite, Retina, networkx, Tulip',
  extensions: ['gexf'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    ...CARRIER,
    version: {
      type: 'choice',
      default: '1.3',
      label: 'Version',
      help: '1.3 for Gephi from 0.9.3 and networkx from 3.6, 1.2 for older ones.',
      choices: [
        { id: '1.3', label: '1.3' },
        { id: '1.2', label: '1.2' },
      ],
    },
    ...LOOKS,
  } satisfies Settings,
  sniff: ({ text }) => (xmlRoot(text) === 'gexf' ? 1 : 0),
  async read(chunks, sink, settings, job) {
    const reader = new GexfReader(sink, settings.looks === true);
    await readXml(chunks, reader, (problem) => sink.problem(problem), job);
    reader.end();
  },
  streams: true,
  writeGraph: writeGexf,
  write: (out, settings) => writeGexf(flatten(out, settings), settings),
  loses(out, settings) {
    const graph = flatten(out, settings);
    const { claims: held, rounded } = heldClaims(graph);
    const days = rounded > 0 ? [{ what: 'times of values, written in whole days', count: rounded }] : [];
    const carries = { positions: true, mixed: true, lists: true, held };
    return graphLosses(out, settings, carries, () => [...days, ...xmlLosses(graph)]);
  },
} satisfies Format;

function writeGexf(graph: FlatGraph, settings: Values): readonly Part[] {
  const version = settings.version === '1.2' ? '1.2' : '1.3';
  return [{ name: 'case.gexf', mime: MIME, text: gexfText(graph, version) }];
}
