// Communities: groups with more ties inside than between (Louvain; Blondel et al. 2008). Same seed, same groups.
import type { Analysis } from './analysis.ts';
import { bySize, plain } from './plain.ts';

export const communities = {
  id: 'communities',
  label: 'Groups',
  says: 'who is tied more among each other than to the rest',
  settings: {
    resolution: {
      type: 'number',
      label: 'Resolution',
      help: 'higher: more and smaller groups',
      default: 1,
      min: 0.1,
      max: 5,
      step: 0.1,
    },
  },
  gives: { group: { type: 'group', label: 'Groups' } },
  async run(graph, settings, job) {
    const { default: louvain } = await import('graphology-communities-louvain');
    const { simple, named } = plain(graph);
    // Louvain refuses a graph without edges: each node is then a group of its own.
    if (simple.size === 0) return { group: bySize(graph.nodes().map((id) => [id])) };
    const rng = () => job.random();
    const found = named(
      louvain(simple, { resolution: Number(settings.resolution), rng, getEdgeWeight: 'weight' }),
    );
    const members = new Map<number, string[]>();
    for (const [id, group] of found) members.set(group, [...(members.get(group) ?? []), id]);
    return { group: bySize(members.values()) };
  },
} satisfies Analysis;
