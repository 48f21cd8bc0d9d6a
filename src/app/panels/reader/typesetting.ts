// A text cut for the page: chunks that are drawn when they come near, lines in them, and in lines the runs that passages cover.
import type { Passage } from '../../../case/anchoring/anchors.ts';
import type { CodePoints } from '../../../case/anchoring/codePoints.ts';
import type { Stance } from '../../../case/records.ts';

/** A range in UTF-16 units, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A passage that shows, with how its claims stand. */
export interface Mark extends Range {
  readonly key: string;
  readonly passage: Passage;
  readonly stance: Stance;
}

export interface Run extends Range {
  /** The marks that cover it, the shortest first. */
  readonly marks: readonly Mark[];
}

export interface Line extends Range {
  /** A line that stands off from the one before: a paragraph. */
  readonly apart: boolean;
  /** It begins a page, of this number. */
  readonly page?: number;
}

/** UTF-16 units of a chunk: about three screens. */
const CHUNK = 4_000;
/** A line longer than this is a paragraph by itself. */
const LONG = 110;

/** Whole lines, as many as make a chunk; a line beyond all measure is cut at a blank. */
export function chunksOf(text: string): readonly Range[] {
  const chunks: Range[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + CHUNK >= text.length ? text.length : cutAfter(text, start);
    chunks.push({ start, end });
    start = end;
  }
  return chunks;
}

function cutAfter(text: string, start: number): number {
  const line = text.indexOf('\n', start + CHUNK);
  if (line >= 0 && line < start + 2 * CHUNK) return line + 1;
  const blank = text.indexOf(' ', start + CHUNK);
  if (blank >= 0 && blank < start + 2 * CHUNK) return blank + 1;
  if (line < 0 && start + 2 * CHUNK >= text.length) return text.length;
  const end = start + CHUNK;
  // Not between the halves of one character.
  return /[\udc00-\udfff]/.test(text[end] ?? '') ? end + 1 : end;
}

/** The lines of a chunk that hold something, without their ends. `page` is the number of the page the chunk begins on. */
export function linesOf(text: string, chunk: Range, page = 1): readonly Line[] {
  const lines: Line[] = [];
  let [apart, turned, number] = [true, false, page];
  for (const { 0: line, index } of text.slice(chunk.start, chunk.end).matchAll(/[^\r\n\f]+|\r\n?|\n|\f/g)) {
    if (line === '\f') {
      number++;
      turned = true;
    } else if (/^[\r\n]/.test(line)) continue;
    else if (line.trim() === '') apart = true;
    else {
      const start = chunk.start + index;
      const gap = /(\r\n|\r|\n)\s*(\r\n|\r|\n)\s*$/.test(text.slice(Math.max(0, start - 80), start));
      const isApart = apart || gap || line.length > LONG;
      lines.push({ start, end: start + line.length, apart: isApart, ...(turned && { page: number }) });
      [apart, turned] = [line.length > LONG, false];
    }
  }
  return lines;
}

/** The number of the page on which each chunk begins. */
export function pagesOf(text: string, chunks: readonly Range[]): readonly number[] {
  let page = 1;
  return chunks.map(({ start, end }) => {
    const first = page;
    page += text.slice(start, end).split('\f').length - 1;
    return first;
  });
}

/** Passages whose claims show, in units of the text; `stanceOf` gives undefined for a passage without one. */
export function marksOf(
  points: CodePoints,
  passages: readonly Passage[],
  stanceOf: (passage: Passage) => Stance | undefined,
): readonly Mark[] {
  return passages.flatMap((passage) => {
    const stance = stanceOf(passage);
    if (!stance) return [];
    const { start, end, how } = passage;
    const key = `${start} ${end} ${how}`;
    return [{ key, passage, stance, start: points.unitOf(start), end: points.unitOf(end) }];
  });
}

export const within = <R extends Range>(ranges: readonly R[], { start, end }: Range): readonly R[] =>
  ranges.filter((range) => range.start < end && range.end > start);

/** A line cut wherever a mark begins or ends. */
export function runsOf(line: Range, marks: readonly Mark[]): readonly Run[] {
  const over = within(marks, line);
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of over)
    for (const cut of [start, end]) if (cut > line.start && cut < line.end) cuts.add(cut);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const run = { start, end: sorted[i + 1]! };
    const covering = [...within(over, run)].sort((a, b) => a.end - a.start - (b.end - b.start));
    return { ...run, marks: covering };
  });
}
