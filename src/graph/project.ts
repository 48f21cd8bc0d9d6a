// A case under a lens → graph. `project` is the specification; `patch` brings a graph up to date after a diff.
import { changesOf, type Diff } from '../case/diff.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, relationLabel } from '../case/names.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import { reachOf } from './reach.ts';
import { groundOf, isContested, stanceOf, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import { emptyGraph, type CaseGraph, type EdgeAttributes, type NodeAttributes } from './graph.ts';

/** The graph of a case under a lens: a node for each shown entity, an edge for each tie. */
export function project(seen: CaseUnderLens): CaseGraph {
  const graph = emptyGraph();
  for (const { id } of seen.case.entities()) if (seen.shows(id)) graph.addNode(id, nodeAttributes(seen, id));
  // A set, since an entity and a relation may have the same id.
  const subjects = new Set(Array.from([...seen.case.relations(), ...seen.case.entities()], ({ id }) => id));
  for (const id of subjects) addTies(graph, seen, id);
  return graph;
}

/**
 * Brings `graph` to what `project(seen)` would give, touching only what `diff` reaches: the attributes of all other
 * nodes and edges stay the same objects. `seen` looks at the case with the diff already applied; the graph was
 * projected under the same lens before it. A changed vocabulary makes a new graph.
 */
export function patch(graph: CaseGraph, seen: CaseUnderLens, diff: Diff): CaseGraph {
  if (changesVocabulary(diff)) return project(seen);
  const subjects = reachOf(graph, seen, diff);
  const ends = new Set<Id>();
  for (const subject of subjects) {
    for (const end of dropTies(graph, subject)) ends.add(end);
    for (const tie of seen.tiesOf(subject)) ends.add(tie.source).add(tie.target);
  }
  for (const id of new Set([...subjects, ...ends])) patchNode(graph, seen, id, subjects.has(id));
  for (const subject of subjects) addTies(graph, seen, subject);
  return graph;
}

const changesVocabulary = (diff: Diff): boolean => {
  const schemataOf = (record?: CaseRecord) => (record?.kind === 'header' ? record.schemata : undefined);
  return [...changesOf(diff)].some(({ from, to }) => schemataOf(from) !== schemataOf(to));
};

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
  } else if (!stands) graph.addNode(id, nodeAttributes(seen, id));
  else if (changed) graph.replaceNodeAttributes(id, nodeAttributes(seen, id));
}

function addTies(graph: CaseGraph, seen: CaseUnderLens, subject: Id): void {
  const edges = seen.tiesOf(subject).map((tie) => {
    const attributes = edgeAttributes(seen, tie);
    if (tie.directed) graph.addDirectedEdgeWithKey(tie.id, tie.source, tie.target, attributes);
    else graph.addUndirectedEdgeWithKey(tie.id, tie.source, tie.target, attributes);
    return tie.id;
  });
  if (edges.length > 0) graph.getAttribute('edgesOf').set(subject, edges);
}

function nodeAttributes(seen: CaseUnderLens, id: Id): NodeAttributes {
  const claims = seen.claimsOf(id);
  return {
    kind: 'entity',
    schema: seen.case.entity(id)!.schema,
    label: nameOf(seen, id),
    claims,
    stance: stanceOf(claims),
    disputed: seen.disputesOf(id).length > 0,
  };
}

function edgeAttributes(seen: CaseUnderLens, tie: Tie): EdgeAttributes {
  const ofRelation = seen.case.relation(tie.subject) !== undefined;
  return {
    subject: tie.subject,
    type: tie.type,
    label: ofRelation ? relationLabel(seen, tie.subject) : tie.verb,
    claims: ofRelation ? seen.claimsOf(tie.subject) : tie.claims,
    stance: groundOf(tie.claims),
    disputed: ofRelation ? seen.disputesOf(tie.subject).length > 0 : isContested(tie.claims),
    voices: Math.max(1, tieSupport(seen.case, tie.claims).voices),
  };
}
