// Components: islands without any tie between them, direction ignored.
import type { Analysis } from './analysis.ts';
import { bySize, plain } from './plain.ts';

export const components = {
  id: 'components',
  label: 'Islands',
  says: 'parts with no tie between them',
  settings: {},
  gives: { island: { type: 'group', label: 'Islands' } },
  async run(graph) {
    const { connectedComponents } = await import('graphology-components');
    const { simple } = plain(graph);
    const ids = graph.nodes();
    const islands = connectedComponents(simple).map((numbers) =>
      numbers.map((number) => ids[Number(number)]!),
    );
    return { island: bySize(islands) };
  },
} satisfies Analysis;
