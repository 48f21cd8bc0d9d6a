// GraphML: the most widely read graph format, in the dialects of its readers.
import type { Settings } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses, type FlatGraph } from '../flat.ts';
import type { Format, Part } from '../format.ts';
import { GraphmlReader } from './graphmlRead.ts';
import { graphmlText } from './graphmlWrite.ts';
import { LOOKS } from '../keptLooks.ts';
import { readXml } from '../xml.ts';
import { xmlRoot } from '../xmlRoot.ts';
import { xmlLosses } from '../xmlWriting.ts';

const MIME = 'application/graphml+xml';

export const graphml = {
  id: 'graphml',
  label: 'GraphML',
  usedBy: 'Gephi, yEd, networkx, igraph, Cytoscape, TinkerPop, Neo4j (APOC)',
  extensions: ['graphml', 'xml'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    ...CARRIER,
    ...LOOKS,
    arrows: {
      type: 'boolean',
      reading: true,
      default: false,
      label: 'Read direction from yEd’s arrowheads',
      help: 'yEd calls every edge directed; an edge drawn without arrowheads is then read as undirected.',
    },
  } satisfies Settings,
  sniff: ({ text }) => (xmlRoot(text) === 'graphml' ? 1 : 0),
  async read(chunks, sink, settings, job) {
    const reader = new GraphmlReader(sink, {
      arrows: settings.arrows === true,
      looks: settings.looks === true,
    });
    await readXml(chunks, reader, (problem) => sink.problem(problem), job);
    reader.end();
  },
  streams: true,
  writeGraph: writeGraphml,
  write: (out, settings) => writeGraphml(flatten(out, settings)),
  loses: (out, settings) =>
    graphLosses(out, settings, { positions: true, mixed: true, lists: true }, () =>
      xmlLosses(flatten(out, settings)),
    ),
} satisfies Format;

function writeGraphml(graph: FlatGraph): readonly Part[] {
  return [{ name: 'case.graphml', mime: MIME, text: graphmlText(graph) }];
}
