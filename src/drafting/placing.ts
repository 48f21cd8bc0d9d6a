// Places in a text as locators have them: code points, the words themselves, a little before and after.
import type { Span } from './names.ts';
import type { Place } from './suggestion.ts';
import type { Words } from './tokens.ts';

/** How much of what stands before and after goes along, in UTF-16 units: enough to tell two like quotes apart. */
const CONTEXT = 32;

export class Placing {
  readonly #text: string;
  /** Places of second halves of surrogate pairs, in order. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.#pairs.push(index + 1);
  }

  /** `start` and `end` in UTF-16 units, as regular expressions count. */
  of(start: number, end: number): Place {
    const quote = this.#text.slice(start, end);
    return {
      start: this.#codePoint(start),
      end: this.#codePoint(end),
      quote,
      prefix: whole(this.#text.slice(Math.max(0, start - CONTEXT), start)),
      suffix: whole(this.#text.slice(end, end + CONTEXT)),
    };
  }

  ofTokens({ tokens }: Words, { from, to }: Span): Place {
    return this.of(tokens[from]!.start, tokens[to - 1]!.end);
  }

  #codePoint(at: number): number {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  }
}

/** Without half a surrogate pair at either edge. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
