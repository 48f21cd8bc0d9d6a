// Labels: how wide a text is without a page to measure it on, how it is wrapped, and the room a node takes with it.
import { lately } from '../case/lately.ts';

/** The type of node labels, in scene units. Inter at weight 500. */
export const LABEL = {
  size: 13,
  line: 16,
  gap: 6,
  weight: 500,
  family: "'Inter Variable', Inter, sans-serif",
} as const;
/** The type of edge labels. Inter at weight 400, hardly narrower, so the same widths serve. */
export const EDGE_LABEL = { size: 11, line: 14, weight: 400 } as const;
/** The halo in the colour of the ground that keeps a label readable over lines. */
export const HALO = 2.5;

/** Advance widths of Inter at weight 500, in hundredths of an em, with the characters that have each. */
const WIDTHS: readonly (readonly [hundredths: number, characters: string])[] = [
  [25, 'ijlı'],
  [27, ' I'],
  [28, '‘’ł'],
  [30, '!,.:·'],
  [31, "'"],
  [32, ';'],
  [34, '`t'],
  [35, '|'],
  [37, '()/[\\]'],
  [38, 'f'],
  [39, 'r'],
  [42, '1'],
  [44, '{}г'],
  [46, '-_°'],
  [47, '“”'],
  [48, '^т'],
  [49, '"'],
  [50, 'з–'],
  [52, '*'],
  [53, '?'],
  [54, 's'],
  [56, 'kxzкхя'],
  [57, '7Lavавь§'],
  [58, 'JcyГлсуэ'],
  [59, 'Feеч'],
  [60, '5EhnouЕбийнопø'],
  [61, '«»'],
  [62, '2bdgpqрц'],
  [63, '3689Здß'],
  [64, '#PZР'],
  [65, '0$&RSTБТУЬЯ'],
  [66, '4BВъ'],
  [67, '+<=>~'],
  [69, 'KК'],
  [70, 'XYХЧ'],
  [71, 'AVА'],
  [72, 'Dф'],
  [73, 'CСЭ'],
  [74, 'HUНПЦ'],
  [75, 'GЛ'],
  [76, 'NИЙы'],
  [77, 'OQО'],
  [78, 'м'],
  [82, 'Ъ'],
  [83, 'wФжш'],
  [84, 'Д'],
  [85, 'щю'],
  [89, 'mЫ'],
  [91, 'MМ…'],
  [92, 'æ'],
  [97, 'Ш'],
  [98, '@'],
  [99, '%Щ'],
  [100, 'WЖ—'],
  [102, 'Ю'],
  [110, '№'],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([width, characters]) => Array.from(characters, (c) => [c, width] as const)),
);

const COMBINING = /\p{M}/u;
/** Scripts whose characters fill a square. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}＀-￯]/u;

function hundredthsOf(character: string): number {
  const known = WIDTH_OF.get(character);
  if (known !== undefined) return known;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 104 : 62;
}

/** The width of a line of text in scene units, at a type size. Within a tenth of what a browser draws. */
export function widthOf(text: string, size: number = LABEL.size): number {
  let hundredths = 0;
  for (const character of text.normalize('NFD')) hundredths += hundredthsOf(character);
  return (hundredths * size) / 100;
}

/** The text cut to a width, with an ellipsis where something is missing. */
export function shortened(text: string, width: number, size: number = LABEL.size): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  let room = width - widthOf('…', size);
  for (const character of text) {
    room -= widthOf(character, size);
    if (room < 0 && kept !== '') break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Words, with those too long for a line broken in pieces. */
function piecesOf(text: string, width: number, size: number): string[] {
  return text.split(/\s+/u).flatMap((word) => {
    const pieces: string[] = [''];
    for (const character of word) {
      if (widthOf(pieces.at(-1)! + character, size) > width) pieces.push('');
      pieces[pieces.length - 1] += character;
    }
    return pieces;
  });
}

function filled(pieces: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = lines.length > 0 ? `${lines.at(-1)!} ${piece}` : piece;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** Text in as many lines of a width as it takes; control characters become spaces. */
export const filledLines = (text: string, width: number, size: number): readonly string[] =>
  filled(piecesOf(plain(text), width, size), width, size);

const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();

const MAX_WIDTH = 132;
const MAX_LINES = 3;
/** Nothing longer is measured: what comes after cannot be seen. */
const MAX_CHARACTERS = 200;

const wrappedAsUsual = lately((label) => newlyWrapped(label, MAX_WIDTH, LABEL.size));

/** A label in at most three lines of like length, cut with an ellipsis. Control characters become spaces. */
export function wrapped(label: string, width = MAX_WIDTH, size: number = LABEL.size): readonly string[] {
  const usual = width === MAX_WIDTH && size === LABEL.size;
  return usual ? wrappedAsUsual(label) : newlyWrapped(label, width, size);
}

function newlyWrapped(label: string, width: number, size: number): readonly string[] {
  const text = Array.from(plain(label)).slice(0, MAX_CHARACTERS).join('');
  const pieces = piecesOf(text, width, size);
  const lines = filled(pieces, width, size);
  if (lines.length > MAX_LINES) {
    const last = shortened(`${lines[MAX_LINES - 1]} ${lines[MAX_LINES]}`, width, size);
    return [...lines.slice(0, MAX_LINES - 1), last];
  }
  // The narrowest measure that still gives as many lines evens them out.
  for (let narrow = widthOf(text, size) / lines.length; narrow < width; narrow += size / 2) {
    const even = filled(pieces, narrow, size);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** Room a node takes, its label included, in scene units, centred on its position plus `dy`. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** How far the box's centre lies below the node's centre, since labels hang below. */
  readonly dy: number;
}

/** Room around a node for its outline, its ring when selected, and air. */
const MARGIN = 4;

/** The room of a node with these lines of label below it. */
export function boxOfLines(lines: readonly string[], size: number): Box {
  const label = Math.max(0, ...lines.map((line) => widthOf(line)));
  const below = lines.length > 0 ? LABEL.gap + lines.length * LABEL.line : 0;
  return {
    width: Math.ceil(Math.max(size, label + 2 * HALO) + 2 * MARGIN),
    height: Math.ceil(size + below + 2 * MARGIN),
    dy: below / 2,
  };
}

/** The room of a node with this label, before it is wrapped. */
export const boxOf = (label: string, size: number): Box => boxOfLines(wrapped(label), size);
