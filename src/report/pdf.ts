// A fact-check sheet → PDF: set on pages to print, numbers hanging in the margin, the map as vectors, words that can be searched.
import { openPdf, type Fonts } from '../pictures/pdfFile.ts';
import { paintSvg } from '../pictures/pdfPainting.ts';
import type { DrawnMap } from './html.ts';
import { Pages } from './pages.ts';
import { MAP_MARGIN, mapPage, PAPERS, type Paper } from './paper.ts';
import { Blocks } from './pdfBlocks.ts';
import type { Report } from './report.ts';
import { Typesetter } from './typesetting.ts';

/** Room above the map for its caption, in points. */
const CAPTION = 40;

/** The sheet as PDF. The same report, map and fonts give the same bytes: no date is in it but that of the report. */
export async function writePdfSheet(
  report: Report,
  paper: Paper,
  fonts: Fonts,
  map?: DrawnMap,
): Promise<Uint8Array> {
  const file = await openPdf(fonts, { title: report.title, pages: true });
  const type = new Typesetter(file);
  const size = PAPERS[paper];
  const pages = new Pages(type, size);
  const blocks = new Blocks(type, size);
  pages.add(blocks.front(report));
  if (map) plate(pages, blocks, map, paper, type);
  pages.add(blocks.body(report));
  pages.end(report.title);
  return file.bytes();
}

function plate(pages: Pages, blocks: Blocks, map: DrawnMap, paper: Paper, type: Typesetter): void {
  const { document } = type.file;
  const page = mapPage(map, paper, CAPTION);
  pages.plate(page, 'Map', () => {
    const lines = blocks.caption(map.caption, { x: MAP_MARGIN, width: page.width - 2 * MAP_MARGIN });
    lines.forEach((line, i) => type.draw(line, MAP_MARGIN + i * line.height));
    document.save();
    document.translate((page.width - map.width * page.scale) / 2, MAP_MARGIN + CAPTION);
    document.scale(page.scale);
    paintSvg(type.file, map.svg, 'light');
    document.restore();
  });
}
