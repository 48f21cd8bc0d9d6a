import { expect, test } from 'vitest';
import { DEFAULTS, optionsFrom, PICTURE_SETTINGS } from '../../src/pictures/options.ts';
import { writePng, type Pixels } from '../../src/pictures/png.ts';
import { pictureSize } from '../../src/pictures/svg.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { node, sceneOf } from '../view/scenes.ts';

const scene = sceneOf([node('a', 0, 0)]);

test.each([1, 2, 3, 4])('asks the rasteriser for the picture at %i×', async (scale) => {
  const asked: Pixels[] = [];
  const bytes = await writePng(scene, { scale }, async (svg, pixels) => {
    asked.push(pixels);
    return new TextEncoder().encode(svg);
  });
  const { width, height } = pictureSize(scene);
  expect(asked).toEqual([{ width: width * scale, height: height * scale }]);
  expect(new TextDecoder().decode(bytes)).toContain('</svg>');
});

test('refuses a picture larger than anything can draw, before drawing it', async () => {
  const vast = sceneOf([node('a', 0, 0), node('b', 9000, 0)]);
  const drawn = writePng(vast, { scale: 2 }, async () => {
    throw new Error('drawn');
  });
  await expect(drawn).rejects.toBeInstanceOf(InputError);
});

test('values that do not fit become the defaults', () => {
  const odd = valuesFor(PICTURE_SETTINGS, {
    theme: 'pink',
    scale: 99,
    legend: 'yes',
    background: 'transparent',
  });
  expect(optionsFrom(odd)).toEqual({ ...DEFAULTS, background: 'transparent' });
});
