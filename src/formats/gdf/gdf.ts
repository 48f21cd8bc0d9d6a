// GDF: what GUESS, Netvizz and early Gephi exchanged; two tables in one file.
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
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
  settings: GRAPH_SETTINGS,
  sniff: ({ text }) => (/^\s{0,100}(node|edge)def\s{0,10}>/i.test(text) ? 1 : 0),
  async read(chunks, sink, _settings, job) {
    const reader = new GdfReader(sink, job);
    for await (const line of linesOf(chunks)) reader.line(line);
    reader.end();
  },
  write: (out, settings) => [{ name: 'case.gdf', mime: MIME, text: gdfText(flatten(out, settings)) }],
  loses: (out, settings) => [
    ...graphLosses(out, settings, { positions: true, mixed: true }),
    ...respelled(out, settings, spelledOut),
  ],
} satisfies Format;
