// TriG: Turtle with graphs, one for each source.
import type { Format } from '../format.ts';
import { GRAPH_SETTINGS, rdfLosses, readRdf, sniffs, statementsOf } from './rdfFormat.ts';
import { parseTurtle } from './rdfParse.ts';
import { turtle as turtleText } from './rdfText.ts';

export const trig = {
  id: 'trig',
  label: 'TriG',
  usedBy: 'GraphDB, Jena, rdflib: each source a graph of its own',
  extensions: ['trig'],
  mime: 'application/trig',
  settings: GRAPH_SETTINGS,
  sniff: sniffs('trig'),
  read: (chunks, sink, _settings, job) => readRdf((tell) => parseTurtle(chunks, tell, job), sink),
  write: (out, settings) => [
    { name: 'case.trig', mime: 'application/trig', text: turtleText(statementsOf(out, settings, true)) },
  ],
  loses: (out, settings) => rdfLosses(out, settings, true),
} satisfies Format;
