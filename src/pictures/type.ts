// The type of a picture: which face, size and colour each sort of words has, for the style sheet of SVG and for PDF.
import { EDGE_LABEL, HALO, LABEL } from '../view/labels.ts';
import { NUMBER } from '../view/numbering.ts';
import type { Theme } from '../view/theme.ts';

/** Inter at 400, 500 and 600, and Source Serif 4 at 600. */
export const FACES = ['regular', 'medium', 'semibold', 'title'] as const;
export type FaceName = (typeof FACES)[number];

export interface TypeStyle {
  readonly face: FaceName;
  /** In scene units. */
  readonly size: number;
  readonly colour: 'ink' | 'soft' | 'paper';
  /** Whether x is the middle of the line and not its start. */
  readonly middle?: true;
  /** Whether a halo in the colour of the ground keeps it readable over lines. */
  readonly halo?: true;
}

/** By the class of the SVG's text. `count` stands within `key`. */
export const TYPE = {
  name: { face: 'medium', size: LABEL.size, colour: 'ink', middle: true, halo: true },
  tie: { face: 'regular', size: EDGE_LABEL.size, colour: 'soft', middle: true, halo: true },
  number: { face: 'semibold', size: NUMBER.size, colour: 'ink', middle: true },
  badge: { face: 'semibold', size: 10, colour: 'paper', middle: true },
  head: { face: 'title', size: 24, colour: 'ink' },
  sub: { face: 'regular', size: 13, colour: 'soft' },
  key: { face: 'regular', size: 12, colour: 'ink' },
  count: { face: 'regular', size: 12, colour: 'soft' },
  foot: { face: 'regular', size: 11, colour: 'soft' },
} as const satisfies Readonly<Record<string, TypeStyle>>;

// No spaces after commas: resvg would not know the quoted name that follows.
const SANS = "'Inter Variable',Inter,'Helvetica Neue',Arial,sans-serif";
const SERIF = "'Source Serif 4 Variable','Source Serif 4',Georgia,serif";
const WEIGHTS: Readonly<Record<FaceName, number>> = { regular: 400, medium: 500, semibold: 600, title: 600 };

/** The rules for text. Presentation lives here, once, so that the file stays small. */
export function styleSheet(theme: Theme): string {
  const rules = Object.entries<TypeStyle>(TYPE).map(([name, { face, size, colour, middle, halo }]) =>
    [
      `.${name}{font-size:${size}px;fill:${theme[colour]}`,
      ...(face === 'regular' ? [] : [`font-weight:${WEIGHTS[face]}`]),
      ...(face === 'title' ? [`font-family:${SERIF}`] : []),
      ...(middle ? ['text-anchor:middle'] : []),
      ...(halo
        ? [`paint-order:stroke;stroke:${theme.ground};stroke-width:${2 * HALO};stroke-linejoin:round`]
        : []),
    ].join(';'),
  );
  return `text{font-family:${SANS}}${rules.map((rule) => `${rule}}`).join('')}`;
}
