// Commands on entities and relations: what each would change, as a diff.
import type { ReadonlyCase } from '../case.ts';
import { claimOf, newId } from '../claimId.ts';
import { EMPTY, squash, type Diff } from '../diff.ts';
import type { CaseRecord, Claim, Entity, Id, Relation } from '../records.ts';
import { deleteClaims, type ClaimParts } from './claims.ts';

/** What every claim made in one act shares: who says it, where, with what stance. */
export type Saying = Pick<ClaimParts, 'source' | 'stance' | 'via' | 'attributedTo' | 'locators' | 'notes'>;

/** A new entity with its first claims: property → values. Without any, the claim that it exists. */
export function addEntity(
  schema: string,
  properties: Readonly<Record<string, readonly string[]>>,
  saying: Saying,
  id: Id = newId(),
): { diff: Diff; id: Id } {
  const entity: Entity = { kind: 'entity', id, schema };
  return { id, diff: { ...EMPTY, added: [entity, ...claimsAbout(id, properties, saying)] } };
}

/** A new relation; its ends are among the properties, under the names its schema gives them. */
export function addRelation(
  schema: string,
  properties: Readonly<Record<string, readonly string[]>>,
  saying: Saying,
  id: Id = newId(),
): { diff: Diff; id: Id } {
  const relation: Relation = { kind: 'relation', id, schema };
  return { id, diff: { ...EMPTY, added: [relation, ...claimsAbout(id, properties, saying)] } };
}

/** Gives an entity or a relation another type. Its claims stay; those the new type does not know are kept as they are. */
export function changeSchema(of: ReadonlyCase, id: Id, schema: string): Diff {
  const from = of.entity(id) ?? of.relation(id);
  return !from || from.schema === schema
    ? EMPTY
    : { ...EMPTY, updated: [[from, { ...from, schema } as CaseRecord]] };
}

/**
 * Deletes entities and relations with all that is said of them: their claims, the claims that name them, the
 * relations that end at them, the judgements and the credits that rest on them.
 */
export function deleteSubjects(of: ReadonlyCase, ids: Iterable<Id>): Diff {
  const gone = new Set(ids);
  const claims = new Set<Claim>();
  for (const id of [...gone]) {
    for (const claim of of.claims.claimsNaming(id)) {
      claims.add(claim);
      if (of.relation(claim.subject)) gone.add(claim.subject);
    }
  }
  for (const id of gone) for (const claim of of.claims.claimsOf(id)) claims.add(claim);
  const removed: CaseRecord[] = [];
  for (const id of gone) {
    const subject = of.entity(id) ?? of.relation(id);
    if (subject) removed.push(subject);
  }
  for (const judgement of of.judgements()) {
    if (judgement.about === 'identity' && judgement.entities.some((id) => gone.has(id)))
      removed.push(judgement);
  }
  const ofClaims = deleteClaims(
    of,
    Array.from(claims, (claim) => claim.id),
  );
  return squash([ofClaims, withoutCredits(of, gone, claims), { ...EMPTY, removed }]);
}

/** Claims that credit a deleted entity go on without that credit, under a new id. */
function withoutCredits(of: ReadonlyCase, gone: ReadonlySet<Id>, deleted: ReadonlySet<Claim>): Diff {
  const added: CaseRecord[] = [];
  const removed: CaseRecord[] = [];
  for (const claim of of.claims) {
    if (deleted.has(claim) || !claim.attributedTo?.some((id) => gone.has(id))) continue;
    const { id: _id, kind: _kind, ...parts } = claim;
    const attributedTo = claim.attributedTo.filter((id) => !gone.has(id));
    const next = claimOf({ ...parts, attributedTo: attributedTo.length > 0 ? attributedTo : undefined });
    removed.push(claim);
    if (!of.claims.claim(next.id)) added.push(next);
  }
  return { added, updated: [], removed };
}

function claimsAbout(
  subject: Id,
  properties: Readonly<Record<string, readonly string[]>>,
  saying: Saying,
): readonly Claim[] {
  const claims = Object.entries(properties).flatMap(([property, values]) =>
    values.filter((value) => value !== '').map((value) => claimOf({ ...saying, subject, property, value })),
  );
  return claims.length > 0 ? claims : [claimOf({ ...saying, subject, property: 'id', value: subject })];
}
