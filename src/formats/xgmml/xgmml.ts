// XGMML: what Cytoscape's desktop exchanged before JSON, and what its sessions hold.
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses, type FlatGraph } from '../flat.ts';
import type { Format, Part } from '../format.ts';
import { readXml } from '../xml.ts';
import { xmlRoot } from '../xmlRoot.ts';
import { xmlLosses } from '../xmlWriting.ts';
import { withoutBareAmpersands } from './bareAmpersands.ts';
import { XgmmlReader } from './xgmmlRead.ts';
import { xgmmlText } from './xgmmlWrite.ts';

const MIME = 'text/xgmml+xml';

export const xgmml = {
  id: 'xgmml',
  label: 'XGMML',
  usedBy: 'Cytoscape desktop',
  extensions: ['xgmml'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER },
  sniff: ({ text }) => (xmlRoot(text) === 'graph' ? 0.9 : 0),
  async read(chunks, sink, _settings, job) {
    const reader = new XgmmlReader(sink);
    let bare = 0;
    const mended = withoutBareAmpersands(chunks, () => bare++);
    await readXml(mended, reader, (problem) => sink.problem(problem), job);
    if (bare > 0)
      sink.problem({
        outcome: 'mended',
        where: 'the file',
        what: `“&” stands ${bare} times without being escaped, as older Cytoscape wrote it; it was read as it stands.`,
      });
    reader.end();
  },
  writeGraph: writeXgmml,
  write: (out, settings) => writeXgmml(flatten(out, settings)),
  loses: (out, settings) =>
    graphLosses(out, settings, { positions: true, mixed: true, lists: true }, () =>
      xmlLosses(flatten(out, settings)),
    ),
} satisfies Format;

function writeXgmml(graph: FlatGraph): readonly Part[] {
  return [{ name: 'case.xgmml', mime: MIME, text: xgmmlText(graph) }];
}
