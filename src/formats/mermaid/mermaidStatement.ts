// One statement of a flowchart: nodes, several parted by "&", and the lines between them.
import { labelOf } from './mermaidText.ts';

export interface Vertex {
  readonly id: string;
  readonly label?: string;
}
export interface Line {
  readonly id?: string;
  readonly label: string;
  /** Whether there is a head, a cross or a dot at its start and at its end. */
  readonly start: boolean;
  readonly end: boolean;
  /** `~~~` only moves nodes apart. */
  readonly hidden: boolean;
}
export interface Statement {
  /** One more than the lines. */
  readonly vertices: readonly (readonly Vertex[])[];
  readonly links: readonly Line[];
}

const ID = /(?:[\p{L}\p{N}\p{M}\p{So}_!#$'*+.`?\\/,]|:(?!::)|-(?![-.>])|=(?!=))+/uy;
/** Longest first, so that `[[` is not taken for `[`. */
const SHAPES: readonly (readonly [open: string, ...close: string[]])[] = [
  ['(((', ')))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['((', '))'],
  ['{{', '}}'],
  ['[/', '/]', '\\]'],
  ['[\\', '\\]', '/]'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['>', ']'],
];
const WHOLE = /[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?|~~~+)/y;
const OPENING = /[xo<]?(?:--|==|-\.)/y;
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ['--', /--+[-xo>]/g],
  ['==', /==+[=xo>]/g],
  ['-.', /\.+-[xo>]?/g],
]);

/** Never throws: what cannot be read is a fault. */
export function readStatement(text: string): Statement | { readonly fault: string } {
  try {
    return new StatementReader(text).read();
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

class Fault extends Error {}

class StatementReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Statement {
    const vertices = [this.#vertices()];
    const links: Line[] = [];
    while (this.#skip() < this.#text.length) {
      links.push(this.#line());
      vertices.push(this.#vertices());
    }
    return { vertices, links };
  }

  #skip(): number {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#at;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #takes(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #vertices(): readonly Vertex[] {
    const vertices: Vertex[] = [];
    do {
      this.#skip();
      vertices.push(this.#vertex());
      this.#skip();
    } while (this.#takes('&'));
    return vertices;
  }

  #vertex(): Vertex {
    const id = this.#match(ID);
    if (id === undefined) throw new Fault('a node is missing');
    if (this.#text.startsWith('@{', this.#at)) return { id, label: this.#described() };
    const shape = SHAPES.find(([open]) => this.#takes(open));
    const label = shape && labelOf(this.#within(shape.slice(1)));
    this.#match(/:::[\p{L}\p{N}_-]+/uy);
    return label ? { id, label } : { id };
  }

  /** `@{ shape: rect, label: "Ann" }` */
  #described(): string | undefined {
    const inner = this.#match(/@\{(?:[^"{}]|"[^"]*")*\}/y);
    if (inner === undefined) throw new Fault('a brace is not closed');
    const label = /\blabel\s{0,20}:\s{0,20}("[^"]*"|[^,}]*)/.exec(inner)?.[1];
    return label === undefined ? undefined : labelOf(label);
  }

  /** What is written up to the first of the marks; between quotation marks it may hold them. */
  #within(closing: readonly string[]): string {
    const quoted = this.#match(/\s*"[^"]*"\s*/y);
    if (quoted !== undefined && closing.some((mark) => this.#takes(mark))) return quoted;
    const ends = closing.map((mark) => this.#text.indexOf(mark, this.#at)).filter((end) => end >= 0);
    if (ends.length === 0) throw new Fault('a bracket is not closed');
    const end = Math.min(...ends);
    const text = (quoted ?? '') + this.#text.slice(this.#at, end);
    this.#at = end + closing.find((mark) => this.#text.startsWith(mark, end))!.length;
    return text;
  }

  #line(): Line {
    const id = this.#match(/[\p{L}\p{N}_-]{1,100}@(?=[xo<]?[-=.~])/uy)?.slice(0, -1);
    const whole = this.#match(WHOLE);
    if (whole !== undefined) {
      this.#skip();
      return { id, label: labelOf(this.#piped()), ...endsOf(whole) };
    }
    const opening = this.#match(OPENING);
    if (opening === undefined) throw new Fault('a line is missing');
    const closing = CLOSING.get(opening.slice(-2))!;
    closing.lastIndex = this.#at;
    const found = closing.exec(this.#text);
    if (!found) throw new Fault('a line does not end');
    const label = labelOf(this.#text.slice(this.#at, found.index));
    this.#at = found.index + found[0].length;
    return { id, label, ...endsOf(opening + found[0]) };
  }

  #piped(): string {
    if (!this.#takes('|')) return '';
    return this.#within(['|']);
  }
}

const endsOf = (line: string): Pick<Line, 'start' | 'end' | 'hidden'> => ({
  start: /^[xo<]/.test(line),
  end: /[xo>]$/.test(line),
  hidden: line.startsWith('~'),
});
