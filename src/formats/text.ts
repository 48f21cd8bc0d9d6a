// Bytes in pieces as text, or as lines of it.

/** Text of UTF-8 pieces; a character cut in two by a piece's end comes whole with the next. */
export async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

export async function wholeText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of textOf(chunks)) pieces.push(piece);
  return pieces.join('');
}

/** Lines without their ends (LF or CRLF). */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const piece of textOf(chunks)) {
    const lines = piece.split('\n');
    for (const line of lines.slice(0, -1)) {
      yield withoutReturn(rest.length > 0 ? rest.join('') + line : line);
      rest = [];
    }
    rest.push(lines.at(-1)!);
  }
  const last = rest.join('');
  if (last !== '') yield withoutReturn(last);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** The pieces once, and again from the start until told to forget. */
export function replayable(chunks: AsyncIterable<Uint8Array>): {
  all(): AsyncGenerator<Uint8Array>;
  again(): AsyncGenerator<Uint8Array>;
  forget(): void;
} {
  const iterator = chunks[Symbol.asyncIterator]();
  let kept: Uint8Array[] | undefined = [];
  async function* rest(): AsyncGenerator<Uint8Array> {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      kept?.push(next.value);
      yield next.value;
    }
  }
  return {
    all: rest,
    async *again() {
      yield* kept ?? [];
      kept = undefined;
      yield* rest();
    },
    forget: () => {
      kept = undefined;
    },
  };
}
