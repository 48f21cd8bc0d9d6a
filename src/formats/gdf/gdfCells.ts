// One line of GDF ⇄ its cells. A quote is closed only where a comma or the end follows, since none inside is escaped.

export interface Cell {
  readonly text: string;
  /** What is in quotes is text, even if it says null. */
  readonly quoted: boolean;
}

export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  // Once nothing closes a quote, nothing further on does; looking again at each cell would take for ever.
  const open = new Set<string>();
  let at = 0;
  while (at <= line.length) {
    while (line[at] === ' ' || line[at] === '\t') at++;
    const quote = line[at];
    const isQuote = (quote === '"' || quote === "'") && !open.has(quote);
    const close = isQuote ? closingQuote(line, at + 1, quote) : undefined;
    if (isQuote && !close) open.add(quote);
    if (close) {
      cells.push({ text: line.slice(at + 1, close.at), quoted: true });
      at = close.next;
    } else {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      cells.push({ text: line.slice(at, end).trim(), quoted: false });
      at = end + 1;
    }
  }
  return cells;
}

/** Where the quote closes and the next cell begins; undefined where it never does. */
function closingQuote(line: string, from: number, quote: string): { at: number; next: number } | undefined {
  for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 1)) {
    let next = at + 1;
    while (line[next] === ' ' || line[next] === '\t') next++;
    if (next >= line.length || line[next] === ',') return { at, next: next + 1 };
  }
  return undefined;
}

const PLAIN = /^[\p{L}\p{N}_.:/+-]+$/u;

/** A text in the quotes that nothing inside it seems to close; `spelledOut` sees to it that there are such. */
export function cellText(text: string): string {
  if (text === '') return "''";
  if (PLAIN.test(text) && text.toLowerCase() !== 'null') return text;
  const quote = closes(text, '"') ? "'" : '"';
  return quote + text + quote;
}

/** Whether a quote inside the text would be taken for the closing one. */
export function closes(text: string, quote: string): boolean {
  const found = closingQuote(`${text} x`, 0, quote);
  return found !== undefined;
}
