// RDF/XML: RDF as older programs write it; it is read only, since every program that writes it reads Turtle.
import type { Format } from '../format.ts';
import { readXml } from '../xml.ts';
import { readRdf, sniffs } from './rdfFormat.ts';
import { RdfXmlVisitor } from './rdfXmlRead.ts';

export const rdfxml = {
  id: 'rdfxml',
  label: 'RDF/XML',
  usedBy: 'Protégé, museums and libraries, older RDF stores',
  extensions: ['rdf', 'owl', 'rdfs'],
  mime: 'application/rdf+xml',
  settings: {},
  sniff: sniffs('rdfxml'),
  read: (chunks, sink, _settings, job) =>
    readRdf(
      (tell, tally) =>
        readXml(chunks, new RdfXmlVisitor(tell, tally), (problem) => sink.problem(problem), job),
      sink,
    ),
} satisfies Format;
