// One line of Pajek as words: bare, in double quotes, or times in brackets.

export interface PajekWord {
  readonly kind: 'bare' | 'quoted' | 'time';
  readonly text: string;
}

/** Old files quote nothing, and nothing can be escaped; a quote that is not closed goes to the end of the line. */
export function wordsOf(line: string): PajekWord[] {
  const words: PajekWord[] = [];
  for (let at = 0; at < line.length;) {
    if (line.charCodeAt(at) <= 32) {
      at++;
      continue;
    }
    const close = line[at] === '"' ? '"' : line[at] === '[' ? ']' : '';
    let end = close === '' ? at : line.indexOf(close, at + 1);
    if (close === '') while (end < line.length && line.charCodeAt(end) > 32) end++;
    if (end < 0) end = line.length;
    const text = line.slice(close === '' ? at : at + 1, end);
    words.push({ kind: close === '"' ? 'quoted' : close === ']' ? 'time' : 'bare', text });
    at = close === '' ? end : end + 1;
  }
  return words;
}

export const isNumber = (word: PajekWord | undefined): boolean =>
  word?.kind === 'bare' &&
  word.text.length < 400 &&
  /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word.text);

/** A vertex number, from 1; undefined where it is none. */
export function numberOf(word: PajekWord | undefined): number | undefined {
  if (!isNumber(word)) return undefined;
  const number = Number(word!.text);
  return Number.isSafeInteger(number) ? number : undefined;
}
