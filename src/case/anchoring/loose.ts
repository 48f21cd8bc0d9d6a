// A text as quotes are looked for in it: without what copying changes, each character knowing where it comes from.

export interface Loose {
  readonly text: string;
  /** Where in the original each unit of `text` begins, in UTF-16 units; one more at the end. */
  readonly starts: Int32Array;
}

/** Spelled as one: quotation marks, dashes, ellipses. Soft hyphens, joiners and byte order marks go. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛′`´ʹʼ＇', (mark) => [mark, "'"] as const),
  ...Array.from('“”„‟″«»‹›〝〞＂', (mark) => [mark, '"'] as const),
  ...Array.from('‐‑‒–—―−﹘﹣－', (mark) => [mark, '-'] as const),
  ...Array.from('\u00ad\u200b\u200c\u200d\u2060\ufeff', (mark) => [mark, ''] as const),
  ['…', '...'],
]);

/** White space, a letter with its accents where these come apart, else one character. */
const CLUSTER = /\s+|\P{M}\p{M}*|\p{M}+/suy;

/**
 * Lower case, white space one blank, quotation marks and dashes one sign each, ligatures and wide forms plain (NFKC).
 * O(n). A match in it is a match in the text for a reader.
 */
export function loosened(original: string): Loose {
  const pieces: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < original.length;) {
    const cluster = isPlain(original, at) ? original[at]! : clusterAt(original, at);
    const spelled = spell(cluster);
    pieces.push(spelled);
    for (let i = 0; i < spelled.length; i++) starts.push(at);
    at += cluster.length;
  }
  starts.push(original.length);
  return { text: pieces.join(''), starts: Int32Array.from(starts) };
}

/** A visible character of ASCII that no accent follows: nearly all of most texts. */
function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f && !(text.charCodeAt(at + 1) >= 0x300);
}

function clusterAt(text: string, at: number): string {
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(text)?.[0] ?? text[at]!;
}

function spell(cluster: string): string {
  const known = SPELLED.get(cluster);
  if (known !== undefined) return known;
  return /^\s/.test(cluster) ? ' ' : cluster.normalize('NFKC').toLowerCase();
}

/** The range of the original under a range of the loosened text, without blanks at its ends. */
export function rangeUnder(
  original: string,
  { starts }: Loose,
  from: number,
  to: number,
): { start: number; end: number } {
  const [start, end] = [starts[from]!, starts[to]!];
  const words = original.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}
