// Claims and judgements in few words, for the tests of disputes.
import { disputesOf, type Dispute } from '../../src/case/disputes.ts';
import type { Claim, CompatibilityJudgement, Judgement, RulingJudgement } from '../../src/case/records.ts';

const TYPES: Record<string, { type: string; single: boolean; label: string }> = {
  birthDate: { type: 'date', single: true, label: 'Birth date' },
  sentence: { type: 'duration', single: true, label: 'Sentence' },
  amount: { type: 'number', single: true, label: 'Amount' },
  percentage: { type: 'string', single: true, label: 'Percentage held' },
  birthPlace: { type: 'string', single: true, label: 'Place of birth' },
  title: { type: 'string', single: true, label: 'Title' },
  jurisdiction: { type: 'country', single: true, label: 'Jurisdiction' },
  gender: { type: 'gender', single: true, label: 'Gender' },
  currency: { type: 'string', single: false, label: 'Currency' },
  leiCode: { type: 'identifier', single: true, label: 'LEI' },
  director: { type: 'entity', single: true, label: 'Director' },
  organization: { type: 'entity', single: true, label: 'Organization' },
  name: { type: 'name', single: true, label: 'Name' },
  citizenship: { type: 'country', single: false, label: 'Citizenship' },
};
export const typeOf = (property: string) => TYPES[property];

/** "birthDate 1980 a": source a affirms it; "alleged", "denied" for another stance. */
export function claim(words: string, more: Partial<Claim> = {}): Claim {
  const [property, value, source, stance = 'affirmed'] = words.split(/ +/) as [
    string,
    string,
    string,
    Claim['stance']?,
  ];
  const base = { kind: 'claim', id: words, subject: 's', property, value, source, stance } as const;
  return { ...base, ...more, id: more.id ?? `${words} ${more.held ?? ''}${more.attributedTo ?? ''}` };
}
export const claims = (...all: string[]) => all.map((words) => claim(words));
export const find = (given: readonly Claim[], judgements: Judgement[] = []) =>
  disputesOf('s', given, typeOf, judgements);
export const sides = (disputes: readonly Dispute[]) =>
  disputes.map((dispute) =>
    dispute.sides.map(({ value, stance }) => (stance ? `${stance} ${value}` : value)),
  );

export const conflict = (
  ids: readonly string[],
  more: Partial<CompatibilityJudgement> = {},
): CompatibilityJudgement => ({
  kind: 'judgement',
  id: 'j1',
  about: 'compatibility',
  verdict: 'conflict',
  claims: ids,
  ...more,
});
export const compatible = (ids: readonly string[]) => conflict(ids, { id: 'j2', verdict: 'compatible' });
export const ruling = (
  prefer: Claim[],
  over: Claim[],
  more: Partial<RulingJudgement> = {},
): RulingJudgement => ({
  ...{ kind: 'judgement', id: 'r1', about: 'ruling', ...more },
  ...{ prefer: prefer.map(({ id }) => id), over: over.map(({ id }) => id) },
});
