// Scene → PNG, through its SVG. What turns SVG into pixels differs between page and command line and is handed in.
import { InputError } from '../plugin/problem.ts';
import type { Scene } from '../view/scene.ts';
import { DEFAULTS, type PictureOptions } from './options.ts';
import { pictureSize, writeSvg } from './svg.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** Draws SVG into a PNG of exactly so many pixels. */
export type Rasterise = (svg: string, pixels: Pixels) => Promise<Uint8Array>;

/** Beyond this many pixels a side, browsers draw nothing and do not say so. */
const LONGEST_SIDE = 16_384;
/** And beyond this many in all. */
const MOST_PIXELS = 134_217_728;

/**
 * The picture of a scene as PNG; without a rasteriser, in the browser's own way. Throws `InputError` where it would be
 * larger than anything can draw.
 */
export async function writePng(
  scene: Scene,
  options: Partial<PictureOptions> = {},
  rasterise?: Rasterise,
): Promise<Uint8Array> {
  const { width, height } = pictureSize(scene, options);
  const scale = options.scale ?? DEFAULTS.scale;
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (Math.max(pixels.width, pixels.height) > LONGEST_SIDE || pixels.width * pixels.height > MOST_PIXELS) {
    throw new InputError(
      `A picture of ${pixels.width} × ${pixels.height} pixels is too large: choose a smaller scale, or SVG.`,
    );
  }
  const draw = rasterise ?? (await import('./inPage.ts')).rasteriseInPage;
  return draw([...writeSvg(scene, options)].join(''), pixels);
}
