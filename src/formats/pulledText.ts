// A text that comes in pieces, for parsers that read it as one: they yield where they need more of it.
import { textOf } from './text.ts';

/** A parser, or a part of one. What is sent into it is the next piece; undefined is the end. */
export type Pull<T> = Generator<undefined, T, string | undefined>;

export class PulledText {
  /** What has come and is not yet used lies from `at` on. */
  text = '';
  at = 0;
  ended = false;
  /** Of `at`, from 1. The lexer counts. */
  line = 1;

  /**
   * Waits for more and drops what lies before `at`. What is left is at most copied twice as often as it doubles, so
   * that a word over many pieces takes no longer than many words.
   */
  *more(): Pull<void> {
    const left = this.text.slice(this.at);
    const pieces = [left];
    for (let length = 0; !this.ended && length <= left.length / 2;) {
      const piece = yield;
      if (piece === undefined) this.ended = true;
      else pieces.push(piece);
      length += piece?.length ?? 0;
    }
    this.text = pieces.join('');
    this.at = 0;
  }

  /** Moves on by so many characters and counts their lines; CR alone ends one too. */
  skip(count: number): void {
    const to = this.at + count;
    for (; this.at < to; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10 || (code === 13 && this.text.charCodeAt(this.at + 1) !== 10)) this.line++;
    }
  }
}

/** Sends the text of a file into a parser until either ends. */
export async function pullThrough(chunks: AsyncIterable<Uint8Array>, parser: Pull<void>): Promise<void> {
  let state = parser.next();
  for await (const piece of textOf(chunks)) {
    if (state.done) return;
    if (piece !== '') state = parser.next(piece);
  }
  while (!state.done) state = parser.next(undefined);
}
