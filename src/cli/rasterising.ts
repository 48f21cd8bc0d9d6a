// SVG → PNG without a browser: resvg, with the fonts of the page, so that a machine without fonts draws the same picture.
import type { Pixels } from '../pictures/png.ts';
import { load, loadFonts } from './fonts.ts';

let ready: Promise<void> | undefined;

/** Draws SVG into a PNG of exactly so many pixels. Latin, Greek, Cyrillic; other scripts come out as boxes. */
export async function rasterise(svg: string, { width }: Pixels): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  // It may be set up once in a process.
  ready ??= initWasm(load('@resvg/resvg-wasm/index_bg.wasm'));
  await ready;
  const fontBuffers = Object.values(await loadFonts());
  const font = {
    fontBuffers,
    loadSystemFonts: false,
    defaultFontFamily: 'Inter',
    sansSerifFamily: 'Inter',
    serifFamily: 'Source Serif 4',
  };
  return new Resvg(withStaticFonts(svg), { font, fitTo: { mode: 'width', value: width } }).render().asPng();
}

/** resvg takes the first family of a list or the default, so the page's variable families make way for the static ones. */
const withStaticFonts = (svg: string): string =>
  svg.replace(/<style>[^<]*<\/style>/, (style) => style.replace(/'(Inter|Source Serif 4) Variable', */g, ''));
