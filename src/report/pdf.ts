// A fact-check sheet → PDF: set on pages to print, numbers hanging in the margin, the map as vectors, words that can be searched.
import { openPdf, type Fonts } from '../pictures/pdfFile.ts';
import { paintSvg } from '../pictures/pdfPainting.ts';
import { rest, type Job } from '../plugin/job.ts';
import type { DrawnMap, NoMap } from './html.ts';
import { Pages } from './pages.ts';
import { MAP_MARGIN, mapPage, PAPERS, type Paper } from './paper.ts';
import { Blocks } from './pdfBlocks.ts';
import { statementsIn, type Report } from './report.ts';
import { Typesetter, type Block } from './typesetting.ts';
import { runningHead, unwrittenSays } from './words.ts';

/** Room above the map for its caption, in points. */
const CAPTION = 40;
/** Between two rests, so many blocks: about a tenth of a second. */
const STRETCH = 200;
/** How far the whole work is when the words are measured, and when they are on their pages. */
const [MEASURED, DRAWN] = [0.55, 0.9];

/** The sheet as PDF. The same report, map and fonts give the same bytes: no date is in it but that of the report. */
export async function writePdfSheet(
  report: Report,
  paper: Paper,
  fonts: Fonts,
  map: DrawnMap | NoMap | undefined,
  job: Job,
): Promise<Uint8Array> {
  const file = await openPdf(fonts, { title: report.title, pages: true });
  const type = new Typesetter(file);
  const size = PAPERS[paper];
  const pages = new Pages(type, size);
  const blocks = new Blocks(type, size);
  const body = await measured(blocks, report, job);
  // After the body, since the front says what could not be written.
  pages.add(blocks.front(report, [...unwritten(type), ...(map && 'says' in map ? [map.says] : [])]));
  if (map && 'svg' in map) plate(pages, blocks, map, paper, type);
  for (let from = 0; from < body.length; from += STRETCH) {
    await rest(job, MEASURED + ((DRAWN - MEASURED) * from) / body.length);
    pages.add(body, from, from + STRETCH);
  }
  pages.end(runningHead(report));
  await rest(job, undefined);
  return file.bytes();
}

/** All blocks after the front. */
async function measured(blocks: Blocks, report: Report, job: Job): Promise<readonly Block[]> {
  const all: Block[] = [];
  const about = statementsIn(report).length + report.disputes.length + report.sources.length;
  for (const block of blocks.body(report)) {
    all.push(block);
    if (all.length % STRETCH === 0) await rest(job, Math.min(MEASURED, 0.15 + (0.4 * all.length) / about));
  }
  return all;
}

function unwritten({ file }: Typesetter): readonly string[] {
  const met = file.unwritten.met();
  return met.count === 0 ? [] : [unwrittenSays(met)];
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
