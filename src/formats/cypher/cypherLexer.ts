// The words of Cypher: names, strings, numbers and marks. https://neo4j.com/docs/cypher-manual/current/syntax/
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';

export interface CypherToken {
  /** A quoted name is never a keyword. */
  readonly kind: 'name' | 'quoted' | 'string' | 'number' | 'mark' | 'end';
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const SPACE = /(?:[\s\ufeff]+|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER = /(?:0x[\da-fA-F]+|(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][+-]?\d+)?)/y;
const MARK = /->|<-|\+=|=>|<=|>=|<>|\.\.|[^]/y;
const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);

export class CypherLexer {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The statements of a script, each as its tokens without the semicolon; lines that begin with a colon stand alone. */
  *statements(): Generator<CypherToken[]> {
    let tokens: CypherToken[] = [];
    for (
      let token = this.#next(tokens.length === 0);
      token.kind !== 'end';
      token = this.#next(tokens.length === 0)
    ) {
      const isEnd = token.kind === 'mark' && (token.text === ';' || token.text.startsWith(':command'));
      if (!isEnd) tokens.push(token);
      else {
        if (token.text !== ';') tokens.push(token);
        if (tokens.length > 0) yield tokens;
        tokens = [];
      }
    }
    if (tokens.length > 0) yield tokens;
  }

  #next(isFirst: boolean): CypherToken {
    this.#match(SPACE);
    const mark = this.#text[this.#at];
    const line = this.#line;
    if (mark === undefined) return { kind: 'end', text: '', line };
    if (mark === ':' && isFirst) return this.#command(line);
    if (mark === '"' || mark === "'") return { kind: 'string', text: this.#string(mark), line };
    if (mark === '`') return { kind: 'quoted', text: this.#quoted(), line };
    const name = this.#match(NAME);
    if (name !== undefined) return { kind: 'name', text: name, line };
    const number = this.#isNumber() ? this.#match(NUMBER) : undefined;
    if (number !== undefined) return { kind: 'number', text: number.replaceAll('_', ''), line };
    return { kind: 'mark', text: this.#match(MARK)!, line };
  }

  /** `:begin` and its like, for the shell; of `:param` the rest is a statement. */
  #command(line: number): CypherToken {
    const word = /:\w*/y;
    const text = this.#match(word)!;
    if (text === ':param') return { kind: 'name', text, line };
    this.#match(/[^\n]*/y);
    return { kind: 'mark', text: ':command', line };
  }

  #isNumber(): boolean {
    const [mark, next] = [this.#text[this.#at]!, this.#text[this.#at + 1] ?? ''];
    return (
      /\d/.test(mark) ||
      (mark === '.' && /\d/.test(next) && !/[\p{ID_Continue}\]`)]/u.test(this.#text[this.#at - 1] ?? ''))
    );
  }

  #string(quote: string): string {
    const from = this.#line;
    let string = '';
    for (let at = this.#at + 1; ; at++) {
      const mark = this.#text[at];
      if (mark === undefined) this.#refuse(from, 'the text that begins here has no closing quotation mark');
      if (mark === quote) {
        this.#take(at + 1 - this.#at);
        return string;
      }
      if (mark !== '\\') string += mark;
      else {
        const [text, length] = this.#escape(at + 1);
        string += text;
        at += length;
      }
      if (string.length > LIMITS.text) this.#refuse(from, 'a text is longer than 1 MB');
    }
  }

  #escape(at: number): readonly [text: string, length: number] {
    const code = /^(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(this.#text.slice(at, at + 9));
    const value = code ? parseInt(code[1] ?? code[2]!, 16) : NaN;
    if (code?.[1] !== undefined) return [String.fromCharCode(value), 5];
    if (code && value <= 0x10ffff) return [String.fromCodePoint(value), 9];
    const mark = this.#text[at] ?? '';
    return [ESCAPES.get(mark) ?? mark, 1];
  }

  /** Back-ticks are doubled; `\u` escapes are decoded before all else. */
  #quoted(): string {
    const found = this.#match(/`(?:[^`]|``){0,100000}`/y);
    if (found === undefined) this.#refuse(this.#line, 'the name that begins here has no closing back-tick');
    return found
      .slice(1, -1)
      .replaceAll('``', '`')
      .replace(/\\u([\da-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined || found === '') return undefined;
    this.#take(found.length);
    return found;
  }

  #take(length: number): void {
    for (let i = 0; i < length; i++) if (this.#text.charCodeAt(this.#at + i) === 10) this.#line++;
    this.#at += length;
  }

  #refuse(line: number, why: string): never {
    const where = `line ${line}`;
    const what = `The script cannot be read: ${why}.`;
    throw new InputError(`${where}: ${what}`, [{ outcome: 'refused', where, what }]);
  }
}
