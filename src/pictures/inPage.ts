// SVG → PNG in a browser, with the page's own fonts put into the SVG: a picture of an SVG sees no other fonts.
import type { Pixels } from './png.ts';

/** Draws SVG into a PNG. Needs a document; nothing leaves the page. */
export async function rasteriseInPage(svg: string, { width, height }: Pixels): Promise<Uint8Array> {
  const withFonts = svg.replace('<style>', `<style>${await facesFor(svg)}`);
  const address = URL.createObjectURL(new Blob([withFonts], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const surface = document.createElement('canvas');
    Object.assign(surface, { width, height });
    surface.getContext('2d')!.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => surface.toBlob(done, 'image/png'));
    if (!blob) throw new Error('The browser could not draw the picture.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The page's @font-face rules for the families and characters of an SVG, their files written out as data: addresses. */
async function facesFor(svg: string): Promise<string> {
  const characters = new Set(Array.from(svg, (character) => character.codePointAt(0)!));
  const rules = Array.from(document.styleSheets)
    .flatMap((sheet) => rulesOf(sheet))
    .filter(
      (rule) =>
        svg.includes(familyOf(rule)) && covers(rule.style.getPropertyValue('unicode-range'), characters),
    );
  // Without a font file the picture still has all its words, in another face.
  return (await Promise.all(rules.map((rule) => written(rule).catch(() => '')))).join('');
}

function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return Array.from(sheet.cssRules).filter(
    (rule) => rule instanceof CSSFontFaceRule && rule.style.fontStyle !== 'italic',
  ) as CSSFontFaceRule[];
}

const familyOf = (rule: CSSFontFaceRule): string =>
  rule.style.getPropertyValue('font-family').replace(/["']/g, '');

/** Whether a `unicode-range` holds any of the characters; none given: it does. */
function covers(range: string, characters: ReadonlySet<number>): boolean {
  if (!range) return true;
  const spans = range.split(',').map((span) => {
    const [from, to] = span.trim().replace(/^u\+/i, '').split('-') as [string, string | undefined];
    return [parseInt(from.replace(/\?/g, '0'), 16), parseInt((to ?? from).replace(/\?/g, 'f'), 16)] as const;
  });
  return [...characters].some((character) =>
    spans.some(([from, to]) => character >= from && character <= to),
  );
}

async function written(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (!address) return '';
  const data = address.startsWith('data:')
    ? address
    : await dataAddress(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI));
  const property = (name: string) => rule.style.getPropertyValue(name);
  const range = property('unicode-range');
  return (
    `@font-face{font-family:'${familyOf(rule)}';font-style:normal;font-weight:${property('font-weight') || 'normal'};` +
    `src:url(${data}) format('woff2')${range ? `;unicode-range:${range}` : ''}}`
  );
}

async function dataAddress(address: URL): Promise<string> {
  const blob = await (await fetch(address)).blob();
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}
