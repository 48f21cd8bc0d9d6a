// Lines of old plain-text formats, whose files may come from any machine, and texts that must fit into one line.
import { linesOf } from './text.ts';

/** Lines without their ends: LF, CRLF or CR alone. */
export async function* plainLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of linesOf(chunks)) {
    if (!line.includes('\r')) yield line;
    else yield* line.split('\r');
  }
}

/** A text in one line: line ends, tabs and controls become spaces. */
export const oneLine = (text: string): string => text.replace(/[\s\0-\x1f\x7f\x85]+/g, ' ').trim();
