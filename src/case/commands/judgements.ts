// Commands on judgements: what a person decides about disputes, claims and entities. Each can be withdrawn.
import type { ReadonlyCase } from '../case.ts';
import { newId } from '../claimId.ts';
import { EMPTY, type Diff } from '../diff.ts';
import type { Dispute } from '../dispute.ts';
import type {
  CompatibilityJudgement,
  CaseRecord,
  Credibility,
  Id,
  IdentityJudgement,
  Judgement,
} from '../records.ts';

/** Who decides, when, and why. */
export interface Signature {
  /** EDTF day. */
  readonly date?: string;
  readonly by?: string;
  readonly reason?: string;
}

const judgementsOf = (of: ReadonlyCase): readonly Judgement[] => Array.from(of.judgements());

/** Adds a judgement, or puts it in the place of the one with its id. */
export function putJudgement(of: ReadonlyCase, judgement: Judgement): Diff {
  const from = judgementsOf(of).find(({ id }) => id === judgement.id);
  return from ? { ...EMPTY, updated: [[from, judgement]] } : { ...EMPTY, added: [judgement] };
}

/** Withdraws a judgement. */
export function withdrawJudgement(of: ReadonlyCase, id: Id): Diff {
  const removed: CaseRecord[] = judgementsOf(of).filter((judgement) => judgement.id === id);
  return { ...EMPTY, removed };
}

/** Prefers one side of a dispute to all others, in the place of the ruling that stands. */
export function rule(of: ReadonlyCase, { sides, ruling }: Dispute, side: number, signed: Signature): Diff {
  const idsOf = (some: Dispute['sides']) => some.flatMap(({ claims }) => claims.map(({ id }) => id));
  return putJudgement(of, {
    kind: 'judgement',
    id: ruling?.id ?? newId(),
    about: 'ruling',
    prefer: idsOf(sides.filter((_, i) => i === side)),
    over: idsOf(sides.filter((_, i) => i !== side)),
    ...signed,
  });
}

/** Grades a claim, in the place of any grade it has. Undefined takes the grade back. */
export function grade(
  of: ReadonlyCase,
  claim: Id,
  credibility: Credibility | undefined,
  signed: Signature,
): Diff {
  const standing = judgementsOf(of).filter((one) => one.about === 'credibility' && one.claim === claim);
  if (!credibility) return { ...EMPTY, removed: standing };
  const [first, ...others] = standing;
  const judgement: Judgement = {
    kind: 'judgement',
    id: first?.id ?? newId(),
    about: 'credibility',
    claim,
    credibility,
    ...signed,
  };
  return { ...putJudgement(of, judgement), removed: others };
}

/** Judges whether claims can all hold. */
export const judgeClaims = (
  of: ReadonlyCase,
  verdict: CompatibilityJudgement['verdict'],
  claims: readonly Id[],
  title: string | undefined,
  signed: Signature,
): Diff =>
  putJudgement(of, {
    kind: 'judgement',
    id: newId(),
    about: 'compatibility',
    verdict,
    ...(title && { title }),
    claims: [...new Set(claims)],
    ...signed,
  });

/** Judges whether two entities are one, in the place of what was judged of them before. */
export function judgeIdentity(
  of: ReadonlyCase,
  verdict: IdentityJudgement['verdict'],
  entities: readonly [Id, Id],
  signed: Signature,
): Diff {
  const standing = judgementsOf(of).find(
    (one) => one.about === 'identity' && entities.every((id) => one.entities.includes(id)),
  );
  return putJudgement(of, {
    kind: 'judgement',
    id: standing?.id ?? newId(),
    about: 'identity',
    verdict,
    entities,
    ...signed,
  });
}

/** Dismisses a lead, with the reason in the signature. */
export const dismissLead = (of: ReadonlyCase, lead: string, signed: Signature): Diff =>
  putJudgement(of, {
    kind: 'judgement',
    id: judgementsOf(of).find((one) => one.about === 'lead' && one.lead === lead)?.id ?? newId(),
    about: 'lead',
    verdict: 'dismissed',
    lead,
    ...signed,
  });
