// Reads DL: full and half matrices, edge lists and node lists, of one mode or two, of one relation or several.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { typeAndStance } from '../bareGraph.ts';
import type { Attribute, Sink } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { Tally } from '../tally.ts';
import { spelled } from '../typedValues.ts';
import { headIn, Words, type Head, type Scope, type Word } from './dlHead.ts';

export function readDl(text: string, sink: Sink, job: Job): void {
  const words = new Words(text);
  const tally = new Tally();
  const head = headIn(words);
  const reader = new DlReader(head, words, sink, tally, job);
  if (/matrix|half/.test(head.format)) reader.matrices();
  else reader.lists();
  tally.tell((problem) => sink.problem(problem));
}

/** A tie in a matrix, by place of its row and its column. */
interface MatrixTie {
  readonly row: number;
  readonly column: number;
  readonly weight: string;
  readonly where: string;
}

class DlReader {
  readonly #head: Head;
  readonly #words: Words;
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #job: Job;
  readonly #told = new Set<string>();
  #rowSet: { readonly of: readonly string[]; readonly labels: ReadonlySet<string> } | undefined;
  #rows: readonly string[];
  #columns: readonly string[];

  constructor(head: Head, words: Words, sink: Sink, tally: Tally, job: Job) {
    this.#head = head;
    this.#words = words;
    this.#sink = sink;
    this.#tally = tally;
    this.#job = job;
    const all = head.labels.get('all');
    this.#rows = head.labels.get('row') ?? all ?? [];
    this.#columns = head.labels.get('column') ?? all ?? [];
    if (!head.twoMode && this.#rows.length === 0) this.#rows = this.#columns;
  }

  matrices(): void {
    const { rows = 0, columns = 0, matrices } = this.#head;
    if (rows === 0 || columns === 0)
      throw new InputError('This DL file does not say how large its matrix is (n=).');
    const relations: MatrixTie[][] = [];
    for (let i = 0; i < matrices; i++) relations.push(this.#matrix(rows, columns));
    const more = this.#words.next();
    if (more)
      this.#refuse(more.line, `there are more than the ${rows} × ${columns} numbers that n= asks for`);
    this.#tellLabels(rows, columns);
    relations.forEach((ties, i) => this.#tellMatrix(ties, i));
  }

  /** Each line names a node and another, or several. */
  lists(): void {
    const { rows = 0, columns = 0 } = this.#head;
    const named = this.#isEmbedded('row') || this.#isEmbedded('column');
    if (!named || this.#rows.length > 0) this.#tellLabels(rows, this.#head.twoMode ? columns : rows);
    let relation = 0;
    for (let line = this.#line(); line.length > 0; line = this.#line()) {
      if (line[0]!.text.startsWith('!') && !line[0]!.quoted) relation++;
      else this.#tellLine(line, relation);
    }
  }

  #line(): Word[] {
    const first = this.#words.next();
    if (!first) return [];
    const line = [first];
    while (this.#words.peek()?.line === first.line) line.push(this.#words.next()!);
    if (first.line % 4096 === 0 && this.#job.cancelled()) throw new Cancelled();
    return line;
  }

  #tellLine([first, ...rest]: Word[], relation: number): void {
    const where = `line ${first!.line}`;
    const isEdges = this.#head.format.startsWith('edgelist');
    if (rest.length === 0 && isEdges)
      return this.#tally.add(
        'refused',
        'A line of an edge list names one node only; it was left out.',
        where,
      );
    const source = this.#named(first!, 'row');
    if (!isEdges) {
      for (const word of rest) this.#edge(source, this.#named(word, 'column'), '1', relation, true, where);
      return;
    }
    if (rest.length > 2)
      this.#tally.add(
        'refused',
        'A line of an edge list has more than two nodes and a weight; the rest was left out.',
        where,
      );
    this.#edge(source, this.#named(rest[0]!, 'column'), rest[1]?.text ?? '1', relation, true, where);
  }

  /** By label, or else by its place in the labels. */
  #named({ text, quoted, line }: Word, scope: 'row' | 'column'): string {
    const labels = scope === 'row' ? this.#rows : this.#columns;
    const byNumber = !quoted && !this.#isEmbedded(scope) && /^\d{1,9}$/.test(text);
    const size = (scope === 'row' ? this.#head.rows : this.#head.columns) ?? Infinity;
    if (byNumber && (Number(text) < 1 || Number(text) > size))
      this.#refuse(line, `node ${text} is named, but there are ${size}`);
    const label = byNumber ? (labels[Number(text) - 1] ?? text) : text;
    return this.#node(label, scope, `line ${line}`);
  }

  #isEmbedded = (scope: Scope): boolean => this.#head.embedded.has(scope) || this.#head.embedded.has('all');

  #matrix(rows: number, columns: number): MatrixTie[] {
    const { format, diagonal } = this.#head;
    const ties: MatrixTie[] = [];
    if (this.#isEmbedded('column')) this.#columns = this.#take(columns);
    const rowLabels: string[] = [];
    for (let row = 0; row < rows; row++) {
      if (this.#job.cancelled()) throw new Cancelled();
      if (this.#isEmbedded('row')) rowLabels.push(...this.#take(1));
      const own = diagonal ? 0 : 1;
      const from = format === 'upperhalf' ? row + own : 0;
      const to = format === 'lowerhalf' ? row + 1 - own : columns;
      for (let column = from; column < to; column++) {
        if (!diagonal && column === row) continue;
        const word =
          this.#words.next() ?? this.#refuse(undefined, `row ${row + 1} of ${rows} is not complete`);
        const weight = spelled('number', word.text);
        if (weight === undefined && !/^(\.|na)$/i.test(word.text))
          this.#refuse(word.line, `“${word.text.slice(0, 40)}” is no number of the matrix`);
        if (weight !== undefined && Number(weight) !== 0)
          ties.push({ row, column, weight, where: `line ${word.line}` });
      }
    }
    if (rowLabels.length > 0) this.#rows = rowLabels;
    return ties;
  }

  #take(count: number): string[] {
    const taken: string[] = [];
    while (taken.length < count) {
      const word = this.#words.next() ?? this.#refuse(undefined, 'labels are missing');
      taken.push(word.text);
    }
    return taken;
  }

  /** What is the same both ways has no direction. */
  #tellMatrix(ties: readonly MatrixTie[], relation: number): void {
    const { twoMode, format } = this.#head;
    const half = format.endsWith('half');
    const weights = new Map(ties.map(({ row, column, weight }) => [`${row} ${column}`, weight]));
    const symmetric =
      !twoMode && ties.every(({ row, column, weight }) => weights.get(`${column} ${row}`) === weight);
    if (symmetric && ties.length > 0)
      this.#tally.add(
        'kept',
        'A matrix is the same both ways; its ties were read as undirected.',
        ties[0]!.where,
      );
    for (const { row, column, weight, where } of ties) {
      if (symmetric && row > column) continue;
      const source = this.#node(this.#rows[row] ?? String(row + 1), 'row', where);
      const target = this.#node(
        (twoMode ? this.#columns : this.#rows)[column] ?? String(column + 1),
        'column',
        where,
      );
      this.#edge(source, target, weight, relation, !symmetric && !half && !twoMode, where);
    }
  }

  #tellLabels(rows: number, columns: number): void {
    if (rows + columns > LIMITS.elements)
      throw new InputError(`There are more than ${LIMITS.elements} nodes.`);
    for (let i = 0; i < rows; i++) this.#node(this.#rows[i] ?? String(i + 1), 'row', 'the labels');
    if (!this.#head.twoMode) return;
    for (let i = 0; i < columns; i++) this.#node(this.#columns[i] ?? String(i + 1), 'column', 'the labels');
  }

  /** Tells a node once; returns its id. In two modes a row and a column of one name are two nodes. */
  #node(label: string, scope: 'row' | 'column', where: string): string {
    const { twoMode } = this.#head;
    const isColumn = twoMode && scope === 'column';
    const id = isColumn && this.#isRow(label) ? `${label} (column)` : label;
    if (this.#told.has(id)) return id;
    this.#told.add(id);
    const attributes = new Map<string, Attribute>();
    if (twoMode) attributes.set('mode', { type: 'string', values: [scope] });
    this.#sink.node({ id, label, attributes, where });
    return id;
  }

  #isRow(label: string): boolean {
    if (this.#rowSet?.of !== this.#rows) this.#rowSet = { of: this.#rows, labels: new Set(this.#rows) };
    return this.#rows.length === 0 || this.#rowSet.labels.has(label);
  }

  #edge(
    source: string,
    target: string,
    written: string,
    relation: number,
    directed: boolean,
    where: string,
  ): void {
    const weight = spelled('number', written);
    if (weight === undefined)
      this.#tally.add('mended', 'A weight is no number; the tie was kept without it.', where);
    else if (Number(weight) === 0)
      return this.#tally.add('kept', 'A weight of 0 means that there is no tie.', where);
    const kind = this.#head.labels.get('matrix')?.[relation];
    const said = kind === undefined ? { attributes: new Map<string, Attribute>() } : typeAndStance(kind);
    if (weight !== undefined) said.attributes.set('weight', { type: 'number', values: [weight] });
    this.#sink.edge({ source, target, directed, ...said, where });
  }

  #refuse(line: number | undefined, why: string): never {
    const where = line === undefined ? 'the end' : `line ${line}`;
    throw new InputError(`${where}: This DL file cannot be read: ${why}. Correct n= or the data.`, [
      { outcome: 'refused', where, what: `The data do not fit what the file says of them: ${why}.` },
    ]);
  }
}
