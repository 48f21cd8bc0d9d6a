// The page's own fonts as rules that an SVG can carry with it: a picture of an SVG sees no other fonts.

export interface Face {
  readonly family: string;
  /** An @font-face rule, its file written out as a data: address. */
  readonly rule: string;
  /** A character of the SVG that this face draws. */
  readonly sample: string;
}

/** The page's faces for the families and characters of an SVG. One whose file cannot be had is left out. */
export async function facesFor(svg: string): Promise<readonly Face[]> {
  const characters = [...new Set(svg)].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const rules = Array.from(document.styleSheets).flatMap(fontRules);
  const faces = rules.map(async (rule): Promise<Face | undefined> => {
    const family = rule.style.getPropertyValue('font-family').replace(/["']/g, '');
    const holds = rangeTest(rule.style.getPropertyValue('unicode-range'));
    const sample = svg.includes(family)
      ? characters.find((character) => holds(character.codePointAt(0)!))
      : undefined;
    const file = sample && (await fileOf(rule).catch(() => undefined));
    return file ? { family, sample, rule: written(rule, family, file) } : undefined;
  });
  return (await Promise.all(faces)).filter((face) => face !== undefined);
}

const fontRules = (sheet: CSSStyleSheet): CSSFontFaceRule[] =>
  Array.from(sheet.cssRules)
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue('font-style') !== 'italic');

/** Whether a code point is in a `unicode-range`; without one, all are. */
function rangeTest(range: string): (code: number) => boolean {
  if (!range) return () => true;
  const spans = range.split(',').map((span) => {
    const [from, to] = span.trim().replace(/^u\+/i, '').split('-') as [string, string | undefined];
    return [parseInt(from.replace(/\?/g, '0'), 16), parseInt((to ?? from).replace(/\?/g, 'f'), 16)] as const;
  });
  return (code) => spans.some(([from, to]) => code >= from && code <= to);
}

function written(rule: CSSFontFaceRule, family: string, file: string): string {
  const property = (name: string) => rule.style.getPropertyValue(name);
  const range = property('unicode-range');
  return (
    `@font-face{font-family:'${family}';font-weight:${property('font-weight') || 'normal'};` +
    `src:url(${file}) format('woff2')${range ? `;unicode-range:${range}` : ''}}`
  );
}

/** The font file as a data: address. It is the page's own: nothing else is fetched. */
async function fileOf(rule: CSSFontFaceRule): Promise<string | undefined> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (!address || address.startsWith('data:')) return address;
  const url = new URL(address, rule.parentStyleSheet?.href ?? document.baseURI);
  if (url.origin !== location.origin) return undefined;
  const blob = await (await fetch(url)).blob();
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error ?? new Error('unreadable font'));
    reader.readAsDataURL(blob);
  });
}
