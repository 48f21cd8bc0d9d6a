// A case under a lens → graph. `project` is the specification; `patch` brings a graph up to date after a diff.
import { changesOf, type Diff } from '../case/diff.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, relationLabel } from '../case/names.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import { groundOf, isContested, stanceOf, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import { emptyGraph, type CaseGraph, type EdgeAttributes, type NodeAttributes } from './graph.ts';

/** The graph of a case under a lens: a node for each shown entity, an edge for each tie. */
export function project(seen: CaseUnderLens): CaseGraph {
  const graph = emptyGraph();
  for (const { id } of seen.case.entities()) if (seen.shows(id)) graph.addNode(id, nodeAttributes(seen, id));
  for (const { id } of seen.case.relations()) addTies(graph, seen, id);
  for (const { id } of seen.case.entities()) addTies(graph, seen, id);
  return graph;
}

/**
 * Brings `graph` to what `project(seen)` would give, touching only what `diff` reaches. `seen` looks at the case with
 * the diff already applied; the graph was projected under the same lens before it.
 */
export function patch(graph: CaseGraph, seen: CaseUnderLens, diff: Diff): CaseGraph {
  if (changesVocabulary(diff)) return project(seen);
  const { subjects, entities } = reachOf(graph, seen, diff);
  for (const subject of subjects) {
    for (const edge of graph.getAttribute('edgesOf').get(subject) ?? []) {
      for (const end of graph.extremities(edge)) entities.add(end);
      graph.dropEdge(edge);
    }
    graph.getAttribute('edgesOf').delete(subject);
    for (const tie of seen.tiesOf(subject)) entities.add(tie.source).add(tie.target);
  }
  for (const id of entities) {
    if (seen.shows(id)) graph.mergeNode(id, nodeAttributes(seen, id));
    else if (graph.hasNode(id)) graph.dropNode(id);
  }
  for (const subject of subjects) addTies(graph, seen, subject);
  return graph;
}

const changesVocabulary = (diff: Diff): boolean =>
  [...changesOf(diff)].some(({ from, to }) => (from ?? to)!.kind === 'header');

/** The subjects whose edges, and the entities whose nodes, a diff may change. */
function reachOf(
  graph: CaseGraph,
  seen: CaseUnderLens,
  diff: Diff,
): { subjects: Set<Id>; entities: Set<Id> } {
  const subjects = new Set<Id>();
  const entities = new Set<Id>();
  const reach = (record: CaseRecord) => {
    if (record.kind === 'claim') subjects.add(record.subject);
    if (record.kind === 'relation') subjects.add(record.id);
    if (record.kind === 'entity') reachEntity(record.id);
    if (record.kind === 'judgement' && 'claims' in record) record.claims.forEach(reachClaim);
    if (record.kind === 'judgement' && 'prefer' in record)
      [...record.prefer, ...record.over].forEach(reachClaim);
    if (record.kind === 'source')
      for (const claim of seen.case.claims) if (restsOn(claim, record.id)) subjects.add(claim.subject);
  };
  const reachClaim = (id: Id) => {
    const claim = seen.case.claims.claim(id);
    if (claim) subjects.add(claim.subject);
  };
  // An entity that comes, goes or changes type takes its ties with it.
  const reachEntity = (id: Id) => {
    subjects.add(id);
    for (const claim of seen.case.claims.claimsNaming(id)) subjects.add(claim.subject);
    if (graph.hasNode(id))
      for (const edge of graph.edges(id)) subjects.add(graph.getEdgeAttribute(edge, 'subject'));
  };
  for (const { from, to } of changesOf(diff)) for (const record of [from, to]) if (record) reach(record);
  for (const id of subjects) if (seen.case.entity(id) || graph.hasNode(id)) entities.add(id);
  return { subjects, entities };
}

const restsOn = (claim: { source: Id; via?: readonly Id[] }, source: Id): boolean =>
  claim.source === source || (claim.via?.includes(source) ?? false);

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
