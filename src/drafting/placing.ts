// Places in a text as locators have them: code points, the words themselves, a little before and after.
import { CodePoints } from '../case/anchoring/codePoints.ts';
import { quoteAt } from '../case/anchoring/locatorAt.ts';
import type { Span } from './spans.ts';
import type { Place } from './suggestion.ts';
import type { Words } from './tokens.ts';

export class Placing {
  readonly #text: string;
  readonly #points: CodePoints;

  constructor(text: string) {
    this.#text = text;
    this.#points = new CodePoints(text);
  }

  /** `start` and `end` in UTF-16 units, as regular expressions count. */
  of(start: number, end: number): Place {
    const { exact, prefix = '', suffix = '' } = quoteAt(this.#text, start, end);
    return {
      start: this.#points.pointOf(start),
      end: this.#points.pointOf(end),
      quote: exact,
      prefix,
      suffix,
    };
  }

  ofTokens({ tokens }: Words, { from, to }: Span): Place {
    return this.of(tokens[from]!.start, tokens[to - 1]!.end);
  }
}
