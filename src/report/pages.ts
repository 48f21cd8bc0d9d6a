// Pages of a document: blocks one below the other, headings with what follows them, heads, page numbers and bookmarks.
import type { PdfFile } from '../pictures/pdfFile.ts';
import type { Size } from './paper.ts';
import { heightOf, type Block, type Typesetter } from './typesetting.ts';

export const MARGINS = { top: 58, bottom: 56, left: 82, right: 48 } as const;
/** The part of a page that stays empty at most, so that a block need not be broken. */
const LEAST_BROKEN = 0.4;
const [SOFT, LINE] = ['#555b65', '#1d232c'];

type Outline = PDFKit.PDFOutline;

export class Pages {
  readonly #type: Typesetter;
  readonly #file: PdfFile;
  readonly #size: Size;
  #y = Infinity;
  #part: Outline | undefined;

  constructor(type: Typesetter, size: Size) {
    this.#type = type;
    this.#file = type.file;
    this.#size = size;
  }

  /** Draws the blocks `from`–`to`; what follows them says what must stand together. */
  add(blocks: readonly Block[], from = 0, to = blocks.length): void {
    for (let i = from; i < Math.min(to, blocks.length); i++) {
      const block = blocks[i]!;
      const before = this.#y === MARGINS.top ? 0 : block.before;
      if (this.#y + before + this.#needed(blocks, i) > this.#bottom) this.#turn();
      else this.#y += before;
      this.#draw(block);
    }
  }

  /** A page of its own, drawn by `draw`; what follows begins on the next. */
  plate(size: Size, title: string, draw: () => void): void {
    this.#file.document.addPage({ size: [size.width, size.height], margin: 0 });
    this.#bookmark({ title, level: 1 });
    this.#tagged('Figure', draw, title);
    this.#y = Infinity;
  }

  /** Heads and page numbers, when all pages are there. */
  end(head: string): void {
    const { document } = this.#file;
    const { count } = document.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      document.switchToPage(i);
      document.markContent('Artifact', { type: 'Pagination' });
      const style = { face: 'regular', size: 8, ink: SOFT } as const;
      const number = { ...style, words: `${i + 1} / ${count}` };
      const right = document.page.width - MARGINS.right;
      const wide = this.#type.widthOf(number.words, number);
      this.#type.draw(
        { pieces: [{ ...number, x: right - wide, width: wide }], height: 10 },
        document.page.height - 34,
      );
      const [line] = this.#type.set([{ ...style, words: head }], { x: 48, width: right - 48, leading: 10 });
      if (i > 0 && line && document.page.width === this.#size.width) this.#type.draw(line, 28);
      document.endMarkedContent();
    }
  }

  get #bottom(): number {
    return this.#size.height - MARGINS.bottom;
  }

  /** The block and, where it may not stand last, what must stand below it. A tall one can be broken. */
  #needed(blocks: readonly Block[], i: number): number {
    const block = blocks[i]!;
    const page = this.#bottom - MARGINS.top;
    const own = heightOf(block);
    const next = blocks[i + 1];
    if (block.keeps && next) return own + next.before + this.#needed(blocks, i + 1);
    return own > page * LEAST_BROKEN ? (block.lines[0]?.height ?? 0) * 3 : own;
  }

  #turn(): void {
    const { width, height } = this.#size;
    this.#file.document.addPage({ size: [width, height], margin: 0 });
    this.#y = MARGINS.top;
  }

  #draw(block: Block): void {
    const { document } = this.#file;
    if (block.rule) {
      document.markContent('Artifact', { type: 'Layout' });
      document.lineWidth(1).undash();
      document
        .moveTo(MARGINS.left, this.#y)
        .lineTo(this.#size.width - MARGINS.right, this.#y)
        .stroke(LINE);
      document.endMarkedContent();
      this.#y += 9;
    }
    if (block.place)
      document.addNamedDestination(block.place, 'XYZ', 0, this.#y - 6, null as unknown as number);
    if (block.outline) this.#bookmark(block.outline);
    let lines = [...block.lines];
    while (lines.length > 0) {
      const fits = this.#fitting(lines);
      if (fits === 0) {
        this.#turn();
        continue;
      }
      const now = lines.slice(0, fits);
      this.#tagged(block.tag, () => now.forEach((line) => this.#line(line)));
      lines = lines.slice(fits);
    }
  }

  #line(line: Block['lines'][number]): void {
    this.#type.draw(line, this.#y);
    this.#y += line.height;
  }

  #fitting(lines: Block['lines']): number {
    let y = this.#y;
    const past = lines.findIndex(({ height }) => (y += height) > this.#bottom + 0.01);
    return past < 0 ? lines.length : past;
  }

  #tagged(tag: string, draw: () => void, alt?: string): void {
    const { document } = this.#file;
    const content = document.markStructureContent(tag);
    draw();
    document.endMarkedContent();
    document.addStructure(document.struct(tag, alt === undefined ? {} : { alt }, [content]));
  }

  #bookmark({ title, level }: NonNullable<Block['outline']>): void {
    const { outline } = this.#file.document;
    if (level === 1) this.#part = outline.addItem(title);
    else (this.#part ?? outline).addItem(title);
  }
}
