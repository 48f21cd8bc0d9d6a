// GML as a tree of keys and values, told piece by piece: a visitor says which lists it wants opened and which whole.
import { LIMITS } from '../limits.ts';
import type { Pull } from '../pulledText.ts';
import { GmlLexer } from './gmlLexer.ts';

/** A string, a bare word (most are numbers), or a list. */
export type GmlValue =
  | { readonly kind: 'string' | 'word'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly GmlItem[] };

export interface GmlItem {
  readonly key: string;
  readonly value: GmlValue;
  readonly line: number;
}

export interface GmlVisitor {
  /** At a list on the way from the top: true opens it, so that its items come one by one. */
  opens(key: string, depth: number): boolean;
  item(item: GmlItem, depth: number): void;
}

export class GmlParser {
  readonly #lexer = new GmlLexer();
  readonly #visitor: GmlVisitor;
  /** Items of the list that is read whole. */
  #items = 0;

  constructor(visitor: GmlVisitor) {
    this.#visitor = visitor;
  }

  *file(): Pull<void> {
    const lexer = this.#lexer;
    for (let depth = 0; ;) {
      if (!lexer.scan()) yield* lexer.wait();
      if (lexer.kind === 'end' && depth > 0)
        lexer.refuse('it ends too early: a closing bracket is missing, so perhaps the file is cut off');
      if (lexer.kind === 'end') return;
      if (lexer.kind === ']' && depth > 0) depth--;
      else if (yield* this.#open(depth)) depth++;
    }
  }

  /** Reads one item on the way from the top; true where it is a list that was opened. */
  *#open(depth: number): Pull<boolean> {
    const { line, text: key } = this.#key();
    this.#items = 0;
    if (!this.#lexer.scan()) yield* this.#lexer.wait();
    if (this.#lexer.kind === '[' && this.#visitor.opens(key, depth)) return true;
    this.#visitor.item({ key, value: yield* this.#value(1), line }, depth);
    return false;
  }

  #key(): { text: string; line: number } {
    const { kind, text, line } = this.#lexer;
    if (kind !== 'word')
      this.#lexer.refuse(`a key is missing before ${kind === 'string' ? 'a string' : kind}`);
    return { text, line };
  }

  /** The value that begins with what was read last. */
  *#value(depth: number): Pull<GmlValue> {
    const { kind, text } = this.#lexer;
    if (kind === 'string' || kind === 'word') return { kind, text };
    if (kind !== '[') this.#lexer.refuse('a value is missing');
    if (depth > LIMITS.depth) this.#lexer.refuse(`lists lie more than ${LIMITS.depth} deep in one another`);
    return { kind: 'list', items: yield* this.#list(depth) };
  }

  *#list(depth: number): Pull<GmlItem[]> {
    const lexer = this.#lexer;
    const items: GmlItem[] = [];
    for (;;) {
      if (!lexer.scan()) yield* lexer.wait();
      if (lexer.kind === ']') return items;
      if (lexer.kind === 'end')
        lexer.refuse('it ends too early: a closing bracket is missing, so perhaps the file is cut off');
      if (++this.#items > LIMITS.attributes)
        lexer.refuse(`one list has more than ${LIMITS.attributes} values`);
      const { text: key, line } = this.#key();
      if (!lexer.scan()) yield* lexer.wait();
      items.push({ key, value: yield* this.#value(depth + 1), line });
    }
  }
}
