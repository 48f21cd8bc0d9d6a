// Ranges of words, the names among them, and what they say.
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import type { Token, Words } from './tokens.ts';

/** A range of tokens, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Name extends Span {
  /** "Deputy Prime Minister", "Judge", "Dr": the words of rank directly before it. */
  readonly title?: Span;
}

/** "FSB", "1MDB", "B&Q". */
export const isAcronym = (text: string): boolean =>
  /^[\p{Lu}\p{N}][\p{Lu}\p{N}&]{1,6}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);

export const wordsIn = ({ tokens }: Words, { from, to }: Span): readonly Token[] => tokens.slice(from, to);
/** The words of a span as they stand in the text, without the possessive at its end. */
export const textOf = ({ text, tokens }: Words, { from, to }: Span): string =>
  text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');

export const isBody = (token: Token): boolean => lexicon.BODIES.has(token.lower);
export const isRole = (token: Token): boolean =>
  lexicon.ROLES.has(token.lower) || lexicon.HONORIFICS.has(token.lower);

/** A word of the language, by itself or in a body's name. */
export const isCommonWord = (lower: string, language: Language): boolean =>
  lexicon.GRAMMAR.has(lower) || lexicon.BODIES.has(lower) || language.isCommon(lower);
