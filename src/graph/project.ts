// A case under a lens → graph. `project` is the specification; `patch` brings a graph up to date after a diff, `refocus` after a change of the lens.
import { changesOf, type Diff } from '../case/diff.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import type { Remembered } from '../case/remembered.ts';
import type { Tie } from '../case/ties.ts';
import { emptyGraph, type CaseGraph, type EdgeAttributes } from './graph.ts';
import { edgeOf, Node } from './known.ts';
import { differingBetween, reachOf } from './reach.ts';

/** The graph of a case under a lens: a node for each shown entity, an edge for each tie. */
export function project(seen: CaseUnderLens): CaseGraph {
  const graph = emptyGraph();
  for (const { id } of seen.case.entities())
    if (seen.shows(id)) graph.addNode(id, new Node(seen.accountOf(id)));
  // A set, since an entity and a relation may have the same id.
  const subjects = new Set(Array.from([...seen.case.relations(), ...seen.case.entities()], ({ id }) => id));
  for (const id of subjects) addEdges(graph, seen, id, seen.tiesOf(id));
  return graph;
}

/**
 * Brings `graph` to what `project(seen)` would give, touching only what `diff` reaches: the attributes of all other
 * nodes and edges stay the same objects. `seen` looks at the case with the diff already applied; the graph was
 * projected under the same lens before it. A changed vocabulary makes a new graph.
 */
export function patch(graph: CaseGraph, seen: CaseUnderLens, diff: Diff): CaseGraph {
  if (changesVocabulary(diff)) return project(seen);
  return redraw(graph, seen, reachOf(graph, seen, diff));
}

/** Brings a graph that was projected from `before` to `project(after)`: another lens on the same case. */
export const refocus = (graph: CaseGraph, before: Remembered, after: Remembered): CaseGraph =>
  redraw(graph, after, differingBetween(before, after));

const changesVocabulary = (diff: Diff): boolean => {
  const schemataOf = (record?: CaseRecord) => (record?.kind === 'header' ? record.schemata : undefined);
  return [...changesOf(diff)].some(({ from, to }) => schemataOf(from) !== schemataOf(to));
};

/** Asks anew about these subjects: those whose lines are the same keep them, with new attributes. */
function redraw(graph: CaseGraph, seen: CaseUnderLens, subjects: ReadonlySet<Id>): CaseGraph {
  const ends = new Set<Id>();
  const moved: Id[] = [];
  for (const subject of subjects) {
    const ties = seen.tiesOf(subject);
    if (keepsTies(graph, seen, subject, ties)) continue;
    moved.push(subject);
    for (const end of dropTies(graph, subject)) ends.add(end);
    for (const { source, target } of ties) ends.add(source).add(target);
  }
  for (const id of subjects) patchNode(graph, seen, id, true);
  for (const id of ends) if (!subjects.has(id)) patchNode(graph, seen, id, false);
  for (const subject of moved) addEdges(graph, seen, subject, seen.tiesOf(subject));
  return graph;
}

/** Whether a subject's lines are as they were; then they get new attributes. */
function keepsTies(graph: CaseGraph, seen: CaseUnderLens, subject: Id, ties: readonly Tie[]): boolean {
  const edges = graph.getAttribute('edgesOf').get(subject) ?? [];
  const same = ties.every(
    ({ id, source, target, directed }, i) =>
      edges[i] === id &&
      graph.source(id) === source &&
      graph.target(id) === target &&
      graph.isDirected(id) === directed,
  );
  if (!same || edges.length !== ties.length) return false;
  const account = seen.accountOf(subject);
  for (const tie of ties) graph.replaceEdgeAttributes(tie.id, edgeOf(account, tie));
  return true;
}

/** The entities between which they were. */
function dropTies(graph: CaseGraph, subject: Id): readonly Id[] {
  const edges = graph.getAttribute('edgesOf').get(subject) ?? [];
  const ends = edges.flatMap((edge) => graph.extremities(edge));
  for (const edge of edges) graph.dropEdge(edge);
  graph.getAttribute('edgesOf').delete(subject);
  return ends;
}

/** `changed`: whether something about the entity itself may be new. Ties that come and go only show or hide it. */
function patchNode(graph: CaseGraph, seen: CaseUnderLens, id: Id, changed: boolean): void {
  const stands = graph.hasNode(id);
  if (!seen.shows(id)) {
    if (stands) graph.dropNode(id);
  } else if (!stands) graph.addNode(id, new Node(seen.accountOf(id)));
  else if (changed) graph.replaceNodeAttributes(id, new Node(seen.accountOf(id)));
}

/** Draws ties of a subject between nodes that stand. */
export function addEdges(graph: CaseGraph, seen: CaseUnderLens, subject: Id, ties: readonly Tie[]): void {
  if (ties.length === 0) return;
  const account = seen.accountOf(subject);
  for (const tie of ties) addEdge(graph, tie, edgeOf(account, tie));
  const edges = ties.map(({ id }) => id);
  graph.getAttribute('edgesOf').set(subject, edges);
}

function addEdge(graph: CaseGraph, { id, source, target, directed }: Tie, attributes: EdgeAttributes): void {
  if (directed) graph.addDirectedEdgeWithKey(id, source, target, attributes);
  else graph.addUndirectedEdgeWithKey(id, source, target, attributes);
}
