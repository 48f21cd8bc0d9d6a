// DOT's labels as text: backslash escapes, HTML without its tags, records without their ports.
import { withoutEntities } from '../entities.ts';

/** `\n`, `\l` and `\r` end a line; `\N`, `\G`… stand for names; any other letter stands for itself. */
export const unescaped = (text: string, names?: ReadonlyMap<string, string>): string =>
  text.includes('\\')
    ? text.replace(/\\([^])/g, (_, mark: string) =>
        mark === 'n' || mark === 'l' || mark === 'r' ? '\n' : (names?.get(mark) ?? mark),
      )
    : text;

/** Text of a label in Graphviz's HTML: a row is a line, tags are dropped. */
export function textOfHtml(html: string): string {
  let text = '';
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const close = html.indexOf('>', open);
    const name = /^<\/?\s*([a-z]{1,10})/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase();
    text += name === 'br' || name === 'tr' ? '\n' : name === 'td' ? ' ' : '';
    at = close < 0 ? html.length : close + 1;
  }
  return tidy(withoutEntities(text));
}

/** Fields of a record, `{<f0> a|b}`, side by side. */
export const textOfRecord = (label: string): string =>
  tidy(label.replace(/\\[^]|<[^<>]{0,200}>|[{}|]/g, (mark) => (mark.startsWith('\\') ? mark : ' ')));

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split(/\s/).filter(Boolean).join(' '))
    .filter((line) => line !== '')
    .join('\n');
