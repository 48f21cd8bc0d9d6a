// Scene → PDF, through its SVG: lines as vectors, words as words in embedded fonts. One page, the picture's own size.
import type { Scene } from '../view/scene.ts';
import { DEFAULTS, type PictureOptions } from './options.ts';
import { openPdf, type Fonts } from './pdfFile.ts';
import { pictureSize, writeSvg } from './svg.ts';

/** Points (1/72 inch) per scene unit, which is a pixel of CSS (1/96 inch). */
export const POINTS = 0.75;
/** The longest side of a page that every reader takes, in points (ISO 32000-1, annex C). */
const LONGEST_SIDE = 14_400;

/** The picture of a scene as PDF. The same scene and fonts give the same bytes: no date is in it. */
export async function writePdf(
  scene: Scene,
  chosen: Partial<PictureOptions>,
  fonts: Fonts,
): Promise<Uint8Array> {
  const options = { ...DEFAULTS, ...chosen };
  const { width, height } = pictureSize(scene, options);
  const scale = Math.min(POINTS, LONGEST_SIDE / Math.max(width, height));
  const file = await openPdf(fonts, { title: scene.title });
  file.document.addPage({ size: [width * scale, height * scale], margin: 0 });
  const { paintSvg } = await import('./pdfPainting.ts');
  file.document.scale(scale);
  paintSvg(file, [...writeSvg(scene, options)].join(''), options.theme);
  return file.bytes();
}
