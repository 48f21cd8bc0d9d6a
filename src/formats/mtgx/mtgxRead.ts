// Reads the GraphML inside a Maltego graph: entities and links with their properties, notes and places.
import type { Attribute, Sink } from '../format.ts';
import { Numbered } from '../numbered.ts';
import { finite } from '../typedValues.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';
import { PROPERTIES, shownProperty, typeOf } from './mtgxTypes.ts';

/** A node or an edge that is open. */
interface Item {
  readonly own: XmlAttributes;
  readonly where: string;
  readonly attributes: Map<string, Attribute>;
  readonly numbered: Numbered;
  type?: string;
  /** The first property with a value, where the type does not say which is shown. */
  first?: string;
  shown?: string;
  label?: string;
  x?: number;
  y?: number;
}

/** How a link is drawn. */
const LOOKS = /^maltego\.link\.(show-label|style|thickness|color|is_reversed)$/;

export class MtgxReader implements XmlVisitor {
  /** Entities and links met. */
  count = 0;
  readonly #sink: Sink;
  readonly #part: string;
  readonly #nodes = new Map<string, string>();
  readonly #edges: Item[] = [];
  #item: Item | undefined;
  #property: string | undefined;

  /** `part` is the name of the member of the zip, for the account. */
  constructor(sink: Sink, part: string) {
    this.#sink = sink;
    this.#part = part;
  }

  open(name: string, own: XmlAttributes, at: XmlPlace): boolean | void {
    if (name === 'node' || name === 'edge') {
      const where = `${this.#part}, line ${at.line}`;
      this.#item = { own, where, attributes: new Map(), numbered: new Numbered() };
      return;
    }
    const item = this.#item;
    if (!item) return;
    if (name === 'MaltegoEntity' || name === 'MaltegoLink') item.type = own.type;
    if (name === 'Property') this.#property = own.name;
    if (name === 'Position' || name === 'Geometry') {
      item.x ??= finite(own.x);
      item.y ??= finite(own.y);
    }
    return name === 'Value' || name === 'Notes';
  }

  close(name: string, text: string): void {
    const item = this.#item;
    if (!item) return;
    if (name === 'Value' && this.#property !== undefined) this.#put(item, this.#property, text);
    if (name === 'Notes' && text.trim() !== '') item.attributes.set('notes', string(text.trim()));
    if (name === 'node') this.#node(item);
    if (name === 'edge') this.#edges.push(item);
    if (name === 'node' || name === 'edge') {
      this.#item = undefined;
      this.count++;
    }
  }

  /** Edges wait for their nodes, whose ids may be others in the case. */
  end(): void {
    for (const item of this.#edges) this.#edge(item);
  }

  #put(item: Item, property: string, value: string): void {
    if (value === '' || LOOKS.test(property) || item.numbered.put(property, value)) return;
    if (property === 'maltego.link.manual.type' || property === 'maltego.link.label') {
      item.label = value;
      return;
    }
    if (item.type !== undefined && property === shownProperty(item.type)) item.shown = value;
    item.first ??= value;
    const name = PROPERTIES.get(property) ?? property;
    if (!item.attributes.has(name)) item.attributes.set(name, string(value));
  }

  #node(item: Item): void {
    const { own, numbered, where } = item;
    const ours = numbered.attributes();
    const id = numbered.own('id') ?? own.id ?? '';
    this.#nodes.set(own.id ?? '', id);
    const label = item.shown ?? item.first;
    if (ours && label !== undefined && label !== numbered.own('shown')) addName(ours, label);
    const shown = item.type === undefined ? undefined : shownProperty(item.type);
    if (!ours && shown !== undefined) item.attributes.delete(PROPERTIES.get(shown) ?? shown);
    const type = ours ? undefined : item.type && typeOf(item.type);
    const isPlaced = item.x !== undefined && item.y !== undefined && numbered.own('placed') !== 'false';
    const attributes = ours ?? item.attributes;
    this.#sink.node({ id, type, label, attributes, ...(isPlaced && { x: item.x, y: item.y }), where });
  }

  #edge({ own, numbered, where, label, attributes }: Item): void {
    const ours = numbered.attributes();
    const [source, target] = [own.source ?? '', own.target ?? ''].map((id) => this.#nodes.get(id) ?? id);
    const id = numbered.own('id') ?? own.id;
    const directed = numbered.own('directed') !== 'false';
    const type = ours ? undefined : label;
    this.#sink.edge({
      id,
      source: source!,
      target: target!,
      directed,
      type,
      attributes: ours ?? attributes,
      where,
    });
  }
}

const string = (value: string): Attribute => ({ type: 'string', values: [value] });

function addName(attributes: Map<string, Attribute>, name: string): void {
  const values = attributes.get('name')?.values ?? [];
  attributes.set('name', { type: 'string', values: [name, ...values] });
}
