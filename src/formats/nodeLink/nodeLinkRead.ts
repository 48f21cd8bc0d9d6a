// Reads node-link JSON: networkx, d3 before and after laying out, force-graph, vis.js, Linkurious and other kin.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { Digits, isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { tellMeta } from '../jsonMeta.ts';
import { attributeOfJson, attributesOf, idText, take, takePlace } from '../jsonValues.ts';
import { Tally } from '../tally.ts';
import { endsOf, Naming } from './nodeLinkNaming.ts';

/** The first of these that is a list. */
const NODES = ['nodes', 'vertices'];
const EDGES = ['links', 'edges'];
/** Members that hold the attributes in some dialects. */
const FOLDERS: readonly string[] = ['attributes', 'properties', 'data', 'metadata'];
/** What events have fields for, and where a running d3 keeps its speed. */
const OF_NODE = new Set(['id', 'vx', 'vy', ...FOLDERS]);
const OF_EDGE = new Set(['id', 'source', 'target', 'directed', ...FOLDERS]);

export function readNodeLink(text: string, sink: Sink): void {
  const tally = new Tally();
  const document = readJson(text, tally);
  const { nodes, edges } = listsOf(document);
  const reader = new NodeLinkReader(sink, tally, document as JsonObject, new Naming(nodes, edges));
  reader.meta();
  nodes.forEach((node, place) => reader.node(node, place));
  edges.forEach((edge, place) => reader.edge(edge, `edge ${place + 1}`));
  tally.tell((problem) => sink.problem(problem));
}

function listsOf(document: Json): { nodes: readonly Json[]; edges: readonly Json[] } {
  const list = (names: readonly string[]) =>
    isObject(document) ? names.map((name) => document.get(name)).find(isList) : undefined;
  const [nodes, edges] = [list(NODES), list(EDGES)];
  if (!nodes && !edges)
    throw new InputError(
      'This is not node-link JSON: it has no list of "nodes" and none of "links" or "edges".',
    );
  return { nodes: nodes ?? [], edges: edges ?? [] };
}

class NodeLinkReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #document: JsonObject;
  readonly #naming: Naming;
  readonly #directed: boolean | undefined;

  constructor(sink: Sink, tally: Tally, document: JsonObject, naming: Naming) {
    this.#sink = sink;
    this.#tally = tally;
    this.#document = document;
    this.#naming = naming;
    const directed = document.get('directed');
    this.#directed = typeof directed === 'boolean' ? directed : undefined;
  }

  meta(): void {
    const own = new Set(['directed', 'multigraph', 'graph']);
    for (const name of [...NODES, ...EDGES]) if (isList(this.#document.get(name))) own.add(name);
    tellMeta(this.#document, own, 'the file', this.#sink, this.#tally);
    tellMeta(this.#document.get('graph'), new Set(), 'the file', this.#sink, this.#tally);
    if (!this.#naming.byPlace) return;
    this.#tally.add('kept', 'Edges name nodes by their place in the list.', 'the file');
  }

  node(node: Json, place: number): void {
    const where = `node ${place + 1}`;
    const id = this.#naming.idOf(place);
    if (id === undefined) return this.#tally.add('refused', 'A node without an id was left out.', where);
    const attributes = this.#attributes(node, OF_NODE, where);
    const index = attributes.get('index');
    if (index?.type === 'integer' && index.values[0] === String(place)) attributes.delete('index');
    const label = take(attributes, 'label') ?? attributes.get('name')?.values[0];
    this.#sink.node({ id, label, ...takePlace(attributes), attributes, where });
  }

  edge(edge: Json, where: string): void {
    const [source, target] = endsOf(edge).map((end) => this.#naming.endOf(end));
    if (source === undefined || target === undefined) {
      const what = 'An edge without a source or a target, or to a place where no node is, was left out.';
      return this.#tally.add('refused', what, where);
    }
    const said = isObject(edge) ? edge : new Map<string, Json>();
    const attributes = this.#attributes(said, OF_EDGE, where);
    if (!said.has('source')) ['from', 'to'].forEach((name) => attributes.delete(name));
    // networkx counts parallel edges by "key".
    if (this.#document.get('multigraph') === true && said.get('key') instanceof Digits)
      attributes.delete('key');
    const directed = this.#directedOf(said, where);
    this.#sink.edge({
      ...{ id: idText(said.get('id')), source, target, directed },
      label: take(attributes, 'label'),
      attributes,
      where,
    });
  }

  /** What the edge says, else the file; networkx takes silence for no. */
  #directedOf(edge: JsonObject, where: string): boolean {
    const said = edge.get('directed');
    if (typeof said === 'boolean') return said;
    if (this.#directed !== undefined) return this.#directed;
    const what =
      'The file does not say whether edges are directed; they were read as undirected, as networkx does.';
    this.#tally.add('kept', what, where);
    return false;
  }

  #attributes(element: Json, own: ReadonlySet<string>, where: string): Map<string, Attribute> {
    const attributes = attributesOf(isObject(element) ? element : undefined, own, where, this.#tally);
    for (const name of FOLDERS) {
      const folder = isObject(element) ? element.get(name) : undefined;
      if (folder !== undefined) this.#unfold(name, folder, attributes, where);
    }
    return attributes;
  }

  /** Attributes in an object of their own; one that stands outside as well keeps the path to it in its name. */
  #unfold(path: string, folder: Json, attributes: Map<string, Attribute>, where: string): void {
    for (const [name, value] of isObject(folder) ? folder : [['', folder] as const]) {
      if (name !== '' && FOLDERS.includes(name) && isObject(value)) {
        this.#unfold(`${path}.${name}`, value, attributes, where);
        continue;
      }
      const attribute = attributeOfJson(value, where, this.#tally);
      const long = name === '' ? path : `${path}.${name}`;
      if (attribute) attributes.set(name === '' || attributes.has(name) ? long : name, attribute);
    }
  }
}
