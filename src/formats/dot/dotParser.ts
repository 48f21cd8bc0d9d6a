// The grammar of DOT: statements as they come, told to a builder. https://graphviz.org/doc/info/lang.html
import { LIMITS } from '../limits.ts';
import type { Pull } from '../pulledText.ts';
import type { DotAttributes, DotBuilder, DotEnd, DotScope } from './dotBuilder.ts';
import { DotLexer } from './dotLexer.ts';

/** Subgraphs inside one another; people draw five. */
const DEEPEST = 100;

export class DotParser {
  readonly #lexer = new DotLexer();
  readonly #builder: DotBuilder;
  #depth = 0;

  constructor(builder: DotBuilder) {
    this.#builder = builder;
  }

  *file(): Pull<void> {
    yield* this.#lexer.next();
    while (this.#lexer.kind !== 'end') {
      if (this.#lexer.kind === ';') yield* this.#lexer.next();
      else yield* this.#graph();
    }
  }

  *#graph(): Pull<void> {
    const lexer = this.#lexer;
    const strict = this.#isWord('strict');
    if (strict) yield* lexer.next();
    const directed = this.#isWord('digraph');
    if (!directed && !this.#isWord('graph')) lexer.refuse('“graph” or “digraph” is missing');
    yield* lexer.next();
    const name = this.#isId() ? yield* this.#id() : undefined;
    if (lexer.kind !== '{') lexer.refuse('an opening brace is missing');
    yield* this.#body(this.#builder.graph(name?.text, directed, strict));
    this.#builder.endGraph();
  }

  /** From an opening brace to after the closing one. */
  *#body(scope: DotScope): Pull<void> {
    const lexer = this.#lexer;
    if (++this.#depth > DEEPEST) lexer.refuse(`subgraphs lie more than ${DEEPEST} deep in one another`);
    yield* lexer.next();
    while (lexer.kind !== '}') {
      if (lexer.kind === 'end')
        lexer.refuse('it ends too early: a closing brace is missing, so perhaps the file is cut off');
      if (lexer.kind === ';' || lexer.kind === ',') yield* lexer.next();
      else yield* this.#statement(scope);
    }
    this.#depth--;
    yield* lexer.next();
  }

  *#statement(scope: DotScope): Pull<void> {
    const of = (['graph', 'node', 'edge'] as const).find((word) => this.#isWord(word));
    if (of) {
      yield* this.#lexer.next();
      return scope.setDefaults(of, yield* this.#attributes(), this.#where);
    }
    if (!this.#isId() || this.#isWord('subgraph'))
      return yield* this.#edges(scope, yield* this.#subgraph(scope));
    const where = this.#where;
    const { text } = yield* this.#id();
    if (this.#lexer.kind !== '=') return yield* this.#edges(scope, yield* this.#node(scope, text, where));
    yield* this.#lexer.next();
    const value = yield* this.#value();
    scope.setDefaults('graph', new Map([[text, value]]), where);
  }

  /** After the first end: the others, if any, and the attributes. */
  *#edges(scope: DotScope, first: DotEnd): Pull<void> {
    const where = this.#where;
    const ends = [first];
    const arrows: boolean[] = [];
    while (this.#lexer.kind === '->' || this.#lexer.kind === '--') {
      arrows.push(this.#lexer.kind === '->');
      yield* this.#lexer.next();
      ends.push(yield* this.#end(scope));
    }
    const attributes = yield* this.#attributes();
    if (ends.length > 1) this.#builder.edges(scope, ends, arrows, attributes, where);
    else if (first.kind === 'node') this.#builder.describe(first.id, attributes);
  }

  *#end(scope: DotScope): Pull<DotEnd> {
    if (this.#lexer.kind === '{' || this.#isWord('subgraph')) return yield* this.#subgraph(scope);
    if (!this.#isId()) this.#lexer.refuse('a node is missing after the edge operator');
    const where = this.#where;
    return yield* this.#node(scope, (yield* this.#id()).text, where);
  }

  /** After the id: its ports. */
  *#node(scope: DotScope, id: string, where: string): Pull<DotEnd> {
    this.#builder.node(scope, id, where);
    let port: string | undefined;
    while (this.#lexer.kind === ':') {
      yield* this.#lexer.next();
      const { text } = yield* this.#value();
      port = port === undefined ? text : `${port}:${text}`;
    }
    return { kind: 'node', id, port };
  }

  *#subgraph(scope: DotScope): Pull<DotEnd> {
    const lexer = this.#lexer;
    let name: string | undefined;
    if (this.#isWord('subgraph')) {
      yield* lexer.next();
      if (this.#isId()) name = (yield* this.#id()).text;
    }
    if (lexer.kind !== '{' && name === undefined) lexer.refuse('a statement cannot begin like that');
    const subgraph = this.#builder.subgraph(scope, name);
    if (lexer.kind !== '{') return { kind: 'subgraph', subgraph };
    yield* this.#body(subgraph.scope);
    this.#builder.endSubgraph(subgraph);
    return { kind: 'subgraph', subgraph };
  }

  /** Any number of lists in brackets. */
  *#attributes(): Pull<DotAttributes> {
    const lexer = this.#lexer;
    const attributes: DotAttributes = new Map();
    while (lexer.kind === '[') {
      yield* lexer.next();
      while ((lexer.kind as string) !== ']') {
        if ((lexer.kind as string) === ';' || (lexer.kind as string) === ',') {
          yield* lexer.next();
          continue;
        }
        const { text } = yield* this.#value();
        const isSet = (lexer.kind as string) === '=';
        if (isSet) yield* lexer.next();
        attributes.set(text, isSet ? yield* this.#value() : { text: 'true', html: false });
        if (attributes.size > LIMITS.attributes) lexer.refuse(`more than ${LIMITS.attributes} attributes`);
      }
      yield* lexer.next();
    }
    return attributes;
  }

  *#value(): Pull<{ text: string; html: boolean }> {
    if (!this.#isId()) this.#lexer.refuse('a name or a value is missing');
    return yield* this.#id();
  }

  /** The id read last, with all that `+` joins to it. */
  *#id(): Pull<{ text: string; html: boolean }> {
    const lexer = this.#lexer;
    const html = lexer.kind === 'html';
    const parts = [lexer.text];
    yield* lexer.next();
    while (lexer.kind === '+') {
      yield* lexer.next();
      if ((lexer.kind as string) !== 'quoted') lexer.refuse('a string in quotes is missing after “+”');
      parts.push(lexer.text);
      yield* lexer.next();
    }
    return { text: parts.join(''), html };
  }

  #isId(): boolean {
    const { kind } = this.#lexer;
    return kind === 'bare' || kind === 'quoted' || kind === 'html';
  }

  /** Keywords are bare, in capitals or not. */
  #isWord(word: string): boolean {
    return (
      this.#lexer.kind === 'bare' &&
      this.#lexer.text.length === word.length &&
      this.#lexer.text.toLowerCase() === word
    );
  }

  get #where(): string {
    return `line ${this.#lexer.line}`;
  }
}
