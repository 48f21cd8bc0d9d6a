// Conflicts that somebody judged there to be, where no rule can see them.
import { grouped, type About, type Dispute } from './dispute.ts';
import { judgementsAbout } from './judged.ts';
import type { Claim, CompatibilityJudgement } from './records.ts';
import { list } from './wording.ts';

/** [R14] [R15] */
export function withJudged(about: About, claims: readonly Claim[], computed: readonly Dispute[]): Dispute[] {
  const disputes = [...computed];
  for (const judgement of judgementsAbout(about.index.conflicts, claims)) {
    const at = disputes.findIndex((dispute) => isWithin(judgement, dispute));
    if (at >= 0) disputes[at] = { ...disputes[at]!, judgement };
    else disputes.push(...judgedDispute(about, claims, judgement));
  }
  return disputes;
}

function isWithin(judgement: CompatibilityJudgement, { sides }: Dispute): boolean {
  const inside = new Set(sides.flatMap(({ claims }) => claims.map(({ id }) => id)));
  return judgement.claims.every((id) => inside.has(id));
}

/** None where fewer than two of its claims are to be seen. */
function judgedDispute(about: About, seen: readonly Claim[], judgement: CompatibilityJudgement): Dispute[] {
  const known = new Map(seen.map((claim) => [claim.id, claim]));
  const claims = judgement.claims.flatMap((id) => known.get(id) ?? about.claim?.(id) ?? []);
  if (claims.length < 2) return [];
  const key = ({ subject, property, value }: Claim) => JSON.stringify([subject, property, value]);
  const sides = [...grouped(claims, key).values()].map((group) => ({ value: group[0].value, claims: group }));
  const properties = [...new Set(claims.map(({ property }) => property))];
  const labels = properties.map((property) => about.typeOf(property)?.label ?? property);
  return [
    {
      id: judgement.id,
      subject: claims[0]!.subject,
      subjects: [...new Set(claims.map(({ subject }) => subject))],
      property: properties.length === 1 ? properties[0] : undefined,
      title: judgement.title ?? list(labels),
      severity: 'contradiction',
      sides,
      judgement,
      why:
        judgement.reason ??
        `${judgement.by ? `${judgement.by} judged` : 'Judged'} that these cannot all hold.`,
    },
  ];
}
