// A flat graph: nodes and edges with columns, as every graph format writes it, wherever it comes from.
import type { FlatColumn } from './columns.ts';
import type { Times } from './span.ts';

export interface FlatNode extends Times {
  readonly id: string;
  /** Its name; "(alleged)" is part of it where the name is only alleged. */
  readonly label: string;
  readonly schema: string;
  /** By column id; no empty lists. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Scene units, y down. */
  readonly x?: number;
  readonly y?: number;
}

export interface FlatEdge extends Times {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  /** "mediator (2014–2019) (alleged)". */
  readonly label: string;
  /** Schema of the relation, or name of the property. */
  readonly type: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What an affirmed claim of `weight` says, so that a weight survives conversion; else the voices behind it, at least 1. */
  readonly weight: number;
}

export interface FlatGraph {
  readonly title: string;
  readonly description: string;
  readonly nodeColumns: readonly FlatColumn[];
  readonly edgeColumns: readonly FlatColumn[];
  /** In code point order of ids; worked out anew at each walk. */
  readonly nodes: Iterable<FlatNode>;
  /** Those of relations, then those of properties, each in code point order of their subjects. */
  readonly edges: Iterable<FlatEdge>;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Whether some edges are directed and some are not. */
  readonly mixed: boolean;
}
