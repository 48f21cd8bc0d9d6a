// Amounts in different currencies: one sum told in dollars here and in euros there is no dispute.
import type { About } from './dispute.ts';
import { currencyCode } from './figures.ts';
import type { Claim } from './records.ts';

/** By property of an amount, the one that names its currency. */
const CURRENCY_OF: ReadonlyMap<string, string> = new Map([
  ['amount', 'currency'],
  ['sharesValue', 'sharesCurrency'],
]);

/** With amounts apart for which their own sources name different currencies. [R3] */
export function byCurrency(about: About, claims: readonly Claim[]): About {
  const named = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (![...CURRENCY_OF.values()].includes(claim.property) || claim.stance === 'denied') continue;
    const key = keyOf(claim, claim.property);
    named.set(key, (named.get(key) ?? new Set()).add(currencyCode(claim.value)));
  }
  if (named.size < 2) return about;
  const currenciesOf = (claim: Claim) => {
    const property = CURRENCY_OF.get(claim.property);
    return property === undefined ? undefined : named.get(keyOf(claim, property));
  };
  const differ = (a: Claim, b: Claim): boolean => {
    const [mine, others] = [currenciesOf(a), currenciesOf(b)];
    if (!mine || !others || mine.has('') || others.has('')) return false;
    return ![...mine].some((code) => others.has(code));
  };
  return { ...about, apart: (a, b) => about.apart(a, b) || differ(a, b) };
}

const keyOf = ({ source, via = [] }: Claim, property: string): string =>
  JSON.stringify([property, source, via]);
