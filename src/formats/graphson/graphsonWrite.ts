// Writes GraphSON as TinkerPop keeps graphs in files: a vertex a line, with the edges that go out and that come in.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { isNumber, scalarText } from '../jsonWriting.ts';
import { grouped } from '../order.ts';

export type GraphsonVersion = '1' | '2' | '3';

/** The name under which the label stands; a property of that name is written as `caption (property)`. */
const CAPTION = 'caption';
const LONG = 2n ** 63n;

export function* graphsonText(graph: FlatGraph, version: GraphsonVersion): Generator<string> {
  // A file without a line could be of any format.
  if (graph.nodeCount === 0) return yield '{"vertices": []}\n';
  const writer = new GraphsonWriter(graph, version);
  for (const node of graph.nodes) yield `${writer.vertex(node)}\n`;
}

class GraphsonWriter {
  readonly #version: GraphsonVersion;
  readonly #nodeColumns: readonly FlatColumn[];
  readonly #edgeColumns: readonly FlatColumn[];
  readonly #out: ReadonlyMap<string, readonly FlatEdge[]>;
  readonly #in: ReadonlyMap<string, readonly FlatEdge[]>;
  #properties = 0;

  constructor(graph: FlatGraph, version: GraphsonVersion) {
    const isOther = ({ id }: FlatColumn) => id !== 'type';
    this.#version = version;
    this.#nodeColumns = graph.nodeColumns.filter(isOther);
    this.#edgeColumns = graph.edgeColumns.filter(isOther);
    const edges = [...graph.edges];
    this.#out = grouped(edges, ({ source }) => source);
    this.#in = grouped(edges, ({ target }) => target);
  }

  vertex({ id, label, schema, values, x, y }: FlatNode): string {
    const place =
      x === undefined || y === undefined
        ? []
        : ([
            ['x', x],
            ['y', y],
          ] as const);
    const members = [
      member(CAPTION, `[${this.#property(JSON.stringify(label))}]`),
      ...place.map(([name, value]) =>
        member(name, `[${this.#property(this.#number(String(value), 'g:Double'))}]`),
      ),
      ...this.#nodeColumns.flatMap((column) => {
        const told = (values.get(column.id) ?? []).map((value) => this.#property(this.#value(value, column)));
        return told.length === 0 ? [] : [member(nameOf(column), `[${told.join(', ')}]`)];
      }),
    ];
    const edges = [
      ...this.#edges('outE', 'inV', this.#out.get(id)),
      ...this.#edges('inE', 'outV', this.#in.get(id)),
    ];
    return object([
      member('id', JSON.stringify(id)),
      member('label', JSON.stringify(schema)),
      ...edges,
      member('properties', object(members)),
    ]);
  }

  #edges(name: 'outE' | 'inE', end: 'outV' | 'inV', edges: readonly FlatEdge[] = []): string[] {
    if (edges.length === 0) return [];
    const byLabel = Array.from(
      grouped(edges, ({ type }) => type),
      ([type, group]) => member(type, `[${group.map((edge) => this.#edge(edge, end)).join(', ')}]`),
    );
    return [member(name, object(byLabel))];
  }

  #edge(edge: FlatEdge, end: 'outV' | 'inV'): string {
    const { id, source, target, directed, label, weight, values } = edge;
    const properties = [
      member(CAPTION, JSON.stringify(label)),
      member('weight', this.#number(String(weight), 'g:Double')),
      ...(directed ? [] : [member('directed', 'false')]),
      ...this.#edgeColumns.flatMap((column) => {
        const told = (values.get(column.id) ?? []).map((value) => this.#value(value, column));
        return told.length === 0 ? [] : [member(nameOf(column), column.list ? this.#list(told) : told[0]!)];
      }),
    ];
    return object([
      member('id', JSON.stringify(id)),
      member(end, JSON.stringify(end === 'inV' ? target : source)),
      member('properties', object(properties)),
    ]);
  }

  /** Ids of properties are counted through the file. */
  #property(value: string): string {
    return object([
      member('id', this.#number(String(this.#properties++), 'g:Int64')),
      member('value', value),
    ]);
  }

  #value(value: string, { type }: FlatColumn): string {
    if (!isNumber(value, type)) return scalarText(value, type);
    return this.#number(value, isWhole(value) ? 'g:Int64' : 'g:Double');
  }

  /** Whole numbers past 64 bits have a type of their own; version 1 has none at all. */
  #number(digits: string, type: 'g:Int64' | 'g:Double'): string {
    if (this.#version === '1') return digits;
    const past = type === 'g:Int64' && (BigInt(digits) >= LONG || BigInt(digits) < -LONG);
    return `{"@type": "${past ? 'gx:BigInteger' : type}", "@value": ${digits}}`;
  }

  #list(values: readonly string[]): string {
    const list = `[${values.join(', ')}]`;
    return this.#version === '3' ? `{"@type": "g:List", "@value": ${list}}` : list;
  }
}

const isWhole = (value: string): boolean => /^-?\d+$/.test(value);
const nameOf = ({ id }: FlatColumn): string => (id === CAPTION ? `${id} (property)` : id);
const member = (name: string, value: string): string => `${JSON.stringify(name)}: ${value}`;
const object = (members: readonly string[]): string => `{${members.join(', ')}}`;
