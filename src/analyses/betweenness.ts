// Betweenness: on how many of the shortest ways between others a node lies (Freeman 1977; Brandes 2001).
import type { Analysis } from './analysis.ts';
import { plain } from './plain.ts';

export const betweenness = {
  id: 'betweenness',
  label: 'Brokers',
  says: 'who lies on the shortest ways between others',
  settings: {},
  gives: { brokers: { type: 'share', label: 'Brokers' } },
  async run(graph) {
    const { default: centrality } = await import('graphology-metrics/centrality/betweenness.js');
    const { simple, named } = plain(graph);
    // With fewer than three nodes there is no between, and the normalisation divides by zero.
    if (simple.order < 3) return { brokers: named({}) };
    return { brokers: named(centrality(simple, { normalized: true, getEdgeWeight: null })) };
  },
} satisfies Analysis;
