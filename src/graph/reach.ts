// What a diff reaches: the subjects whose node or edges it may change.
import { changesOf, type Diff } from '../case/diff.ts';
import { eventOf } from '../case/held.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import type { CaseRecord, Claim, Id, Judgement, Source } from '../case/records.ts';
import { APART } from '../case/ties.ts';
import type { CaseGraph } from './graph.ts';

/**
 * The subjects, entities and relations, whose attributes or ties a diff may change. `seen` looks at the case with the
 * diff applied, `graph` was projected before it. All claims are walked only where a source or the date of an event
 * changes.
 */
export function reachOf(graph: CaseGraph, seen: CaseUnderLens, diff: Diff): Set<Id> {
  const subjects = new Set<Id>();
  const claims = new Set<Id>();
  const sources = new Set<Id>();
  const events = new Set<Id>();
  for (const { from, to } of changesOf(diff)) {
    for (const record of [from, to]) {
      if (record?.kind === 'claim') reachClaim(record);
      if (record?.kind === 'entity' || record?.kind === 'relation') reachSubject(record.id);
      if (record?.kind === 'relation') reachNamesakes(record.id);
      if (record?.kind === 'source') sources.add(record.id);
      for (const claim of judgedBy(record)) claims.add(claim);
    }
  }

  function reachClaim({ id, subject, property }: Claim): void {
    subjects.add(subject);
    claims.add(id);
    if (property === 'date') events.add(subject);
  }
  // A tie whose derived id a relation takes or frees gets another.
  function reachNamesakes(id: Id): void {
    for (let edge = id; graph.hasEdge(edge); edge += APART)
      subjects.add(graph.getEdgeAttribute(edge, 'subject'));
  }
  // An entity that comes, goes or changes type takes its ties with it.
  function reachSubject(id: Id): void {
    subjects.add(id);
    for (const { subject } of seen.case.claims.claimsNaming(id)) subjects.add(subject);
    if (graph.hasNode(id))
      for (const edge of graph.edges(id)) subjects.add(graph.getEdgeAttribute(edge, 'subject'));
  }

  // A conflict is judged over claims about several subjects: what changes one changes the dispute of all.
  for (const judgement of seen.case.judgements()) {
    const judged = judgedBy(judgement);
    if (judged.some((id) => claims.has(id))) for (const id of judged) claims.add(id);
  }
  for (const id of claims) {
    const claim = seen.case.claims.claim(id);
    if (claim) subjects.add(claim.subject);
  }
  if (sources.size > 0 || events.size > 0) {
    const origins = drawingOn(seen.case.sources(), sources);
    for (const claim of seen.case.claims) {
      const event = claim.held === undefined ? undefined : eventOf(claim.held);
      const origin = claim.via?.at(-1) ?? claim.source;
      if ((event !== undefined && events.has(event)) || origins.has(origin)) subjects.add(claim.subject);
    }
  }
  return subjects;
}

/** The claims whose disputes a judgement makes or unmakes. */
const judgedBy = (record: CaseRecord | undefined): readonly Id[] =>
  record?.kind === 'judgement' ? claimsOf(record) : [];

const claimsOf = (judgement: Judgement): readonly Id[] =>
  judgement.about === 'compatibility' ? judgement.claims : [];

/** `changed`, and every source that is a rewrite of one of them, or of such a rewrite. */
function drawingOn(sources: Iterable<Source>, changed: ReadonlySet<Id>): Set<Id> {
  const reached = new Set(changed);
  const all = [...sources];
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const { id, derivedFrom = [] } of all)
      if (derivedFrom.some((other) => reached.has(other))) reached.add(id);
  }
  return reached;
}
