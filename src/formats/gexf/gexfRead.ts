// Reads GEXF 1.0 to 1.3 in one pass: nodes and edges in any order, attributes, times, hierarchy, looks.
import { InputError, type Outcome } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { GexfColumns, type Written } from './gexfColumns.ts';
import { LOOKS, lookOf } from './gexfLooks.ts';
import { addSpells, isTimed, offsetOf, shortened, spellsOn, spellText, type Spell } from './gexfTimes.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { finite, spelled } from '../typedValues.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';

/** A node or an edge that is open, and what it has gathered so far. */
interface Item {
  readonly kind: 'node' | 'edge';
  readonly own: XmlAttributes;
  readonly line: number;
  /** By id of the attribute's declaration. */
  values?: Map<string, Written[]>;
  looks?: Map<string, Attribute>;
  spells?: Spell[];
  parents?: string[];
  x?: number;
  y?: number;
}

const META = new Map([
  ['title', 'name'],
  ['description', 'description'],
  ['creator', 'creator'],
  ['keywords', 'keywords'],
] as const);

export class GexfReader implements XmlVisitor {
  readonly #sink: Sink;
  readonly #tally = new Tally();
  readonly #columns = { node: new GexfColumns(this.#tally), edge: new GexfColumns(this.#tally) };
  /** Nodes may hold nodes, so several can be open; the last one gathers. */
  readonly #open: Item[] = [];
  #declaring: 'node' | 'edge' = 'node';
  #edgeType = 'undirected';
  /** Offset of times that name none. */
  #zone = '';
  readonly #meta = new Map<Parameters<Sink['meta']>[0], string>();
  #graphs = 0;
  #line = 1;

  /** Whether colours, sizes and shapes are kept, as attributes. */
  readonly #keepLooks: boolean;

  constructor(sink: Sink, keepLooks: boolean) {
    this.#sink = sink;
    this.#keepLooks = keepLooks;
  }

  open(name: string, own: XmlAttributes, at: XmlPlace): boolean | void {
    if (at.depth === 1 && name !== 'gexf')
      throw new InputError(`This is not GEXF: its first element is <${name.slice(0, 40)}>, not <gexf>.`);
    this.#line = at.line;
    if (name === 'node' || name === 'edge') this.#open.push({ kind: name, own, line: at.line });
    else if (this.#open.length > 0) return this.#inside(this.#open.at(-1)!, name, own);
    else return this.#outside(name, own);
  }

  close(name: string, text: string): void {
    if (name === 'node') this.#node(this.#open.pop()!);
    else if (name === 'edge') this.#edge(this.#open.pop()!);
    else if (this.#open.length > 0) return;
    else if (name === 'default') this.#columns[this.#declaring].setDefault(text, this.#where);
    else if (META.has(name as 'title') && text.trim() !== '')
      this.#meta.set(META.get(name as 'title')!, text.trim());
    else if (name === 'meta') this.#tellMeta();
  }

  /** Call when the document has been read: tells what was gathered. */
  end(): void {
    if (this.#graphs === 0) throw new InputError('There is no <graph> in this GEXF file.');
    if (this.#graphs > 1)
      this.#tally.add('kept', 'The file holds several graphs; they were read as one.', this.#where);
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  get #where(): string {
    return `line ${this.#line}`;
  }

  #outside(name: string, own: XmlAttributes): boolean {
    if (name === 'graph') this.#graph(own);
    else if (name === 'attributes') this.#attributesOf(own);
    else if (name === 'options') this.#tell('refused', 'The choices that an attribute allows were left out.');
    else if (name === 'attribute') this.#columns[this.#declaring].declare(own, this.#where);
    else if (name === 'meta' && own.lastmodifieddate) this.#sink.meta('date', own.lastmodifieddate);
    return name === 'default' || META.has(name as 'title');
  }

  #attributesOf(own: XmlAttributes): void {
    this.#declaring = own.class === 'edge' ? 'edge' : 'node';
    if (isTimed(own)) this.#tell('refused', 'The time for which attributes are declared was left out.');
  }

  #tell(outcome: Outcome, what: string): void {
    this.#tally.add(outcome, what, this.#where);
  }

  #tellMeta(): void {
    const description = this.#meta.get('description');
    if (this.#meta.get('creator') === 'Clew' && description !== undefined) {
      // Clew's title is the first paragraph, for want of a place.
      const [title, ...rest] = description.split('\n\n');
      this.#meta.set('name', title!).set('description', rest.join('\n\n'));
    }
    for (const [name, value] of this.#meta) if (value !== '') this.#sink.meta(name, value);
  }

  #graph(own: XmlAttributes): void {
    this.#graphs++;
    this.#edgeType = own.defaultedgetype ?? 'undirected';
    const zone = own.timezone ?? '';
    this.#zone = offsetOf(zone) ?? '';
    if (zone !== '' && this.#zone === '')
      this.#tell('kept', `Hours are in the time zone ${zone.slice(0, 40)}; they were kept without it.`);
    const spell = spellsOn(own, this.#zone).map(spellText).join(', ');
    if (own.mode === 'slice')
      this.#tell(
        'kept',
        `The graph is a slice of a longer time (${spell || 'it does not say when'}); the time was left out.`,
      );
    else if (spell) this.#tell('refused', `The span of the graph's timeline (${spell}) was left out.`);
  }

  #inside(item: Item, name: string, own: XmlAttributes): void {
    if (own.startopen !== undefined || own.endopen !== undefined)
      this.#tell('mended', 'Times that leave out their first or last moment were read with it.');
    if (name === 'attvalue') this.#value(item, own);
    else if (name === 'spell' || name === 'slice') (item.spells ??= []).push(...spellsOn(own, this.#zone));
    else if (name === 'parent' && own.for) (item.parents ??= []).push(own.for);
    else if (LOOKS.has(name)) addLook(item, name, own);
    else if (!FRAMES.has(name))
      this.#tell('refused', `<${name.slice(0, 40)}>, which GEXF does not have, was left out.`);
  }

  #value(item: Item, own: XmlAttributes): void {
    // 1.0 and 1.1 wrote id=, 1.2 and 1.3 write for=.
    const id = own.for ?? own.id;
    if (id === undefined || own.value === undefined)
      return this.#tell('refused', 'A value that does not say of which attribute it is was left out.');
    const written: Written = isTimed(own)
      ? { value: own.value, when: spellsOn(own, this.#zone) }
      : { value: own.value };
    const values = (item.values ??= new Map<string, Written[]>());
    const others = values.get(id);
    if (others) others.push(written);
    else values.set(id, [written]);
  }

  #node(item: Item): void {
    const { own, x, y } = item;
    const where = `line ${item.line}`;
    if (own.id === undefined) return this.#tally.add('refused', 'A node without an id was left out.', where);
    const attributes = this.#attributes(item, where);
    const outer = this.#open.findLast(({ kind }) => kind === 'node')?.own.id;
    const parents = new Set([
      ...(outer === undefined ? [] : [outer]),
      ...(own.pid ? [own.pid] : []),
      ...(item.parents ?? []),
    ]);
    if (parents.size > 0) {
      attributes.set('parent', text(...parents));
      this.#tally.add('kept', 'Nodes lie inside others; "parent" says in which.', where);
    }
    // Gephi's y grows up, the scene's down.
    const place = x === undefined || y === undefined ? undefined : { x, y: -y || 0 };
    this.#sink.node({ id: own.id, label: own.label || undefined, attributes, ...place, where });
  }

  #edge(item: Item): void {
    const { own } = item;
    const where = `line ${item.line}`;
    const { source, target } = own;
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const kind = own.type ?? this.#edgeType;
    const attributes = this.#attributes(item, where);
    const type = isOurs(attributes) ? undefined : own.kind || undefined;
    const label = own.label || undefined;
    const directed = kind !== 'undirected';
    this.#sink.edge({ id: own.id || undefined, source, target, directed, label, type, attributes, where });
    if (kind !== 'mutual') return;
    const id = own.id && `${own.id} (back)`;
    this.#sink.edge({ id, source: target, target: source, directed, label, type, attributes, where });
    this.#tally.add('mended', 'A mutual edge was read as two, there and back.', where);
  }

  #attributes(item: Item, where: string): Map<string, Attribute> {
    const { kind, own, values, spells, looks } = item;
    const attributes = new Map<string, Attribute>();
    if (values || this.#columns[kind].hasDefaults) this.#columns[kind].fill(attributes, values, where);
    // Clew's own times, looks and weights repeat what its columns say or are worked out.
    if (values && isOurs(attributes)) return asWritten(attributes);
    if (kind === 'edge' && own.weight !== undefined) this.#weight(own.weight, attributes, where);
    for (const [name, value] of additions(item)) {
      attributes.set(attributes.has(name) ? `${name} (of the ${kind})` : name, text(value));
      this.#tally.add('kept', `"${name.slice(0, 100)}", which GEXF does not have, was kept as text.`, where);
    }
    // Where there are spells, times on the element itself only span them.
    if (spells ?? isTimed(own))
      addSpells(spells ?? spellsOn(own, this.#zone), attributes, where, this.#tally);
    if (looks && this.#keepLooks) for (const [name, look] of looks) attributes.set(name, look);
    else if (looks)
      this.#tally.add('refused', 'Colours, sizes, shapes and heights (z) were left out.', where);
    return attributes;
  }

  /** The weight of the edge itself counts where no attribute says otherwise. */
  #weight(written: string, attributes: Map<string, Attribute>, where: string): void {
    const weight = spelled('number', written);
    const given = attributes.get('weight') ?? attributes.get('Weight');
    if (given?.values.some((value) => value === written || Number(value) === Number(written))) return;
    if (weight === undefined) this.#tally.add('kept', 'A weight that is no number was kept as text.', where);
    attributes.set(given ? 'weight (of the edge)' : 'weight', {
      type: weight === undefined ? 'string' : 'number',
      values: [weight ?? written],
    });
  }
}

/** Elements that hold others. */
const FRAMES: ReadonlySet<string> = new Set([
  ...['attvalues', 'spells', 'slices', 'parents', 'parent', 'nodes', 'edges'],
]);
const OWN = {
  node: new Set(['id', 'label', 'pid']),
  edge: new Set(['id', 'label', 'source', 'target', 'type', 'kind', 'weight']),
};
const TIMES = new Set([...['start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps', 'intervals']]);

/** What programs add of their own to a node or an edge. */
function* additions({ kind, own }: Item): Generator<[name: string, value: string]> {
  for (const name in own) {
    if (OWN[kind].has(name) || TIMES.has(name) || name.startsWith('xmlns')) continue;
    const value = own[name];
    if (value) yield [name, value];
  }
}

function addLook(item: Item, name: string, own: XmlAttributes): void {
  if (name === 'position') [item.x, item.y] = [finite(own.x), finite(own.y)];
  const look = lookOf(name, own);
  if (look) (item.looks ??= new Map<string, Attribute>()).set(...look);
}

const text = (...values: string[]): Attribute => ({ type: 'string', values });

/** Clew writes times in whole days, for want of anything less. */
function asWritten(attributes: Map<string, Attribute>): Map<string, Attribute> {
  for (const [name, attribute] of attributes) {
    const { held } = attribute;
    if (held) attributes.set(name, { ...attribute, held: held.map((time) => time && shortened(time)) });
  }
  return attributes;
}
