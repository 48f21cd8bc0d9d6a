// Reads JSON Graph Format: version 1 with its list of nodes, version 2 with nodes by id, one graph or several.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, EdgeEvent, Sink } from '../format.ts';
import { isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { tellMeta } from '../jsonMeta.ts';
import { attributesOf, plain, takePlace } from '../jsonValues.ts';
import { Tally } from '../tally.ts';

const NONE: ReadonlySet<string> = new Set();
const OF_FILE = new Set(['graph', 'graphs']);
const OF_GRAPH = new Set(['nodes', 'edges', 'hyperedges', 'directed', 'metadata']);
const OF_NODE = new Set(['id', 'label', 'metadata']);
const OF_EDGE = new Set(['id', 'source', 'target', 'nodes', 'relation', 'directed', 'label', 'metadata']);

export function readJgf(text: string, sink: Sink): void {
  const tally = new Tally();
  const document = readJson(text, tally);
  const graphs = graphsOf(document);
  if (isObject(document)) tellMeta(document, OF_FILE, 'the file', sink, tally);
  if (graphs.length > 1) {
    const what = 'The file holds several graphs; they were read as one, and nodes of one id as one node.';
    tally.add('mended', what, 'the file');
  }
  graphs.forEach((graph, i) => {
    const path = graphs.length > 1 ? `graph ${i + 1}, ` : '';
    new JgfReader(sink, tally, graph, path).read();
  });
  tally.tell((problem) => sink.problem(problem));
}

function graphsOf(document: Json): readonly JsonObject[] {
  const [graph, graphs] = isObject(document) ? [document.get('graph'), document.get('graphs')] : [];
  if (isObject(graph)) return [graph];
  if (isList(graphs)) return graphs.filter(isObject);
  throw new InputError('This is not JSON Graph Format: it has neither "graph" nor "graphs".');
}

class JgfReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #graph: JsonObject;
  readonly #path: string;
  /** Edges are directed unless the edge or the graph says otherwise. */
  readonly #directed: boolean;
  #hyperedges = 0;

  constructor(sink: Sink, tally: Tally, graph: JsonObject, path: string) {
    this.#sink = sink;
    this.#tally = tally;
    this.#graph = graph;
    this.#path = path;
    this.#directed = graph.get('directed') !== false;
  }

  read(): void {
    const where = this.#path === '' ? 'the file' : this.#path.slice(0, -2);
    tellMeta(this.#graph, OF_GRAPH, where, this.#sink, this.#tally);
    tellMeta(this.#graph.get('metadata'), NONE, where, this.#sink, this.#tally);
    const nodes = this.#graph.get('nodes');
    if (isObject(nodes)) {
      let place = 0;
      for (const [id, node] of nodes) this.#node(id, node, `${this.#path}node ${++place}`);
    }
    for (const [node, place] of this.#listed('node')) {
      const id = isObject(node) ? plain(node.get('id')) : undefined;
      if (id === undefined) this.#tally.add('refused', 'A node without an id was left out.', place);
      else this.#node(id, node, place);
    }
    for (const [edge, place] of this.#listed('edge')) this.#edge(edge, place);
    for (const [edge, place] of this.#listed('hyperedge')) this.#hyperedge(edge, place);
  }

  *#listed(kind: 'node' | 'edge' | 'hyperedge'): Generator<readonly [Json, string]> {
    const list = this.#graph.get(`${kind}s`);
    if (!isList(list)) return;
    for (const [i, item] of list.entries()) yield [item, `${this.#path}${kind} ${i + 1}`];
  }

  #node(id: string, node: Json, where: string): void {
    const attributes = this.#attributes(node, OF_NODE, where);
    const label = isObject(node) ? plain(node.get('label')) : undefined;
    const place = takePlace(attributes);
    this.#sink.node({ id, label: label ?? attributes.get('name')?.values[0], ...place, attributes, where });
  }

  #edge(edge: Json, where: string): void {
    const said = isObject(edge) ? edge : new Map<string, Json>();
    const [source, target] = [plain(said.get('source')), plain(said.get('target'))];
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes(edge, OF_EDGE, where);
    this.#sink.edge({
      ...this.#named(said),
      source,
      target,
      directed: this.#isDirected(said),
      attributes,
      where,
    });
  }

  #named(edge: JsonObject): Pick<EdgeEvent, 'id' | 'label' | 'type'> {
    const [id, label, type] = ['id', 'label', 'relation'].map((name) => plain(edge.get(name)));
    return { id, label, type };
  }

  #isDirected(edge: JsonObject): boolean {
    const said = edge.get('directed');
    return typeof said === 'boolean' ? said : this.#directed;
  }

  /** One with a source and a target is an edge; others become an event between their ends. */
  #hyperedge(edge: Json, where: string): void {
    const said = isObject(edge) ? edge : new Map<string, Json>();
    const [from, to, among] = ['source', 'target', 'nodes'].map((name) => endsOf(said.get(name))) as [
      string[],
      string[],
      string[],
    ];
    if (from.length + to.length + among.length === 0)
      return this.#tally.add('refused', 'A hyperedge without ends was left out.', where);
    const attributes = this.#attributes(said, OF_EDGE, where);
    const [pair, directed] = among.length > 0 ? [among, false] : [[...from, ...to], true];
    if (pair.length === 2 && (from.length === 1 || !directed)) {
      const [source, target] = pair as [string, string];
      return this.#sink.edge({ ...this.#named(said), source, target, directed, attributes, where });
    }
    this.#event(said, { from, to, among }, attributes, where);
  }

  #event(edge: JsonObject, ends: Ends, attributes: Map<string, Attribute>, where: string): void {
    const { id: own, label, type } = this.#named(edge);
    const id = own ?? `${this.#path}hyperedge ${++this.#hyperedges}`;
    if (type !== undefined) attributes.set('relation', { type: 'string', values: [type] });
    this.#sink.node({ id, label: label ?? type, type: 'Event', attributes, where });
    const join = (source: string, target: string, directed: boolean) =>
      this.#sink.edge({ source, target, directed, attributes: new Map(), where });
    for (const node of ends.from) join(node, id, true);
    for (const node of ends.to) join(id, node, true);
    for (const node of ends.among) join(id, node, false);
    this.#tally.add('mended', 'A hyperedge became an event joined to each of its ends.', where);
  }

  /** What lies in "metadata", and, though the format has no place for it, beside. */
  #attributes(element: Json, own: ReadonlySet<string>, where: string): Map<string, Attribute> {
    if (!isObject(element)) return new Map();
    const metadata = element.get('metadata');
    const beside = attributesOf(element, own, where, this.#tally);
    return new Map([
      ...beside,
      ...attributesOf(isObject(metadata) ? metadata : undefined, NONE, where, this.#tally),
    ]);
  }
}

interface Ends {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly among: readonly string[];
}

const endsOf = (json: Json | undefined): string[] =>
  (isList(json) ? json : [json]).map(plain).filter((id) => id !== undefined);
