// Judgements about claims, found by claim.
import { perEdition } from './editions.ts';
import type {
  Claim,
  CompatibilityJudgement,
  CredibilityJudgement,
  Id,
  Judgement,
  RulingJudgement,
} from './records.ts';

/** Judgements by the claims they are about. Worth keeping while many subjects are asked about. */
export interface JudgementIndex {
  readonly conflicts: ReadonlyMap<Id, readonly CompatibilityJudgement[]>;
  readonly compatible: ReadonlyMap<Id, readonly CompatibilityJudgement[]>;
  /** By the claims they prefer. */
  readonly rulings: ReadonlyMap<Id, readonly RulingJudgement[]>;
  /** The last of each claim, by date, then by id. */
  readonly credibility: ReadonlyMap<Id, CredibilityJudgement>;
}

/** An index is handed back as it is. */
export function indexJudgements(judgements: Iterable<Judgement> | JudgementIndex): JudgementIndex {
  if ('conflicts' in judgements) return judgements;
  const conflicts = new Map<Id, CompatibilityJudgement[]>();
  const compatible = new Map<Id, CompatibilityJudgement[]>();
  const rulings = new Map<Id, RulingJudgement[]>();
  const credibility = new Map<Id, CredibilityJudgement>();
  for (const judgement of judgements) {
    if (judgement.about === 'credibility')
      credibility.set(judgement.claim, later(credibility.get(judgement.claim), judgement));
    if (judgement.about === 'ruling') add(rulings, judgement.prefer, judgement);
    if (judgement.about !== 'compatibility') continue;
    add(judgement.verdict === 'conflict' ? conflicts : compatible, judgement.claims, judgement);
  }
  return { conflicts, compatible, rulings, credibility };
}

/** The index of all judgements of a case as it stands. */
export const judgementsOf = perEdition((of) => indexJudgements(of.judgements()));

function add<J>(index: Map<Id, J[]>, claims: readonly Id[], judgement: J): void {
  for (const claim of new Set(claims)) {
    const known = index.get(claim);
    if (known) known.push(judgement);
    else index.set(claim, [judgement]);
  }
}

export const judgedCompatible = (index: JudgementIndex, a: Claim, b: Claim): boolean =>
  index.compatible.get(a.id)?.some(({ claims }) => claims.includes(b.id)) ?? false;

/** The judgements of one kind about any of the claims, each once. */
export function judgementsAbout<J>(
  index: ReadonlyMap<Id, readonly J[]>,
  claims: readonly Claim[],
): readonly J[] {
  if (index.size === 0) return [];
  return [...new Set(claims.flatMap(({ id }) => index.get(id) ?? []))];
}

/** The last ruling that prefers a claim of one side over one of another; of one day, the last by id. */
export function rulingFor(
  index: JudgementIndex,
  sides: readonly { readonly claims: readonly Claim[] }[],
): RulingJudgement | undefined {
  const sideOf = new Map(sides.flatMap(({ claims }, i) => claims.map(({ id }) => [id, i] as const)));
  const rulings = judgementsAbout(
    index.rulings,
    sides.flatMap(({ claims }) => claims),
  );
  const decides = ({ prefer, over }: RulingJudgement) =>
    prefer.some(
      (id) =>
        sideOf.has(id) && over.some((other) => sideOf.has(other) && sideOf.get(other) !== sideOf.get(id)),
    );
  return rulings.filter(decides).reduce<RulingJudgement | undefined>(later, undefined);
}

/** The later of two judgements by date; of one day, by id. */
function later<J extends Judgement>(known: J | undefined, judgement: J): J {
  const key = ({ date = '', id }: Judgement) => `${date} ${id}`;
  return known && key(known) > key(judgement) ? known : judgement;
}
