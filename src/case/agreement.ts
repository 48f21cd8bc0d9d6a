// Whether two values of one property can both hold.
import { mayBeSame, parseDate } from './dates.ts';
import { readFigure } from './figures.ts';
import { fold, sound } from './fold.ts';
import { wordsOfPlace } from './placeNames.ts';
import type { Id } from './records.ts';
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
 * compared, nor are two entities that may be one.
 */
export function comparerOf(property: string, type: string, mayBeOne?: (a: Id, b: Id) => boolean): Compare {
  if (type === 'entity') return (a, b) => (a === b ? 'same' : mayBeOne?.(a, b) ? 'unknown' : 'clash');
  const compare = (BY_PROPERTY.get(property) ?? BY_TYPE[type] ?? compareTexts)();
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
  const read = once(readFigure);
  return (a, b) => compareRead(read(a), read(b));
}

/** Of a share the sign is understood: "51" is "51%". */
function comparePercentages(): Compare {
  const read = once((text: string) => {
    const figure = readFigure(text);
    return figure?.unit === '' ? { ...figure, unit: '%' } : figure;
  });
  return (a, b) => compareRead(read(a), read(b));
}

/**
 * Numbers are often written as texts: FollowTheMoney's share counts are. A number and a word are not compared, nor
 * are texts in two scripts, unless they sound alike: one may translate the other.
 */
function compareTexts(): Compare {
  const [read, key, heard, script] = [once(parseQuantity), once(fold), once(sound), once(scriptOf)];
  return (a, b) => {
    if (read(a) && read(b)) return compareRead(read(a), read(b));
    if (read(a) || read(b)) return 'unknown';
    if (key(a) === key(b)) return 'same';
    if (script(a) === script(b)) return 'clash';
    return sameOr(heard(a) === heard(b), 'unknown');
  };
}

const SCRIPTS = [/\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Latin}/u, /\p{L}/u];
const scriptOf = (text: string): number => SCRIPTS.findIndex((script) => script.test(text));

/** One names the other's place and something more: all words of one are in the other. */
function comparePlaces(): Compare {
  const [wordsOf, script] = [once(wordsOfPlace), once(scriptOf)];
  return (a, b) => {
    const [few, many] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.size - y.size) as [
      ReadonlySet<string>,
      ReadonlySet<string>,
    ];
    if (![...few].every((word) => many.has(word))) return script(a) === script(b) ? 'clash' : 'unknown';
    return sameOr(few.size === many.size, 'agree');
  };
}

const GENDERS = new Map(
  Object.entries({
    male: ['male', 'm', 'man', 'masculine', 'männlich', 'homme', 'masculin', 'hombre', 'мужской', 'муж', 'м'],
    female: [
      'female',
      'f',
      'w',
      'woman',
      'feminine',
      'weiblich',
      'femme',
      'féminin',
      'mujer',
      'женский',
      'жен',
      'ж',
    ],
  }).flatMap(([gender, words]) => words.map((word) => [fold(word), gender] as const)),
);
function compareGenders(): Compare {
  const read = once((text: string) => GENDERS.get(fold(text)) ?? fold(text));
  return (a, b) => sameOr(read(a) === read(b), 'clash');
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
  gender: compareGenders,
  country: compareCountries,
  identifier: compareIdentifiers,
};

const BY_PROPERTY: ReadonlyMap<string, () => Compare> = new Map<string, () => Compare>([
  ...Array.from(PLACES, (property) => [property, comparePlaces] as const),
  ['percentage', comparePercentages],
]);
