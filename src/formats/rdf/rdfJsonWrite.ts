// RDF as JSON-LD: a context in the file itself, and under it one named graph a source.
import { bySubject, shownText, type About } from './rdfText.ts';
import { isNode, isTriple, PREFIXES, TYPE, type Node, type Statement, type Term } from './rdfTerms.ts';

/** `vocabulary` is what names without a prefix belong to. */
export function* jsonLd(statements: Iterable<Statement>, vocabulary?: string): Generator<string> {
  const context = vocabulary === undefined ? PREFIXES : { '@vocab': vocabulary, ...PREFIXES };
  yield `{\n"@context": ${JSON.stringify(context)},\n"@graph": [`;
  let graph = '';
  let before = '\n';
  for (const about of bySubject(statements)) {
    if (about.graph !== graph) {
      yield `${graph === '' ? before : '\n]},\n'}{"@id": ${JSON.stringify(about.graph)}, "@graph": [\n`;
      [graph, before] = [about.graph, ''];
    }
    yield before + nodeText(about, vocabulary);
    before = ',\n';
  }
  yield graph === '' ? '\n]}\n' : '\n]}\n]}\n';
}

function nodeText({ subject, said }: About, vocabulary: string | undefined): string {
  const members = Array.from(said, ([predicate, objects]) => {
    const values = objects.map((object) =>
      predicate === TYPE && isNode(object) ? named(object, vocabulary) : valueOf(object),
    );
    return [
      predicate === TYPE ? '@type' : named(predicate, vocabulary),
      values.length === 1 ? values[0] : values,
    ];
  });
  return JSON.stringify(Object.fromEntries([['@id', subject], ...members]));
}

function named(iri: Node, vocabulary: string | undefined): string {
  if (vocabulary !== undefined && iri.startsWith(vocabulary)) return iri.slice(vocabulary.length);
  const prefix = Object.entries(PREFIXES).find(([, base]) => iri.startsWith(base));
  return prefix ? `${prefix[0]}:${iri.slice(prefix[1].length)}` : iri;
}

function valueOf(term: Term): unknown {
  if (isNode(term)) return { '@id': term };
  // JSON-LD 1.1 has no quoted triples, and Clew writes none.
  if (isTriple(term)) return {};
  const text = shownText(term.text);
  if (term.language !== undefined) return { '@value': text, '@language': term.language };
  return term.datatype === undefined ? text : { '@value': text, '@type': named(term.datatype, undefined) };
}
