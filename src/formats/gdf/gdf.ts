// GDF: what GUESS, Netvizz and early Gephi exchanged; two tables in one file.
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses, type FlatGraph } from '../flat.ts';
import type { Format, Part } from '../format.ts';
import { respelled } from '../respelled.ts';
import { linesOf } from '../text.ts';
import { GdfReader } from './gdfRead.ts';
import { gdfText, spelledOut } from './gdfWrite.ts';

const MIME = 'text/plain';

export const gdf = {
  id: 'gdf',
  label: 'GDF',
  usedBy: 'GUESS, Gephi, Netvizz',
  extensions: ['gdf'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER },
  sniff: ({ text }) => (/^\s{0,100}(node|edge)def\s{0,10}>/i.test(text) ? 1 : 0),
  async read(chunks, sink, _settings, job) {
    const reader = new GdfReader(sink, job);
    for await (const line of linesOf(chunks)) reader.line(line);
    reader.end();
  },
  streams: true,
  writeGraph: writeGdf,
  write: (out, settings) => writeGdf(flatten(out, settings)),
  loses: (out, settings) =>
    graphLosses(out, settings, { positions: true, mixed: true }, () => respelled(out, settings, spelledOut)),
} satisfies Format;

function writeGdf(graph: FlatGraph): readonly Part[] {
  return [{ name: 'case.gdf', mime: MIME, text: gdfText(graph) }];
}
