// Words by which the paragraph of a claim is known: as the source spells the value, the value, the names of an entity.
import type { ReadonlyCase } from '../case.ts';
import type { Claim } from '../records.ts';

const NAMES = /^(name|title|alias|previousName|weakAlias|abbreviation|lastName)$/;

export function wordsOf(of: ReadonlyCase, { value, original }: Claim): readonly string[] {
  const named = of.entity(value)
    ? of.claims.claimsOf(value).filter(({ property }) => NAMES.test(property))
    : undefined;
  const values = named ? named.map((claim) => claim.value) : [value, ...(/\b\d{4}\b/.exec(value) ?? [])];
  return [...(original ? [original] : []), ...values];
}
