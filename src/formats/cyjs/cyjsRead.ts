// Reads Cytoscape's JSON: .cyjs of the desktop, `cy.json()`, and lists of elements.
import { InputError } from '../../plugin/problem.ts';
import { TECHNICAL } from '../cytoscapeNames.ts';
import type { Attribute, Sink } from '../format.ts';
import { isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { attributesOf, plain, take } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';

interface Elements {
  readonly nodes: readonly Json[];
  readonly edges: readonly Json[];
}

/** What events have fields for. */
const OWN = {
  node: new Set(['id', 'parent', ...TECHNICAL]),
  edge: new Set(['id', 'source', 'target', 'directed', ...TECHNICAL]),
};

export function readCyjs(text: string, sink: Sink): void {
  const tally = new Tally();
  const document = readJson(text, tally);
  const { nodes, edges } = elementsOf(document);
  const reader = new CyjsReader(sink, tally, isObject(document) ? document : new Map());
  reader.meta();
  nodes.forEach((node, i) => reader.node(node, `node ${i + 1}`));
  edges.forEach((edge, i) => reader.edge(edge, `edge ${i + 1}`));
  tally.tell((problem) => sink.problem(problem));
}

function elementsOf(document: Json): Elements {
  const elements = isObject(document) ? (document.get('elements') ?? document) : document;
  if (isObject(elements)) {
    const [nodes, edges] = [elements.get('nodes'), elements.get('edges')];
    if (isList(nodes) || isList(edges))
      return { nodes: isList(nodes) ? nodes : [], edges: isList(edges) ? edges : [] };
  } else if (isList(elements)) {
    const isEdge = (element: Json) => groupOf(element) === 'edges';
    return { nodes: elements.filter((element) => !isEdge(element)), edges: elements.filter(isEdge) };
  }
  throw new InputError('This is not a Cytoscape network: it has neither "elements" nor "nodes" and "edges".');
}

function groupOf(element: Json): Json | undefined {
  if (!isObject(element)) return undefined;
  const data = element.get('data');
  return (
    element.get('group') ?? (isObject(data) && data.has('source') && data.has('target') ? 'edges' : 'nodes')
  );
}

class CyjsReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #document: JsonObject;
  /** What the file says of direction, as networkx does; a network without a word on it is read as directed. */
  readonly #directed: boolean | undefined;

  constructor(sink: Sink, tally: Tally, document: JsonObject) {
    this.#sink = sink;
    this.#tally = tally;
    this.#document = document;
    const directed = document.get('directed');
    this.#directed = typeof directed === 'boolean' ? directed : undefined;
  }

  meta(): void {
    const data = this.#document.get('data');
    // networkx writes the graph's data as a list of pairs.
    const pairs = isObject(data)
      ? [...data]
      : isList(data)
        ? data.filter(isList).map(([name, value]) => [plain(name), value] as const)
        : [];
    const said = new Map(pairs);
    const name = plain(said.get('name')) ?? plain(said.get('shared_name'));
    if (name) this.#sink.meta('name', name);
    const description = plain(said.get('description'));
    if (description) this.#sink.meta('description', description);
  }

  node(element: Json, where: string): void {
    const data = this.#dataOf(element, where);
    if (!data) return;
    const id = plain(data.get('id'));
    if (id === undefined) return this.#tally.add('refused', 'A node without an id was left out.', where);
    const attributes = this.#attributes(element, data, OWN.node, where);
    const label = take(attributes, 'label') ?? attributes.get('name')?.values[0];
    const parent = plain(data.get('parent'));
    if (parent !== undefined) {
      attributes.set('parent', { type: 'string', values: [parent] });
      this.#tally.add('kept', 'Nodes lie inside others; "parent" says in which.', where);
    }
    this.#sink.node({ id, label, attributes, ...placeOf(element), where });
  }

  edge(element: Json, where: string): void {
    const data = this.#dataOf(element, where);
    if (!data) return;
    const [id, source, target] = ['id', 'source', 'target'].map((name) => plain(data.get(name)));
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes(element, data, OWN.edge, where);
    const said = data.get('directed');
    const directed = typeof said === 'boolean' ? said : this.#directed;
    if (directed === undefined)
      this.#tally.add(
        'kept',
        'The file does not say whether edges are directed; they were read as directed.',
        where,
      );
    const type = take(attributes, 'interaction');
    this.#sink.edge({
      id,
      source,
      target,
      directed: directed ?? true,
      label: take(attributes, 'label'),
      type,
      attributes,
      where,
    });
  }

  #dataOf(element: Json, where: string): JsonObject | undefined {
    const data = isObject(element) ? element.get('data') : undefined;
    if (isObject(data)) return data;
    this.#tally.add('refused', 'An element without "data" was left out.', where);
    return undefined;
  }

  #attributes(
    element: Json,
    data: JsonObject,
    own: ReadonlySet<string>,
    where: string,
  ): Map<string, Attribute> {
    const attributes = attributesOf(data, own, where, this.#tally);
    // Clew writes the label there; the names themselves are in "name (property)".
    if (isOurs(attributes)) attributes.delete('name');
    const classes = isObject(element) ? element.get('classes') : undefined;
    const words = typeof classes === 'string' ? classes.split(/\s+/).filter((word) => word !== '') : [];
    if (words.length > 0) attributes.set('classes', { type: 'string', values: words });
    return attributes;
  }
}

/** y grows down, as in the scene. */
function placeOf(element: Json): { x?: number; y?: number } {
  const position = isObject(element) ? element.get('position') : undefined;
  if (!isObject(position)) return {};
  const [x, y] = [finite(plain(position.get('x'))), finite(plain(position.get('y')))];
  return x === undefined || y === undefined ? {} : { x, y };
}
