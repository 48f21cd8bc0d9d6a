// Turtle: RDF as people write it. It has no graphs, so that who says what needs nodes of its own.
import type { Format } from '../format.ts';
import { rdfLosses, readRdf, sniffs, statementsOf, TRIPLE_SETTINGS } from './rdfFormat.ts';
import { parseTurtle } from './rdfParse.ts';
import { turtle as turtleText } from './rdfText.ts';

export const turtle = {
  id: 'turtle',
  label: 'Turtle',
  usedBy: 'Protégé, GraphDB, Jena, rdflib; N3 without rules',
  extensions: ['ttl', 'n3'],
  mime: 'text/turtle',
  settings: TRIPLE_SETTINGS,
  sniff: sniffs('turtle'),
  read: (chunks, sink, _settings, job) => readRdf((tell) => parseTurtle(chunks, tell, job), sink),
  write: (out, settings) => [
    { name: 'case.ttl', mime: 'text/turtle', text: turtleText(statementsOf(out, settings, false)) },
  ],
  loses: (out, settings) => rdfLosses(out, settings, false),
} satisfies Format;
