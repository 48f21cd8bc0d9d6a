// Reads a flowchart: statements of nodes in shapes, chained by lines, in subgraphs. What it cannot read is told by line.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { Tally } from '../tally.ts';
import { readStatement, type Vertex } from './mermaidStatement.ts';
import { HEADER, labelOf } from './mermaidText.ts';

/** How things look, what a click does: left out. */
const LOOKS = /^(?:style|linkStyle|classDef|class|click|direction)\b/;

/** Throws `InputError` for a text that is no flowchart. */
export function readMermaid(text: string, sink: Sink): void {
  const header = HEADER.exec(text);
  if (!header)
    throw new InputError(
      'This is no Mermaid flowchart: it does not begin with "flowchart" or "graph" and a direction. Other diagrams of Mermaid hold no graph.',
    );
  const title = /^title:[ \t]*(.{1,2000})$/m.exec(header[0])?.[1];
  if (title) sink.meta('name', titleOf(title.trim()));
  const first = header[0].split('\n').length - (header[0].endsWith('\n') ? 0 : 1);
  const reader = new MermaidReader(sink);
  statementsOf(text.slice(header[0].length), first + (header[0].endsWith('\n') ? 0 : 1)).forEach(
    ([statement, line]) => reader.statement(statement, line),
  );
  reader.end();
}

/** As YAML has it: with or without quotation marks. */
function titleOf(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.replace(/^'([^]*)'$/, '$1');
  }
}

interface Known {
  label?: string;
  readonly groups: readonly string[];
  readonly where: string;
}

class MermaidReader {
  readonly #sink: Sink;
  readonly #tally = new Tally();
  readonly #nodes = new Map<string, Known>();
  readonly #groups: string[] = [];
  /** Titles of subgraphs by id. */
  readonly #titles = new Map<string, string>();

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  statement(text: string, line: number): void {
    const where = `line ${line}`;
    const described = /^(accTitle|accDescr)\s*:\s*([^]*)$/.exec(text);
    if (described)
      this.#sink.meta(described[1] === 'accTitle' ? 'name' : 'description', labelOf(described[2]!));
    else if (/^subgraph\b/.test(text)) this.#open(text.slice(8).trim(), where);
    else if (text === 'end') this.#groups.pop();
    else if (LOOKS.test(text))
      this.#tally.add('refused', 'Styles, classes, directions and what a click does were left out.', where);
    else this.#chain(text, where);
  }

  end(): void {
    for (const [id, { label, groups, where }] of this.#nodes) {
      const attributes = new Map<string, Attribute>();
      if (groups.length > 0) attributes.set('group', { type: 'string', values: groups });
      this.#sink.node({ id, label: label ?? this.#titles.get(id), attributes, where });
    }
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  #open(text: string, where: string): void {
    if (this.#groups.length >= LIMITS.depth)
      throw new InputError(`${where}: subgraphs lie more than ${LIMITS.depth} deep in one another.`);
    const [, id, title] = /^([^\s["]{1,200})\s{0,20}\[([^]*)\]$/.exec(text) ?? [];
    const label = labelOf(title ?? text);
    this.#titles.set(id ?? text, label);
    this.#groups.push(label);
  }

  #chain(text: string, where: string): void {
    const read = readStatement(text);
    if ('fault' in read) {
      const what = `What stands there could not be read (${read.fault}); it was left out.`;
      return this.#sink.problem({ outcome: 'refused', where, what });
    }
    for (const vertices of read.vertices) for (const vertex of vertices) this.#meet(vertex, where);
    read.links.forEach(({ id, label, start, end, hidden }, i) => {
      if (hidden) return;
      for (const { id: from } of read.vertices[i]!)
        for (const { id: to } of read.vertices[i + 1]!) {
          const [source, target] = start && !end ? [to, from] : [from, to];
          const attributes = new Map<string, Attribute>();
          this.#sink.edge({
            id,
            source,
            target,
            directed: start !== end,
            label: label || undefined,
            attributes,
            where,
          });
        }
    });
  }

  #meet({ id, label }: Vertex, where: string): void {
    const known = this.#nodes.get(id);
    if (!known) this.#nodes.set(id, { label, groups: [...this.#groups], where });
    else if (label !== undefined) known.label = label;
  }
}

/** Statements with the lines they begin in: parted by line ends and semicolons that lie in no label, without comments. */
function statementsOf(text: string, first: number): (readonly [string, number])[] {
  const found: (readonly [string, number])[] = [];
  let [from, line, begun, quoted, piped, depth] = [0, first, first, false, false, 0];
  const take = (to: number) => {
    const statement = text.slice(from, to).trim();
    if (statement !== '' && !statement.startsWith('%%')) found.push([statement, begun]);
    [from, begun, piped, depth] = [to + 1, line, false, 0];
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '\n') line++;
    if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === '|') piped = !piped;
    else if (!quoted && '[({'.includes(mark)) depth++;
    else if (!quoted && '])}'.includes(mark)) depth = Math.max(0, depth - 1);
    // A label may run over lines between quotation marks. In a comment they are none.
    const comment = mark === '\n' && /^\s*%%/.test(text.slice(from, from + 50));
    if (comment) quoted = false;
    const parts =
      mark === ';' &&
      !quoted &&
      !piped &&
      depth === 0 &&
      !/^\s*acc(Title|Descr)/.test(text.slice(from, from + 50));
    if (comment || parts || (!quoted && mark === '\n')) take(at);
  }
  take(text.length);
  return found;
}
