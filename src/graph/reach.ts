// What a diff reaches: the subjects whose node or edges it may change.
import { changesOf, type Diff } from '../case/diff.ts';
import { eventOf } from '../case/held.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import type { CaseRecord, Claim, Id, Judgement, Source } from '../case/records.ts';
import type { Remembered } from '../case/remembered.ts';
import { rivalsOf } from '../case/reachingRivals.ts';
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
  const named = new Set<Id>();
  for (const { from, to } of changesOf(diff)) {
    for (const record of [from, to]) {
      if (record?.kind === 'claim') reachClaim(record);
      if (record?.kind === 'entity' || record?.kind === 'relation') reachSubject(record.id);
      if (record?.kind === 'relation') reachNamesakes(record.id);
      if (record?.kind === 'source') sources.add(record.id);
      for (const claim of judgedBy(record)) claims.add(claim);
    }
  }

  function reachClaim({ id, subject, property, value }: Claim): void {
    subjects.add(subject);
    claims.add(id);
    if (property === 'date') events.add(subject);
    named.add(value);
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

  // Under a lens on time, what dates an event shows or hides its ties and what is held during it.
  function reachTimes(id: Id): void {
    if (!seen.case.entity(id)) return;
    reachSubject(id);
    events.add(id);
  }
  // Under a lens on voices, an entity is named if it is spoken of by enough of them.
  function reachNames(): void {
    for (const id of [...subjects])
      for (const { value } of seen.case.claims.claimsOf(id)) if (seen.case.entity(value)) named.add(value);
    for (const id of named) if (seen.case.entity(id) || graph.hasNode(id)) subjects.add(id);
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
  if (sources.size > 0)
    for (const subject of saidBy(seen, drawingOn(seen.case.sources(), sources))) subjects.add(subject);
  if (seen.lens.time) for (const id of [...subjects]) reachTimes(id);
  if (events.size > 0) for (const subject of heldDuring(seen, events)) subjects.add(subject);
  if (seen.lens.voices) reachNames();
  for (const id of rivalsOf(seen.case, subjects, diff)) subjects.add(id);
  return subjects;
}

/**
 * The subjects whose attributes or ties another lens on the same case may change: those of which it gives another
 * account or which themselves pass or not, and those tied to what passes or not.
 */
export function differingBetween(before: Remembered, after: Remembered): Set<Id> {
  const { case: of } = after;
  const subjects = new Set<Id>();
  const onDisputes = before.lens.disputedOnly === true || after.lens.disputedOnly === true;
  const otherTypes = before.lens.relationTypes !== after.lens.relationTypes;
  const differs = (id: Id): boolean =>
    before.accountOf(id) !== after.accountOf(id) ||
    (onDisputes && isLeftOut(before, id) !== isLeftOut(after, id));
  for (const { id } of of.relations())
    if (before.passesSubject(id) !== after.passesSubject(id) || differs(id)) subjects.add(id);
  for (const { id } of of.entities()) {
    const comesOrGoes = before.passesSubject(id) !== after.passesSubject(id);
    if (comesOrGoes || otherTypes || differs(id)) subjects.add(id);
    if (comesOrGoes) for (const { subject } of of.claims.claimsNaming(id)) subjects.add(subject);
  }
  return subjects;
}

const isLeftOut = (seen: Remembered, id: Id): boolean =>
  seen.lens.disputedOnly === true && !seen.isDisputed(id);

/** The claims whose disputes a judgement makes, unmakes or rules on, or whose grade it gives. */
const judgedBy = (record: CaseRecord | undefined): readonly Id[] =>
  record?.kind === 'judgement' ? claimsOf(record) : [];

function claimsOf(judgement: Judgement): readonly Id[] {
  if (judgement.about === 'compatibility') return judgement.claims;
  if (judgement.about === 'ruling') return [...judgement.prefer, ...judgement.over];
  return judgement.about === 'credibility' ? [judgement.claim] : [];
}

/** Subjects of claims that one of these sources makes or is quoted in. */
function* saidBy(seen: CaseUnderLens, sources: ReadonlySet<Id>): Generator<Id> {
  for (const { subject, source, via } of seen.case.claims)
    if (sources.has(source) || via?.some((id) => sources.has(id))) yield subject;
}

/** Subjects of claims that hold during one of these events. */
function* heldDuring(seen: CaseUnderLens, events: ReadonlySet<Id>): Generator<Id> {
  for (const { held, subject } of seen.case.claims) {
    const event = held === undefined ? undefined : eventOf(held);
    if (event !== undefined && events.has(event)) yield subject;
  }
}

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
