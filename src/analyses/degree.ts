// Degree: how many ties end at a node.
import type { Analysis } from './analysis.ts';

export const degree = {
  id: 'degree',
  label: 'Ties',
  says: 'how many ties each has',
  settings: {},
  gives: {
    ties: { type: 'count', label: 'Ties' },
    neighbours: { type: 'count', label: 'Neighbours', says: 'how many others each is tied to' },
    in: { type: 'count', label: 'Ties toward it', says: 'how many ties point at each' },
    out: { type: 'count', label: 'Ties from it', says: 'how many ties set out from each' },
  },
  run(graph) {
    const columns = { ties: new Map(), neighbours: new Map(), in: new Map(), out: new Map() };
    graph.forEachNode((id) => {
      columns.ties.set(id, graph.degree(id));
      columns.neighbours.set(id, new Set(graph.neighbors(id)).size);
      columns.in.set(id, graph.inDegree(id));
      columns.out.set(id, graph.outDegree(id));
    });
    return columns;
  },
} satisfies Analysis;
