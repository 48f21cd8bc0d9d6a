// Whether two values of one property can both hold.
import { mayBeSame, parseDate } from './dates.ts';
import { fold } from './fold.ts';
import { comparable, mayAgree, parseQuantity } from './quantities.ts';
import { PLACES } from './single.ts';

/**
 * `agree`: both can hold, though they do not say the same, as "2022" and "March 2022".
 * `unknown`: they cannot be compared.
 */
export type Agreement = 'same' | 'agree' | 'clash' | 'unknown';

type Compare = (a: string, b: string) => Agreement;

/**
 * Compares two values of a property that holds one at a time. `type` is a type of FollowTheMoney's model or
 * `duration`. Dates and quantities that cannot be read, and different units, are not compared. Entities are compared by id, so ids
 * should be those that identity judgements lead to.
 */
export function compareValues(property: string, type: string, a: string, b: string): Agreement {
  if (a === b) return 'same';
  if (PLACES.has(property)) return comparePlaces(a, b);
  return (BY_TYPE[type] ?? compareTexts)(a, b);
}

const sameOr = (same: boolean, otherwise: Agreement): Agreement => (same ? 'same' : otherwise);

const compareDates: Compare = (a, b) => {
  const [x, y] = [parseDate(a), parseDate(b)];
  if (!x || !y) return 'unknown';
  return mayBeSame(x, y) ? 'agree' : 'clash';
};

const compareQuantities: Compare = (a, b) => {
  const [x, y] = [parseQuantity(a), parseQuantity(b)];
  if (!x || !y || !comparable(x, y)) return 'unknown';
  if (!mayAgree(x, y)) return 'clash';
  const keys = ['min', 'max', 'minOpen', 'maxOpen', 'approximate', 'unit'] as const;
  return sameOr(
    keys.every((key) => x[key] === y[key]),
    'agree',
  );
};

/** Numbers are often written as texts: FollowTheMoney's percentage and share counts are. */
const compareTexts: Compare = (a, b) => {
  if (parseQuantity(a) && parseQuantity(b)) return compareQuantities(a, b);
  return sameOr(fold(a) === fold(b), 'clash');
};

/** One names the other's place and something more: all words of one are in the other. */
const comparePlaces: Compare = (a, b) => {
  const [x, y] = [new Set(fold(a).split(' ')), new Set(fold(b).split(' '))];
  const [few, many] = x.size < y.size ? [x, y] : [y, x];
  if (![...few].every((word) => many.has(word))) return 'clash';
  return sameOr(few.size === many.size, 'agree');
};

/** States that are no more: what was there then is in some other state now. */
const FORMER = new Set(['suhh', 'yucs', 'cshh', 'csxx', 'dd', 'ddde']);

/** A part (`gb-sct`) agrees with its whole (`gb`), a former state with every other. */
const compareCountries: Compare = (a, b) => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y) return 'same';
  const partOf = (part: string, whole: string) =>
    /^[-_]/.test(part.slice(whole.length)) && part.startsWith(whole);
  return FORMER.has(x) || FORMER.has(y) || partOf(x, y) || partOf(y, x) ? 'agree' : 'clash';
};

/** Spaces and punctuation in numbers of registers are a matter of taste. */
const compareIdentifiers: Compare = (a, b) => {
  const bare = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return sameOr(bare(a) === bare(b), 'clash');
};

const BY_TYPE: Readonly<Record<string, Compare>> = {
  date: compareDates,
  number: compareQuantities,
  duration: compareQuantities,
  country: compareCountries,
  identifier: compareIdentifiers,
  entity: () => 'clash',
};
