// Which nodes of a graph a view shows: what is not hidden, and within so many steps of the focus.
import type { Id, View } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';

/** The nodes a view shows, in the graph's order. A focus on nothing that is there shows all. */
export function visibleNodes(
  graph: CaseGraph,
  view: Pick<View, 'hidden' | 'focus' | 'only'>,
): ReadonlySet<Id> {
  const hidden = new Set(view.hidden);
  const only = view.only && new Set(view.only);
  const near = view.focus && within(graph, view.focus.ids, view.focus.steps, hidden);
  const wanted = near && near.size > 0 ? near : undefined;
  const drawn = (id: Id) => !only || only.has(id) || graph.getNodeAttribute(id, 'kind') === 'value';
  return new Set(graph.filterNodes((id) => !hidden.has(id) && drawn(id) && (!wanted || wanted.has(id))));
}

/** The nodes at most `steps` edges from any of `ids`, on ways that do not lead through `without`. */
export function within(
  graph: CaseGraph,
  ids: readonly Id[],
  steps: number,
  without: ReadonlySet<Id> = new Set(),
): Set<Id> {
  const found = new Set(ids.filter((id) => graph.hasNode(id) && !without.has(id)));
  let rim = [...found];
  for (let step = 0; step < steps && rim.length > 0; step++) {
    const next: Id[] = [];
    for (const id of rim) {
      graph.forEachNeighbor(id, (neighbour) => {
        if (found.has(neighbour) || without.has(neighbour)) return;
        found.add(neighbour);
        next.push(neighbour);
      });
    }
    rim = next;
  }
  return found;
}

/** The neighbours of nodes in graphs that stay as they are. */
const neighbours = new WeakMap<CaseGraph, Map<Id, readonly Id[]>>();

/** Tells how many neighbours of a node are not among the shown. `whole` stays as it is, where it is given. */
export function hiddenNeighbours(
  graph: CaseGraph,
  whole: CaseGraph | undefined,
  shown: ReadonlySet<Id>,
): (id: Id) => number {
  const hidden = (ids: readonly Id[]) => ids.reduce((count, id) => count + (shown.has(id) ? 0 : 1), 0);
  if (!whole) return shown.size === graph.order ? () => 0 : (id) => hidden(graph.neighbors(id));
  const known = neighbours.get(whole) ?? new Map<Id, readonly Id[]>();
  neighbours.set(whole, known);
  return (id) => {
    let ids = known.get(id);
    if (!ids) known.set(id, (ids = whole.hasNode(id) ? whole.neighbors(id) : []));
    return hidden(ids);
  };
}
