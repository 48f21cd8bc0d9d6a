// How alike two strings are: the place in a window where a pattern stands with the fewest edits.

export interface Likely {
  /** In the window, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Insertions, deletions and replacements of one unit. */
  readonly edits: number;
}

/**
 * The best place of `pattern` in `window` with at most `most` edits; the first of several as good. Sellers 1980, "The
 * theory and computation of evolutionary distances", with the cut-off of Ukkonen 1985, "Finding approximate patterns in
 * strings": O(most × window) where little is alike.
 */
export function likeliest(pattern: string, window: string, most: number): Likely | undefined {
  const m = pattern.length;
  // Down one column: edits of each prefix of the pattern against what ends here, and where that begins.
  const edits = Int32Array.from({ length: m + 1 }, (_, i) => i);
  const begins = new Int32Array(m + 1);
  let best: Likely | undefined;
  /** The last row that may still lead to a match. */
  let last = Math.min(most, m);
  for (let j = 1; j <= window.length; j++) {
    const unit = window.charCodeAt(j - 1);
    let [diagonal, diagonalBegin] = [0, j - 1];
    begins[0] = j;
    const rows = Math.min(last + 1, m);
    for (let i = 1; i <= rows; i++) {
      const left = i <= last ? edits[i]! : most + 1;
      const leftBegin = begins[i]!;
      let [value, begin] = [diagonal + (pattern.charCodeAt(i - 1) === unit ? 0 : 1), diagonalBegin];
      if (edits[i - 1]! + 1 < value) [value, begin] = [edits[i - 1]! + 1, begins[i - 1]!];
      if (left + 1 < value) [value, begin] = [left + 1, leftBegin];
      [diagonal, diagonalBegin] = [left, leftBegin];
      edits[i] = value;
      begins[i] = begin;
    }
    last = rows;
    while (last > 0 && edits[last]! > most) last--;
    if (last === m && (!best || edits[m]! < best.edits))
      best = { start: begins[m]!, end: j, edits: edits[m]! };
  }
  return best;
}

/** 1 for equal strings, 0 for strings with nothing in common; Levenshtein over the longer. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return 1 - row[b.length]! / longer;
}
