// A PDF file as it is written: its fonts, what it says of itself, its bytes. No clock and no chance, so bytes repeat.
import type PDFDocument from 'pdfkit';
import { FACES, type FaceName } from './type.ts';

/** TrueType files of the four faces; page and command line get hold of them in their own ways. */
export type Fonts = Readonly<Record<FaceName, Uint8Array>>;

export interface PdfFile {
  readonly document: PDFKit.PDFDocument;
  /** The outlines of a face's glyphs. */
  outlines(face: FaceName): Outlines;
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
    const document = new Document({
      ...{ autoFirstPage: false, info, displayTitle: true, font: '' },
      ...(about.pages && { bufferPages: true, tagged: true, lang: 'en' }),
    });
    for (const face of FACES) {
      document.registerFont(face, fonts[face] as PDFKit.Mixins.PDFFontSource);
      shapePlainly(shapesOf(document, face));
    }
    return document;
  };
  const document = open();
  Object.defineProperty(document.info, 'CreationDate', { enumerable: false });
  // A second one for outlines: whoever asks fontkit for the parts of a letter (о of Cyrillic is o of Latin) makes it
  // forget what letter the part is by itself, and the words could not be found any more.
  const shapes = open();
  return { document, outlines: (face) => shapesOf(shapes, face), bytes: () => ended(document) };
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

function ended(document: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const pieces: Uint8Array[] = [];
    document.on('data', (piece: Uint8Array) => pieces.push(piece));
    document.on('error', failed);
    document.on('end', () => {
      const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      done(all);
    });
    document.end();
  });
}
