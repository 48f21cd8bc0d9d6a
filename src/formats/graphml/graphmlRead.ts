// Reads GraphML as Gephi, yEd, yFiles, networkx, igraph, Cytoscape, TinkerPop and APOC write it, in one pass.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { Graphics } from './graphmlGraphics.ts';
import { GraphmlKeys, type Datum } from './graphmlKeys.ts';
import { take } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';

const KINDS = ['graphml', 'graph', 'node', 'edge', 'hyperedge', 'port', 'endpoint'] as const;
type Kind = (typeof KINDS)[number];
const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);

/** An open element that can hold data, and what it has gathered so far. */
interface Item {
  readonly kind: Kind;
  readonly own: XmlAttributes;
  readonly line: number;
  data?: Datum[];
  graphics?: Graphics;
  description?: string;
  ends?: XmlAttributes[];
}

export interface Reading {
  /** Whether yEd's arrowheads decide which edges are directed. */
  readonly arrows: boolean;
  /** Whether colours are kept, as attributes. */
  readonly looks: boolean;
}

export class GraphmlReader implements XmlVisitor {
  readonly #sink: Sink;
  readonly #reading: Reading;
  readonly #tally = new Tally();
  readonly #keys = new GraphmlKeys(this.#tally);
  readonly #open: Item[] = [];
  /** What uses a key that is not declared yet, until the end. */
  readonly #waiting: (() => void)[] = [];
  /** Depth inside `<data>` or `<default>`, 0 outside. */
  #inside = 0;
  #nested = false;
  #data = '';
  #hyperedges = 0;
  #graphs = 0;
  #line = 1;

  constructor(sink: Sink, reading: Reading) {
    this.#sink = sink;
    this.#reading = reading;
  }

  open(name: string, own: XmlAttributes, at: XmlPlace): boolean | void {
    if (at.depth === 1 && name !== 'graphml')
      throw new InputError(
        `This is not GraphML: its first element is <${name.slice(0, 40)}>, not <graphml>.`,
      );
    this.#line = at.line;
    if (this.#inside > 0) {
      this.#inside++;
      this.#nested = true;
      return this.#graphics?.open(name, own);
    }
    if (isKind(name)) this.#open.push({ kind: name, own, line: at.line });
    else if (name === 'key') this.#keys.declare(own, this.#where);
    else if (name === 'data' || name === 'default') {
      this.#inside = 1;
      this.#nested = false;
      this.#data = name === 'data' ? (own.key ?? '') : '';
      return true;
    } else if (name === 'desc') return true;
    if (name === 'graph' && this.#open.length === 2 && ++this.#graphs === 2)
      this.#tally.add('kept', 'The file holds several graphs; they were read as one.', this.#where);
  }

  close(name: string, text: string): void {
    if (this.#inside > 1) this.#graphics?.close(name, text);
    if (this.#inside > 0 && --this.#inside > 0) return;
    const item = this.#open.at(-1);
    // Blanks between elements are no value.
    if (name === 'data') {
      if (item) (item.data ??= []).push({ key: this.#data, text: this.#nested ? text.trim() : text });
    } else if (name === 'default') this.#keys.setDefault(text);
    else if (name === 'desc' && item) item.description = text.trim();
    else if (isKind(name)) this.#close(this.#open.pop()!);
  }

  /** Call when the document has been read: tells what was gathered. */
  end(): void {
    for (const emit of this.#waiting) emit();
    if (this.#graphs === 0) throw new InputError('There is no <graph> in this GraphML file.');
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  get #where(): string {
    return `line ${this.#line}`;
  }

  /** Drawing instructions of the data at hand; those of the file or a key draw nothing. */
  get #graphics(): Graphics | undefined {
    const item = this.#open.at(-1);
    if (!item || (item.kind !== 'node' && item.kind !== 'edge')) return undefined;
    return (item.graphics ??= new Graphics());
  }

  #close(item: Item): void {
    const where = `line ${item.line}`;
    if (item.kind === 'endpoint') (this.#open.at(-1)!.ends ??= []).push(item.own);
    else if (item.kind === 'port') {
      if (item.data)
        this.#tally.add('refused', 'What is said of a port (not of its node) was left out.', where);
    } else {
      if (!item.data || this.#keys.knows(item.kind, item.data))
        this.#emit(item, this.#parent, this.#directed, where);
      else {
        const [parent, directed] = [this.#parent, this.#directed];
        this.#waiting.push(() => this.#emit(item, parent, directed, where));
      }
    }
  }

  /** Id of the node that the element at hand lies in. */
  get #parent(): string | undefined {
    return this.#outer('node')?.id;
  }

  /** Whether edges of the graph at hand are directed where they do not say. */
  get #directed(): boolean {
    return this.#outer('graph')?.edgedefault === 'directed';
  }

  #outer(kind: Kind): XmlAttributes | undefined {
    for (let i = this.#open.length - 1; i >= 0; i--)
      if (this.#open[i]!.kind === kind) return this.#open[i]!.own;
    return undefined;
  }

  #emit(item: Item, parent: string | undefined, directed: boolean, where: string): void {
    if (item.kind === 'node') this.#node(item, parent, where);
    else if (item.kind === 'edge') this.#edge(item, directed, where);
    else if (item.kind === 'hyperedge') this.#hyperedge(item, where);
    else this.#graph(item, parent === undefined, where);
  }

  #graph(item: Item, outermost: boolean, where: string): void {
    // A nested graph's own attributes belong to no node.
    const attributes = this.#keys.attributes(item.kind, item.data, where);
    if (item.description) attributes.set('description', { type: 'string', values: [item.description] });
    for (const [name, { values }] of attributes) {
      const meta = META.get(name.toLowerCase());
      if (meta && outermost) this.#sink.meta(meta, values[0]!);
      else
        this.#tally.add(
          'refused',
          `"${name.slice(0, 100)}", which is said of the graph itself, was left out.`,
          where,
        );
    }
  }

  #node(item: Item, parent: string | undefined, where: string): void {
    const { id } = item.own;
    if (id === undefined) return this.#tally.add('refused', 'A node without an id was left out.', where);
    const attributes = this.#attributes(item, where);
    const labels = (item.own.labels ?? '').split(':').filter((word) => word !== '');
    if (labels.length > 1) attributes.set('labels', text(...labels));
    const type = labels[0] ?? take(attributes, 'labelV');
    if (parent !== undefined) {
      attributes.set('parent', text(parent));
      this.#tally.add('kept', 'Nodes lie inside others; "parent" says in which.', where);
    }
    const place = placeOf(attributes, item.graphics);
    const label =
      take(attributes, 'label') ??
      take(attributes, 'Label') ??
      this.#label(item, attributes) ??
      valueOf(attributes, 'name');
    this.#sink.node({ id, label, type, attributes, ...place, where });
  }

  #edge(item: Item, byDefault: boolean, where: string): void {
    const { id, source, target, directed } = item.own;
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes(item, where);
    const { sourceport, targetport } = item.own;
    if (sourceport) attributes.set('sourceport', text(sourceport));
    if (targetport) attributes.set('targetport', text(targetport));
    // Gephi and APOC put the kind into an XML attribute, TinkerPop and Cytoscape into data.
    const type = item.own.label || takeFirst(attributes, EDGE_TYPES);
    const label = takeFirst(attributes, EDGE_LABELS) ?? this.#label(item, attributes);
    const said = directed === undefined ? byDefault : directed === 'true' || directed === '1';
    const drawn = this.#reading.arrows ? item.graphics?.arrows : undefined;
    this.#sink.edge({ id, source, target, directed: drawn ?? said, label, type, attributes, where });
  }

  /** Two ends make an edge; more are joined through a node of their own. */
  #hyperedge(item: Item, where: string): void {
    const ends = (item.ends ?? []).filter((end) => end.node !== undefined);
    const attributes = this.#attributes(item, where);
    const [a, b] = ends;
    if (ends.length === 2 && a && b) {
      const turned = a.type === 'out' && b.type === 'in';
      const directed = turned || (a.type === 'in' && b.type === 'out');
      const [source, target] = turned ? [b.node!, a.node!] : [a.node!, b.node!];
      return this.#sink.edge({
        id: item.own.id,
        source,
        target,
        directed,
        label: take(attributes, 'label'),
        attributes,
        where,
      });
    }
    this.#hyperedges++;
    const id = item.own.id ?? `hyperedge ${this.#hyperedges}`;
    this.#sink.node({
      id,
      label: take(attributes, 'label') ?? valueOf(attributes, 'name'),
      type: 'Event',
      attributes,
      where,
    });
    for (const { node, type } of ends) {
      const [source, target] = type === 'in' ? [node!, id] : [id, node!];
      this.#sink.edge({
        source,
        target,
        directed: type === 'in' || type === 'out',
        attributes: new Map(),
        where,
      });
    }
    this.#tally.add('mended', 'A hyperedge became an event joined to each of its ends.', where);
  }

  #attributes(item: Item, where: string): Map<string, Attribute> {
    const attributes = this.#keys.attributes(item.kind, item.data, where);
    if (item.description && !attributes.has('description'))
      attributes.set('description', text(item.description));
    if (isOurs(attributes)) for (const look of OUR_LOOKS) attributes.delete(look);
    if (!item.graphics) return attributes;
    const { colour } = item.graphics;
    if (colour && this.#reading.looks) attributes.set('viz:color', text(colour));
    this.#tally.add(
      'refused',
      'Of how things are drawn only labels and places were kept, and colours on demand.',
      where,
    );
    return attributes;
  }

  #label({ graphics }: Item, attributes: Map<string, Attribute>): string | undefined {
    if (!graphics) return undefined;
    const [first, ...more] = graphics.labels;
    if (more.length > 0) attributes.set('further labels', text(...more));
    return first;
  }
}

/** What Clew writes for Gephi; a column of such a name is written under another. */
const OUR_LOOKS = ['size', 'r', 'g', 'b'];

const META = new Map([
  ['name', 'name'],
  ['title', 'name'],
  ['label', 'name'],
  ['description', 'description'],
  ['creator', 'creator'],
  ['author', 'creator'],
  ['keywords', 'keywords'],
  ['date', 'date'],
] as const) as ReadonlyMap<string, 'name' | 'description' | 'creator' | 'keywords' | 'date'>;

const EDGE_TYPES = ['labelE', 'interaction'];
const EDGE_LABELS = ['edgelabel', 'label', 'Label'];

function takeFirst(attributes: Map<string, Attribute>, names: readonly string[]): string | undefined {
  if (attributes.size === 0) return undefined;
  for (const name of names) {
    const value = take(attributes, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

const text = (...values: string[]): Attribute => ({ type: 'string', values });
const valueOf = (attributes: ReadonlyMap<string, Attribute>, name: string): string | undefined =>
  attributes.get(name)?.values[0];

/** yEd's geometry, else the columns x and y; those are Gephi's, whose y grows up. */
function placeOf(attributes: Map<string, Attribute>, graphics?: Graphics): { x?: number; y?: number } {
  if (graphics?.x !== undefined) return { x: graphics.x, y: graphics.y };
  const x = finite(valueOf(attributes, 'x'));
  const y = finite(valueOf(attributes, 'y'));
  if (x === undefined || y === undefined) return {};
  attributes.delete('x');
  attributes.delete('y');
  return { x, y: -y || 0 };
}
