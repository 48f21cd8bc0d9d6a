// One line of VNA ⇄ its cells. Quotes have no escape; what lies between cells is a comma, tabs or spaces.

/** What lies between the cells of a section, as the line that names its columns shows it. */
export type Between = 'tabs' | 'commas' | 'spaces';

export function betweenIn(heading: string): Between {
  const plain = heading.replace(/"[^"]*"/g, '');
  return plain.includes('\t') ? 'tabs' : plain.includes(',') ? 'commas' : 'spaces';
}

/** Empty cells count between commas and between tabs, not between spaces; a quote that never closes goes to the end. */
export function cellsOf(line: string, between: Between): string[] {
  const cells: string[] = [];
  const mark = between === 'tabs' ? '\t' : between === 'commas' ? ',' : undefined;
  const text = line.trim();
  let at = 0;
  while (at < text.length) {
    const end = endOfCell(text, at, mark);
    cells.push(bare(text.slice(at, end)));
    at = end + 1;
    if (mark === undefined) while (isSpace(text, at)) at++;
    else if (at === text.length) cells.push('');
  }
  return cells;
}

function endOfCell(text: string, from: number, mark: string | undefined): number {
  let start = from;
  while (isSpace(text, start) && text[start] !== mark) start++;
  let at = start;
  if (text[start] === '"') {
    const close = text.indexOf('"', start + 1);
    at = close < 0 ? text.length : close + 1;
  }
  while (at < text.length && (mark === undefined ? !isSpace(text, at) : text[at] !== mark)) at++;
  return at;
}

const isSpace = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

function bare(cell: string): string {
  const text = cell.trim();
  return text.startsWith('"') ? text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined) : text;
}

/** A text that one cell can hold: on one line and without the quote that would end it. */
export const spelled = (text: string): string => text.replace(/[\r\n]+/g, ' ').replaceAll('"', '’');

export const quoted = (text: string): string => `"${spelled(text)}"`;
