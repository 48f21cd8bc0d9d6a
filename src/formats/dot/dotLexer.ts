// The words of DOT: ids bare, quoted or in HTML, marks and edge operators. https://graphviz.org/doc/info/lang.html
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';
import { PulledText, type Pull } from '../pulledText.ts';

export type DotToken =
  'bare' | 'quoted' | 'html' | '->' | '--' | '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' | '+' | 'end';

const MARKS: ReadonlySet<string> = new Set<DotToken>(['{', '}', '[', ']', ';', ',', '=', ':', '+']);

export class DotLexer {
  /** What was read last. */
  kind: DotToken = 'end';
  /** Of an id, without its quotes. */
  text = '';
  line = 1;
  readonly #from = new PulledText();
  #comment: '' | 'line' | 'block' = '';

  *next(): Pull<void> {
    while (!this.#scan()) yield* this.#from.more();
  }

  /** False where more text is needed to know. */
  #scan(): boolean {
    if (!this.#skipped()) return false;
    const { text, at, ended } = this.#from;
    this.line = this.#from.line;
    const mark = text[at];
    if (mark === undefined) return this.#take('end', '', 0);
    if (MARKS.has(mark)) return this.#take(mark as DotToken, '', 1);
    if (mark === '"') return this.#quoted();
    if (mark === '<') return this.#html();
    const pair = text.slice(at, at + 2);
    if (pair === '->' || pair === '--') return this.#take(pair, '', 2);
    return pair.length < 2 && !ended ? false : this.#bare();
  }

  #take(kind: DotToken, text: string, length: number): true {
    this.kind = kind;
    this.text = text;
    this.#from.skip(length);
    return true;
  }

  /** Blanks, `//` and `#` to the end of the line, and C's comments. */
  #skipped(): boolean {
    const from = this.#from;
    for (; from.at < from.text.length; from.skip(1)) {
      const mark = from.text[from.at]!;
      const next = from.text[from.at + 1];
      if (this.#comment === 'line') this.#comment = mark === '\n' || mark === '\r' ? '' : 'line';
      else if ((mark === '*' || mark === '/') && next === undefined && !from.ended) return false;
      else if (this.#comment === 'block') {
        if (mark !== '*' || next !== '/') continue;
        from.skip(1);
        this.#comment = '';
      } else if (mark === '#' || (mark === '/' && next === '/')) this.#comment = 'line';
      else if (mark === '/' && next === '*') {
        from.skip(1);
        this.#comment = 'block';
      } else if (mark > ' ' && mark !== '\ufeff' && mark !== '\u00a0') return true;
    }
    if (from.ended && this.#comment === 'block') this.refuse('a comment is not closed');
    return from.ended;
  }

  /** Between quotes `\"` is a quote and a backslash before a line end joins the lines; the rest is the reader's. */
  #quoted(): boolean {
    const { text, at } = this.#from;
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    if (end >= text.length) return this.#unclosed('a string');
    const raw = text.slice(at + 1, end);
    const read = raw.includes('\\')
      ? raw.replace(/\\(\\|"|\r?\n)/g, (pair, mark: string) =>
          mark === '"' ? '"' : mark === '\\' ? pair : '',
        )
      : raw;
    return this.#take('quoted', read, end + 1 - at);
  }

  #html(): boolean {
    const { text, at } = this.#from;
    let depth = 0;
    for (let end = at; end < text.length; end++) {
      if (text[end] === '<') depth++;
      else if (text[end] === '>' && --depth === 0)
        return this.#take('html', text.slice(at + 1, end), end + 1 - at);
    }
    return this.#unclosed('an HTML label');
  }

  #unclosed(what: string): false {
    if (this.#from.ended) this.refuse(`${what} is not closed`);
    if (this.#from.text.length - this.#from.at > 2 * LIMITS.text)
      this.refuse(`${what} is not closed, or too long`);
    return false;
  }

  /** A name, or a number, which ends where a name would go on. */
  #bare(): boolean {
    const { text, at, ended } = this.#from;
    const numeric = /[-.\d]/.test(text[at]!);
    let end = at + 1;
    while (end < text.length && (numeric ? isDigit : isOfName)(text.charCodeAt(end))) end++;
    if (end - at > LIMITS.text) this.refuse('a name is too long');
    if (end === text.length && !ended) return false;
    if (!numeric && !isOfName(text.charCodeAt(at)))
      this.refuse(`“${text[at]!}” cannot stand there without quotes`);
    if (numeric && !/^-?(\.\d+|\d+(\.\d*)?)$/.test(text.slice(at, Math.min(end, at + 400))))
      this.refuse('a number is misspelled; a name like that needs quotes');
    return this.#take('bare', text.slice(at, end), end - at);
  }

  refuse(why: string): never {
    const where = `line ${this.line}`;
    const what = `This is not DOT that can be read: ${why}. Correct it there, or write it with Graphviz: dot -Tcanon.`;
    throw new InputError(`${where}: ${what}`, [{ outcome: 'refused', where, what }]);
  }
}

const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || code === 46;
/** Letters, digits, `_` and all beyond ASCII. */
const isOfName = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  (code >= 97 && code <= 122) ||
  (code >= 128 && code !== 0xfeff && code !== 0xa0);
