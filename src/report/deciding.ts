// What of the statements is disputed, and what was decided about them.
import type { Dispute, Side } from '../case/dispute.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, titleOf } from '../case/names.ts';
import type { Claim, Id, IdentityJudgement, Judgement } from '../case/records.ts';
import { stanceOf } from '../case/support.ts';
import { sayValue } from '../case/wording.ts';
import { namesIn, signed } from './evidence.ts';
import type {
  Evidence,
  ReportedDispute,
  ReportedJudgement,
  ReportedSide,
  Signed,
  Statement,
} from './report.ts';

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

export function disputesIn(told: Told, statements: readonly Statement[]): readonly ReportedDispute[] {
  const evidence = new Map(statements.flatMap((one) => one.evidence.map((own) => [own.claim, own])));
  const texts = new Map(statements.map(({ number, text }) => [number, text]));
  return told.found.map((dispute, i) =>
    disputeOf({ ...told, evidence, texts, ruled: ruledBy(dispute) }, dispute, i + 1),
  );
}

/** What the ruling on a dispute makes of its claims; rulings on others are not told here. */
function ruledBy({ ruling }: Dispute): Told['ruled'] {
  const ruled = new Map<Id, 'preferred' | 'overruled'>();
  for (const id of ruling?.over ?? []) ruled.set(id, 'overruled');
  for (const id of ruling?.prefer ?? []) ruled.set(id, 'preferred');
  return ruled;
}

interface ToldWhole extends Told {
  /** By claim. */
  readonly evidence: ReadonlyMap<Id, Evidence>;
  /** By number, what a statement says. */
  readonly texts: ReadonlyMap<number, string>;
}

function disputeOf(told: ToldWhole, dispute: Dispute, number: number): ReportedDispute {
  const { subjects, severity, judgement, ruling } = dispute;
  const { title, why } = openlyAsked(told, dispute);
  const judged = judgement && openly(told, judgement, judgement.claims);
  return {
    ...{ number, title, severity, why },
    about: subjects.map((subject) => titleOf(told.seen, subject)),
    sides: dispute.property === undefined ? sidesByStatement(told, dispute) : sidesByValue(told, dispute),
    // Where the judgement alone found it, its reason is why it is one.
    ...(judged && { judged: judged.reason === why ? { ...judged, reason: undefined } : judged }),
    ...(ruling && { ruling: openly(told, ruling, [...ruling.prefer, ...ruling.over]) }),
  };
}

/** The question in the words of whoever judged it, unless a confidential source has a part in what they judged. */
function openlyAsked(
  told: ToldWhole,
  { property, title, why, judgement }: Dispute,
): Pick<Dispute, 'title' | 'why'> {
  if (property !== undefined || !judgement || !hides(told, judgement.claims)) return { title, why };
  return { title: 'Whether these can all hold', why: `Judged to clash, ${HIDDEN}.` };
}

const sidesByValue = (told: ToldWhole, dispute: Dispute): readonly ReportedSide[] =>
  dispute.sides.map((side) => ({
    says: sideSays(told.seen, dispute, side),
    ...sideOf(told, side.claims),
  }));

/** Claims judged to clash are of several properties and subjects: each sentence that one of them is behind is a side. */
function sidesByStatement(told: ToldWhole, dispute: Dispute): readonly ReportedSide[] {
  const groups = new Map<string, { number: number | undefined; sides: Side[] }>();
  for (const side of dispute.sides) {
    const number = told.numbers.get(side.claims[0]?.id ?? '');
    const ruled = told.ruled.get(side.claims[0]?.id ?? '');
    const key = number === undefined ? side.value : `${number} ${ruled ?? ''}`;
    const group = groups.get(key) ?? { number, sides: [] };
    group.sides.push(side);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return all.map(({ number, sides }) => {
    const whole = number !== undefined && all.filter((other) => other.number === number).length === 1;
    const says = whole ? told.texts.get(number) : undefined;
    return {
      says: says ?? sides.map((side) => sideSays(told.seen, dispute, side)).join('; '),
      ...sideOf(
        told,
        sides.flatMap(({ claims }) => claims),
      ),
    };
  });
}

function sideOf(told: ToldWhole, claims: readonly Claim[]): Omit<ReportedSide, 'says'> {
  const ruled = claims.map(({ id }) => told.ruled.get(id)).find((one) => one !== undefined);
  return { statements: numbersOf(told, claims), sources: sourcesOf(told, claims), ...(ruled && { ruled }) };
}

/** Each source once, with every place. */
function sourcesOf({ evidence }: ToldWhole, claims: readonly Claim[]): ReportedSide['sources'] {
  const places = new Map<number, string[]>();
  for (const { id } of claims) {
    const { source, place = '', quoting = [] } = evidence.get(id) ?? {};
    const where = [place, ...quoting.map((title) => `quoting “${title}”`)].filter(Boolean).join(', ');
    if (source !== undefined) places.set(source, [...(places.get(source) ?? []), ...(where ? [where] : [])]);
  }
  return Array.from(places, ([source, own]) => ({ source, places: [...new Set(own)].join('; ') })).sort(
    (a, b) => a.source - b.source,
  );
}

/** The value; where the sides are of several properties, the property with it. */
function sideSays(seen: CaseUnderLens, { property }: Dispute, { value, claims, ...side }: Side): string {
  if (side.says !== undefined) return side.says;
  const [claim] = claims;
  const all = stanceOf(claims);
  const stance = side.stance ?? (all === 'affirmed' ? undefined : all);
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
function openly(told: Told, judgement: Judgement, claims: readonly Id[]): Signed {
  const { reason, ...who } = signed(judgement);
  if (hides(told, claims)) return { ...who, reason: HIDDEN };
  return { ...who, ...(reason !== undefined && { reason }) };
}

const HIDDEN = 'for a reason that concerns a confidential source';

/** Whether a confidential source says one of them. */
const hides = ({ seen }: Told, claims: readonly Id[]): boolean =>
  claims.some((id) => {
    const claim = seen.case.claims.claim(id);
    return claim && [claim.source, ...(claim.via ?? [])].some((one) => seen.case.source(one)?.confidential);
  });

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
