// What one can choose for a picture: declared once, for the page's form and the command line's flags.
import { valuesFor, type Settings, type Values } from '../plugin/settings.ts';
import type { Numbers } from '../view/numbering.ts';
import type { ThemeName } from '../view/theme.ts';

export const PICTURE_SETTINGS = {
  theme: {
    type: 'choice',
    label: 'Theme',
    default: 'light',
    choices: [
      { id: 'light', label: 'Light' },
      { id: 'dark', label: 'Dark' },
    ],
  },
  background: {
    type: 'choice',
    label: 'Background',
    default: 'paper',
    choices: [
      { id: 'paper', label: 'Paper' },
      { id: 'transparent', label: 'Transparent' },
    ],
  },
  title: { type: 'boolean', label: 'Title', default: true },
  legend: { type: 'boolean', label: 'Legend', help: 'With counts', default: true },
  sources: { type: 'boolean', label: 'Sources', help: 'A line that names them', default: true },
  scale: {
    type: 'number',
    label: 'Scale',
    help: 'Pixels per unit, for PNG',
    default: 2,
    min: 1,
    max: 4,
    step: 1,
  },
} satisfies Settings;

export interface PictureOptions {
  readonly theme: ThemeName;
  readonly background: 'paper' | 'transparent';
  readonly title: boolean;
  readonly legend: boolean;
  readonly sources: boolean;
  /** Pixels per scene unit, 1 to 4; SVG does not heed it. */
  readonly scale: number;
  /** Numbers of the statements in a text beside the picture; no file of its own has them. */
  readonly numbers?: Numbers;
}

/** The options that checked values of `PICTURE_SETTINGS` stand for. */
export const optionsFrom = (values: Values): PictureOptions => ({
  theme: values.theme === 'dark' ? 'dark' : 'light',
  background: values.background === 'transparent' ? 'transparent' : 'paper',
  title: values.title !== false,
  legend: values.legend !== false,
  sources: values.sources !== false,
  scale: Number(values.scale ?? 2),
});

/** What `PICTURE_SETTINGS` default to. */
export const DEFAULTS: PictureOptions = optionsFrom(valuesFor(PICTURE_SETTINGS));
