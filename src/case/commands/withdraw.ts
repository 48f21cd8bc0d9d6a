// Takes claims back with what then nobody speaks of any more, as when a source no longer says them.
import type { ReadonlyCase } from '../case.ts';
import { squash, type Diff } from '../diff.ts';
import type { CaseRecord, Claim, Id } from '../records.ts';
import { deleteClaims } from './claims.ts';

/**
 * Deletes claims, then the entities and relations of which nothing is said, which nothing names and nobody credits;
 * with them the judgements on their identity. `staying`: subjects of which something is about to be said.
 */
export function withdrawClaims(of: ReadonlyCase, ids: ReadonlySet<Id>, staying: ReadonlySet<Id>): Diff {
  const left = (claim: Claim) => !ids.has(claim.id);
  const touched = new Set(
    Array.from(ids, (id) => of.claims.claim(id)?.subject).filter((id) => id !== undefined),
  );
  const unsaid = new Set(
    [...touched].filter(
      (id) =>
        !staying.has(id) && !of.claims.claimsOf(id).some(left) && !of.claims.claimsNaming(id).some(left),
    ),
  );
  if (unsaid.size > 0)
    for (const claim of of.claims) if (left(claim)) for (const id of creditedIn(claim)) unsaid.delete(id);
  const removed = Array.from(unsaid, (id) => of.entity(id) ?? of.relation(id)).filter(
    (record): record is NonNullable<typeof record> => record !== undefined,
  );
  return squash([
    deleteClaims(of, ids),
    { added: [], updated: [], removed: [...removed, ...judgedOf(of, unsaid)] },
  ]);
}

function* creditedIn({ attributedTo, held }: Claim): Generator<Id> {
  yield* attributedTo ?? [];
  if (held?.startsWith('during:')) yield held.slice('during:'.length);
}

const judgedOf = (of: ReadonlyCase, gone: ReadonlySet<Id>): readonly CaseRecord[] =>
  Array.from(of.judgements()).filter(
    (judgement) => judgement.about === 'identity' && judgement.entities.some((id) => gone.has(id)),
  );
