// SVG as `writeSvg` writes it → strokes, fills and words on a page of PDF. It knows that dialect and no other.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { HALO } from '../view/labels.ts';
import { THEMES, type ThemeName } from '../view/theme.ts';
import type { PdfFile } from './pdfFile.ts';
import { writeWords, type Placed } from './pdfWords.ts';
import { TYPE, type TypeStyle } from './type.ts';

type Given = Readonly<Record<string, string>>;

/** What elements inherit from those around them. */
const INHERITED = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'class', 'x', 'y'];
/** Elements whose text is not part of the picture. */
const UNSEEN = new Set(['title', 'desc', 'style']);

/** Paints the SVG with its corner at the origin of the page, one unit of the SVG to a unit of the page. */
export function paintSvg(file: PdfFile, svg: string, theme: ThemeName): void {
  new Painter(file, theme).paint(svg);
}

class Painter {
  readonly #file: PdfFile;
  readonly #document: PdfFile['document'];
  readonly #theme: (typeof THEMES)[ThemeName];
  readonly #open: { readonly name: string; readonly given: Given }[] = [];
  /** Where the next words of the line begin, once some are written. */
  #pen: number | undefined;

  constructor(file: PdfFile, theme: ThemeName) {
    this.#file = file;
    this.#document = file.document;
    this.#theme = THEMES[theme];
  }

  paint(svg: string): void {
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => this.#enter(tag));
    parser.on('closetag', ({ name }) => this.#leave(name));
    parser.on('text', (words) => this.#words(words));
    parser.write(svg).close();
  }

  #enter({ name, attributes }: SaxesTagPlain): void {
    const around = this.#open.at(-1)?.given ?? {};
    const inherited = INHERITED.flatMap((key) => (around[key] === undefined ? [] : [[key, around[key]]]));
    const given: Given = { ...Object.fromEntries(inherited), ...attributes };
    this.#open.push({ name, given });
    if (name === 'g') this.#group(given);
    else if (name === 'text' || (name === 'tspan' && attributes.x !== undefined)) this.#pen = undefined;
    else if (this.#outline(name, given)) this.#ink(given);
  }

  #leave(name: string): void {
    this.#open.pop();
    if (name === 'g') this.#document.restore();
  }

  #group({ transform = '' }: Given): void {
    this.#document.save();
    const [, x, y, scale] = /^translate\((\S+) (\S+)\)(?: scale\((\S+)\))?$/.exec(transform) ?? [];
    if (x !== undefined) this.#document.translate(Number(x), Number(y));
    if (scale !== undefined) this.#document.scale(Number(scale));
  }

  /** Begins the path of a shape; whether the element is one. */
  #outline(name: string, given: Given): boolean {
    const [x, y, width, height, cx, cy, r, rx] = ['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx'].map(
      (key) => Number(given[key] ?? 0),
    ) as [number, number, number, number, number, number, number, number];
    if (name === 'circle') this.#document.circle(cx, cy, r);
    else if (name === 'polygon') this.#document.path(`M${given.points!.split(' ').join('L')}Z`);
    else if (name === 'path') this.#document.path(given.d!);
    else if (name === 'rect' && rx > 0) this.#document.roundedRect(x, y, width, height, rx);
    else if (name === 'rect') this.#document.rect(x, y, width, height);
    else return false;
    return true;
  }

  #ink(given: Given): void {
    const { fill = '#000000', stroke = 'none' } = given;
    const dashes = given['stroke-dasharray']?.split(' ').map(Number);
    if (dashes) this.#document.dash(dashes[0]!, { space: dashes[1]! });
    else this.#document.undash();
    this.#document.lineWidth(Number(given['stroke-width'] ?? 1));
    this.#document.lineCap(given['stroke-linecap'] === 'round' ? 'round' : 'butt');
    this.#document.lineJoin(given['stroke-linejoin'] === 'round' ? 'round' : 'miter');
    if (fill !== 'none' && stroke !== 'none') this.#document.fillAndStroke(fill, stroke);
    else if (fill !== 'none') this.#document.fill(fill);
    else if (stroke !== 'none') this.#document.stroke(stroke);
  }

  #words(words: string): void {
    const { name, given } = this.#open.at(-1) ?? { name: '', given: {} as Given };
    if (words.trim() === '' || UNSEEN.has(name)) return;
    const { halo, ...style }: TypeStyle = TYPE[given.class as keyof typeof TYPE] ?? TYPE.key;
    const placed: Placed = {
      ...style,
      x: (this.#pen ?? Number(given.x)) + Number(given.dx ?? 0),
      y: Number(given.y),
      ink: this.#theme[style.colour],
      ...(halo && { halo: { width: 2 * HALO, colour: this.#theme.ground } }),
    };
    this.#pen = placed.x + writeWords(this.#file, words, placed);
  }
}
