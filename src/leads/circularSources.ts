// Sources that rest on each other in a circle, so that none has an origin.
import { drawingsInSteps, drawsOn } from '../case/sourcing.ts';
import { list } from '../case/wording.ts';
import type { LeadRule } from './lead.ts';

export const circularSources = {
  id: 'circular-sourcing',
  label: 'Circular sourcing',
  help: 'Each rests on the other, so that nobody vouches for it.',
  *find(seen) {
    const draws = drawsOn(yield* drawingsInSteps(seen));
    for (const circle of circlesOf(draws)) {
      const titles = circle.map((id) => `“${seen.case.source(id)?.title ?? id}”`);
      yield {
        id: `circular-sourcing ${circle.join(' ')}`,
        says:
          circle.length === 1
            ? `${titles[0]} draws on itself.`
            : `${list(titles)} draw on each other in a circle.`,
        about: [],
        sources: circle,
      };
    }
  },
} satisfies LeadRule;

/** Sets of sources of which each draws, at some remove, on every other: by reach, since there are few. */
function circlesOf(draws: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reach = new Map(Array.from(draws.keys(), (id) => [id, reachOf(draws, id)] as const));
  const told = new Set<string>();
  const circles: string[][] = [];
  for (const [id, reached] of reach) {
    if (told.has(id) || !reached.has(id)) continue;
    const circle = [...reached].filter((other) => reach.get(other)?.has(id)).sort();
    for (const one of circle) told.add(one);
    circles.push(circle);
  }
  return circles;
}

function reachOf(draws: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> {
  const reached = new Set<string>();
  const queue = [...(draws.get(from) ?? [])];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...(draws.get(id) ?? []));
  }
  return reached;
}
