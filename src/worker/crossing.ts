// A graph as plain data that can cross to the worker: ids, ties, and the little that layouts and analyses read of them.
import type { Claim } from '../case/records.ts';
import { emptyGraph, type CaseGraph, type EdgeAttributes, type NodeAttributes } from '../graph/graph.ts';

export interface Crossing {
  readonly nodes: readonly (readonly [id: string, attributes: NodeAttributes])[];
  readonly edges: readonly (readonly [
    id: string,
    source: string,
    target: string,
    directed: boolean,
    attributes: EdgeAttributes,
  ])[];
}

const DATES = new Set(['date', 'startDate', 'endDate', 'publishedAt']);
/** Of the claims, layouts read dates alone; the rest stays at home. */
const dated = (claims: readonly Claim[]) => claims.filter(({ property }) => DATES.has(property));

/** Plain copies: attributes of a graph may be worked out when they are read. */
export function pack(graph: CaseGraph): Crossing {
  return {
    nodes: graph.mapNodes(
      (id, { kind, schema, label, claims, stance, disputed }) =>
        [id, { kind, schema, label, claims: dated(claims), stance, disputed }] as const,
    ),
    edges: graph.mapEdges(
      (id, { subject, type, label, claims, stance, disputed, voices }, source, target) =>
        [
          id,
          source,
          target,
          graph.isDirected(id),
          { subject, type, label, claims: dated(claims), stance, disputed, voices },
        ] as const,
    ),
  };
}

export function unpack({ nodes, edges }: Crossing): CaseGraph {
  const graph = emptyGraph();
  for (const [id, attributes] of nodes) graph.addNode(id, attributes);
  for (const [id, source, target, directed, attributes] of edges) {
    if (directed) graph.addDirectedEdgeWithKey(id, source, target, attributes);
    else graph.addUndirectedEdgeWithKey(id, source, target, attributes);
  }
  return graph;
}
