// Offsets in code points, as locators count them, and in UTF-16 units, as strings do.

/** Both ways between the two counts of one text. O(log a) a question, for `a` characters beyond U+FFFF. */
export class CodePoints {
  /** Units at which such a character begins. */
  readonly #pairs: Int32Array;
  /** Of the text, in code points. */
  readonly length: number;
  readonly #units: number;

  constructor(text: string) {
    this.#pairs = Int32Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
    this.#units = text.length;
    this.length = text.length - this.#pairs.length;
  }

  /** The unit at which a code point begins; beyond the end, the end. */
  unitOf(point: number): number {
    const pairs = this.#pairs;
    // The i-th pair begins at the code point pairs[i] - i.
    const before = countBelow(pairs.length, (i) => pairs[i]! - i < point);
    return Math.min(point + before, this.#units);
  }

  /** The code point to which a unit belongs. */
  pointOf(unit: number): number {
    const pairs = this.#pairs;
    return unit - countBelow(pairs.length, (i) => pairs[i]! < unit);
  }
}

/** How many of the first `length` numbers hold, where those that hold come first. */
export function countBelow(length: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
