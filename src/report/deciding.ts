// What of the statements is disputed, and what was decided about them.
import type { Dispute, Side } from '../case/dispute.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, titleOf } from '../case/names.ts';
import type { Claim, Id, IdentityJudgement, Judgement } from '../case/records.ts';
import { sayValue } from '../case/wording.ts';
import { namesIn, signed } from './evidence.ts';
import type { ReportedDispute, ReportedJudgement, Signed } from './report.ts';

/** What has been told so far. */
export interface Told {
  readonly seen: CaseUnderLens;
  readonly found: readonly Dispute[];
  /** By claim, the number of the statement that it is evidence of. */
  readonly numbers: ReadonlyMap<Id, number>;
  /** By claim, the numbers of its disputes. */
  readonly disputes: ReadonlyMap<Id, readonly number[]>;
  readonly ruled: ReadonlyMap<Id, 'preferred' | 'overruled'>;
}

export const disputesIn = (told: Told): readonly ReportedDispute[] =>
  told.found.map((dispute, i) => disputeOf(told, dispute, i + 1));

function disputeOf(told: Told, dispute: Dispute, number: number): ReportedDispute {
  const { subjects, title, severity, why, sides, judgement, ruling } = dispute;
  const preferred = new Set(ruling?.prefer);
  const over = new Set(ruling?.over);
  return {
    ...{ number, title, severity, why },
    about: subjects.map((subject) => titleOf(told.seen, subject)),
    sides: sides.map((side) => {
      const isPreferred = side.claims.some(({ id }) => preferred.has(id));
      const isOver = side.claims.some(({ id }) => over.has(id));
      return {
        says: sideSays(told.seen, dispute, side),
        statements: numbersOf(told, side.claims),
        ...(isPreferred ? { ruled: 'preferred' } : isOver ? { ruled: 'overruled' } : {}),
      };
    }),
    ...(judgement && { judged: openly(told, judgement, judgement.claims) }),
    ...(ruling && { ruling: openly(told, ruling, [...ruling.prefer, ...ruling.over]) }),
  };
}

/** The value; where the sides are of several properties, the property with it. */
function sideSays(
  seen: CaseUnderLens,
  { property }: Dispute,
  { value, says: words, stance, claims: [claim] }: Side,
): string {
  if (words !== undefined) return words;
  const known =
    claim && seen.case.model.property(seen.case.schemaOf(claim.subject) ?? 'Thing', claim.property);
  const says = claim?.value === value ? sayValue(known?.type ?? 'string', value, namesIn(seen)) : value;
  const asked = property === undefined && claim ? `${known?.label ?? claim.property}: ` : '';
  return `${asked}${says}${stance === undefined ? '' : `, ${stance}`}`;
}

function numbersOf({ numbers }: Told, claims: readonly Claim[]): readonly number[] {
  const found = claims.flatMap(({ id }) => numbers.get(id) ?? []);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Who decided it; the reason stays back where it is about what a confidential source says. */
function openly({ seen }: Told, judgement: Judgement, claims: readonly Id[]): Signed {
  const { reason, ...who } = signed(judgement);
  const hides = claims.some((id) => {
    const claim = seen.case.claims.claim(id);
    return claim && [claim.source, ...(claim.via ?? [])].some((one) => seen.case.source(one)?.confidential);
  });
  if (hides) return { ...who, reason: 'for a reason that concerns a confidential source' };
  return { ...who, ...(reason !== undefined && { reason }) };
}

const VERDICTS: Readonly<Record<IdentityJudgement['verdict'], string>> = {
  same: 'are the same',
  different: 'are not the same',
  unsure: 'may be the same: it is open',
};

/** Who is who, and which claims agree, where the sheet tells of all that it is about. */
export const judgementsIn = (told: Told): readonly ReportedJudgement[] =>
  Array.from(told.seen.case.judgements()).flatMap((judgement): readonly ReportedJudgement[] => {
    if (judgement.about === 'identity') return identityIn(told, judgement);
    if (judgement.about !== 'compatibility' || judgement.verdict !== 'compatible') return [];
    const claims = judgement.claims.flatMap((id) => told.seen.case.claims.claim(id) ?? []);
    if (claims.length < 2 || claims.some(({ id }) => !told.numbers.has(id))) return [];
    const says = `${judgement.title ?? 'These statements'}: judged to agree`;
    return [{ says, statements: numbersOf(told, claims), ...signed(judgement) }];
  });

function identityIn({ seen }: Told, judgement: IdentityJudgement): readonly ReportedJudgement[] {
  if (judgement.entities.some((id) => !seen.shows(id))) return [];
  const [one, other] = judgement.entities.map((id) => nameOf(seen, id));
  return [
    { says: `“${one}” and “${other}” ${VERDICTS[judgement.verdict]}`, statements: [], ...signed(judgement) },
  ];
}
