// Commands on claims: what each would change, as a diff. An edited claim means something else, so it has a new id.
import type { ReadonlyCase } from '../case.ts';
import { claimOf } from '../claimId.ts';
import { EMPTY, type Diff } from '../diff.ts';
import type { CaseRecord, Claim, Id, Judgement } from '../records.ts';

export type ClaimParts = Omit<Claim, 'id' | 'kind'>;

/** Adds a claim; one that is already there gains the new one's locators. */
export function addClaim(of: ReadonlyCase, parts: ClaimParts): Diff {
  const claim = claimOf(parts);
  const standing = of.claims.claim(claim.id);
  if (!standing) return { ...EMPTY, added: [claim] };
  const merged = withLocatorsOf(standing, claim);
  return merged === standing ? EMPTY : { ...EMPTY, updated: [[standing, merged]] };
}

/** Puts `parts` in the place of a claim. Judgements on the old one are carried over to the new one. */
export function editClaim(of: ReadonlyCase, id: Id, parts: ClaimParts): Diff {
  const from = of.claims.claim(id);
  if (!from) return EMPTY;
  const to = claimOf(parts);
  if (to.id === id) return same(from, to) ? EMPTY : { ...EMPTY, updated: [[from, to]] };
  const standing = of.claims.claim(to.id);
  const updated: [CaseRecord, CaseRecord][] = standing ? [[standing, withLocatorsOf(standing, to)]] : [];
  for (const judgement of of.judgements()) {
    if (mentions(judgement, id)) updated.push([judgement, renamed(judgement, id, to.id)]);
  }
  return { added: standing ? [] : [to], updated, removed: [from] };
}

/** Deletes claims, and the judgements that are about nothing without them. */
export function deleteClaims(of: ReadonlyCase, ids: Iterable<Id>): Diff {
  const gone = new Set(ids);
  const claims = Array.from(gone, (id) => of.claims.claim(id)).filter((claim) => claim !== undefined);
  const removed: CaseRecord[] = [...claims];
  const updated: [CaseRecord, CaseRecord][] = [];
  for (const judgement of of.judgements()) {
    const rest = without(judgement, gone);
    if (!rest) removed.push(judgement);
    else if (rest !== judgement) updated.push([judgement, rest]);
  }
  return { added: [], updated, removed };
}

const same = (a: Claim, b: Claim): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `standing` with the locators of `other` that it lacks. */
export function withLocatorsOf(standing: Claim, other: Claim): Claim {
  const known = new Set(standing.locators?.map((locator) => JSON.stringify(locator)));
  const more = (other.locators ?? []).filter((locator) => !known.has(JSON.stringify(locator)));
  return more.length === 0 ? standing : { ...standing, locators: [...(standing.locators ?? []), ...more] };
}

const claimsIn = (judgement: Judgement): readonly Id[] => {
  if (judgement.about === 'credibility') return [judgement.claim];
  if (judgement.about === 'compatibility') return judgement.claims;
  return judgement.about === 'ruling' ? [...judgement.prefer, ...judgement.over] : [];
};

const mentions = (judgement: Judgement, claim: Id): boolean => claimsIn(judgement).includes(claim);

function renamed(judgement: Judgement, from: Id, to: Id): Judgement {
  const swap = (ids: readonly Id[]) => ids.map((id) => (id === from ? to : id));
  if (judgement.about === 'credibility') return { ...judgement, claim: to };
  if (judgement.about === 'compatibility') return { ...judgement, claims: swap(judgement.claims) };
  if (judgement.about === 'ruling')
    return { ...judgement, prefer: swap(judgement.prefer), over: swap(judgement.over) };
  return judgement;
}

/** The judgement without these claims; nothing where that leaves it nothing to say. */
function without(judgement: Judgement, gone: ReadonlySet<Id>): Judgement | undefined {
  if (!claimsIn(judgement).some((id) => gone.has(id))) return judgement;
  const rest = (ids: readonly Id[]) => ids.filter((id) => !gone.has(id));
  if (judgement.about === 'compatibility') {
    const claims = rest(judgement.claims);
    return claims.length < 2 ? undefined : { ...judgement, claims };
  }
  if (judgement.about !== 'ruling') return undefined;
  const [prefer, over] = [rest(judgement.prefer), rest(judgement.over)];
  return prefer.length === 0 || over.length === 0 ? undefined : { ...judgement, prefer, over };
}
