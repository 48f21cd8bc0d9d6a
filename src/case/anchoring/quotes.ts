// Finding a quote again: word for word, loosely, or by likeness, its context choosing among several places.
import type { Locator } from '../records.ts';
import { Grams } from './grams.ts';
import { likeliest, likeness } from './likeness.ts';
import { loosened, rangeUnder, type Loose } from './loose.ts';

export type Quote = NonNullable<Locator['quote']>;

export interface Found {
  /** UTF-16 units of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly how: 'quote' | 'fuzzy';
  /** From 0 to 1: 1 where words and context are as quoted and stand once. */
  readonly sureness: number;
}

/** Share of a quote that may differ. */
const DIFFERENT = 0.25;
/** Units below which a quote is found word for word or not at all: too little is left to be alike. */
const SHORTEST = 12;
/** Equal places looked at, and strips in which likeness is sought. */
const PLACES = 200;
const STRIPS = 6;
const CONTEXT = 32;

/** A text in which many quotes are sought. Building takes O(n), each quote about its own length. */
export class QuoteFinder {
  readonly #text: string;
  readonly #loose: Loose;
  readonly #grams: Grams;

  constructor(text: string) {
    this.#text = text;
    this.#loose = loosened(text);
    this.#grams = new Grams(this.#loose.text);
  }

  /** `near` is where it is expected, in units of the text. */
  find(quote: Quote, near?: number): Found | undefined {
    const pattern = loosened(quote.exact).text.trim();
    if (pattern === '') return undefined;
    const around = contextOf(quote);
    return this.#verbatim(pattern, around, near) ?? this.#alike(pattern, around, near);
  }

  #verbatim(pattern: string, around: Context, near: number | undefined): Found | undefined {
    const places = this.#grams.places(pattern, PLACES);
    const rated = places.map((at) => this.#rate(at, at + pattern.length, 1, around, near));
    const [first, second] = rated.sort((a, b) => b.score - a.score);
    if (!first) return undefined;
    // Words that stand several times are as sure as their context tells them apart.
    const lead = second ? Math.min(1, (first.score - second.score) * 4) : 1;
    const sureness = (0.4 + 0.6 * lead) * (0.9 + 0.1 * first.context);
    return { ...this.#range(first), how: 'quote', sureness };
  }

  #alike(pattern: string, around: Context, near: number | undefined): Found | undefined {
    if (pattern.length < SHORTEST) return undefined;
    const most = Math.floor(pattern.length * DIFFERENT);
    const found = this.#grams.diagonals(pattern, most, STRIPS).flatMap((start) => {
      const from = Math.max(0, start - 2 * most - 16);
      const window = this.#loose.text.slice(from, start + pattern.length + 2 * most + 16);
      const likely = likeliest(pattern, window, most);
      if (!likely) return [];
      const alike = 1 - likely.edits / pattern.length;
      return [this.#rate(from + likely.start, from + likely.end, alike, around, near)];
    });
    const best = found.sort((a, b) => b.score - a.score)[0];
    return best && { ...this.#range(best), how: 'fuzzy', sureness: best.alike * (0.8 + 0.2 * best.context) };
  }

  #range({ from, to }: Rated): { start: number; end: number } {
    return rangeUnder(this.#text, this.#loose, from, to);
  }

  /** Words weigh most, then context, then nearness, as in Hypothesis's client. */
  #rate(from: number, to: number, alike: number, around: Context, near: number | undefined): Rated {
    const { text, starts } = this.#loose;
    const before = text.slice(Math.max(0, from - around.prefix.length), from);
    const after = text.slice(to, to + around.suffix.length);
    const context = mean([
      ...(around.prefix ? [likeness(around.prefix, before)] : []),
      ...(around.suffix ? [likeness(around.suffix, after)] : []),
    ]);
    const nearness =
      near === undefined ? 0 : 1 - Math.min(1, Math.abs(starts[from]! - near) / (starts.at(-1)! + 1));
    return { from, to, alike, context: context ?? 1, score: alike + 0.5 * (context ?? 0) + 0.05 * nearness };
  }
}

interface Rated {
  readonly from: number;
  readonly to: number;
  readonly alike: number;
  readonly context: number;
  readonly score: number;
}

interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/** The nearest units on either side; a blank between context and quote counts with the context. */
function contextOf({ exact, prefix = '', suffix = '' }: Quote): Context {
  const lead = exact.length - exact.trimStart().length;
  const trail = exact.trimEnd().length;
  return {
    prefix: loosened(prefix + exact.slice(0, lead)).text.slice(-CONTEXT),
    suffix: loosened(exact.slice(trail) + suffix).text.slice(0, CONTEXT),
  };
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether a range holds these words, but for what copying changes. */
export const holdsWords = (words: string, quote: Quote): boolean =>
  loosened(words).text.trim() === loosened(quote.exact).text.trim();
