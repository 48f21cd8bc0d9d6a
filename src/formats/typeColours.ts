// A colour for each type, for programs that draw a node as the file says.

/** Even in lightness, apart in hue also for colour-blind eyes. Okabe and Ito, "Color Universal Design", 2008. */
const PALETTE = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#8c8c8c',
  '#b8a900',
] as const;
const FIRST = new Map([
  ['Person', 0],
  ['Organization', 1],
  ['Company', 1],
  ['PublicBody', 1],
  ['Event', 2],
]);

/** 0–255 each. The same type has the same colour in every file. */
export function colourOf(type: string): { r: number; g: number; b: number } {
  const colour = PALETTE[FIRST.get(type) ?? 3 + (hash(type) % (PALETTE.length - 3))]!;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
  return { r, g, b };
}

function hash(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) >>> 0;
  return sum;
}
