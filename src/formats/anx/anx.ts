// ANX: a chart of i2 Analyst's Notebook as XML. Experimental: no file by i2 itself was at hand, nor i2 to open ours.
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { readXml } from '../xml.ts';
import { xmlRoot } from '../xmlRoot.ts';
import { xmlLosses } from '../xmlWriting.ts';
import { AnxReader } from './anxRead.ts';
import { anxText } from './anxWrite.ts';

const MIME = 'application/xml';
const { denied } = GRAPH_SETTINGS;

export const anx = {
  id: 'anx',
  label: 'i2 chart (experimental)',
  usedBy: 'i2 Analyst’s Notebook',
  extensions: ['anx', 'xml'],
  mime: MIME,
  settings: { denied },
  sniff: ({ text }) =>
    xmlRoot(text) === 'Chart' && /<(\w+:)?(ChartItem|EntityType|StrengthCollection)/.test(text) ? 1 : 0,
  async read(chunks, sink, _settings, job) {
    const reader = new AnxReader(sink);
    await readXml(chunks, reader, (problem) => sink.problem(problem), job);
    reader.end();
  },
  write: (out, settings) => [{ name: 'case.anx', mime: MIME, text: anxText(flatten(out, settings)) }],
  loses: (out, settings) => [
    ...graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
    ...xmlLosses(flatten(out, settings)),
  ],
} satisfies Format;
