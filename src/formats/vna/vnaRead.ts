// Reads VNA: what is known of nodes and of ties, each apart from how it is drawn, in sections of any order.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import type { Values } from '../../plugin/settings.ts';
import { TYPES } from '../tables/cells.ts';
import { canonicalType } from '../tables/columnTypes.ts';
import { unpacked } from '../csv/csvWrite.ts';
import type { Attribute, Sink } from '../format.ts';
import { take, takePlace } from '../jsonValues.ts';
import { LIMITS } from '../limits.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { betweenIn, cellsOf } from './vnaWords.ts';

const SECTION = /^\s*\*\s*(node|tie)\s+(data|propert(?:y|ies))\s*$/i;
export const VNA_START =
  /^\s{0,1000}\*[ \t]{0,10}(node|tie)[ \t]{1,10}(data|propert(y|ies))[ \t]{0,100}[\r\n]/i;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Section {
  readonly of: 'node' | 'tie';
  readonly about: 'data' | 'properties';
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

type Known = Map<string, Attribute>;

/** Throws `InputError` where there is no section, or a line is too long. */
export function readVna(lines: Iterable<string>, sink: Sink, settings: Values, job: Job): void {
  const tally = new Tally();
  const sections = sectionsOf(lines, tally, job);
  if (sections.length === 0)
    throw new InputError('No section of this file has columns. VNA begins with “*Node data” or “*Tie data”.');
  const reader = new VnaReader(sink, tally, settings.looks === true);
  for (const section of sections.filter(({ of }) => of === 'node')) reader.nodes(section);
  const ties = sections.filter(({ of }) => of === 'tie');
  const data = ties.filter(({ about }) => about === 'data');
  for (const section of data.length > 0 ? data : ties) reader.ties(section);
  if (data.length > 0) for (const section of ties) if (section.about === 'properties') reader.drawn(section);
  reader.end();
  tally.tell((problem) => sink.problem(problem));
}

function sectionsOf(lines: Iterable<string>, tally: Tally, job: Job): Section[] {
  const sections: (Section & { rows: Row[] })[] = [];
  let at: { of: 'node' | 'tie'; about: 'data' | 'properties' } | undefined;
  let open: { rows: Row[]; names: readonly string[]; between: ReturnType<typeof betweenIn> } | undefined;
  let line = 0;
  for (const text of lines) {
    if (++line % 4096 === 0 && job.cancelled()) throw new Cancelled();
    if (text.length > LIMITS.text * 4) throw new InputError(`line ${line} is too long to be a line of VNA.`);
    if (text.trim() === '') continue;
    const start = SECTION.exec(text);
    if (start || /^\s*\*\s*[a-z]+\s+[a-z]+\s*$/i.test(text)) {
      at = start
        ? {
            of: start[1]!.toLowerCase() as 'node' | 'tie',
            about: /^d/i.test(start[2]!) ? 'data' : 'properties',
          }
        : undefined;
      open = undefined;
      if (!start) tally.add('refused', 'A section that VNA does not know was left out.', `line ${line}`);
    } else if (at && !open) {
      const between = betweenIn(text);
      open = { names: cellsOf(text, between), rows: [], between };
      if (open.names.length > LIMITS.attributes)
        throw new InputError(`line ${line}: there are more than ${LIMITS.attributes} columns.`);
      sections.push({ ...at, ...open });
    } else if (open) open.rows.push({ cells: rowCells(text, open.names.length, open.between), line });
    else tally.add('refused', 'A line outside every section was left out.', `line ${line}`);
  }
  return sections;
}

/** Rows may lie apart otherwise than the names of their columns do. */
function rowCells(text: string, width: number, between: ReturnType<typeof betweenIn>): readonly string[] {
  const cells = cellsOf(text, between);
  return cells.length === 1 && width > 1 ? cellsOf(text, betweenIn(text)) : cells;
}

/** How NetDraw draws; they are no properties of what is drawn. */
const LOOKS: ReadonlySet<string> = new Set([
  ...[
    'color',
    'colour',
    'shape',
    'size',
    'labelsize',
    'labelcolor',
    'active',
    'gravity',
    'rimcolor',
    'rimsize',
  ],
  ...['headcolor', 'headsize', 'labelcolour', 'rimcolour', 'headcolour'],
]);

const FROM: readonly string[] = ['from', 'source', 'ego'];
const TO: readonly string[] = ['to', 'target', 'alter'];
const STRENGTHS: readonly string[] = ['strength', 'weight', 'value', 'tiestrength'];

class VnaReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #keepLooks: boolean;
  readonly #nodes = new Map<string, { known: Known; where: string }>();

  constructor(sink: Sink, tally: Tally, keepLooks: boolean) {
    this.#sink = sink;
    this.#tally = tally;
    this.#keepLooks = keepLooks;
  }

  /** Both sections may name a node, and NetDraw's data may say how it is drawn. */
  nodes(section: Section): void {
    const { names, about } = section;
    const drawn = about === 'properties' || (isNamed(names, 'x') && isNamed(names, 'y'));
    const columns = this.#columns(section, 1, drawn);
    for (const row of section.rows) {
      const where = `line ${row.line}`;
      const id = row.cells[0] ?? '';
      if (id === '') {
        this.#tally.add('refused', 'A row that names no node was left out.', where);
        continue;
      }
      const node = this.#nodes.get(id) ?? { known: new Map<string, Attribute>(), where };
      this.#nodes.set(id, node);
      for (const [name, attribute] of this.#values(row, columns))
        if (!node.known.has(name)) node.known.set(name, attribute);
    }
  }

  /** One tie a row where a column gives its strength or says something in words; else each column is a kind of tie. */
  ties(section: Section): void {
    const { from, to } = endsIn(section.names);
    const columns = this.#columns(section, 0, section.about === 'properties').filter(
      ({ at }) => at !== from && at !== to,
    );
    const strength = columns.find(({ name }) => STRENGTHS.includes(plain(name)));
    const numeric = columns.every(({ type }) => type === 'integer' || type === 'number');
    const kinds = !strength && numeric && section.about === 'data' ? columns : [];
    if (kinds.length > 0)
      this.#tally.add(
        'kept',
        'Each column of numbers was read as a kind of tie, 0 as none.',
        `line ${section.rows[0]?.line ?? 1}`,
      );
    for (const row of section.rows) {
      const [source, target] = [row.cells[from] ?? '', row.cells[to] ?? ''];
      const where = `line ${row.line}`;
      if (source === '' || target === '')
        this.#tally.add('refused', 'A tie that lacks one of its ends was left out.', where);
      else if (kinds.length === 0)
        this.#tie(source, target, this.#values(row, columns), strength?.name, where);
      else
        for (const { name, at } of kinds) this.#kindOfTie(source, target, name, row.cells[at] ?? '', where);
    }
  }

  /** Ties whose data stand elsewhere: what is left is how they are drawn. */
  drawn({ rows }: Section): void {
    for (const { line } of rows) this.#tellLooks(`line ${line}`);
  }

  end(): void {
    for (const [id, { known, where }] of this.#nodes) {
      const place = takePlace(known);
      const attributes = listed(known);
      const short = take(known, 'shortlabel');
      const label = take(known, 'label') ?? short;
      this.#sink.node({ id, label, attributes, ...place, where });
    }
  }

  #tie(source: string, target: string, known: Known, strength: string | undefined, where: string): void {
    const weight = strength === undefined ? undefined : take(known, strength);
    if (weight !== undefined && Number(weight) === 0 && known.size === 0)
      return this.#tally.add('refused', 'A tie of strength 0 is none; it was left out.', where);
    if (weight !== undefined) known.set('weight', { type: 'number', values: [weight] });
    const attributes = listed(known);
    const ours = isOurs(attributes);
    const id = ours ? take(known, 'id') : undefined;
    const directed = take(known, 'directed') !== 'false';
    this.#sink.edge({ id, source, target, directed, label: take(known, 'label'), attributes, where });
  }

  #kindOfTie(source: string, target: string, type: string, weight: string, where: string): void {
    if (weight === '' || Number(weight) === 0) return;
    const attributes: Known = new Map([['weight', { type: 'number', values: [weight] }]]);
    this.#sink.edge({ source, target, directed: true, type, attributes, where });
  }

  /** The columns from `first` on with the type all their values have; looks only where they are kept. */
  #columns({ names, rows }: Section, first: number, drawn: boolean): readonly Column[] {
    return names.flatMap((given, at) => {
      if (at < first) return [];
      const name =
        given === ''
          ? `column ${at + 1}`
          : ['x', 'y', 'shortlabel'].includes(plain(given))
            ? plain(given)
            : given;
      const isLook = drawn && LOOKS.has(plain(given));
      if (isLook && rows.length > 0) this.#tellLooks(`line ${rows[0]!.line}`);
      if (isLook && !this.#keepLooks) return [];
      const values = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
      return [{ name: isLook ? `viz:${plain(given)}` : name, at, type: TYPES[canonicalType(values)] }];
    });
  }

  #values({ cells, line }: Row, columns: readonly Column[]): Known {
    const known: Known = new Map();
    for (const { name, at, type } of columns) {
      const cell = cells[at] ?? '';
      if (cell !== '') known.set(name, { type, values: [cell] });
    }
    const width = Math.max(2, ...columns.map(({ at }) => at + 1));
    if (cells.length > width + LOOKS.size)
      this.#tally.add(
        'refused',
        'A row has more cells than there are columns (perhaps a space without quotes); the rest was left out.',
        `line ${line}`,
      );
    return known;
  }

  #tellLooks(where: string): void {
    if (!this.#keepLooks)
      this.#tally.add('refused', 'Of how things are drawn only places and labels were kept.', where);
  }
}

interface Column {
  readonly name: string;
  readonly at: number;
  readonly type: Attribute['type'];
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .slice(0, 100);

const isNamed = (names: readonly string[], wanted: string): boolean =>
  names.some((name) => plain(name) === wanted);

/** By their names, in either order; else the first two columns. */
function endsIn(names: readonly string[]): { from: number; to: number } {
  const [from, to] = [FROM, TO].map((words) => names.findIndex((name) => words.includes(plain(name))));
  return from! >= 0 && to! >= 0 && from !== to ? { from: from!, to: to! } : { from: 0, to: 1 };
}

/** Clew writes several values of one column as one text. */
function listed(known: Known): Known {
  if (!isOurs(known)) return known;
  for (const [name, { type, values }] of known)
    if (!['label', 'id', 'directed', 'weight'].includes(name))
      known.set(name, { type, values: unpacked(values[0]!) });
  return known;
}
