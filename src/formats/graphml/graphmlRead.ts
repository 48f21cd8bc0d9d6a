// Reads GraphML as Gephi, yEd, yFiles, networkx, igraph, Cytoscape, TinkerPop and APOC write it, in one pass.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, EdgeEvent, Sink } from '../format.ts';
import { LIMITS } from '../limits.ts';
import {
  additions,
  drawn,
  EDGE_LABELS,
  EDGE_TYPES,
  labelsOf,
  looksIn,
  META,
  placeOf,
  takeFirst,
  text,
  valueOf,
} from './graphmlDialects.ts';
import { asDrawn, Graphics } from './graphmlGraphics.ts';
import { asEdge, asEvent } from './graphmlHyperedges.ts';
import { GraphmlKeys, type Datum } from './graphmlKeys.ts';
import { take } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
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
  ends?: Item[];
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
  /** Texts of elements inside the data at hand. */
  #parts: [name: string, text: string][] = [];
  #inKey = false;
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
      return this.#nestedIn(name, own);
    }
    if (isKind(name)) this.#open.push({ kind: name, own, line: at.line });
    else if (name === 'key') this.#declare(own);
    else if (name === 'locator')
      this.#tally.add('refused', 'What lies in another file (locator) was not fetched.', this.#where);
    else if (name === 'data' || name === 'default') {
      this.#inside = 1;
      this.#nested = false;
      this.#data = name === 'data' ? (own.key ?? '') : '';
      this.#parts = [];
      return true;
    } else if (name === 'desc') return true;
    if (name === 'graph' && this.#open.length === 2 && ++this.#graphs === 2)
      this.#tally.add('kept', 'The file holds several graphs; they were read as one.', this.#where);
  }

  close(name: string, text: string): void {
    if (this.#inside > 1) this.#closeNested(name, text);
    if (this.#inside > 0 && --this.#inside > 0) return;
    const item = this.#open.at(-1);
    if (name === 'data') {
      if (item) (item.data ??= []).push(this.#datum(text));
    } else if (name === 'default') this.#keys.setDefault(text);
    else if (name === 'key') this.#inKey = false;
    else if (name === 'desc' && this.#inKey)
      this.#tally.add('refused', 'The descriptions of keys were left out.', this.#where);
    else if (name === 'desc' && item) item.description = text.trim();
    else if (isKind(name)) this.#close(this.#open.pop()!);
  }

  #declare(own: XmlAttributes): void {
    this.#inKey = true;
    this.#keys.declare(own, this.#where);
  }

  /** Data of elements may be a drawing, whose labels are wanted, or anything, whose texts are. */
  #nestedIn(name: string, own: XmlAttributes): boolean {
    const label = this.#graphics?.open(name, own);
    return label === true || !this.#keys.draws(this.#open.at(-1)?.kind ?? 'graphml', this.#data);
  }

  #closeNested(name: string, text: string): void {
    this.#graphics?.close(name, text);
    if (text.trim() !== '' && this.#parts.length < LIMITS.attributes) this.#parts.push([name, text.trim()]);
  }

  /** Blanks between elements are no value. */
  #datum(text: string): Datum {
    const datum = { key: this.#data, text: this.#nested ? text.trim() : text };
    return this.#parts.length > 0 ? { ...datum, parts: this.#parts } : datum;
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
    if (item.kind === 'endpoint') (this.#open.at(-1)!.ends ??= []).push(item);
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
    return this.#outer('graph')?.edgedefault?.toLowerCase() === 'directed';
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
    const labels = labelsOf(item.own.labels, attributes);
    if (labels.length > 1) attributes.set('labels', text(...labels));
    const type = labels[0] ?? take(attributes, 'labelV');
    if (parent !== undefined) {
      attributes.set('parent', text(parent));
      this.#tally.add('kept', 'Nodes lie inside others; "parent" says in which.', where);
    }
    const place = placeOf(attributes, this.#drawing(item));
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
    const said = directed === undefined ? byDefault : /^(true|1|yes)$/i.test(directed);
    const edge = { id, source, target, directed: said, label, type, attributes, where };
    for (const one of this.#asDrawn(edge, this.#drawing(item)?.arrows)) this.#sink.edge(one);
  }

  #asDrawn(edge: EdgeEvent, heads: Graphics['arrows']): readonly EdgeEvent[] {
    if (!heads || (heads.target && !heads.source)) return [edge];
    if (this.#reading.arrows) return asDrawn(edge, heads);
    const what =
      'An edge has no arrowhead at its end, or one at its start; it was read as directed or not as the file says.';
    this.#tally.add('kept', what, edge.where);
    return [edge];
  }

  #hyperedge(item: Item, where: string): void {
    const named = (item.ends ?? []).filter(({ own }) => own.node !== undefined);
    if (named.length < (item.ends?.length ?? 0))
      this.#tally.add('refused', 'An end of a hyperedge without a node was left out.', where);
    const ends = named.map((end) => ({ own: end.own, attributes: this.#endAttributes(end, where) }));
    const attributes = this.#attributes(item, where);
    const [a, b] = ends;
    if (ends.length === 2 && a && b) return this.#sink.edge(asEdge(item.own.id, [a, b], attributes, where));
    this.#hyperedges++;
    const { node, edges } = asEvent(item.own.id ?? `hyperedge ${this.#hyperedges}`, ends, attributes, where);
    this.#sink.node(node);
    for (const edge of edges) this.#sink.edge(edge);
    this.#tally.add('mended', 'A hyperedge became an event joined to each of its ends.', where);
  }

  /** What is said of one end of a hyperedge. */
  #endAttributes(end: Item, where: string): Map<string, Attribute> {
    const attributes = this.#attributes(end, where);
    if (end.own.port) attributes.set('port', text(end.own.port));
    return attributes;
  }

  #attributes(item: Item, where: string): Map<string, Attribute> {
    const attributes = this.#keys.attributes(item.kind, item.data, where);
    if (item.description && !attributes.has('description'))
      attributes.set('description', text(item.description));
    if (isOurs(attributes)) for (const look of OUR_LOOKS) attributes.delete(look);
    else this.#additions(item, attributes, where);
    const looks = [...looksIn(attributes), ...drawn(this.#drawing(item))];
    if (this.#reading.looks) for (const [name, look] of looks) attributes.set(name, text(look));
    if (this.#drawing(item) || looks.length > 0)
      this.#tally.add(
        'refused',
        'Of how things are drawn only labels and places were kept, and colours and shapes on demand.',
        where,
      );
    return attributes;
  }

  /** What programs add of their own to an element. */
  #additions({ own, kind }: Item, attributes: Map<string, Attribute>, where: string): void {
    for (const [name, value] of additions(own)) {
      attributes.set(attributes.has(name) ? `${name} (of the ${kind})` : name, text(value));
      this.#tally.add(
        'kept',
        `"${name.slice(0, 100)}", which GraphML does not have, was kept as text.`,
        where,
      );
    }
  }

  /** Only data of some keys are a drawing; others may have elements of the same names. */
  #drawing({ kind, data, graphics }: Item): Graphics | undefined {
    return data?.some(({ key }) => this.#keys.draws(kind, key)) ? graphics : undefined;
  }

  #label(item: Item, attributes: Map<string, Attribute>): string | undefined {
    const drawing = this.#drawing(item);
    if (!drawing) return undefined;
    const [first, ...more] = drawing.labels;
    if (more.length > 0) attributes.set('further labels', text(...more));
    return first;
  }
}

/** What Clew writes for Gephi; a column of such a name is written under another. */
const OUR_LOOKS = ['size', 'r', 'g', 'b'];
