// Reads GML of igraph, networkx, Gephi, yEd, Cytoscape and Newman's collection.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, EdgeEvent, Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { finite, spelled } from '../typedValues.ts';
import { GRAPHICS, NAMES_KEY, OWN_ID } from './gmlKeys.ts';
import type { GmlItem, GmlValue, GmlVisitor } from './gmlTree.ts';

/** What networkx puts before the only item of a list. */
const LIST_START = '_networkx_list_start';

const META = new Map([
  ['label', 'name'],
  ['name', 'name'],
  ['title', 'name'],
  ['comment', 'description'],
  ['description', 'description'],
  ['creator', 'creator'],
  ['date', 'date'],
] as const);
/** What says how a graph is written, not what it is of. */
const FORMAL = new Set(['version', 'directed', 'multigraph', 'hierarchic', 'id']);

export class GmlReader implements GmlVisitor {
  readonly #sink: Sink;
  readonly #keepLooks: boolean;
  readonly #tally = new Tally();
  /** Names as they were, by the keys that stand for them. */
  readonly #names = new Map<string, string>();
  /** Ids that the file itself gives for its numbers. */
  readonly #ids = new Map<string, string>();
  /** Edges before it is known whether they are directed. */
  #held: ((directed: boolean) => void)[] = [];
  #directed: boolean | undefined;
  #graphs = 0;
  #nodes = 0;
  #nodesWithoutId = 0;
  /** Gephi's y grows up, everyone else's down. */
  #upwards = false;

  constructor(sink: Sink, keepLooks: boolean) {
    this.#sink = sink;
    this.#keepLooks = keepLooks;
  }

  opens(key: string, depth: number): boolean {
    const opens = depth === 0 && key.toLowerCase() === 'graph';
    if (opens && ++this.#graphs > 1)
      this.#tally.add('kept', 'The file holds several graphs; they were read as one.', 'the file');
    return opens;
  }

  item(item: GmlItem, depth: number): void {
    const where = `line ${item.line}`;
    const { value } = item;
    if (depth === 1 && value.kind === 'list') {
      if (item.key === 'node') return this.#node(new Fields(value.items), where);
      if (item.key === 'edge') return this.#edge(new Fields(value.items), where);
      if (item.key === NAMES_KEY) return this.#rename(value.items);
    }
    if (value.kind !== 'list') this.#say(item.key.toLowerCase(), value.text, where);
    else this.#tally.add('kept', 'What the file says besides its nodes and edges was left out.', where);
  }

  /** Call when the file has been read. Throws `InputError` where it holds no graph. */
  end(): void {
    if (this.#graphs === 0) throw new InputError('There is no “graph [” in this GML file.');
    if (this.#nodes === 0 && this.#nodesWithoutId > 0)
      throw new InputError('No node of this GML file has an id. Give each “node [” an “id”.');
    this.#settle(this.#directed ?? false);
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  #say(key: string, text: string, where: string): void {
    const meta = META.get(key as 'label');
    if (meta) this.#sink.meta(meta, text);
    else if (key === 'directed') this.#settle(isTrue(text));
    else if (!FORMAL.has(key))
      this.#tally.add('kept', 'What the file says besides its nodes and edges was left out.', where);
    if (key === 'creator') this.#upwards = text.startsWith('Gephi');
  }

  #settle(directed: boolean): void {
    this.#directed = directed;
    for (const tell of this.#held) tell(directed);
    this.#held = [];
  }

  #rename(items: readonly GmlItem[]): void {
    for (const { key, value } of items) if (value.kind === 'string') this.#names.set(key, value.text);
  }

  #node(fields: Fields, where: string): void {
    const number = fields.take('id');
    if (number === undefined) {
      this.#nodesWithoutId++;
      return this.#tally.add('refused', 'A node without an id was left out.', where);
    }
    this.#nodes++;
    const own = fields.take(OWN_ID);
    if (own !== undefined) this.#ids.set(number, own);
    const label = fields.take('label') || fields.labelDrawn();
    const [x, y] = fields.place();
    const parent = fields.take('gid');
    const attributes = this.#attributes(fields, where);
    if (parent !== undefined) {
      attributes.set('parent', { type: 'string', values: [this.#ids.get(parent) ?? parent] });
      this.#tally.add('kept', 'Nodes lie inside others; "parent" says in which.', where);
    }
    const place = x === undefined || y === undefined ? undefined : { x, y: this.#upwards ? -y || 0 : y };
    this.#sink.node({ id: own ?? number, label: label || undefined, attributes, ...place, where });
  }

  #edge(fields: Fields, where: string): void {
    const ends = [fields.all('source'), fields.all('target')];
    if (ends.some((end) => end.length === 0))
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    if (ends.some((end) => end.length > 1))
      return this.#tally.add('refused', 'An edge with several sources or targets was left out.', where);
    const [source, target] = [ends[0]![0]!, ends[1]![0]!];
    const said = fields.take('directed');
    const plainId = fields.take('id');
    const id = (fields.take(OWN_ID) ?? plainId) || undefined;
    const label = fields.take('label') || fields.labelDrawn() || undefined;
    const attributes = this.#attributes(fields, where);
    const edge: Omit<EdgeEvent, 'directed' | 'source' | 'target'> = { id, label, attributes, where };
    const tell = (directed: boolean): void =>
      this.#sink.edge({ ...edge, source: this.#idOf(source), target: this.#idOf(target), directed });
    if (said !== undefined) tell(isTrue(said));
    else if (this.#directed !== undefined) tell(this.#directed);
    else this.#held.push(tell);
  }

  #idOf(number: string): string {
    return this.#ids.get(number) ?? number;
  }

  #attributes(fields: Fields, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    for (const [key, values] of fields.rest(this.#keepLooks)) {
      const attribute = attributeOf(values);
      if (!attribute) continue;
      if (attribute.type === 'string' && values.some(({ kind }) => kind === 'word'))
        this.#tally.add('mended', 'Words without quotes, which are not numbers, were kept as text.', where);
      attributes.set(this.#names.get(key) ?? key, attribute);
    }
    return attributes;
  }
}

type Plain = Exclude<GmlValue, { kind: 'list' }>;

const isTrue = (text: string): boolean => text !== '0' && text.toLowerCase() !== 'false';

/** Values of one key. Undefined where nothing is left: an empty value says nothing. */
function attributeOf(values: readonly Plain[]): Attribute | undefined {
  const told = values.filter(({ text }) => text !== '' && text !== LIST_START);
  if (told.length === 0) return undefined;
  for (const type of ['integer', 'number'] as const) {
    const numbers = told.map(({ kind, text }) => (kind === 'word' ? spelled(type, text) : undefined));
    if (numbers.every((number) => number !== undefined)) return { type, values: numbers };
  }
  return { type: 'string', values: told.map(({ text }) => text) };
}

/** The items of one node or edge by key; what is taken is not told again as an attribute. */
class Fields {
  readonly #values = new Map<string, Plain[]>();
  readonly #drawn = new Map<string, Plain[]>();

  constructor(items: readonly GmlItem[]) {
    for (const { key, value } of items) {
      if (GRAPHICS.has(key.toLowerCase()) && value.kind === 'list') this.#add(this.#drawn, `${key}.`, value);
      else this.#add(this.#values, key, value);
    }
  }

  /** Lists inside lists: `a [ b 1 ]` is `a.b`. */
  #add(into: Map<string, Plain[]>, key: string, value: GmlValue): void {
    if (value.kind === 'list') {
      const start = key === '' || key.endsWith('.') ? key : `${key}.`;
      for (const item of value.items) this.#add(into, `${start}${item.key}`.slice(0, 1000), item.value);
      return;
    }
    const others = into.get(key);
    if (others) others.push(value);
    else into.set(key, [value]);
  }

  all(key: string): readonly string[] {
    const values = this.#values.get(key) ?? [];
    this.#values.delete(key);
    return values.map(({ text }) => text);
  }

  take(key: string): string | undefined {
    return this.all(key)[0];
  }

  place(): readonly [x: number | undefined, y: number | undefined] {
    return [
      finite(this.#drawn.get('graphics.x')?.[0]?.text),
      finite(this.#drawn.get('graphics.y')?.[0]?.text),
    ];
  }

  labelDrawn(): string | undefined {
    return this.#drawn.get('LabelGraphics.text')?.[0]?.text;
  }

  /** What was not taken; how it looks under `viz:` names, where that is kept. */
  *rest(looks: boolean): Generator<[key: string, values: readonly Plain[]]> {
    yield* this.#values;
    if (!looks) return;
    for (const [key, values] of this.#drawn)
      if (!['graphics.x', 'graphics.y', 'LabelGraphics.text'].includes(key))
        yield [`viz:${key.replace(/^graphics\./, '')}`, values];
  }
}
