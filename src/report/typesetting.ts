// Words on pages: broken into lines, gathered in blocks that stay whole, and set one below the other.
import type { PdfFile } from '../pictures/pdfFile.ts';
import { writeWords } from '../pictures/pdfWords.ts';
import type { FaceName } from '../pictures/type.ts';

/** Words in one style. Sizes and places are in points. */
export interface Run {
  readonly words: string;
  readonly face: FaceName;
  readonly size: number;
  readonly ink: string;
  /** The named place in the document that they lead to. */
  readonly to?: string;
}

interface Piece extends Run {
  readonly x: number;
  readonly width: number;
}

/** One line: its pieces, and the height that it takes. */
export interface SetLine {
  readonly pieces: readonly Piece[];
  readonly height: number;
}

/** What is set together. */
export interface Block {
  readonly lines: readonly SetLine[];
  readonly before: number;
  /** A tag of PDF: H1, H2, P, LI. */
  readonly tag: string;
  /** Not to stand last on a page. */
  readonly keeps?: true;
  /** A rule above it. */
  readonly rule?: true;
  /** Its name as a place to go to. */
  readonly place?: string;
  readonly outline?: { readonly title: string; readonly level: 1 | 2 };
}

export interface Measure {
  readonly x: number;
  readonly width: number;
  readonly leading: number;
}

/** No word of so many letters fits a line. */
const LONGEST = 300;
/** Of a line's height, what lies above its foot. */
const ASCENT = 0.76;

export class Typesetter {
  readonly file: PdfFile;
  readonly #widths = new Map<string, number>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  /** Runs as lines of a width; the first line is preceded by what hangs to the left of it. */
  set(runs: readonly Run[], { x, width, leading }: Measure, hanging?: Run): readonly SetLine[] {
    const lines: Piece[][] = [[]];
    let pen = x;
    for (const run of runs) {
      for (const token of this.#tokens(run, width)) {
        const wide = this.widthOf(token, run);
        if (pen + wide - this.#blankAfter(token, run) > x + width && pen > x) {
          lines.push([]);
          pen = x;
        }
        append(lines.at(-1)!, { ...run, words: token, x: pen, width: wide });
        pen += wide;
      }
    }
    if (hanging) lines[0]!.unshift(this.#hung(hanging, x));
    return lines.map((pieces) => ({ pieces, height: leading }));
  }

  widthOf(words: string, { face, size }: Pick<Run, 'face' | 'size'>): number {
    const key = `${face} ${size} ${words}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const shown = this.file.shown(words, face);
    const width = this.file.document.font(face).fontSize(size).widthOfString(shown);
    this.#widths.set(key, width);
    return width;
  }

  /** Draws a line with its upper edge at `top`. */
  draw({ pieces, height }: SetLine, top: number): void {
    const { document } = this.file;
    const foot = top + height * ASCENT;
    for (const piece of pieces) {
      const words = piece.words.trimEnd();
      if (words === '') continue;
      writeWords(this.file, words, { ...piece, y: foot });
      if (piece.to) document.goTo(piece.x, top, this.widthOf(words, piece), height, piece.to);
    }
  }

  /** A word is shaped with its blank, as it is written, and not once more without. */
  #blankAfter(token: string, run: Run): number {
    const blanks = token.length - token.trimEnd().length;
    return blanks === 0 ? 0 : blanks * this.widthOf(' ', run);
  }

  #hung(run: Run, x: number): Piece {
    const width = this.widthOf(run.words, run);
    return { ...run, x: x - width - 9, width };
  }

  /** Words with the blank after them; one wider than a line comes in pieces. */
  *#tokens(run: Run, width: number): Generator<string> {
    for (const word of plain(run.words).match(/\S+\s*|\s+/gu) ?? []) {
      if (word.length < LONGEST && this.widthOf(word, run) <= width) yield word;
      else yield* this.#broken(word, run, width);
    }
  }

  /** Letter by letter, since words without a blank may be as long as a book. */
  *#broken(word: string, run: Run, width: number): Generator<string> {
    let piece = '';
    let room = width;
    for (const letter of word) {
      room -= this.widthOf(letter, run);
      if (room < 0 && piece !== '') {
        yield piece;
        piece = '';
        room = width - this.widthOf(letter, run);
      }
      piece += letter;
    }
    yield piece;
  }
}

/** What follows in the same style joins the words before it, so that they are read as one. */
function append(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  if (
    last &&
    last.face === piece.face &&
    last.size === piece.size &&
    last.ink === piece.ink &&
    last.to === piece.to
  )
    line[line.length - 1] = { ...last, words: last.words + piece.words, width: last.width + piece.width };
  else line.push(piece);
}

const plain = (text: string): string =>
  text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ');

export const heightOf = ({ lines }: Pick<Block, 'lines'>): number =>
  lines.reduce((sum, { height }) => sum + height, 0);
