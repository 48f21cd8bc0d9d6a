// PageRank: who is tied to those who are themselves well tied (Brin and Page 1998), direction ignored.
import type { Analysis } from './analysis.ts';
import { plain } from './plain.ts';

export const pagerank = {
  id: 'pagerank',
  label: 'Standing',
  says: 'who is tied to those who are well tied',
  settings: { damping: { type: 'number', label: 'Damping', default: 0.85, min: 0.1, max: 0.99, step: 0.01 } },
  gives: { standing: { type: 'share', label: 'Standing' } },
  async run(graph, settings) {
    const { default: pagerankOf } = await import('graphology-metrics/centrality/pagerank.js');
    const { simple, named } = plain(graph);
    if (simple.order === 0) return { standing: named({}) };
    const alpha = Number(settings.damping);
    return {
      standing: named(
        pagerankOf(simple, { alpha, maxIterations: 1000, tolerance: 1e-8, getEdgeWeight: null }),
      ),
    };
  },
} satisfies Analysis;
