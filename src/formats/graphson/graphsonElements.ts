// The vertices and edges of GraphSON. Each edge stands at both its vertices and is told once.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, EdgeEvent, Sink } from '../format.ts';
import { isList, isObject, writeJson, type Json, type JsonObject } from '../json.ts';
import { plain, take, takePlace } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import type { Tally } from '../tally.ts';
import { answerOf, bare, graphOf } from './graphsonShape.ts';
import { attributeOfTyped, idOf, isBlueprints, untyped } from './graphsonValues.ts';

const OF_BLUEPRINTS = new Set(['_id', '_type', '_label', '_outV', '_inV']);

export class GraphsonReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #vertices = new Set<string>();
  /** Ids of the edges told. */
  readonly #told = new Set<string>();
  /** Edges met at the vertex they come into; most are told by the vertex they go out of. */
  readonly #incoming: EdgeEvent[] = [];
  #left = 0;

  constructor(sink: Sink, tally: Tally) {
    this.#sink = sink;
    this.#tally = tally;
  }

  /** Takes a vertex, an edge, a list of both, a graph or an answer with one of these in it. */
  document(json: Json, where: string): void {
    const value = bare(json)!;
    if (isList(value)) return value.forEach((item, i) => this.#element(item, `${where}, element ${i + 1}`));
    const answer = isObject(value) ? answerOf(value) : undefined;
    if (answer !== undefined) return this.document(answer, where);
    const graph = isObject(value) ? graphOf(value) : undefined;
    if (!graph) return this.#element(json, where);
    for (const kind of ['vertices', 'edges']) {
      const list = bare(graph.get(kind));
      const name = kind === 'vertices' ? 'vertex' : 'edge';
      if (isList(list)) list.forEach((item, i) => this.#element(item, `${name} ${i + 1}`));
    }
  }

  /** Tells the edges that only the vertex they come into holds. */
  end(): void {
    for (const edge of this.#incoming) {
      const known = edge.id === undefined ? this.#vertices.has(edge.source) : this.#told.has(edge.id);
      if (!known) this.#tell(edge);
    }
    if (this.#vertices.size + this.#told.size > 0 || this.#left === 0) return;
    throw new InputError('This is not GraphSON: nothing in it is a vertex or an edge with an id.');
  }

  #element(json: Json, where: string): void {
    const value = bare(json);
    const element = isObject(value) ? withoutUnderscores(value) : undefined;
    if (element?.has('outV') && element.has('inV')) return this.#edge(element, {}, where);
    const id = idOf(element?.get('id'));
    if (element && id !== undefined) return this.#vertex(id, element, where);
    this.#left++;
    this.#tally.add('refused', 'What is no vertex or edge with an id was left out.', where);
  }

  #vertex(id: string, vertex: JsonObject, where: string): void {
    this.#vertices.add(id);
    const attributes = this.#attributes(vertex.get('properties'), where);
    const type = this.#type(vertex, attributes, where);
    const label = isOurs(attributes) ? take(attributes, 'caption') : attributes.get('name')?.values[0];
    this.#sink.node({ id, type, label, ...takePlace(attributes), attributes, where });
    for (const [edge, type] of edgesOf(vertex.get('outE'))) this.#edge(edge, { source: id, type }, where);
    for (const [edge, type] of edgesOf(vertex.get('inE'))) this.#edge(edge, { target: id, type }, where);
  }

  /** TinkerPop 4 has several labels a vertex. One without a label is called "vertex". */
  #type(vertex: JsonObject, attributes: Map<string, Attribute>, where: string): string | undefined {
    const labels = attributeOfTyped([vertex.get('label') ?? null], where, this.#tally);
    const [first, second] = labels?.values ?? [];
    if (labels && second !== undefined) {
      attributes.set('labels', labels);
      this.#tally.add('kept', 'Of several labels the first is the type; all are in "labels".', where);
    }
    return first === 'vertex' ? undefined : first;
  }

  #edge(edge: JsonObject, known: Known, where: string): void {
    const source = known.source ?? idOf(edge.get('outV'));
    const target = known.target ?? idOf(edge.get('inV'));
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a vertex at either end was left out.', where);
    const attributes = this.#attributes(edge.get('properties'), where);
    const type = known.type ?? plain(edge.get('label'));
    const event = {
      ...{ id: idOf(edge.get('id')), source, target, where },
      ...{ type: type === 'edge' ? undefined : type, directed: takeDirected(attributes) },
      ...{ label: isOurs(attributes) ? take(attributes, 'caption') : undefined, attributes },
    };
    if (known.target !== undefined && known.source === undefined) this.#incoming.push(event);
    else if (known.source !== undefined || !this.#told.has(event.id ?? '')) this.#tell(event);
  }

  #tell(edge: EdgeEvent): void {
    if (edge.id !== undefined) this.#told.add(edge.id);
    this.#sink.edge(edge);
  }

  #attributes(properties: Json | undefined, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    for (const [name, json] of isObject(properties) ? properties : []) {
      const items = isList(json) && json.length > 0 && json.every(isProperty) ? json : undefined;
      const values = items?.map(valueOf) ?? [isProperty(json) ? valueOf(json) : json];
      const attribute = attributeOfTyped(values, where, this.#tally);
      if (attribute) attributes.set(name, attribute);
      if (items) this.#ofValues(name, items, attributes, where);
    }
    return attributes;
  }

  /** What is said of single values. */
  #ofValues(name: string, items: readonly Json[], attributes: Map<string, Attribute>, where: string): void {
    const told = items.flatMap((item) => {
      const own = (bare(item) as JsonObject).get('properties');
      if (!isObject(own) || own.size === 0) return [];
      const properties = new Map(Array.from(own, ([of, json]) => [of, untyped(json)]));
      return [
        writeJson(
          new Map([
            ['value', untyped(valueOf(item))],
            ['properties', properties],
          ]),
        ),
      ];
    });
    if (told.length === 0) return;
    attributes.set(`${name} (said of values)`, { type: 'string', values: told });
    const what = 'Properties of single values were kept as JSON text, under the name and “(said of values)”.';
    this.#tally.add('kept', what, where);
  }
}

/** What an edge at a vertex does not say again. */
interface Known {
  readonly source?: string;
  readonly target?: string;
  readonly type?: string;
}

function* edgesOf(byLabel: Json | undefined): Generator<readonly [JsonObject, string | undefined]> {
  if (isList(byLabel)) for (const edge of byLabel) if (isObject(edge)) yield [edge, undefined];
  if (!isObject(byLabel)) return;
  for (const [label, edges] of byLabel) {
    for (const edge of isList(edges) ? edges : []) if (isObject(edge)) yield [edge, label];
  }
}

/** Clew writes so what GraphSON, whose edges are all directed, cannot say. */
function takeDirected(attributes: Map<string, Attribute>): boolean {
  if (attributes.get('directed')?.type !== 'boolean') return true;
  return take(attributes, 'directed') !== 'false';
}

/** A property of a vertex, `{"id", "value", "properties"}`, or of an edge, `{"key", "value"}` behind its type. */
function isProperty(json: Json): boolean {
  const value = bare(json);
  return isObject(value) && value.has('value') && !isBlueprints(value);
}

const valueOf = (property: Json): Json => (bare(property) as JsonObject).get('value')!;

/** Blueprints: its own members begin with "_", all others are properties. */
function withoutUnderscores(element: JsonObject): JsonObject {
  if (!element.has('_id')) return element;
  const plainNames = Array.from(OF_BLUEPRINTS, (name) => [name.slice(1), element.get(name)] as const);
  const own = plainNames.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return new Map<string, Json>([
    ...own,
    ['properties', new Map([...element].filter(([name]) => !OF_BLUEPRINTS.has(name)))],
  ]);
}
