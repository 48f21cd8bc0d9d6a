// How a type looks: shape and icon first, colour second. By lineage, so that a case's own types look like their parents.
import type { IconName } from './icons.ts';
import type { Colour, Shape } from './scene.ts';

export interface Look {
  readonly shape: Shape;
  readonly icon: IconName;
  readonly colour: Colour;
  /** Diameter at rest, in scene units; chosen so that different shapes weigh the same to the eye. */
  readonly size: number;
}

const SIZES: Readonly<Record<Shape, number>> = {
  circle: 40,
  square: 36,
  diamond: 50,
  hexagon: 42,
  page: 40,
  tag: 40,
  shield: 44,
};

const look = (shape: Shape, icon: IconName, colour: Colour): Look => ({
  shape,
  icon,
  colour,
  size: SIZES[shape],
});

const OTHER = look('circle', 'other', 'other');

const LOOKS: ReadonlyMap<string, Look> = new Map([
  ['Person', look('circle', 'person', 'person')],
  ['PublicBody', look('square', 'institution', 'organization')],
  ['Company', look('square', 'company', 'organization')],
  ['Organization', look('square', 'organization', 'organization')],
  ['LegalEntity', look('square', 'organization', 'organization')],
  ['CourtCase', look('shield', 'gavel', 'case')],
  ['Sanction', look('shield', 'gavel', 'case')],
  ['Trip', look('diamond', 'trip', 'event')],
  ['Event', look('diamond', 'event', 'event')],
  ['Project', look('diamond', 'event', 'event')],
  ['Article', look('page', 'article', 'document')],
  ['Email', look('page', 'email', 'document')],
  ['Message', look('page', 'email', 'document')],
  ['Document', look('page', 'document', 'document')],
  ['Note', look('page', 'document', 'document')],
  ['Contract', look('page', 'document', 'document')],
  ['Address', look('hexagon', 'place', 'place')],
  ['RealEstate', look('hexagon', 'home', 'place')],
  ['Position', look('tag', 'position', 'organization')],
  ['BankAccount', look('tag', 'money', 'other')],
  ['CryptoWallet', look('tag', 'money', 'other')],
  ['Security', look('tag', 'money', 'other')],
  ['UserAccount', look('tag', 'account', 'other')],
  ['Vehicle', look('tag', 'vehicle', 'other')],
  ['Asset', look('tag', 'money', 'other')],
]);

/** Values shown as nodes, by the type of their property. Smaller: they are not actors. */
const VALUES: ReadonlyMap<string, Look> = new Map([
  ['address', look('hexagon', 'place', 'place')],
  ['country', look('hexagon', 'place', 'place')],
  ['phone', look('tag', 'phone', 'other')],
  ['email', look('tag', 'email', 'other')],
  ['url', look('tag', 'link', 'other')],
  ['identifier', look('tag', 'number', 'other')],
]);

/** The look of the nearest ancestor that has one. */
export const lookOf = (lineage: readonly string[]): Look => LOOKS.get(lookedLike(lineage) ?? '') ?? OTHER;

/** The nearest ancestor that has a look of its own: what a type's mark stands for. */
export const lookedLike = (lineage: readonly string[]): string | undefined =>
  lineage.find((name) => LOOKS.has(name));

/** The look of a shared value of that property type. */
export function lookOfValue(type: string): Look {
  const found = VALUES.get(type) ?? look('tag', 'other', 'other');
  return { ...found, size: found.size * 0.8 };
}
