// Tokens of one statement → its clauses. What is beyond plain patterns and values stops the reading there.
import { Digits } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { CypherToken } from './cypherLexer.ts';
import type {
  Assignment,
  Clause,
  Condition,
  Expression,
  NodePattern,
  Path,
  RelationPattern,
  Statement,
} from './cypherTree.ts';

/** Why a statement cannot be followed. Never leaves this room. */
class Beyond extends Error {}

/** Makes a statement of tokens; never throws for what it does not know. */
export function parseStatement(tokens: readonly CypherToken[]): Statement {
  return new Parser(tokens).statement();
}

const KEYWORDS: ReadonlySet<string> = new Set([
  ...[
    'UNWIND',
    'MATCH',
    'CREATE',
    'MERGE',
    'SET',
    'ON',
    'WHERE',
    'WITH',
    'RETURN',
    'CALL',
    'REMOVE',
    'DELETE',
  ],
  ...['DETACH', 'OPTIONAL', 'FOREACH', 'LOAD', 'DROP', 'USING', 'LIMIT', 'ORDER', 'UNION', 'FINISH'],
]);

class Parser {
  readonly #tokens: readonly CypherToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly CypherToken[]) {
    this.#tokens = tokens;
  }

  statement(): Statement {
    const clauses: Clause[] = [];
    while (this.#token) {
      const from = this.#at;
      try {
        const clause = this.#clause();
        // What follows a clause is another one, or the clause was not understood to its end.
        if (this.#token && !KEYWORDS.has(this.#word())) throw new Beyond();
        clauses.push(clause);
      } catch (error) {
        if (!(error instanceof Beyond)) throw error;
        return { clauses, stops: this.#told(from) };
      }
    }
    return { clauses };
  }

  #told(from: number): string {
    const words = this.#tokens.slice(from, from + 2).map(({ text }) => text);
    return (
      words
        .filter((word) => /^[\w:]+$/.test(word))
        .join(' ')
        .slice(0, 40) || 'an unknown word'
    );
  }

  get #token(): CypherToken | undefined {
    return this.#tokens[this.#at];
  }

  /** The keyword at hand in capitals; empty where it is none. */
  #word(): string {
    return this.#token?.kind === 'name' ? this.#token.text.toUpperCase() : '';
  }

  #clause(): Clause {
    const word = this.#word();
    this.#at++;
    if (word === 'UNWIND') return this.#unwind();
    if (word === 'MATCH') return this.#matchClause();
    if (word === 'CREATE' && this.#isMark('(')) return { does: 'create', paths: this.#paths() };
    if (word === 'MERGE' && this.#isMark('(')) return { does: 'merge', paths: [this.#path()] };
    if (word === 'SET') return { does: 'set', assignments: this.#assignments() };
    if (word === 'ON') return this.#onClause();
    if (word === ':PARAM') return this.#param();
    throw new Beyond();
  }

  #unwind(): Clause {
    const list = this.#expression();
    this.#keyword('AS');
    return { does: 'unwind', list, variable: this.#name() };
  }

  #matchClause(): Clause {
    const paths = this.#paths();
    if (paths.some(({ relations }) => relations.length > 0)) throw new Beyond();
    if (this.#word() !== 'WHERE') return { does: 'match', paths, where: [] };
    const where: Condition[] = [];
    do {
      this.#at++;
      const [variable, property] = this.#propertyName();
      this.#mark('=');
      where.push({ variable, property, value: this.#expression() });
    } while (this.#word() === 'AND');
    return { does: 'match', paths, where };
  }

  #onClause(): Clause {
    const on = this.#word() === 'CREATE' ? 'create' : this.#word() === 'MATCH' ? 'match' : undefined;
    if (!on) throw new Beyond();
    this.#at++;
    this.#keyword('SET');
    return { does: 'set', assignments: this.#assignments(), on };
  }

  #param(): Clause {
    const name = this.#name();
    this.#mark('=>');
    return { does: 'param', name, value: this.#expression() };
  }

  #assignments(): Assignment[] {
    const all: Assignment[] = [];
    do all.push(this.#assignment());
    while (this.#skips(','));
    return all;
  }

  #assignment(): Assignment {
    const variable = this.#name();
    if (this.#isMark(':')) return { variable, labels: this.#labels() };
    if (this.#skips('+=')) return { variable, value: this.#expression(), adds: true };
    if (this.#skips('.')) {
      const property = this.#name();
      this.#mark('=');
      return { variable, property, value: this.#expression() };
    }
    this.#mark('=');
    return { variable, value: this.#expression() };
  }

  #paths(): Path[] {
    const paths: Path[] = [];
    do paths.push(this.#path());
    while (this.#skips(','));
    return paths;
  }

  #path(): Path {
    const nodes = [this.#node()];
    const relations: RelationPattern[] = [];
    while (this.#isMark('-') || this.#isMark('<-')) {
      relations.push(this.#relation());
      nodes.push(this.#node());
    }
    return { nodes, relations };
  }

  #node(): NodePattern {
    this.#mark('(');
    const variable = this.#isName() ? this.#name() : undefined;
    const labels = this.#labels();
    const properties = this.#isMark('{') || this.#isMark('$') ? this.#expression() : undefined;
    this.#mark(')');
    return { variable, labels, properties };
  }

  #labels(): string[] {
    const labels: string[] = [];
    while (this.#skips(':') || (labels.length > 0 && this.#skips('&'))) labels.push(this.#name());
    return labels;
  }

  #relation(): RelationPattern {
    const toLeft = this.#skips('<-');
    if (!toLeft) this.#mark('-');
    let [variable, properties]: [string | undefined, Expression | undefined] = [undefined, undefined];
    let type = '';
    if (this.#skips('[')) {
      if (this.#isName()) variable = this.#name();
      if (this.#skips(':')) type = this.#name();
      if (this.#isMark('{') || this.#isMark('$')) properties = this.#expression();
      this.#mark(']');
    }
    const toRight = this.#skips('->');
    if (!toRight) this.#mark('-');
    const direction = toLeft === toRight ? 'none' : toRight ? 'right' : 'left';
    return { variable, type, properties, direction };
  }

  #expression(): Expression {
    if (++this.#depth > LIMITS.depth) throw new Beyond();
    const expression = this.#operand();
    this.#depth--;
    return expression;
  }

  #operand(): Expression {
    const token = this.#token;
    if (!token) throw new Beyond();
    if (this.#skips('[')) return { is: 'list', items: this.#items(']', () => this.#expression()) };
    if (this.#skips('{')) return { is: 'map', entries: this.#items('}', () => this.#entry()) };
    if (this.#skips('$')) return { is: 'path', names: this.#names([`$${this.#name()}`]) };
    if (this.#skips('-')) return this.#negative();
    this.#at++;
    if (token.kind === 'string') return { is: 'value', value: token.text };
    if (token.kind === 'number') return { is: 'value', value: new Digits(token.text) };
    const constant = token.kind === 'name' ? CONSTANTS.get(token.text.toLowerCase()) : undefined;
    if (constant !== undefined) return { is: 'value', value: constant };
    if (token.kind !== 'name' && token.kind !== 'quoted') throw new Beyond();
    const names = this.#names([token.text]);
    if (!this.#skips('(')) return { is: 'path', names };
    const inner = this.#items(')', () => this.#expression());
    if (inner.length > 1) throw new Beyond();
    return { is: 'call', name: names.join('.').toLowerCase(), inner: inner[0] };
  }

  #negative(): Expression {
    const token = this.#token;
    this.#at++;
    if (token?.kind === 'number') return { is: 'value', value: new Digits(`-${token.text}`) };
    throw new Beyond();
  }

  #names(first: string[]): string[] {
    const names = first;
    while (this.#skips('.')) names.push(this.#name());
    return names;
  }

  #entry(): readonly [string, Expression] {
    const name = this.#name();
    this.#mark(':');
    return [name, this.#expression()];
  }

  #items<T>(end: string, read: () => T): T[] {
    const items: T[] = [];
    if (this.#skips(end)) return items;
    do items.push(read());
    while (this.#skips(','));
    this.#mark(end);
    return items;
  }

  #propertyName(): [variable: string, property: string] {
    const variable = this.#name();
    this.#mark('.');
    return [variable, this.#name()];
  }

  #isName(): boolean {
    return this.#token?.kind === 'name' || this.#token?.kind === 'quoted';
  }

  #name(): string {
    if (!this.#isName()) throw new Beyond();
    return this.#tokens[this.#at++]!.text;
  }

  #keyword(word: string): void {
    if (this.#word() !== word) throw new Beyond();
    this.#at++;
  }

  #isMark(mark: string): boolean {
    return this.#token?.kind === 'mark' && this.#token.text === mark;
  }

  #skips(mark: string): boolean {
    if (!this.#isMark(mark)) return false;
    this.#at++;
    return true;
  }

  #mark(mark: string): void {
    if (!this.#skips(mark)) throw new Beyond();
  }
}

const CONSTANTS = new Map<string, boolean | null | Digits>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nan', new Digits('NaN')],
  ['inf', new Digits('Infinity')],
  ['infinity', new Digits('Infinity')],
]);
