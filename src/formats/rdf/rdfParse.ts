// Turtle, TriG, N-Triples and N-Quads as text → statements, over n3, which loads when first used.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';
import type { Tally } from '../tally.ts';
import { linesOf } from '../text.ts';
import { canonicalLanguage } from './rdfClaims.ts';
import { isNode, isTriple, type Node, type Statement, type Term } from './rdfTerms.ts';

/** A term as RDF/JS has it, the interface that n3 and others share. */
export interface JsTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
  readonly subject?: JsTerm;
  readonly predicate?: JsTerm;
  readonly object?: JsTerm;
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

export function nodeFrom({ termType, value }: JsTerm): Node {
  if (termType === 'DefaultGraph') return '';
  return termType === 'BlankNode' && !value.startsWith('_:') ? `_:${value}` : value;
}

export function termFrom(term: JsTerm): Term {
  const { termType, value, language, datatype } = term;
  if (termType === 'Quad')
    return {
      subject: nodeFrom(term.subject!),
      predicate: term.predicate!.value,
      object: termFrom(term.object!),
    };
  if (termType !== 'Literal') return nodeFrom(term);
  if (language) return { text: value, language: canonicalLanguage(language) };
  const type = datatype?.value ?? XSD_STRING;
  return type === XSD_STRING ? { text: value } : { text: value, datatype: type };
}

/** Other work gets its turn after so many lines. */
const BREATH = 5_000;

async function* countedLines(
  chunks: AsyncIterable<Uint8Array>,
  job: Job,
): AsyncGenerator<readonly [string, number]> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    if (++number % BREATH === 0) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (job.cancelled()) throw new Cancelled();
    }
    yield [line, number];
  }
}

type Tell = (statement: Statement) => void;

/**
 * Reads Turtle and TriG. A statement stands at the line where it ends.
 * @throws InputError with the line of the first mistake: what follows it cannot be told apart.
 */
export async function parseTurtle(chunks: AsyncIterable<Uint8Array>, tell: Tell, job: Job): Promise<void> {
  const { Parser } = await import('n3');
  let number = 0;
  let hear: (text: string) => void = () => {};
  let end: () => void = () => {};
  const input = {
    on(event: string, listener: (text?: string) => void) {
      if (event === 'data') hear = listener;
      if (event === 'end') end = listener;
    },
  };
  const failed: { error?: Error } = {};
  const stable = new StableBlanks();
  const parser = new Parser({ format: 'TriG', blankNodePrefix: '_:' });
  parser.parse(input as never, (error, quad) => {
    if (error) failed.error ??= error;
    else if (quad && !failed.error) tell(stable.in(statementFrom(quad, `line ${number}`)));
  });
  for await (const [line, at] of countedLines(chunks, job)) {
    number = at;
    if (line.length > LIMITS.text)
      throw new InputError(`line ${at}: The line is longer than ${LIMITS.text} characters.`);
    try {
      hear(`${line}\n`);
    } catch (error) {
      // The parser trips over some of what it cannot read.
      if (error instanceof InputError) throw error;
      failed.error ??= error as Error;
    }
    if (failed.error) throw mistake(failed.error, at);
  }
  end();
  if (failed.error) throw mistake(failed.error, number);
}

/** The parser numbers blank nodes without a label through all files; counted in this one, the same file gives the same ids. */
class StableBlanks {
  readonly #labels = new Map<Node, Node>();

  in(statement: Statement): Statement {
    const { subject, object, graph } = statement;
    return {
      ...statement,
      subject: this.#node(subject),
      object: this.#term(object),
      graph: this.#node(graph),
    };
  }

  #term(term: Term): Term {
    if (isNode(term)) return this.#node(term);
    if (!isTriple(term)) return term;
    return { ...term, subject: this.#node(term.subject), object: this.#term(term.object) };
  }

  #node(node: Node): Node {
    if (!node.startsWith('_:n3-')) return node;
    const label = this.#labels.get(node) ?? `_:.${this.#labels.size + 1}`;
    this.#labels.set(node, label);
    return label;
  }
}

function statementFrom(
  quad: { subject: JsTerm; predicate: JsTerm; object: JsTerm; graph: JsTerm },
  where: string,
): Statement {
  return {
    subject: nodeFrom(quad.subject),
    predicate: quad.predicate.value,
    object: termFrom(quad.object),
    graph: nodeFrom(quad.graph),
    where,
  };
}

function mistake(error: Error & { context?: { line?: number } }, line: number): InputError {
  const where = `line ${error.context?.line ?? line}`;
  const why = error.message.replace(/ on line \d+\.?$/, '').slice(0, 200);
  const what = `The file is not Turtle or TriG that can be read: ${why}. Mend the line, or check the file with rapper or riot.`;
  return new InputError(`${where}: ${what}`, [{ outcome: 'refused', where, what }]);
}

const IRI = String.raw`<([^\x00-\x20<>"{}|^\x60\\]*)>`;
const BLANK = String.raw`_:([^\s<>":]+)`;
/** A text in quotation marks, matched in one pass however long it is. */
const ESCAPE = String.raw`\\(?:[tbnrf"'\\]|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})`;
const QUOTED = String.raw`"([^"\\\r\n]*(?:${ESCAPE}[^"\\\r\n]*)*)"`;
const TEXT = String.raw`${QUOTED}(?:@([A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*)|\^\^${IRI})?`;
/** Statements without escapes in IRIs and without quoted triples: nearly all there are. */
const LINE = new RegExp(
  String.raw`^[ \t]*(?:${IRI}|${BLANK})[ \t]*${IRI}[ \t]*(?:${IRI}|${BLANK}|${TEXT})[ \t]*(?:${IRI}|${BLANK})?[ \t]*\.[ \t]*(?:#.*)?$`,
);

/** Reads N-Triples and N-Quads; a line that is no statement is set aside and the next one read. */
export async function parseLines(
  chunks: AsyncIterable<Uint8Array>,
  tell: Tell,
  tally: Tally,
  job: Job,
): Promise<void> {
  let wrong = 0;
  let right = 0;
  const { Parser } = await import('n3');
  for await (const [line, number] of countedLines(chunks, job)) {
    if (/^[ \t]*(#|$)/.test(line)) continue;
    const where = `line ${number}`;
    const plain = line.length <= LIMITS.text ? LINE.exec(line) : null;
    try {
      if (plain) tell(fromLine(plain, where));
      else if (line.length > LIMITS.text) throw new InputError('too long');
      else
        for (const quad of new Parser({ format: 'N-Quads', blankNodePrefix: '_:' }).parse(line))
          tell(statementFrom(quad, where));
      right++;
    } catch (error) {
      if (error instanceof InputError && plain) throw error;
      wrong++;
      tally.add('refused', 'A line is no statement of N-Triples or N-Quads and was left out.', where);
    }
  }
  if (right === 0 && wrong > 0)
    throw new InputError(
      'line 1: No line of this file is a statement of N-Triples or N-Quads. It may be Turtle: rapper or riot can tell.',
    );
}

function fromLine(line: RegExpExecArray, where: string): Statement {
  const [, s, sBlank, p, o, oBlank, text, language, datatype, g, gBlank] = line;
  const node = (iri: string | undefined, blank: string | undefined) =>
    iri ?? (blank === undefined ? '' : `_:${blank}`);
  const object =
    text === undefined
      ? node(o, oBlank)
      : termFrom({
          termType: 'Literal',
          value: unescaped(text),
          language,
          datatype: { value: datatype ?? XSD_STRING },
        });
  return { subject: node(s, sBlank), predicate: p!, object, graph: node(g, gBlank), where };
}

const ESCAPES = new Map([
  ['t', '\t'],
  ['b', '\b'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
]);

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g,
    (_, short?: string, long?: string, mark?: string) => {
      if (mark !== undefined) return ESCAPES.get(mark) ?? mark;
      const code = parseInt(short ?? long!, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
