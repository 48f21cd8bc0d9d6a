// A PDF file as it is written: its fonts, what it says of itself, its bytes. No clock and no chance, so bytes repeat.
import type PDFDocument from 'pdfkit';
import { FACES, type FaceName } from './type.ts';
import { Unwritten } from './unwritten.ts';

/** TrueType files of the four faces; page and command line get hold of them in their own ways. */
export type Fonts = Readonly<Record<FaceName, Uint8Array>>;

export interface PdfFile {
  readonly document: PDFKit.PDFDocument;
  /** The outlines of a face's glyphs. */
  outlines(face: FaceName): Outlines;
  /** Words as they can be drawn in a face, with marks for what it has no letters for. */
  shown(words: string, face: FaceName): string;
  /** What there are marks for so far. */
  readonly unwritten: Unwritten;
  /** Ends the document. */
  bytes(): Promise<Uint8Array>;
}

/** What fontkit knows of a face; pdfkit's types do not tell of it. */
export interface Outlines {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(code: number): boolean;
  layout(words: string, features?: unknown): Run;
}
interface Run {
  readonly glyphs: readonly { readonly path: { toSVG(): string } }[];
  readonly positions: readonly {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }[];
}

/** A document without a page yet, its faces known by their names; with `pages`, one of many, tagged for those who hear it. */
export async function openPdf(
  fonts: Fonts,
  about: { readonly title: string; readonly pages?: boolean },
): Promise<PdfFile> {
  const { default: Document } = await import('pdfkit');
  // pdfkit wants a date; one that is not enumerable goes into no file. As PDF 1.3 the file has no XMP, which pdfkit
  // would fill with the title unescaped.
  const info = { Title: about.title, Producer: 'Clew', Creator: 'Clew', CreationDate: new Date(0) };
  const open = () => {
    const opened = collecting(Document, {
      ...{ autoFirstPage: false, info, displayTitle: true, font: '' },
      ...(about.pages && { bufferPages: true, tagged: true, lang: 'en' }),
    });
    for (const face of FACES) {
      opened.document.registerFont(face, fonts[face] as PDFKit.Mixins.PDFFontSource);
      shapePlainly(shapesOf(opened.document, face));
    }
    return opened;
  };
  const { document, bytes } = open();
  Object.defineProperty(document.info, 'CreationDate', { enumerable: false });
  // A second one for outlines: whoever asks fontkit for the parts of a letter (о of Cyrillic is o of Latin) makes it
  // forget what letter the part is by itself, and the words could not be found any more.
  const { document: shapes } = open();
  const outlines = (face: FaceName) => shapesOf(shapes, face);
  const unwritten = new Unwritten();
  const has = new Map(FACES.map((face) => [face, lettersOf(outlines(face))]));
  const shown = (words: string, face: FaceName) => unwritten.shown(words, has.get(face)!);
  return { document, outlines, shown, unwritten, bytes };
}

/** Whether a face has a letter. The same are asked about again and again. */
function lettersOf(face: Outlines): (code: number) => boolean {
  const known = new Map<number, boolean>();
  return (code) => {
    let has = known.get(code);
    if (has === undefined) known.set(code, (has = face.hasGlyphForCodePoint(code)));
    return has;
  };
}

const shapesOf = (document: PDFKit.PDFDocument, face: FaceName): Outlines =>
  (document.font(face) as unknown as { _font: { font: Outlines } })._font.font;

/** Inter's contextual forms make an arrow of `->` and a cross of `10x20`: then the words are no longer those written. */
const FEATURES = { calt: false, liga: false, clig: false, dlig: false };

/** Kerning and marks, and no more. Said to pdfkit with each line, it would forget the words that it has shaped. */
function shapePlainly(face: Outlines): void {
  const layout = face.layout.bind(face);
  face.layout = (words) => layout(words, FEATURES);
}

/**
 * A document that keeps the pieces of the file as they are pushed, and joins them when it ends. pdfkit's own stream
 * takes each from the front of the list: of a thousand pages that alone takes minutes.
 */
function collecting(Document: typeof PDFDocument, options: PDFKit.PDFDocumentOptions) {
  const pieces: Uint8Array[] = [];
  let done: (bytes: Uint8Array) => void;
  const all = new Promise<Uint8Array>((resolve) => (done = resolve));
  class Collecting extends Document {
    override push(piece: Uint8Array | null): boolean {
      if (piece) pieces.push(piece);
      else done(joined(pieces));
      return true;
    }
  }
  const document = new Collecting(options);
  const bytes = () => {
    document.end();
    return all;
  };
  return { document, bytes };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
