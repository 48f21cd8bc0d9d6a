// Entities without which the graph falls apart.
import { nameOf } from '../case/names.ts';
import { atOnce, type Steps } from '../case/steps.ts';
import { count } from '../case/wording.ts';
import type { CaseGraph } from '../graph/graph.ts';
import type { LeadRule } from './lead.ts';

/** Each of the parts that an entity holds together must have so many entities to count as a group. */
const GROUP = 3;

export const bridges = {
  id: 'bridge',
  label: 'Bridges between groups',
  help: 'All that ties these groups goes through one entity: what does it do for either side?',
  *find(seen, graph) {
    for (const [id, parts] of yield* cutNodesInSteps(graph)) {
      const groups = parts.filter((size) => size >= GROUP).sort((a, b) => b - a);
      if (groups.length < 2) continue;
      yield {
        id: `bridge ${id}`,
        says: `Only ${nameOf(seen, id)} ties together ${count(groups.length, 'group')} of ${groups.join(' and ')} entities.`,
        about: [id],
      };
    }
  },
} satisfies LeadRule;

/**
 * The nodes whose removal splits their component, by id, with the sizes of the parts it then falls into. Hopcroft and
 * Tarjan, "Algorithm 447: efficient algorithms for graph manipulation" (1973), without recursion; O(nodes + edges).
 */
export const cutNodes = (graph: CaseGraph): ReadonlyMap<string, readonly number[]> =>
  atOnce(cutNodesInSteps(graph));

function* cutNodesInSteps(graph: CaseGraph): Steps<ReadonlyMap<string, readonly number[]>> {
  const depth = new Map<string, number>();
  const parts = new Map<string, readonly number[]>();
  const sizes = new Map<string, number>();
  for (const root of graph.nodes().sort()) {
    if (depth.has(root)) continue;
    const branches = yield* walk(graph, root, depth, sizes);
    const whole = sizes.get(root)!;
    for (const [id, below] of branches) {
      const rest = whole - 1 - below.reduce((sum, size) => sum + size, 0);
      const all = rest > 0 ? [...below, rest] : below;
      if (all.length > 1) parts.set(id, all);
    }
  }
  return new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Depth first from `root`: for each node, the sizes of the branches below it that reach no higher than it. */
function* walk(
  graph: CaseGraph,
  root: string,
  depth: Map<string, number>,
  sizes: Map<string, number>,
): Steps<ReadonlyMap<string, readonly number[]>> {
  const low = new Map<string, number>();
  const cut = new Map<string, number[]>();
  const stack: { id: string; parent: string | undefined; next: string[] }[] = [];
  const enter = (id: string, parent: string | undefined) => {
    depth.set(id, stack.length);
    low.set(id, stack.length);
    sizes.set(id, 1);
    stack.push({ id, parent, next: [...new Set(graph.neighbors(id))].sort() });
  };
  enter(root, undefined);
  while (stack.length > 0) {
    yield undefined;
    const { id, parent, next } = stack.at(-1)!;
    const other = next.pop();
    if (other === undefined) {
      stack.pop();
      if (parent !== undefined) leave(id, parent);
    } else if (!depth.has(other)) enter(other, id);
    else if (other !== parent) low.set(id, Math.min(low.get(id)!, depth.get(other)!));
  }

  function leave(id: string, parent: string): void {
    sizes.set(parent, sizes.get(parent)! + sizes.get(id)!);
    low.set(parent, Math.min(low.get(parent)!, low.get(id)!));
    if (low.get(id)! < depth.get(parent)!) return;
    const known = cut.get(parent);
    if (known) known.push(sizes.get(id)!);
    else cut.set(parent, [sizes.get(id)!]);
  }
  return cut;
}
