// Reads Pajek's .net and .paj: networks of arcs and edges in lists or matrices, partitions and vectors.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { Tally } from '../tally.ts';
import { drawnAs, lettersIn, nodesOf, vertexOf, type PajekNetwork } from './pajekVertices.ts';
import { isNumber, numberOf, wordsOf, type PajekWord } from './pajekWords.ts';

type Section = 'vertices' | 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'matrix' | 'values' | 'skipped';

const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['arcs', 'arcs'],
  ['edges', 'edges'],
  ['arcslist', 'arcslist'],
  ['edgeslist', 'edgeslist'],
  ['matrix', 'matrix'],
]);

export class PajekReader {
  readonly #sink: Sink;
  readonly #looks: boolean;
  readonly #tally = new Tally();
  readonly #networks: PajekNetwork[] = [];
  /** The last of each size. */
  readonly #bySize = new Map<number, PajekNetwork>();
  readonly #relations = new Map<string, string>();
  #section: Section = 'skipped';
  /** A partition or a vector whose vertices come next. */
  #column: { readonly name: string; readonly type: Attribute['type'] } | undefined;
  #relation: string | undefined;
  #row = 0;
  #inComment = false;
  #line = 0;

  constructor(sink: Sink, looks: boolean) {
    this.#sink = sink;
    this.#looks = looks;
  }

  line(line: string): void {
    this.#line++;
    const text = line.trim();
    if (this.#inComment || text.startsWith('/*')) this.#inComment = !text.includes('*/');
    else if (text.startsWith('*')) this.#header(wordsOf(text.slice(1)));
    else if (text !== '' && !text.startsWith('%')) this.#inSection(wordsOf(text));
  }

  /** Call when the file has been read. Throws `InputError` where it holds no network. */
  end(): void {
    if (this.#networks.length === 0)
      throw new InputError(
        'There is no “*Vertices” in this Pajek file. Put “*Vertices” and how many there are before the lines of the network.',
      );
    for (const node of nodesOf(this.#networks, this.#tally)) this.#sink.node(node);
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  get #where(): string {
    return `line ${this.#line}`;
  }

  get #network(): PajekNetwork | undefined {
    return this.#networks.at(-1);
  }

  #header(words: readonly PajekWord[]): void {
    const name = words[0]?.text.toLowerCase() ?? '';
    const rest = words.slice(1);
    this.#row = 0;
    if (name === 'vertices' || name === 'nodes') this.#vertices(rest);
    else if (name === 'network') this.#title(rest);
    else if (name === 'partition' || name === 'vector') this.#values(name, rest);
    else this.#lines(name, rest);
  }

  #title(words: readonly PajekWord[]): void {
    const title = words.map(({ text }) => text).join(' ');
    if (this.#networks.length === 0) this.#sink.meta('name', title);
    this.#section = 'skipped';
    this.#column = undefined;
  }

  #values(kind: 'partition' | 'vector', words: readonly PajekWord[]): void {
    const name = words.map(({ text }) => text).join(' ') || kind;
    this.#column = { name, type: kind === 'vector' ? 'number' : 'integer' };
    this.#section = 'skipped';
  }

  #vertices(words: readonly PajekWord[]): void {
    const size = numberOf(words[0]) ?? 0;
    const first = numberOf(words[1]) ?? 0;
    if (size < 0 || size > LIMITS.elements)
      throw new InputError(
        `${this.#where}: “*Vertices ${size}” is not a number of vertices that can be. Correct it there.`,
      );
    if (this.#column) return this.#fill(size);
    const prefix = this.#networks.length === 0 ? '' : `${this.#networks.length + 1}:`;
    if (prefix !== '')
      this.#tally.add(
        'kept',
        'The file holds several networks; vertices of the second are numbered 2:1, 2:2 and so on.',
        this.#where,
      );
    if (first > size)
      this.#tally.add(
        'mended',
        'More vertices of the first kind than vertices are told of; the kinds were left out.',
        this.#where,
      );
    this.#networks.push({
      prefix,
      size,
      first: first > size ? 0 : first,
      vertices: new Map(),
      columns: new Map(),
      said: new Map(),
      where: this.#where,
    });
    this.#bySize.set(size, this.#networks.at(-1)!);
    this.#section = 'vertices';
    this.#relation = undefined;
  }

  /** A partition is of the last network of its size. */
  #fill(size: number): void {
    const network = this.#bySize.get(size);
    const column = this.#column!;
    this.#column = undefined;
    this.#section = 'skipped';
    if (!network)
      return this.#tally.add(
        'refused',
        'A partition or vector of no network in the file was left out.',
        this.#where,
      );
    const met = (network.columns.get(column.name) ?? 0) + 1;
    network.columns.set(column.name, met);
    this.#filling = { ...column, name: met === 1 ? column.name : `${column.name} (${met})`, network };
    this.#section = 'values';
  }
  #filling:
    { readonly name: string; readonly type: Attribute['type']; readonly network: PajekNetwork } | undefined;

  /** `*Arcs :2 "owns"`: the relation of the lines that follow. */
  #lines(name: string, words: readonly PajekWord[]): void {
    const section = SECTIONS.get(name);
    this.#section = section ?? 'skipped';
    if (!section)
      return this.#tally.add('kept', `What stands under “*${name.slice(0, 40)}” was left out.`, this.#where);
    if (!this.#network)
      throw new InputError(
        `${this.#where}: Lines of a network come before “*Vertices”. Put “*Vertices” and how many there are first.`,
      );
    const number = words.find(({ kind, text }) => kind === 'bare' && text.startsWith(':'))?.text.slice(1);
    const title = words.find(({ kind }) => kind === 'quoted')?.text;
    if (number !== undefined && title !== undefined) this.#relations.set(number, title);
    this.#relation = number === undefined ? title : this.#relationOf(number);
  }

  #relationOf(number: string): string {
    return this.#relations.get(number) ?? `relation ${number}`;
  }

  #inSection(words: readonly PajekWord[]): void {
    if (this.#section === 'vertices') this.#vertex(words);
    else if (this.#section === 'arcs' || this.#section === 'edges')
      this.#edge(words, this.#section === 'arcs');
    else if (this.#section === 'arcslist' || this.#section === 'edgeslist')
      this.#list(words, this.#section === 'arcslist');
    else if (this.#section === 'matrix') this.#matrix(words);
    else if (this.#section === 'values') for (const word of words) this.#value(word);
  }

  #vertex(words: readonly PajekWord[]): void {
    const { vertices, size } = this.#network!;
    const number = numberOf(words[0]);
    if (number === undefined)
      return this.#tally.add('refused', 'A vertex without a number was left out.', this.#where);
    if (number < 1 || number > size)
      this.#tally.add(
        'mended',
        'A vertex has a number beyond those that “*Vertices” announces; it was kept.',
        this.#where,
      );
    if (vertices.has(number))
      this.#tally.add('mended', 'A vertex is described twice; the later line counts.', this.#where);
    vertices.set(number, vertexOf(words.slice(1), this.#looks, this.#where));
  }

  /** `1 2 2.5 l "label" [1-3]`, or with its relation first: `3: 1 2`. */
  #edge(words: readonly PajekWord[], directed: boolean): void {
    const relation =
      words[0]?.kind === 'bare' && /^\d{1,15}:$/.test(words[0].text) ? words[0].text.slice(0, -1) : undefined;
    const at = relation === undefined ? 0 : 1;
    const [source, target] = [numberOf(words[at]), numberOf(words[at + 1])];
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'A line without two vertices was left out.', this.#where);
    const weighed = isNumber(words[at + 2]);
    const rest = words.slice(at + (weighed ? 3 : 2));
    const labelAt = rest.findIndex(({ kind, text }) => kind === 'bare' && text === 'l');
    const label = labelAt < 0 ? undefined : rest[labelAt + 1]?.text;
    const drawn = labelAt < 0 ? rest : rest.toSpliced(labelAt, 2);
    const attributes = drawnAs(drawn, this.#looks);
    const weight = weighed ? words[at + 2]!.text : undefined;
    this.#tie(source, target, directed, weight, attributes, label, relation);
  }

  #tie(
    source: number,
    target: number,
    directed: boolean,
    weight: string | undefined,
    attributes = new Map<string, Attribute>(),
    label?: string,
    relation?: string,
  ): void {
    const { prefix } = this.#network!;
    if (weight !== undefined) attributes.set('weight', { type: 'number', values: [weight] });
    this.#sink.edge({
      source: prefix + String(source),
      target: prefix + String(target),
      directed,
      label: label ? lettersIn(label) : undefined,
      type: relation === undefined ? this.#relation : this.#relationOf(relation),
      attributes,
      where: this.#where,
    });
  }

  #list(words: readonly PajekWord[], directed: boolean): void {
    const [from, ...to] = words.map(numberOf);
    if (from === undefined || to.length === 0 || to.includes(undefined))
      return this.#tally.add(
        'refused',
        'A list with something other than vertices was left out.',
        this.#where,
      );
    if ([from, ...to].some((number) => number! < 0))
      this.#tally.add('mended', 'Minus signs before vertices were left out.', this.#where);
    for (const target of to) this.#tie(Math.abs(from), Math.abs(target!), directed, undefined);
  }

  /** A row a vertex; between two kinds, one of the first kind, and its ties have no direction. */
  #matrix(words: readonly PajekWord[]): void {
    const { first, size } = this.#network!;
    const source = ++this.#row;
    if (source > (first || size))
      return this.#tally.add(
        'refused',
        'A matrix has more rows than vertices; they were left out.',
        this.#where,
      );
    for (const [i, word] of words.entries()) {
      if (!isNumber(word) || i >= size - first)
        this.#tally.add(
          'refused',
          'A matrix has more columns than vertices, or words for numbers; they were left out.',
          this.#where,
        );
      else if (Number(word.text) !== 0) this.#tie(source, first + i + 1, first === 0, word.text);
    }
  }

  #value(word: PajekWord): void {
    const { name, type, network } = this.#filling!;
    const number = ++this.#row;
    if (number > network.size || !isNumber(word))
      return this.#tally.add(
        'refused',
        'A value that is not a number, or of no vertex, was left out.',
        this.#where,
      );
    const whole = type === 'integer' && /^[+-]?\d+$/.test(word.text);
    const said = network.said.get(number) ?? new Map<string, Attribute>();
    network.said.set(number, said.set(name, { type: whole ? 'integer' : 'number', values: [word.text] }));
  }
}
