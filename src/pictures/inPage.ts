// SVG → PNG in a browser. Needs a document; nothing leaves the page.
import { facesFor, type Face } from './faces.ts';
import type { Pixels } from './png.ts';

/** Side of the square in which each face shows that it is there, in the units of the SVG. */
const CELL = 20;
/** How long browsers keep words invisible while a face loads, in milliseconds; then they take another. */
const LONGEST_WAIT = 3000;

/** Draws what `writeSvg` wrote into a PNG, in the page's fonts. */
export async function rasteriseInPage(svg: string, { width, height }: Pixels): Promise<Uint8Array> {
  const faces = await facesFor(svg);
  const units = Number(/<svg [^>]*?height="(\d+)"/.exec(svg)![1]);
  const address = URL.createObjectURL(new Blob([withFaces(svg, faces)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    await facesDrawn(image, units, faces.length);
    return await pngOf(image, width, height, (height / units) * (units + CELL));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * The SVG with its fonts, and below its lower edge a strip with one character of each face. An image is "decoded"
 * before its fonts are, and then drawn without words; the strip tells when they are there, and is cut off.
 */
function withFaces(svg: string, faces: readonly Face[]): string {
  return svg
    .replace(/width="(\d+)" height="(\d+)" viewBox="[^"]*"/, (_, width: string, height: string) => {
      const tall = Number(height) + CELL;
      return `width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}"`;
    })
    .replace('<style>', () => `<style>${faces.map((face) => face.rule).join('')}`)
    .replace(/<\/svg>\s*$/, () => `${strip(svg, faces)}</svg>`);
}

function strip(svg: string, faces: readonly Face[]): string {
  const below = Number(/<svg [^>]*?height="(\d+)"/.exec(svg)![1]) + CELL - 5;
  return faces
    .map(({ family, sample }, i) => {
      const style = `font-family:'${family}';font-size:14px;fill:#000`;
      return `<text x="${i * CELL + 3}" y="${below}" style="${style}">${sample}</text>`;
    })
    .join('');
}

async function facesDrawn(image: HTMLImageElement, top: number, count: number): Promise<void> {
  if (count === 0) return;
  const surface = document.createElement('canvas');
  Object.assign(surface, { width: count * CELL, height: CELL });
  const context = surface.getContext('2d', { willReadFrequently: true })!;
  const shows = (_: unknown, cell: number) =>
    context.getImageData(cell * CELL, 0, CELL, CELL).data.some((value, i) => i % 4 === 3 && value > 0);
  for (const began = performance.now(); performance.now() - began < LONGEST_WAIT;) {
    context.clearRect(0, 0, surface.width, CELL);
    context.drawImage(image, 0, -top);
    if (Array.from({ length: count }).every(shows)) return;
    await new Promise((done) => setTimeout(done, 30));
  }
}

async function pngOf(
  image: HTMLImageElement,
  width: number,
  height: number,
  tall: number,
): Promise<Uint8Array> {
  const surface = document.createElement('canvas');
  Object.assign(surface, { width, height });
  surface.getContext('2d')!.drawImage(image, 0, 0, width, tall);
  const blob = await new Promise<Blob | null>((done) => surface.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser could not draw the picture.');
  return new Uint8Array(await blob.arrayBuffer());
}
