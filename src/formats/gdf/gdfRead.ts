// Reads GDF line by line: `nodedef>` and `edgedef>` name the columns of the lines below them.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { unpacked } from '../csv/csvWrite.ts';
import type { Attribute, Sink } from '../format.ts';
import { take } from '../jsonValues.ts';
import { LIMITS } from '../limits.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { attributeOf, finite } from '../typedValues.ts';
import { cellsOf } from './gdfCells.ts';

interface Column {
  readonly name: string;
  readonly type: Attribute['type'];
}

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ...['varchar', 'char', 'string', 'text', 'date', 'enum'].map((type) => [type, 'string'] as const),
  ...['int', 'integer', 'tinyint', 'smallint', 'bigint', 'long'].map((type) => [type, 'integer'] as const),
  ...['double', 'float', 'real', 'decimal', 'numeric'].map((type) => [type, 'number'] as const),
  ...['bool', 'boolean'].map((type) => [type, 'boolean'] as const),
]);

/** How GUESS and Gephi draw; they are no properties of what is drawn. */
const LOOKS = [
  'color',
  'strokecolor',
  'labelcolor',
  'labelsize',
  'width',
  'height',
  'style',
  'visible',
].concat(['labelvisible', 'fixed', 'image', 'size']);

export class GdfReader {
  readonly #sink: Sink;
  readonly #job: Job;
  readonly #tally = new Tally();
  #of: 'node' | 'edge' | undefined;
  #columns: readonly Column[] = [];
  #line = 0;

  constructor(sink: Sink, job: Job) {
    this.#sink = sink;
    this.#job = job;
  }

  line(text: string): void {
    if (++this.#line % 4096 === 0 && this.#job.cancelled()) throw new Cancelled();
    const where = `line ${this.#line}`;
    if (text.length > LIMITS.text * 4) throw new InputError(`${where} is too long to be a line of GDF.`);
    if (text.trim() === '' || text.startsWith('#')) return;
    const head = /^\s{0,100}(node|edge)def\s{0,10}>/i.exec(text);
    if (head) {
      this.#of = head[1]!.toLowerCase() === 'node' ? 'node' : 'edge';
      this.#columns = cellsOf(text.slice(head[0].length)).map(({ text: cell, quoted }) =>
        columnIn(cell, quoted),
      );
      if (this.#columns.length > LIMITS.attributes)
        throw new InputError(`${where}: there are more than ${LIMITS.attributes} columns.`);
    } else if (this.#of === undefined)
      throw new InputError(`${where}: GDF begins with a line “nodedef>” that names the columns. Add it.`);
    else this.#row(text, where);
  }

  /** Call when all lines have been read. */
  end(): void {
    if (this.#of === undefined) throw new InputError('This GDF file is empty.');
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  #row(text: string, where: string): void {
    const cells = cellsOf(text);
    if (cells.length > this.#columns.length)
      this.#tally.add(
        'refused',
        'A line has more cells than there are columns (perhaps a comma without quotes); the rest was left out.',
        where,
      );
    const attributes = new Map<string, Attribute>();
    for (const [i, { name, type }] of this.#columns.entries()) {
      const cell = cells[i];
      if (!cell || (!cell.quoted && (cell.text === '' || cell.text.toLowerCase() === 'null'))) continue;
      const attribute = attributeOf(type, [cell.text], name, where, this.#tally);
      if (attribute) attributes.set(name, attribute);
    }
    if (isOurs(attributes)) unpack(attributes);
    else this.#dropLooks(attributes, where);
    if (this.#of === 'node') this.#node(attributes, where);
    else this.#edge(attributes, where);
  }

  #node(attributes: Map<string, Attribute>, where: string): void {
    const id = take(attributes, 'name');
    if (id === undefined) return this.#tally.add('refused', 'A node without a name was left out.', where);
    const [x, y] = ['x', 'y'].map((name) => finite(attributes.get(name)?.values[0]));
    const place = x === undefined || y === undefined ? {} : { x, y: -y || 0 };
    if (place.x !== undefined) for (const name of ['x', 'y']) attributes.delete(name);
    this.#sink.node({ id, label: take(attributes, 'label'), attributes, ...place, where });
  }

  #edge(attributes: Map<string, Attribute>, where: string): void {
    const [source, target] = ['node1', 'node2'].map((name) => take(attributes, name));
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without node1 or node2 was left out.', where);
    const said = take(attributes, 'directed');
    if (said === undefined)
      this.#tally.add(
        'kept',
        'The file does not say whether edges are directed; they were read as undirected, as Gephi does.',
        where,
      );
    const id = isOurs(attributes) ? take(attributes, 'id') : undefined;
    const directed = said === 'true' || said === '1';
    this.#sink.edge({ id, source, target, directed, label: take(attributes, 'label'), attributes, where });
  }

  #dropLooks(attributes: Map<string, Attribute>, where: string): void {
    for (const name of LOOKS) {
      if (attributes.delete(name))
        this.#tally.add('refused', 'Of how things are drawn only places were kept.', where);
    }
  }
}

/** "weight DOUBLE", "name VARCHAR(32)", "ok BOOLEAN default false"; a name alone holds text. */
function columnIn(cell: string, quoted: boolean): Column {
  const words = quoted ? [cell] : cell.split(' ').filter((word) => word !== '');
  const at = words.findLastIndex((word, i) => i > 0 && TYPES.has(bare(word)));
  if (at < 0) return { name: cell, type: 'string' };
  return { name: words.slice(0, at).join(' '), type: TYPES.get(bare(words[at]!))! };
}

const bare = (word: string): string => word.slice(0, 40).toLowerCase().split('(')[0]!;

/** Clew writes several values of one column as one text. */
function unpack(attributes: Map<string, Attribute>): void {
  for (const [name, { type, values }] of attributes) {
    if (!['name', 'label', 'id', 'node1', 'node2'].includes(name) && type === 'string')
      attributes.set(name, { type, values: unpacked(values[0]!) });
  }
}
