// The colours of the graph in both themes: paper and ink, one red thread, and scales that colour-blind readers can tell apart.
import type { Colour } from './scene.ts';

export type ThemeName = 'light' | 'dark';

export interface Theme {
  /** What the graph lies on. */
  readonly ground: string;
  /** The inside of nodes. */
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  /** Lines. */
  readonly faint: string;
  readonly hair: string;
  /** Selection and paths, nothing else. */
  readonly thread: string;
  readonly warn: string;
  readonly types: Readonly<Record<string, string>>;
  /** From little to much. */
  readonly scale: readonly string[];
  readonly groups: readonly string[];
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ground: '#f5f2ea',
    paper: '#fbf9f4',
    ink: '#1d232c',
    soft: '#5d636d',
    faint: '#8b8f97',
    hair: '#d9d3c5',
    thread: '#c2272d',
    warn: '#a85a00',
    types: {
      person: '#2d5b8a',
      organization: '#8a6420',
      event: '#2f7560',
      case: '#7a4b7d',
      document: '#6b6f76',
      place: '#4d6b2f',
      other: '#5d636d',
    },
    scale: ['#e8e3c8', '#a9c9b4', '#5f9fa5', '#2f6c8c', '#1c3a5e'],
    groups: ['#2d5b8a', '#c07a1e', '#2f8068', '#8a4f8d', '#7a8b2a', '#3f9bb5', '#b05a7a', '#6b5b4b'],
  },
  dark: {
    ground: '#14171b',
    paper: '#191d22',
    ink: '#ebe7dd',
    soft: '#a7abb2',
    faint: '#7b8089',
    hair: '#333a42',
    thread: '#ff6058',
    warn: '#f0a24a',
    types: {
      person: '#8cb6e0',
      organization: '#dab26a',
      event: '#79c3a6',
      case: '#cba0cf',
      document: '#9aa0a8',
      place: '#a9c482',
      other: '#a7abb2',
    },
    scale: ['#26323c', '#2f5a6d', '#4a8c92', '#86bd9f', '#e3e6b4'],
    groups: ['#8cb6e0', '#e0a552', '#6fc2a3', '#cba0cf', '#bccb6a', '#6ac7dd', '#e59ab5', '#b8a48f'],
  },
};

/** The colour between two, each channel apart; all as #rrggbb, `share` from 0 to 1. */
function between(a: string, b: string, share: number): string {
  const channel = (at: number) => {
    const [from, to] = [a, b].map((hex) => parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The colour at `share` (0…1) of a scale of at least two stops. */
export function colourAt(scale: readonly string[], share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (scale.length - 1);
  const stop = Math.min(scale.length - 2, Math.floor(place));
  return between(scale[stop]!, scale[stop + 1]!, place - stop);
}

/** WCAG 2 relative luminance of #rrggbb, from 0 to 1. */
export function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How a node is painted: by its type in outline, by a measure filled. `mark` is the colour of its icon. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
  readonly mark: string;
}

export function paintOf(colour: Colour, theme: Theme): Paint {
  const [kind, value] = colour.split(':') as [string, string | undefined];
  if (value === undefined) {
    const stroke = theme.types[kind] ?? theme.types.other!;
    return { fill: theme.paper, stroke, mark: stroke };
  }
  const fill =
    kind === 'group'
      ? theme.groups[Number(value) % theme.groups.length]!
      : colourAt(theme.scale, Number(value));
  const dark = luminance(fill) < 0.3;
  return { fill, stroke: between(fill, theme.ink, 0.35), mark: dark ? '#ffffff' : '#14171b' };
}
