// The types of the projected graph: what a node and an edge know. Here entities become nodes and relations edges.
import Graph from 'graphology';
import type { Claim, Id, Stance } from '../case/records.ts';

export interface NodeAttributes {
  /** `value`: an address, a phone… shared by several entities, shown as a node on demand. */
  readonly kind: 'entity' | 'value';
  /** The entity's schema; the property type of a value. */
  readonly schema: string;
  readonly label: string;
  /** The claims about it that pass the lens. */
  readonly claims: readonly Claim[];
  readonly stance: Stance;
  readonly disputed: boolean;
}

export interface EdgeAttributes {
  /** The relation, or the entity whose property this is. */
  readonly subject: Id;
  /** Schema of the relation, or name of the property. */
  readonly type: string;
  /** Role, then dates: "director (2014–2019)". */
  readonly label: string;
  /** The claims that pass the lens: of the ends, and for a relation all else said about it. */
  readonly claims: readonly Claim[];
  readonly stance: Stance;
  readonly disputed: boolean;
  /** Voices behind it, at least 1. */
  readonly voices: number;
}

export interface GraphAttributes {
  /** The edges that each relation or entity property makes, so that a patch finds them. */
  readonly edgesOf: Map<Id, string[]>;
}

export type CaseGraph = Graph<NodeAttributes, EdgeAttributes, GraphAttributes>;

interface NodeData {
  in: object;
  out: object;
  undirected: object;
  clear(): void;
}

/**
 * graphology keeps a node's neighbours in plain objects, in which an id from a file such as `__proto__` or
 * `constructor` is found where nothing was put. Here they have no prototype.
 */
class OpaqueGraph extends Graph<NodeAttributes, EdgeAttributes, GraphAttributes> {
  constructor(options: ConstructorParameters<typeof Graph>[0]) {
    super(options);
    const inner = this as unknown as { NodeDataClass: new (...args: unknown[]) => NodeData };
    inner.NodeDataClass = class extends inner.NodeDataClass {
      override clear(): void {
        super.clear();
        this.in = Object.create(null);
        this.out = Object.create(null);
        this.undirected = Object.create(null);
      }
    };
  }
}

/** A mixed multigraph with loops: direction is per edge. Any string serves as an id. */
export const emptyGraph = (): CaseGraph => {
  const graph = new OpaqueGraph({ type: 'mixed', multi: true, allowSelfLoops: true });
  graph.setAttribute('edgesOf', new Map());
  return graph;
};
