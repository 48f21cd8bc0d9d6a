// Where the claims of a source land in its text: by position where it is the text they were coded from, else by quote.
import type { ReadonlyCase } from '../case.ts';
import type { Id, Locator } from '../records.ts';
import { CodePoints } from './codePoints.ts';
import { Places } from './places.ts';
import { holdsWords, QuoteFinder } from './quotes.ts';
import { wordsOf } from './words.ts';

/** A claim, one of its locators into the text (none: it names no place), and words by which to know its paragraph. */
export interface Located {
  readonly claim: Id;
  readonly locator?: Locator;
  readonly words?: readonly string[];
}

/** `place`: no more than the page or paragraph where it should be. */
export type How = 'position' | 'quote' | 'fuzzy' | 'place';

export interface Passage {
  /** Code points, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly how: How;
  /** From 0 to 1. */
  readonly sureness: number;
  /** Claims that rest on these words. */
  readonly claims: readonly Id[];
}

/**
 * `changed`: its position is of another text and it keeps no quote; `outside`: the position is beyond the end; `gone`:
 * neither its words nor words like them stand there; `vague`: its place is too vague to mark; `nowhere`: it names none.
 */
export type Reason = 'changed' | 'outside' | 'gone' | 'vague' | 'nowhere';

export interface Unplaced {
  readonly claim: Id;
  readonly locator?: Locator;
  readonly reason: Reason;
}

export interface Anchors {
  /** In the order of the text, the longer first. */
  readonly passages: readonly Passage[];
  readonly unplaced: readonly Unplaced[];
  /** Where each located claim landed, in the order given; for keeping quotes and new positions. */
  readonly placed: readonly Placed[];
}

export interface Placed extends Omit<Passage, 'claims'> {
  readonly claim: Id;
  readonly locator: Locator;
}

/** A text, and whether it is the one that positions count in: undefined where nobody recorded a hash. */
export interface Document {
  readonly text: string;
  readonly isOriginal?: boolean;
}

/** O(n) for the text, and for each locator about the length of its quote; the text is indexed when the first needs it. */
export function anchor(located: Iterable<Located>, document: Document): Anchors {
  const anchoring = new Anchoring(document);
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const one of located) {
    const found = anchoring.place(one);
    if (typeof found === 'string') unplaced.push({ claim: one.claim, locator: one.locator, reason: found });
    else placed.push({ claim: one.claim, locator: one.locator!, ...found });
  }
  return { passages: passagesOf(placed), unplaced, placed };
}

type Landing = Omit<Passage, 'claims'>;

class Anchoring {
  readonly #document: Document;
  readonly #points: CodePoints;
  readonly #places: Places;
  #finder: QuoteFinder | undefined;

  constructor(document: Document) {
    this.#document = document;
    this.#points = new CodePoints(document.text);
    this.#places = new Places(document.text);
  }

  place({ locator, words = [] }: Located): Landing | Reason {
    if (!locator) return 'nowhere';
    const byPosition = this.#byPosition(locator);
    if (typeof byPosition === 'object') return byPosition;
    return this.#byQuote(locator) ?? this.#byPlace(locator, words) ?? byPosition;
  }

  /** A position counts in the text it was measured in; a quote beside it must agree. */
  #byPosition({ position, quote, place, page }: Locator): Landing | Reason {
    if (!position) return quote ? 'gone' : (place ?? page) ? 'vague' : 'nowhere';
    const { text, isOriginal } = this.#document;
    if (isOriginal === false) return quote ? 'gone' : 'changed';
    const { start, end } = position;
    if (start < 0 || end <= start || end > this.#points.length) return 'outside';
    const words = text.slice(this.#points.unitOf(start), this.#points.unitOf(end));
    if (quote && !holdsWords(words, quote)) return 'gone';
    return { start, end, how: 'position', sureness: isOriginal || quote ? 1 : 0.5 };
  }

  #byQuote({ quote, position }: Locator): Landing | undefined {
    if (!quote) return undefined;
    this.#finder ??= new QuoteFinder(this.#document.text);
    const found = this.#finder.find(quote, position && this.#points.unitOf(Math.max(0, position.start)));
    return found && { ...found, ...this.#inPoints(found) };
  }

  #byPlace(locator: Locator, words: readonly string[]): Landing | undefined {
    const found = this.#places.find(locator, words);
    return found && { ...this.#inPoints(found), how: 'place', sureness: 0.3 };
  }

  #inPoints({ start, end }: { readonly start: number; readonly end: number }) {
    return { start: this.#points.pointOf(start), end: this.#points.pointOf(end) };
  }
}

/** One passage for all claims that rest on the same words. */
function passagesOf(placed: readonly Placed[]): readonly Passage[] {
  const passages = new Map<string, Omit<Passage, 'claims'> & { claims: Id[] }>();
  for (const { claim, start, end, how, sureness } of placed) {
    const key = `${start} ${end} ${how}`;
    const standing = passages.get(key);
    if (!standing) passages.set(key, { start, end, how, sureness, claims: [claim] });
    else if (!standing.claims.includes(claim)) standing.claims.push(claim);
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The claims that point into a source's text, and those of the source that name no place in any. Gaps (undefined)
 * between them, so that long cases can be gone through in slices.
 */
export function* locatedIn(of: ReadonlyCase, source: Id): Generator<Located | undefined> {
  for (const claim of of.claims) {
    const here = (claim.locators ?? []).filter(({ document = claim.source }) => document === source);
    for (const locator of here) yield { claim: claim.id, locator, words: wordsOf(of, claim) };
    if (here.length > 0) continue;
    yield claim.source === source && !claim.locators?.length ? { claim: claim.id } : undefined;
  }
}

/** Why a claim could not be placed, as a sentence. */
export const REASONS: Readonly<Record<Reason, string>> = {
  changed: 'Its position counts in another version of this text, and no quote was kept with it.',
  outside: 'Its position lies beyond the end of this text.',
  gone: 'Neither its words nor words like them stand in this text.',
  vague: 'It names only a place in words, which is not found here.',
  nowhere: 'It names no place in the text.',
};
