// Disputes: claims that cannot all hold, computed by rule or judged.
import { withJudged } from './conflicts.ts';
import { contradictionOf, precisionOf } from './contradictions.ts';
import { byCurrency } from './currencies.ts';
import { about, byId, grouped, type Dispute, type DisputeOptions, type TypeOf } from './dispute.ts';
import { indexJudgements, rulingFor, type JudgementIndex } from './judged.ts';
import type { Claim, Id, Judgement } from './records.ts';
import { joinEnds, stancesOf } from './stances.ts';

export type { Dispute, DisputeOptions, Side, TypeOf } from './dispute.ts';
export { indexJudgements, type JudgementIndex } from './judged.ts';

/**
 * The disputes among claims about one subject; from R19 on, with claims about others, where `options.across` knows them. Sides come by number of claims, then by value.
 *
 * | rule | |
 * |---|---|
 * | R1 | Two values of a property that holds one at a time (`single`), which cannot both hold: a contradiction, one for each property. |
 * | R2 | Dates cannot both hold if no day fits both (`mayBeSame`): 2022 and March 2022 can. |
 * | R3 | Numbers and durations cannot if no number fits both (`mayAgree`): over three years and 3.5 years can. Different units are not compared, nor amounts whose sources name different currencies. |
 * | R4 | Entities cannot if they are certainly two, codes if they differ, texts if they differ in more than case, accents and punctuation (agreement.ts). Texts in two scripts are not compared, places go by all their names (placeNames.ts). |
 * | R5 | Names never clash: they are aliases. |
 * | R6 | One voice denies what another affirms or alleges, of any property, existence (`id`) too: a stance. Voices differ in source, sources quoted or those credited. |
 * | R7 | Affirmed here and alleged there is no dispute: the allegation takes nothing back. |
 * | R8 | A denied value clashes with no other value: who denies one says nothing of the rest. An alleged one does. |
 * | R9 | A difference in precision alone is no dispute; `precisionDifferences` has it. |
 * | R10 | Claims held at times that certainly have no day in common do not clash, in value or stance. |
 * | R11 | What nobody states, and what cannot be read as date or quantity, is no dispute. |
 * | R12 | A ruling attaches to the dispute in which it prefers a claim of one side over one of another. |
 * | R13 | Two claims judged `compatible` do not clash; the dispute goes when no two claims in it do. |
 * | R14 | A `conflict` judgement makes a dispute, its sides grouped by subject, property and value. |
 * | R15 | If all its claims are in one computed dispute, it is attached there and makes no second one. |
 * | R16 | A value that clashes with none of the others is no side: "2022" beside March and May 2022. |
 * | R17 | Values that agree with each other and clash with the same others are one side, under the value that most claims give. |
 * | R18 | Entity-valued single properties of one subject (the ends of a relation), denied by the same voices, are one stance. |
 * | R19 | Relations of which one entity has one at a time (`one` in exclusions.ts: a marriage, the chair of a board) cannot certainly overlap: a contradiction of all these relations, a side for each of those at the other end. |
 * | R20 | They overlap if both certainly were on two days or more: with whole years as dates, those between; on one day one may follow the other. What has no dates of its own was when its ends are said to have been such. |
 * | R21 | Those at the other end are two if no name of one may be the other's (`mayNameOne`), or if they are judged different. |
 * | R22 | Relations between the same two that are against each other, the same way or the other way round (a child of one's child), cannot overlap: one dispute. Of what is `always` so, no dates are asked. |
 * | R23 | What only the living do does not begin after a death or before a birth, if that is certain whichever date is right: a dispute of person and relation. |
 * | R24 | A relation is what an exclusion asks for if all values that it is given say so: with the roles chair and director it is no chair. |
 */
export function disputesOf(
  subject: Id,
  claims: readonly Claim[],
  typeOf: TypeOf,
  judgements: Iterable<Judgement> | JudgementIndex = [],
  options: DisputeOptions = {},
): Dispute[] {
  const index = indexJudgements(judgements);
  const asked = byCurrency(about(subject, typeOf, index, options), claims);
  const groups = [...grouped(claims, (claim) => claim.property).values()];
  const contradictions = groups.flatMap((group) => contradictionOf(asked, group));
  const stances = groups.flatMap((group) => stancesOf(asked, group));
  const across = options.across?.(asked) ?? [];
  const computed = [...contradictions, ...joinEnds(asked, stances), ...across].sort(byId);
  return withJudged(asked, claims, computed).map((dispute) => withRuling(dispute, index));
}

/**
 * Values of single properties that agree without saying the same: "2022" and "March 2022". None where they clash:
 * then there is a dispute.
 */
export function precisionDifferences(
  subject: Id,
  claims: readonly Claim[],
  typeOf: TypeOf,
  options: DisputeOptions = {},
): Dispute[] {
  const asked = byCurrency(about(subject, typeOf, indexJudgements([]), options), claims);
  return [...grouped(claims, (claim) => claim.property).values()]
    .flatMap((group) => precisionOf(asked, group))
    .sort(byId);
}

/** [R12] */
function withRuling(dispute: Dispute, index: JudgementIndex): Dispute {
  const ruling = rulingFor(index, dispute.sides);
  return ruling ? { ...dispute, ruling } : dispute;
}
