// RDF as text: N-Triples and N-Quads by the line, Turtle and TriG by the subject.
import {
  isNode,
  isTriple,
  PREFIXES,
  TYPE,
  type Literal,
  type Node,
  type Statement,
  type Term,
} from './rdfTerms.ts';

/** N-Triples, or N-Quads where a statement has a graph. */
export function* lines(statements: Iterable<Statement>): Generator<string> {
  for (const { subject, predicate, object, graph } of statements) {
    const parts = [nodeText(subject), nodeText(predicate), termText(object, nodeText)];
    if (graph !== '') parts.push(nodeText(graph));
    yield `${parts.join(' ')} .\n`;
  }
}

/** Turtle, or TriG where statements have graphs. */
export function* turtle(statements: Iterable<Statement>): Generator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`;
  let graph = '';
  for (const about of bySubject(statements)) {
    if (about.graph !== graph) {
      if (graph !== '') yield '}\n';
      yield `\n${nodeText(about.graph)} {\n`;
      graph = about.graph;
    }
    yield about.graph === '' ? `\n${aboutText(about)}` : aboutText(about);
  }
  if (graph !== '') yield '}\n';
}

/** What follows each other about one subject in one graph. */
export interface About {
  readonly graph: Node;
  readonly subject: Node;
  readonly said: ReadonlyMap<string, readonly Term[]>;
}

export function* bySubject(statements: Iterable<Statement>): Generator<About> {
  let about: { graph: Node; subject: Node; said: Map<string, Term[]> } | undefined;
  for (const { graph, subject, predicate, object } of statements) {
    if (about && (about.graph !== graph || about.subject !== subject)) {
      yield about;
      about = undefined;
    }
    about ??= { graph, subject, said: new Map() };
    const objects = about.said.get(predicate);
    if (objects) objects.push(object);
    else about.said.set(predicate, [object]);
  }
  if (about) yield about;
}

function aboutText({ subject, said }: About): string {
  const parts = Array.from(said, ([predicate, objects]) => {
    const verb = predicate === TYPE ? 'a' : shortened(predicate);
    return `${verb} ${objects.map((object) => termText(object, shortened)).join(', ')}`;
  });
  return `${shortened(subject)} ${parts.join(' ;\n  ')} .\n`;
}

const SHORT = Object.entries(PREFIXES);

function shortened(node: Node): string {
  for (const [prefix, iri] of SHORT) {
    const local = node.startsWith(iri) ? node.slice(iri.length) : '';
    if (/^[A-Za-z][\w-]{0,99}(:[A-Za-z][\w-]{0,99})?$/.test(local)) return `${prefix}:${local}`;
  }
  return nodeText(node);
}

const nodeText = (node: Node): string => (node.startsWith('_:') ? node : `<${node}>`);

function termText(term: Term, say: (node: Node) => string): string {
  if (isNode(term)) return say(term);
  if (isTriple(term))
    return `<<( ${say(term.subject)} ${say(term.predicate)} ${termText(term.object, say)} )>>`;
  return literalText(term, say);
}

function literalText({ text, language, datatype }: Literal, say: (node: Node) => string): string {
  const quoted = `"${shownText(text).replace(SPECIAL, escaped)}"`;
  if (language !== undefined) return `${quoted}@${language}`;
  return datatype === undefined ? quoted : `${quoted}^^${say(datatype)}`;
}

/** What no UTF-8 or no reader of RDF holds. */
export const UNWRITABLE =
  /[\0\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
export const shownText = (text: string): string => text.replace(UNWRITABLE, '\ufffd');

const SPECIAL = /["\\\x01-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g;
const SHORT_ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);
const escaped = (mark: string): string =>
  SHORT_ESCAPES.get(mark) ?? `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
