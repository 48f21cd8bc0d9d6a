// SVG → PNG without a browser: resvg, with the fonts of the page, so that a machine without fonts draws the same picture.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Pixels } from '../pictures/png.ts';

const FONTS = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

const require = createRequire(import.meta.url);
const load = (path: string): Promise<Uint8Array> => readFile(require.resolve(path));

let ready: Promise<void> | undefined;

/** Draws SVG into a PNG of exactly so many pixels. Latin, Greek, Cyrillic; other scripts come out as boxes. */
export async function rasterise(svg: string, { width }: Pixels): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  // It may be set up once in a process.
  ready ??= initWasm(load('@resvg/resvg-wasm/index_bg.wasm'));
  await ready;
  const fontBuffers = await Promise.all(FONTS.map(load));
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
