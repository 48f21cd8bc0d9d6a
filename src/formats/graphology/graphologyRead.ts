// Reads a graph as graphology writes it: for sigma.js, Gephi and Gephi Lite alone, for minivan inside a bundle.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { tellMeta } from '../jsonMeta.ts';
import { attributesOf, plain, take, takePlace } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';

const NONE: ReadonlySet<string> = new Set();
const OF_GRAPH = new Set(['attributes', 'options', 'nodes', 'edges']);
const OF_BUNDLE = new Set(['graph', 'settings', 'model', 'bundleVersion', 'consolidated']);
/** How sigma.js draws, which it calls a type. */
const PROGRAMS = new Set([
  'circle',
  'point',
  'square',
  'image',
  'bordered',
  'line',
  'arrow',
  'curved',
  'curvedArrow',
]);

export function readGraphology(text: string, sink: Sink): void {
  const tally = new Tally();
  const graph = readJson(text, tally);
  if (!isObject(graph)) throw new InputError('This is not a graph of graphology: it is not an object.');
  const options = graph.get('options');
  readGraph(graph, isObject(options) ? options.get('type') : undefined, sink, tally);
  tally.tell((problem) => sink.problem(problem));
}

export function readBundle(text: string, sink: Sink): void {
  const tally = new Tally();
  const bundle = readJson(text, tally);
  const graph = isObject(bundle) ? bundle.get('graph') : undefined;
  if (!isObject(bundle) || !isObject(graph))
    throw new InputError('This is not a bundle of minivan: it has no "graph".');
  const settings = bundle.get('settings');
  readGraph(graph, isObject(settings) ? settings.get('type') : undefined, sink, tally);
  tellMeta(bundle, OF_BUNDLE, 'the file', sink, tally);
  tally.tell((problem) => sink.problem(problem));
}

/** `type` is "directed", "undirected" or "mixed", where each edge says whether it is undirected. */
function readGraph(graph: JsonObject, type: Json | undefined, sink: Sink, tally: Tally): void {
  const [nodes, edges] = [graph.get('nodes'), graph.get('edges')];
  if (!isList(nodes) && !isList(edges))
    throw new InputError('This is not a graph of graphology: it has no list of "nodes" and none of "edges".');
  tellMeta(graph, OF_GRAPH, 'the file', sink, tally);
  tellMeta(graph.get('attributes'), NONE, 'the file', sink, tally);
  const reader = new GraphologyReader(sink, tally, type === 'undirected');
  if (isList(nodes)) nodes.forEach((node, i) => reader.node(node, `node ${i + 1}`));
  if (isList(edges)) edges.forEach((edge, i) => reader.edge(edge, `edge ${i + 1}`));
}

class GraphologyReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #undirected: boolean;

  constructor(sink: Sink, tally: Tally, undirected: boolean) {
    this.#sink = sink;
    this.#tally = tally;
    this.#undirected = undirected;
  }

  node(node: Json, where: string): void {
    const id = isObject(node) ? plain(node.get('key')) : undefined;
    if (!isObject(node) || id === undefined)
      return this.#tally.add('refused', 'A node without a key was left out.', where);
    const attributes = this.#attributes(node, where);
    const type = takeType(attributes);
    const label = take(attributes, 'label') ?? attributes.get('name')?.values[0];
    this.#sink.node({ id, type, label, ...takePlace(attributes, 'up'), attributes, where });
  }

  edge(edge: Json, where: string): void {
    const said = isObject(edge) ? edge : new Map<string, Json>();
    const [source, target] = [plain(said.get('source')), plain(said.get('target'))];
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes(said, where);
    const undirected = said.get('undirected');
    this.#sink.edge({
      ...{ id: plain(said.get('key')), source, target },
      directed: typeof undirected === 'boolean' ? !undirected : !this.#undirected,
      type: takeType(attributes),
      label: take(attributes, 'label'),
      attributes,
      where,
    });
  }

  #attributes(element: JsonObject, where: string): Map<string, Attribute> {
    const own = element.get('attributes');
    const attributes = attributesOf(isObject(own) ? own : undefined, NONE, where, this.#tally);
    const type = attributes.get('type');
    if (!type || type.values.length !== 1 || !PROGRAMS.has(type.values[0]!)) return attributes;
    attributes.delete('type');
    return attributes.set('viz:type', type);
  }
}

/** Clew calls its types "schema" there, since sigma.js knows "type" as the way to draw. */
const takeType = (attributes: Map<string, Attribute>): string | undefined =>
  isOurs(attributes) ? take(attributes, 'schema') : undefined;
