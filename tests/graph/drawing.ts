// Graphs for tests, drawn from a few words: "a-b" without direction, "a>b" directed, with what stands behind each.
import { emptyGraph, type CaseGraph, type EdgeAttributes } from '../../src/graph/graph.ts';

type Line = readonly [
  from: string,
  mark: '-' | '>',
  to: string,
  more?: Partial<EdgeAttributes> & { id?: string },
];

/** Edges are called like "a-b" unless told otherwise, are of type "Link", affirmed, and have one voice. */
export function drawn(lines: readonly Line[], alone: readonly string[] = []): CaseGraph {
  const graph = emptyGraph();
  const node = { kind: 'entity', schema: 'Person', claims: [], stance: 'affirmed', disputed: false } as const;
  for (const id of new Set([...lines.flatMap(([from, , to]) => [from, to]), ...alone]))
    graph.addNode(id, { ...node, label: id });
  for (const [from, mark, to, { id = `${from}${mark}${to}`, ...more } = {}] of lines) {
    const attributes = {
      subject: id,
      type: 'Link',
      label: 'link',
      claims: [],
      stance: 'affirmed',
      disputed: false,
      voices: 1,
      ...more,
    } as const;
    if (mark === '>') graph.addDirectedEdgeWithKey(id, from, to, attributes);
    else graph.addUndirectedEdgeWithKey(id, from, to, attributes);
  }
  return graph;
}
