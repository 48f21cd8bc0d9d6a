// GEXF's lists: `["a", 'b', c]` of 1.3, and `a|b`, `a;b`, `a,b` of 1.2.

/** The items of a list in any of the spellings that Gephi has written or read. */
export function readList(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) return bracketed(trimmed.slice(1, -1));
  const separator = ['|', ';', ','].find((mark) => trimmed.includes(mark));
  return separator ? trimmed.split(separator).map((item) => item.trim()) : [trimmed];
}

/** Items separated by commas, each bare or in single or double quotes with backslash escapes. */
function bracketed(text: string): string[] {
  const items: string[] = [];
  let item = '';
  let quote = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '\\' && quote) item += unescaped(text[++at] ?? '\\');
    else if (quote) {
      if (mark === quote) quote = '';
      else item += mark;
    } else if ((mark === '"' || mark === "'") && item.trim() === '') {
      quote = mark;
      quoted = true;
      item = '';
    } else if (mark === ',') {
      items.push(quoted ? item : item.trim());
      item = '';
      quoted = false;
    } else if (!quoted) item += mark;
  }
  if (quoted || item.trim() !== '' || items.length > 0) items.push(quoted ? item : item.trim());
  return items;
}

const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);
const unescaped = (mark: string): string => ESCAPES.get(mark) ?? mark;

/** `["a", "b"]` in 1.3, `a|b` in 1.2 as far as no item has a mark that parts items there. */
export function writeList(items: readonly string[], version: '1.3' | '1.2'): string {
  const plain = version === '1.2' && !items.some((item) => /[|;,[\]]|^\s|\s$/.test(item));
  return plain ? items.join('|') : `[${items.map((item) => `"${escaped(item)}"`).join(', ')}]`;
}

const escaped = (item: string): string =>
  item.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
