// What the statements of DOT add up to: nodes with the defaults of where they were first named, edges, clusters.
import { InputError } from '../../plugin/problem.ts';

export interface DotValue {
  readonly text: string;
  readonly html: boolean;
}
export type DotAttributes = Map<string, DotValue>;

export type DotEnd =
  | { readonly kind: 'node'; readonly id: string; readonly port?: string }
  | { readonly kind: 'subgraph'; readonly subgraph: DotSubgraph };

export interface DotNode {
  readonly id: string;
  readonly where: string;
  readonly own: DotAttributes;
  readonly defaults: ReadonlyMap<string, DotValue>;
  /** The innermost clusters it was named in. */
  readonly clusters: Set<DotScope>;
}

export interface DotEdge {
  readonly source: string;
  readonly target: string;
  /** By its operator. */
  readonly directed: boolean;
  readonly attributes: DotAttributes;
  readonly where: string;
}

export interface DotSubgraph {
  readonly scope: DotScope;
  /** Stretches of the mentions that belong to it, and how many of them `nodes` holds already. */
  readonly stretches: [from: number, to: number][];
  readonly nodes: Set<string>;
  taken: number;
  from: number;
}

/** Defaults of one place; people set ten. */
const MOST_DEFAULTS = 200;
/** Attributes that edges have from more than a score of defaults, in all. */
const MOST_INHERITED = 1_000_000;
/** Edges between subgraphs, where each node of one meets each of the other: few words make many. */
const MOST_CROSSED = 250_000;

type Of = 'graph' | 'node' | 'edge';

/** Between a pair of braces: what is set there for all that is named from there on. */
export class DotScope {
  readonly #defaults: Record<Of, ReadonlyMap<string, DotValue>>;
  readonly name: string | undefined;
  readonly cluster: DotScope | undefined;

  constructor(name: string | undefined, outer?: DotScope) {
    this.name = name;
    this.#defaults = outer
      ? { graph: new Map(), node: outer.of('node'), edge: outer.of('edge') }
      : { graph: new Map(), node: new Map(), edge: new Map() };
    this.cluster = outer && name?.startsWith('cluster') ? this : outer?.cluster;
  }

  of(of: Of): ReadonlyMap<string, DotValue> {
    return this.#defaults[of];
  }

  setDefaults(of: Of, attributes: DotAttributes, where: string): void {
    if (attributes.size === 0) return;
    const all = new Map([...this.#defaults[of], ...attributes]);
    if (all.size > MOST_DEFAULTS)
      throw new InputError(
        `${where}: More than ${MOST_DEFAULTS} attributes are set for all. Take out what is not needed.`,
      );
    this.#defaults[of] = all;
  }
}

export interface DotListener {
  edge(edge: DotEdge): void;
  /** At the closing brace of each graph, with what is set for it as a whole. */
  graph(name: string | undefined, root: DotScope): void;
  odd(what: string, where: string): void;
}

export class DotBuilder {
  readonly nodes = new Map<string, DotNode>();
  readonly #listener: DotListener;
  /** Every node as often as it is named, in order. */
  #mentions: string[] = [];
  #subgraphs = new Map<string, DotSubgraph>();
  #root = new DotScope(undefined);
  #strict = false;
  #crossed = 0;
  #inherited = 0;
  /** Edges that others may still add to: of a strict graph, or with a key. */
  #merged = new Map<string, DotEdge>();

  constructor(listener: DotListener) {
    this.#listener = listener;
  }

  graph(name: string | undefined, directed: boolean, strict: boolean): DotScope {
    this.#root = new DotScope(name);
    this.#strict = strict;
    this.#directed = directed;
    this.#subgraphs = new Map();
    this.#mentions = [];
    return this.#root;
  }
  #directed = false;

  endGraph(): void {
    for (const edge of this.#merged.values()) this.#listener.edge(edge);
    this.#merged = new Map();
    this.#listener.graph(this.#root.name, this.#root);
  }

  node(scope: DotScope, id: string, where: string): void {
    this.#mentions.push(id);
    let node = this.nodes.get(id);
    if (!node) {
      node = { id, where, own: new Map(), defaults: scope.of('node'), clusters: new Set() };
      this.nodes.set(id, node);
    }
    if (scope.cluster && node.clusters.size < 100) node.clusters.add(scope.cluster);
  }

  describe(id: string, attributes: DotAttributes): void {
    const { own } = this.nodes.get(id)!;
    for (const [name, value] of attributes) own.set(name, value);
  }

  /** A name that was used before in the graph is the same subgraph. */
  subgraph(outer: DotScope, name: string | undefined): DotSubgraph {
    const known = name === undefined ? undefined : this.#subgraphs.get(name);
    const subgraph: DotSubgraph = known ?? {
      scope: new DotScope(name, outer),
      stretches: [],
      nodes: new Set(),
      taken: 0,
      from: 0,
    };
    subgraph.from = this.#mentions.length;
    if (name !== undefined) this.#subgraphs.set(name, subgraph);
    return subgraph;
  }

  endSubgraph(subgraph: DotSubgraph): void {
    subgraph.stretches.push([subgraph.from, this.#mentions.length]);
  }

  /** Edges from each end to the next, from each node of a subgraph to each. */
  edges(
    scope: DotScope,
    ends: readonly DotEnd[],
    arrows: readonly boolean[],
    attributes: DotAttributes,
    where: string,
  ): void {
    const told = new Map([...scope.of('edge'), ...attributes]);
    for (const [i, directed] of arrows.entries()) {
      if (directed !== this.#directed)
        this.#listener.odd(
          directed
            ? '“->” stands in an undirected graph; such edges were read as directed.'
            : '“--” stands in a directed graph; such edges were read as undirected.',
          where,
        );
      const [from, to] = [ends[i]!, ends[i + 1]!];
      const own = withPorts(told, from, to);
      const [sources, targets] = [this.#nodesOf(from), this.#nodesOf(to)];
      this.#inherit(scope.of('edge').size, sources.size * targets.size, where);
      if (from.kind === 'subgraph' || to.kind === 'subgraph') this.#crossed += sources.size * targets.size;
      if (this.#crossed > MOST_CROSSED)
        throw new InputError(
          `${where}: Edges between subgraphs are more than ${MOST_CROSSED}. Name the edges that matter one by one.`,
        );
      for (const source of sources)
        for (const target of targets) this.#edge({ source, target, directed, attributes: own, where });
    }
  }

  #inherit(defaults: number, edges: number, where: string): void {
    if (defaults > 20) this.#inherited += defaults * edges;
    if (this.#inherited > MOST_INHERITED)
      throw new InputError(
        `${where}: What is set for all edges makes more than ${MOST_INHERITED} attributes. Take out what is not needed.`,
      );
  }

  #edge(edge: DotEdge): void {
    const key = edge.attributes.get('key')?.text;
    if (!this.#strict && key === undefined) return this.#listener.edge(edge);
    const ends = edge.directed ? [edge.source, edge.target] : [edge.source, edge.target].sort();
    const id = JSON.stringify([...ends, key]);
    const standing = this.#merged.get(id);
    this.#merged.set(
      id,
      standing ? { ...standing, attributes: new Map([...standing.attributes, ...edge.attributes]) } : edge,
    );
    if (standing)
      this.#listener.odd(
        'Edges that the graph says are one (strict, or with one key) were merged.',
        edge.where,
      );
  }

  #nodesOf(end: DotEnd): ReadonlySet<string> {
    if (end.kind === 'node') return new Set([end.id]);
    const { subgraph } = end;
    for (; subgraph.taken < subgraph.stretches.length; subgraph.taken++) {
      const [from, to] = subgraph.stretches[subgraph.taken]!;
      for (let at = from; at < to; at++) subgraph.nodes.add(this.#mentions[at]!);
    }
    return subgraph.nodes;
  }
}

function withPorts(attributes: DotAttributes, from: DotEnd, to: DotEnd): DotAttributes {
  const ports = [
    ['tailport', from.kind === 'node' ? from.port : undefined],
    ['headport', to.kind === 'node' ? to.port : undefined],
  ] as const;
  if (ports.every(([, port]) => port === undefined)) return attributes;
  const own = new Map(attributes);
  for (const [name, port] of ports) if (port !== undefined) own.set(name, { text: port, html: false });
  return own;
}
