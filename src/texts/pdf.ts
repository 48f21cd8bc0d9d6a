// The text layer of a PDF, by pdf.js, which runs here in the same thread: in the page that is the worker's.
import { Cancelled, type Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';

interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** The last two are where it lies on the page, in points from the lower left. */
  readonly transform: readonly number[];
}

/** Pages that are read. */
const MOST_PAGES = 5_000;

/** Lines as they are set, a blank line where the gap between two is wide, a form feed after each page. */
export async function textOfPdf(
  bytes: Uint8Array,
  job: Job,
): Promise<{ text: string; problems: readonly Problem[] }> {
  const { getDocument } = await pdfjs();
  const task = getDocument({ data: bytes.slice(), ...INERT });
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    const problems: Problem[] = [];
    const count = Math.min(pdf.numPages, MOST_PAGES);
    if (count < pdf.numPages)
      problems.push({
        outcome: 'refused',
        where: `page ${count + 1}`,
        what: `Only ${count} pages were read.`,
      });
    for (let n = 1; n <= count; n++) {
      if (job.cancelled()) throw new Cancelled();
      job.progress(n / count, 'reading pages');
      const { items } = await (await pdf.getPage(n)).getTextContent();
      pages.push(linesOf(items.filter((item): item is Item & typeof item => 'str' in item)));
    }
    const empty = pages.filter((page) => page.trim() === '').length;
    if (empty > 0)
      problems.push({ outcome: 'kept', where: 'the file', what: `${empty} of ${count} pages hold no text.` });
    return { text: pages.some((page) => page.trim()) ? pages.join('\n\f') : '', problems };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new InputError(
      locked
        ? 'This PDF is locked with a password. Save it without one, or paste the words.'
        : `This PDF cannot be read (${error instanceof Error ? error.message : String(error)}). Paste the words instead.`,
    );
  } finally {
    await task.destroy();
  }
}

/** Nothing is fetched, compiled or drawn: words are all that is wanted. */
const INERT = {
  isEvalSupported: false,
  useWorkerFetch: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: true,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  verbosity: 0,
} as const;

function linesOf(items: readonly Item[]): string {
  let text = '';
  let last: Item | undefined;
  for (const item of items) {
    const gap = last ? Math.abs(last.transform[5]! - item.transform[5]!) : 0;
    const isWide = text.endsWith('\n') && gap > 1.7 * Math.max(item.height, last?.height ?? 0, 1);
    if (isWide && item.str.trim() !== '') text += '\n';
    text += item.str + (item.hasEOL ? '\n' : '');
    if (item.str.trim() !== '') last = item;
  }
  return text.trimEnd();
}

/**
 * pdf.js asks for a worker of its own unless its other half is already there, and names classes for drawing that Node
 * has not; none of them is used for text.
 */
async function pdfjs() {
  const there = globalThis as {
    DOMMatrix?: unknown;
    Path2D?: unknown;
    ImageData?: unknown;
    pdfjsWorker?: unknown;
  };
  there.DOMMatrix ??= class {};
  there.Path2D ??= class {};
  there.ImageData ??= class {};
  there.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
