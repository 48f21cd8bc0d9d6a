// Whether two values of one property can both hold.
import { mayBeSame, parseDate } from './dates.ts';
import { fold } from './fold.ts';
import { comparable, mayAgree, parseQuantity, type Quantity } from './quantities.ts';
import { PLACES } from './single.ts';

/**
 * `agree`: both can hold, though they do not say the same, as "2022" and "March 2022".
 * `unknown`: they cannot be compared.
 */
export type Agreement = 'same' | 'agree' | 'clash' | 'unknown';

type Compare = (a: string, b: string) => Agreement;

/**
 * Compares values of a property that holds one at a time; each value is read once. `type` is a type of
 * FollowTheMoney's model or `duration`. Dates and quantities that cannot be read, and different units, are not
 * compared. Entities are compared by id, so ids should be those that identity judgements lead to.
 */
export function comparerOf(property: string, type: string): Compare {
  const compare = (PLACES.has(property) ? comparePlaces : (BY_TYPE[type] ?? compareTexts))();
  return (a, b) => (a === b ? 'same' : compare(a, b));
}

/** `read`, remembering what it made of each text. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text)!;
  };
}

const sameOr = (same: boolean, otherwise: Agreement): Agreement => (same ? 'same' : otherwise);

function compareDates(): Compare {
  const read = once(parseDate);
  return (a, b) => {
    const [x, y] = [read(a), read(b)];
    if (!x || !y) return 'unknown';
    return mayBeSame(x, y) ? 'agree' : 'clash';
  };
}

const PARTS = ['min', 'max', 'minOpen', 'maxOpen', 'approximate', 'unit'] as const;

function compareRead(x: Quantity | undefined, y: Quantity | undefined): Agreement {
  if (!x || !y || !comparable(x, y)) return 'unknown';
  if (!mayAgree(x, y)) return 'clash';
  const same = PARTS.every((part) => x[part] === y[part]);
  return sameOr(same, 'agree');
}

function compareQuantities(): Compare {
  const read = once(parseQuantity);
  return (a, b) => compareRead(read(a), read(b));
}

/** Numbers are often written as texts: FollowTheMoney's percentage and share counts are. */
function compareTexts(): Compare {
  const [read, key] = [once(parseQuantity), once(fold)];
  return (a, b) => (read(a) && read(b) ? compareRead(read(a), read(b)) : sameOr(key(a) === key(b), 'clash'));
}

/** One names the other's place and something more: all words of one are in the other. */
function comparePlaces(): Compare {
  const wordsOf = once((text) => new Set(fold(text).split(' ')));
  return (a, b) => {
    const [few, many] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.size - y.size) as [
      Set<string>,
      Set<string>,
    ];
    if (![...few].every((word) => many.has(word))) return 'clash';
    return sameOr(few.size === many.size, 'agree');
  };
}

/** States that are no more: what was there then is in some other state now. */
const FORMER = new Set(['suhh', 'yucs', 'cshh', 'csxx', 'dd', 'ddde']);

/** A part (`gb-sct`) agrees with its whole (`gb`), a former state with every other. */
const compareCountries = (): Compare => (a, b) => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y) return 'same';
  const partOf = (part: string, whole: string) =>
    /^[-_]/.test(part.slice(whole.length)) && part.startsWith(whole);
  return FORMER.has(x) || FORMER.has(y) || partOf(x, y) || partOf(y, x) ? 'agree' : 'clash';
};

/** Spaces and punctuation in numbers of registers are a matter of taste. */
function compareIdentifiers(): Compare {
  const bare = once((text) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return (a, b) => sameOr(bare(a) === bare(b), 'clash');
}

const BY_TYPE: Readonly<Record<string, () => Compare>> = {
  date: compareDates,
  number: compareQuantities,
  duration: compareQuantities,
  country: compareCountries,
  identifier: compareIdentifiers,
  entity: () => () => 'clash',
};
