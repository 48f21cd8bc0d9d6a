// Where in a text each run of six units stands, so that a quote is sought only where some of it is.

const Q = 6;
const BITS = 18;
const BASE = 0x01000193;
const TOP = Math.imul(Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE)), BASE);
/** Places of one gram that are looked at; a gram that stands more often says little. */
const MOST = 2_000;

/**
 * Chains of places by the hash of the gram that begins there (Karp and Rabin 1987), the first place first. Built in O(n),
 * 4 bytes a unit of the text.
 */
export class Grams {
  readonly #text: string;
  readonly #first = new Int32Array(1 << BITS).fill(-1);
  readonly #next: Int32Array;
  readonly #count = new Int32Array(1 << BITS);

  constructor(text: string) {
    this.#text = text;
    this.#next = new Int32Array(Math.max(0, text.length - Q + 1)).fill(-1);
    const keys = keysOf(text);
    for (let at = keys.length - 1; at >= 0; at--) {
      const key = keys[at]!;
      this.#next[at] = this.#first[key]!;
      this.#first[key] = at;
      this.#count[key]!++;
    }
  }

  /** Where the pattern stands word for word, in order; at most `most` places. */
  places(pattern: string, most: number): readonly number[] {
    const keys = keysOf(pattern);
    const rarest = keys.reduce(
      (best, key, i) => (this.#count[key]! < this.#count[keys[best]!]! ? i : best),
      0,
    );
    if (keys.length === 0 || this.#count[keys[rarest]!]! > MOST) return this.#scanned(pattern, most);
    const found: number[] = [];
    for (let at = this.#first[keys[rarest]!]!; at >= 0 && found.length < most; at = this.#next[at]!) {
      if (at >= rarest && this.#text.startsWith(pattern, at - rarest)) found.push(at - rarest);
    }
    return found;
  }

  #scanned(pattern: string, most: number): readonly number[] {
    const found: number[] = [];
    if (pattern === '') return found;
    for (let at = this.#text.indexOf(pattern); at >= 0 && found.length < most;) {
      found.push(at);
      at = this.#text.indexOf(pattern, at + 1);
    }
    return found;
  }

  /**
   * Where a pattern may stand with edits: diagonals on which most of its grams lie, the best first, as starts of the
   * pattern give or take `slack` (the filter of Jokinen and Ukkonen 1991, counted in strips as by Rasmussen, Stoye and
   * Myers 2006; a heuristic where edits are many).
   */
  diagonals(pattern: string, slack: number, most: number): readonly number[] {
    const strips = new Map<number, number>();
    const width = Math.max(16, slack);
    keysOf(pattern).forEach((key, i) => {
      if (this.#count[key]! > MOST) return;
      for (let at = this.#first[key]!; at >= 0; at = this.#next[at]!) {
        const strip = Math.floor((at - i) / width);
        strips.set(strip, (strips.get(strip) ?? 0) + 1);
      }
    });
    return [...strips]
      .sort(([a, votes], [b, others]) => others - votes || a - b)
      .slice(0, most)
      .map(([strip]) => strip * width + (width >> 1));
  }
}

function keysOf(text: string): Int32Array {
  const keys = new Int32Array(Math.max(0, text.length - Q + 1));
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    if (at >= Q) hash = (hash - Math.imul(text.charCodeAt(at - Q), TOP)) | 0;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    // The upper bits, mixed: the lower ones of a product know little of the first units.
    if (at >= Q - 1) keys[at - Q + 1] = Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
  }
  return keys;
}
