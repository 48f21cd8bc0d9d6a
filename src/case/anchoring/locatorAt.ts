// A locator for words of a text: position and quote with context, so that it is found again when the text changes.
import type { Id, Locator } from '../records.ts';
import { CodePoints } from './codePoints.ts';
import type { Quote } from './quotes.ts';

/** UTF-16 units kept on each side of a quote. */
const AROUND = 32;

/**
 * The words between two offsets in UTF-16 units, without blanks at their ends. Undefined where that is nothing.
 * `document` is the source whose text it is.
 */
export function locatorAt(text: string, from: number, to: number, document?: Id): Locator | undefined {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = to - (words.length - words.trimEnd().length);
  if (end <= start) return undefined;
  const points = new CodePoints(text);
  return {
    ...(document !== undefined && { document }),
    position: { start: points.pointOf(start), end: points.pointOf(end) },
    quote: quoteAt(text, start, end),
  };
}

/** The quote of a range in UTF-16 units, with what stands before and after it; no character is cut in two. */
export function quoteAt(text: string, start: number, end: number): Quote {
  const prefix = text.slice(Math.max(0, start - AROUND), start).replace(/^[\udc00-\udfff]/, '');
  const suffix = text.slice(end, end + AROUND).replace(/[\ud800-\udbff]$/, '');
  return { exact: text.slice(start, end), ...(prefix && { prefix }), ...(suffix && { suffix }) };
}
