// Words on a page of PDF: in an embedded face, so that they can be selected and found, with a halo that is no text.
import type { Outlines, PdfFile } from './pdfFile.ts';
import type { FaceName } from './type.ts';

export interface Placed {
  readonly face: FaceName;
  readonly size: number;
  /** The start of the line, or its middle; y is its foot. */
  readonly x: number;
  readonly y: number;
  readonly middle?: true;
  readonly ink: string;
  readonly halo?: { readonly width: number; readonly colour: string };
}

/** Writes one line of words; returns how wide they are. */
export function writeWords(file: PdfFile, words: string, placed: Placed): number {
  const { document, outlines } = file;
  const shown = file.shown(words, placed.face);
  document.font(placed.face).fontSize(placed.size);
  const width = document.widthOfString(shown);
  const x = placed.middle ? placed.x - width / 2 : placed.x;
  if (placed.halo)
    strokeOutlines(document, outlines(placed.face), shown, { ...placed, x, halo: placed.halo });
  // What a mark stands for is still found by search, and copied.
  if (shown !== words) document.markContent('Span', { actual: words });
  document.fillColor(placed.ink).text(shown, x, placed.y, { lineBreak: false, baseline: 'alphabetic' });
  if (shown !== words) document.endMarkedContent();
  return width;
}

/** The outlines as strokes, not as words, so that nobody who selects or searches meets them twice. */
function strokeOutlines(
  document: PdfFile['document'],
  face: Outlines,
  words: string,
  { x, y, size, halo }: Placed & Required<Pick<Placed, 'halo'>>,
): void {
  const { glyphs, positions } = face.layout(words);
  const scale = size / face.unitsPerEm;
  document.save();
  document.transform(scale, 0, 0, -scale, x, y);
  document
    .lineWidth(halo.width / scale)
    .lineJoin('round')
    .undash();
  let pen = 0;
  glyphs.forEach(({ path }, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    const outline = path.toSVG();
    if (outline !== '') {
      document.save().translate(pen + xOffset, yOffset);
      document.path(outline).stroke(halo.colour);
      document.restore();
    }
    pen += xAdvance;
  });
  document.restore();
}
