// N-Quads: N-Triples with the graph of each statement, which is its source.
import type { Format } from '../format.ts';
import { GRAPH_SETTINGS, rdfLosses, readRdf, sniffs, statementsOf } from './rdfFormat.ts';
import { parseLines } from './rdfParse.ts';
import { lines } from './rdfText.ts';

export const nquads = {
  id: 'nquads',
  label: 'N-Quads',
  usedBy: 'every RDF store: each source a graph of its own',
  extensions: ['nq'],
  mime: 'application/n-quads',
  settings: GRAPH_SETTINGS,
  sniff: sniffs('nquads'),
  read: (chunks, sink, _settings, job) =>
    readRdf((tell, tally) => parseLines(chunks, tell, tally, job), sink),
  write: (out, settings) => [
    { name: 'case.nq', mime: 'application/n-quads', text: lines(statementsOf(out, settings, true)) },
  ],
  loses: (out, settings) => rdfLosses(out, settings, true),
} satisfies Format;
