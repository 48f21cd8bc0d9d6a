import { describe, expect, test } from 'vitest';
import { colourAt, luminance, paintOf, THEMES } from '../../src/view/theme.ts';

/** WCAG 2 contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const theme = THEMES[name];
  test('lets text be read on the ground', () => {
    for (const ink of [theme.ink, theme.soft, theme.thread])
      expect(contrast(ink, theme.ground)).toBeGreaterThan(4.5);
  });
  test('lets outlines and lines be seen', () => {
    for (const colour of [...Object.values(theme.types), theme.warn])
      expect(contrast(colour, theme.paper)).toBeGreaterThan(3);
  });
  test('scales grow steadily in luminance, so that hue is not needed', () => {
    const steps = Array.from({ length: 11 }, (_, i) => luminance(colourAt(theme.scale, i / 10)));
    const sign = Math.sign(steps[10]! - steps[0]!);
    steps.slice(1).forEach((step, i) => expect(Math.sign(step - steps[i]!)).toBe(sign));
  });
  test('draws icons that can be seen on every filled node', () => {
    const colours = [0, 0.25, 0.5, 0.75, 1].map((share) => `scale:${share}` as const);
    const groups = theme.groups.map((_, i) => `group:${i}` as const);
    for (const colour of [...colours, ...groups]) {
      const { fill, mark } = paintOf(colour, theme);
      expect(contrast(fill, mark), colour).toBeGreaterThan(3);
    }
  });
  test('has eight groups and starts again after them', () => {
    expect(new Set(theme.groups).size).toBe(8);
    expect(paintOf('group:8', theme).fill).toBe(theme.groups[0]);
  });
});

test('colourAt gives the stops themselves at its ends and bounds what is beyond', () => {
  const scale = ['#000000', '#ffffff'];
  expect([colourAt(scale, -1), colourAt(scale, 0), colourAt(scale, 0.5), colourAt(scale, 2)]).toEqual([
    '#000000',
    '#000000',
    '#808080',
    '#ffffff',
  ]);
});
