// N-Triples: RDF by the line, for programs.
import type { Format } from '../format.ts';
import { rdfLosses, readRdf, sniffs, statementsOf, TRIPLE_SETTINGS } from './rdfFormat.ts';
import { parseLines } from './rdfParse.ts';
import { lines } from './rdfText.ts';

export const ntriples = {
  id: 'ntriples',
  label: 'N-Triples',
  usedBy: 'every RDF store; followthemoney’s own RDF',
  extensions: ['nt'],
  mime: 'application/n-triples',
  settings: TRIPLE_SETTINGS,
  sniff: sniffs('ntriples'),
  read: (chunks, sink, _settings, job) =>
    readRdf((tell, tally) => parseLines(chunks, tell, tally, job), sink),
  write: (out, settings) => [
    { name: 'case.nt', mime: 'application/n-triples', text: lines(statementsOf(out, settings, false)) },
  ],
  loses: (out, settings) => rdfLosses(out, settings, false),
} satisfies Format;
