// Reads XGMML of Cytoscape 2 and 3: groups are graphs inside nodes, and members may be named before they come.
import { InputError } from '../../plugin/problem.ts';
import { TECHNICAL, typeInName } from '../cytoscapeNames.ts';
import type { Attribute, Sink } from '../format.ts';
import { take } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { finite, spelled } from '../typedValues.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';
import { attributeIn, type Att } from './xgmmlAtt.ts';

/** An open node, edge or graph, and what it has gathered so far. */
interface Item {
  readonly kind: 'graph' | 'node' | 'edge';
  readonly own: XmlAttributes;
  readonly line: number;
  /** Id of the node whose group it lies in. */
  readonly parent?: string;
  /** Whether edges are directed that do not say. */
  readonly directed: boolean;
  readonly atts: Att[];
  place?: { x: number; y: number };
  drawn: boolean;
}

export class XgmmlReader implements XmlVisitor {
  readonly #sink: Sink;
  readonly #tally = new Tally();
  readonly #items: Item[] = [];
  readonly #atts: Att[] = [];
  readonly #nodes: Item[] = [];
  readonly #edges: Item[] = [];
  /** Node by the group it lies in, where the group only refers to it. */
  readonly #members = new Map<string, string>();
  /** Depth inside an element that means nothing here, such as RDF; 0 outside. */
  #foreign = 0;
  #graphics = 0;
  #line = 1;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(name: string, own: XmlAttributes, at: XmlPlace): boolean | void {
    if (at.depth === 1 && name !== 'graph')
      throw new InputError(`This is not XGMML: its first element is <${name.slice(0, 40)}>, not <graph>.`);
    this.#line = at.line;
    if (this.#foreign > 0 || this.#graphics > 0) {
      if (this.#foreign > 0) this.#foreign++;
      else this.#graphics++;
      return;
    }
    if (name === 'graph' || name === 'node' || name === 'edge') this.#openItem(name, own);
    else if (name === 'att') {
      this.#atts.push({ own, items: [] });
      return own.value === undefined;
    } else if (name === 'graphics') {
      this.#graphics = 1;
      this.#draw(own);
    } else this.#foreign = 1;
  }

  close(name: string, text: string): void {
    if (this.#foreign > 0) this.#foreign--;
    else if (this.#graphics > 0) this.#graphics--;
    else if (name === 'att') this.#closeAtt(text);
    else this.#closeItem(this.#items.pop()!);
  }

  /** Call when the document has been read: tells what was gathered. */
  end(): void {
    const names = new Map<string, string>();
    for (const node of this.#nodes) names.set(idOf(node)!, node.own.label ?? idOf(node)!);
    for (const node of this.#nodes) this.#tellNode(node);
    for (const edge of this.#edges) this.#tellEdge(edge, names);
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  /** Attributes of a graph that lies in an attribute of a node are the graph's. */
  #openItem(kind: Item['kind'], own: XmlAttributes): void {
    const outer = this.#items.at(-1);
    const parent = this.#items.findLast((item) => item.kind === 'node');
    this.#items.push({
      kind,
      own,
      line: this.#line,
      parent: parent && idOf(parent),
      directed: truth(own.directed ?? own['cy:directed']) ?? outer?.directed ?? false,
      atts: [],
      drawn: false,
    });
    // What was open belongs to what is around.
    if (kind === 'graph' && this.#atts.length > 0) this.#atts.length = 0;
  }

  #closeAtt(text: string): void {
    const att = this.#atts.pop();
    if (!att) return;
    if (text !== '') att.text = text;
    const outer = this.#atts.at(-1);
    if (outer) outer.items.push(att);
    else this.#items.at(-1)?.atts.push(att);
  }

  #closeItem(item: Item): void {
    const where = `line ${item.line}`;
    if (item.kind === 'graph') return this.#tellGraph(item, where);
    const reference = item.own['xlink:href'];
    if (reference !== undefined) {
      if (item.kind === 'node' && item.parent !== undefined)
        this.#members.set(reference.replace(/^#/, ''), item.parent);
    } else if (item.kind === 'edge') this.#edges.push(item);
    else if (idOf(item) !== undefined) this.#nodes.push(item);
    else this.#tally.add('refused', 'A node without an id or a label was left out.', where);
  }

  #draw(own: XmlAttributes): void {
    const item = this.#items.at(-1);
    if (!item || item.kind === 'graph') return;
    const [x, y] = [finite(own.x), finite(own.y)];
    if (x !== undefined && y !== undefined) item.place = { x, y };
    item.drawn = Object.keys(own).some((name) => !['x', 'y', 'z'].includes(name));
  }

  #tellGraph({ own, parent, atts }: Item, where: string): void {
    if (parent !== undefined) return;
    if (own.label !== undefined && this.#items.length === 0) this.#sink.meta('name', own.label);
    for (const att of atts) {
      const [name, value] = [att.own.name ?? '', attributeIn(att, where, this.#tally)?.values[0]];
      if (value === undefined || GRAPHS_OWN.has(name)) continue;
      if (name === 'description') this.#sink.meta('description', value);
      else
        this.#tally.add(
          'refused',
          `"${name.slice(0, 100)}", which is said of the network itself, was left out.`,
          where,
        );
    }
  }

  #tellNode(item: Item): void {
    const where = `line ${item.line}`;
    const id = idOf(item)!;
    const attributes = this.#attributes(item, where);
    const parent = item.parent ?? this.#members.get(id);
    if (parent !== undefined) {
      attributes.set('parent', { type: 'string', values: [parent] });
      this.#tally.add('kept', 'Nodes lie inside others; "parent" says in which.', where);
    }
    const label = item.own.label ?? item.own.name ?? attributes.get('name')?.values[0];
    dropRepeats(attributes, label);
    this.#sink.node({ id, label, attributes, ...item.place, where });
  }

  #tellEdge(item: Item, names: ReadonlyMap<string, string>): void {
    const where = `line ${item.line}`;
    const { id, source, target, label } = item.own;
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes(item, where);
    const made = label && typeInName(label, names.get(source) ?? source, names.get(target) ?? target);
    const type = take(attributes, 'interaction') ?? made;
    dropRepeats(attributes, label);
    this.#sink.edge({
      id,
      source,
      target,
      directed: item.directed,
      label: made === undefined ? label : undefined,
      type,
      attributes,
      where,
    });
  }

  #attributes(item: Item, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    for (const att of item.atts) {
      const attribute = attributeIn(att, where, this.#tally);
      if (attribute) attributes.set(att.own.name ?? att.own.label ?? 'unnamed', attribute);
    }
    for (const name of TECHNICAL) attributes.delete(name);
    if (item.drawn && !isOurs(attributes))
      this.#tally.add('refused', 'Of how things are drawn only places were kept.', where);
    return attributes;
  }
}

/** Of Cytoscape's window, not of the network. */
const GRAPHS_OWN: ReadonlySet<string> = new Set([
  ...[
    '',
    'name',
    'documentVersion',
    'networkMetadata',
    'backgroundColor',
    'GRAPH_VIEW_ZOOM',
    'GRAPH_VIEW_CENTER_X',
  ],
  ...['GRAPH_VIEW_CENTER_Y', 'NODE_SIZE_LOCKED', 'shared name', 'SUID', 'selected', '__Annotations'],
]);

/** A node without an id is known by its label, as Cytoscape knew it. */
const idOf = ({ own }: Item): string | undefined => own.id ?? own.label ?? own.name;

const truth = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : spelled('boolean', text) === 'true';

/** Columns in which Cytoscape says the label once more. */
function dropRepeats(attributes: Map<string, Attribute>, label: string | undefined): void {
  for (const name of ['canonicalName', 'name']) {
    const values = attributes.get(name)?.values;
    if (values?.length === 1 && values[0] === label) attributes.delete(name);
  }
}
