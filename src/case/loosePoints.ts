// References in a case that lead nowhere: harmless to look at, and a sign that something was lost.
import type { ReadonlyCase } from './case.ts';
import { claimId } from './claimId.ts';
import type { Claim, Id, Judgement } from './records.ts';

export interface LoosePoint {
  /** The record and its field: "claim 3f2a…, subject". */
  readonly where: string;
  /** One sentence. */
  readonly what: string;
}

/** Every reference to a source, entity, relation, claim, type or property that is not there; every claim id that is not its hash. */
export function* loosePoints(of: ReadonlyCase): Generator<LoosePoint> {
  for (const { kind, id, schema } of [...of.entities(), ...of.relations()]) {
    if (!of.model.has(schema)) yield { where: `${kind} ${id}, schema`, what: `There is no type "${schema}".` };
    else if ((kind === 'relation') !== (of.model.schema(schema).edge !== undefined))
      yield { where: `${kind} ${id}, schema`, what: `The type "${schema}" is for ${kind === 'relation' ? 'entities' : 'relations'}.` };
  }
  for (const { id, derivedFrom = [], independentOf = [] } of of.sources()) {
    for (const other of [...derivedFrom, ...independentOf]) if (!of.source(other)) yield missing(`source ${id}`, 'source', other);
  }
  for (const claim of of.claims) yield* inClaim(of, claim);
  for (const judgement of of.judgements()) yield* inJudgement(of, judgement);
}

const missing = (where: string, what: string, id: Id): LoosePoint => ({ where, what: `There is no ${what} "${id}".` });

function* inClaim(of: ReadonlyCase, claim: Claim): Generator<LoosePoint> {
  const at = (field: string) => `claim ${claim.id}, ${field}`;
  if (claim.id !== claimId(claim)) yield { where: at('id'), what: 'The id is not the hash of what the claim says.' };
  for (const id of [claim.source, ...(claim.via ?? [])]) if (!of.source(id)) yield missing(at('source'), 'source', id);
  for (const { document } of claim.locators ?? []) if (document && !of.source(document)) yield missing(at('locators'), 'source', document);
  for (const id of claim.attributedTo ?? []) if (!of.entity(id)) yield missing(at('attributedTo'), 'entity', id);
  if (claim.held?.startsWith('during:') && !of.entity(claim.held.slice(7))) yield missing(at('held'), 'entity', claim.held.slice(7));
  yield* inStatement(of, claim);
}

/** Subject, property and value. `id` says only that the subject exists. */
function* inStatement(of: ReadonlyCase, { id, subject, property, value }: Claim): Generator<LoosePoint> {
  const schema = of.schemaOf(subject);
  if (schema === undefined) return yield missing(`claim ${id}, subject`, 'entity or relation', subject);
  if (property === 'id' || !of.model.has(schema)) return;
  const known = of.model.property(schema, property);
  if (!known || known.stub) yield { where: `claim ${id}, property`, what: `The type "${schema}" has no property "${property}".` };
  else if (known.type === 'entity' && !of.entity(value)) yield missing(`claim ${id}, value`, 'entity', value);
}

function* inJudgement(of: ReadonlyCase, judgement: Judgement): Generator<LoosePoint> {
  const where = `judgement ${judgement.id}`;
  if (judgement.about === 'identity') {
    for (const id of judgement.entities) if (!of.entity(id)) yield missing(where, 'entity', id);
    return;
  }
  for (const id of claimsIn(judgement)) if (!of.claims.claim(id)) yield missing(where, 'claim', id);
}

function claimsIn(judgement: Exclude<Judgement, { about: 'identity' }>): readonly Id[] {
  if (judgement.about === 'credibility') return [judgement.claim];
  return judgement.about === 'compatibility' ? judgement.claims : [...judgement.prefer, ...judgement.over];
}
