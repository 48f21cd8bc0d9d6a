// The statements of a file by subject, with lists as their items and statements about statements beside what they speak of.
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';
import {
  isNode,
  isTriple,
  keyOf,
  RDF,
  TYPE,
  type Node,
  type Statement,
  type Term,
  type Triple,
} from './rdfTerms.ts';

const FIRST = `${RDF}first`;
const REST = `${RDF}rest`;
const NIL = `${RDF}nil`;
const MEMBER = /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#_([1-9]\d{0,8})$/;
const CONTAINERS: ReadonlySet<Term> = new Set(['Bag', 'Seq', 'Alt'].map((name) => `${RDF}${name}`));
const LISTS: ReadonlySet<Term> = new Set([...CONTAINERS, `${RDF}List`]);

/** A node that speaks of a triple. */
export interface Quotation {
  readonly node: Node;
  readonly triple: Triple;
  readonly graph: Node;
  readonly where: string;
}

export class RdfGraph {
  readonly bySubject = new Map<Node, Statement[]>();
  /** By the key of the triple they speak of. */
  readonly quotations = new Map<string, Quotation[]>();
  /** Nodes that are an object of something. */
  readonly objects = new Set<Node>();
  /** Nodes that speak of a triple. */
  readonly quoting = new Set<Node>();
  /** Nodes that are nothing but a list, a container or a quotation. */
  readonly consumed = new Set<Node>();
  size = 0;
  readonly #types = new Map<Node, readonly Node[]>();

  add(statement: Statement): void {
    if (++this.size > LIMITS.elements)
      throw new InputError(
        `At ${statement.where} the file passes ${LIMITS.elements} statements. Open a part of it.`,
      );
    const { subject, object } = statement;
    const about = this.bySubject.get(subject);
    if (about) about.push(statement);
    else this.bySubject.set(subject, [statement]);
    if (isNode(object)) this.objects.add(object);
  }

  about(node: Node): readonly Statement[] {
    return this.bySubject.get(node) ?? [];
  }

  /** To be asked when all statements are in. */
  types(node: Node): readonly Node[] {
    const known = this.#types.get(node);
    if (known) return known;
    const types = this.about(node).flatMap(({ predicate, object }) =>
      predicate === TYPE && isNode(object) ? [object] : [],
    );
    this.#types.set(node, types);
    return types;
  }

  /** To be called when all statements are in. */
  finish(): void {
    for (const [node, statements] of this.bySubject) {
      for (const triple of this.#spokenOf(node, statements)) this.#quote(node, triple, statements[0]!);
      if (this.objects.has(node) && statements.every(isOfList) && statements.some(isItem))
        this.consumed.add(node);
    }
  }

  /** The items of a list or container; anything else is its own item. Lists in lists are laid flat. */
  members(term: Term, depth = 0): readonly Term[] {
    if (term === NIL) return [];
    if (!isNode(term) || !this.consumed.has(term)) return [term];
    if (depth > LIMITS.depth)
      throw new InputError(`Lists lie more than ${LIMITS.depth} deep in one another.`);
    return this.#items(term).flatMap((item) => this.members(item, depth + 1));
  }

  #items(head: Node): readonly Term[] {
    const items: Term[] = [];
    const seen = new Set<Node>();
    for (let node: Term | undefined = head; node !== undefined && isNode(node) && !seen.has(node);) {
      seen.add(node);
      const about = this.about(node);
      const numbered = about.filter(({ predicate }) => MEMBER.test(predicate));
      numbered.sort((a, b) => Number(MEMBER.exec(a.predicate)![1]) - Number(MEMBER.exec(b.predicate)![1]));
      for (const { predicate, object } of [...about.filter((one) => one.predicate === FIRST), ...numbered])
        if (predicate !== REST) items.push(object);
      node = about.find(({ predicate }) => predicate === REST)?.object;
    }
    return items;
  }

  #spokenOf(node: Node, statements: readonly Statement[]): readonly Triple[] {
    const quoted = statements.flatMap(({ predicate, object }) =>
      predicate === `${RDF}reifies` && isTriple(object) ? [object] : [],
    );
    if (quoted.length > 0) return quoted;
    const part = (name: string) => {
      const found = statements.filter(({ predicate }) => predicate === RDF + name);
      return found.length === 1 ? found[0]!.object : undefined;
    };
    const [subject, predicate, object] = [part('subject'), part('predicate'), part('object')];
    if (subject === undefined || predicate === undefined || object === undefined) return [];
    return isNode(subject) && isNode(predicate) ? [{ subject, predicate, object }] : [];
  }

  #quote(node: Node, triple: Triple, { graph, where }: Statement): void {
    this.quoting.add(node);
    const key = keyOf(triple);
    const standing = this.quotations.get(key) ?? [];
    this.quotations.set(key, standing);
    standing.push({ node, triple, graph, where });
    if (!this.objects.has(node)) this.consumed.add(node);
  }
}

const isItem = ({ predicate }: Statement): boolean => predicate === FIRST || MEMBER.test(predicate);
const isOfList = (statement: Statement): boolean =>
  isItem(statement) ||
  statement.predicate === REST ||
  (statement.predicate === TYPE && LISTS.has(statement.object));
