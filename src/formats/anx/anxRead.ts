// Reads an i2 chart: entities, events and other ends as nodes, links as edges, in the dialects of Analyst's Notebook
// (ends by reference to chart items) and of iBase (ends by the ids of entities).
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';
import { ChartItem } from './anxItems.ts';

/** What can stand at an end, beside entities. */
const ENDS: ReadonlySet<string> = new Set([
  ...['Entity', 'Event', 'TextBlock', 'Label', 'Box', 'Circle', 'Theme', 'OleItem'],
]);

const TYPES = new Map<string, Attribute['type']>([
  ['AttNumber', 'number'],
  ['AttTime', 'date'],
  ['AttFlag', 'boolean'],
]);

export class AnxReader implements XmlVisitor {
  readonly #sink: Sink;
  readonly #tally = new Tally();
  readonly #items: ChartItem[] = [];
  /** Names of types and classes of attributes by their ids. */
  readonly #names = new Map<string, string>();
  readonly #classes = new Map<string, Attribute['type']>();
  #item: ChartItem | undefined;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(name: string, own: XmlAttributes, at: XmlPlace): void {
    if (at.depth === 1 && name !== 'Chart')
      throw new InputError(`This is no i2 chart: its first element is <${name.slice(0, 40)}>, not <Chart>.`);
    if (name === 'EntityType' || name === 'LinkType' || name === 'Strength') this.#define(own);
    if (name === 'AttributeClass') {
      this.#define(own);
      const type = TYPES.get(own.Type ?? '');
      if (type && own.Name !== undefined) this.#classes.set(own.Name, type);
    }
    if (name === 'Field' || name === 'Origin') this.#summary(own);
    if (name === 'ChartItem') this.#items.push((this.#item = new ChartItem(own, `line ${at.line}`)));
    else if (this.#item) this.#within(this.#item, name, own);
  }

  close(name: string): void {
    if (name === 'ChartItem') this.#item = undefined;
  }

  /** Call at the end: types may be defined after what uses them, and links stand before their ends. */
  end(): void {
    const ids = new Map<string, string>();
    const nodes = this.#items.filter(({ link }) => !link);
    for (const item of nodes) {
      const id = item.numbered.own('id') ?? item.own.Id ?? item.entity.EntityId ?? item.own.Label ?? '';
      for (const key of [item.entity.EntityId, item.own.Id]) if (key !== undefined) ids.set(key, id);
      this.#node(item, id);
    }
    for (const item of this.#items) if (item.link) this.#edge(item, item.link, ids);
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  #define({ Id: id, Name: name }: XmlAttributes): void {
    if (id !== undefined && name !== undefined) this.#names.set(id, name);
  }

  #summary({ Type: type, Field: value, Value: other }: XmlAttributes): void {
    const text = value ?? other ?? '';
    if (type === 'SummaryFieldTitle') this.#sink.meta('name', text);
    if (type === 'SummaryFieldAuthor') this.#sink.meta('creator', text);
    if (type === 'SummaryFieldComments') this.#sink.meta('description', text);
  }

  #within(item: ChartItem, name: string, own: XmlAttributes): void {
    if (name === 'End') {
      item.x = number(own.X) ?? item.x;
      item.y = number(own.Y);
    } else if (ENDS.has(name) && item.kind === undefined && !item.link) {
      item.kind = name;
      item.entity = own;
    } else if (name === 'Link') item.link = own;
    else if (/^(Icon|Link|Event|Theme|TextBlock)Style$/.test(name)) item.style = own;
    else if (name === 'Attribute') this.#attribute(item, own);
    else if (name === 'Card') this.#card(item, own);
  }

  #attribute(item: ChartItem, own: XmlAttributes): void {
    const name = own.AttributeClass ?? this.#names.get(own.AttributeClassReference ?? '');
    if (name === undefined || own.Value === undefined) return;
    if (!item.numbered.put(name, own.Value)) item.put(name, own.Value, this.#classes.get(name));
  }

  /** A card says where something is from. */
  #card(item: ChartItem, own: XmlAttributes): void {
    const text = [own.Summary, own.Text]
      .filter((part) => part !== undefined && part.trim() !== '')
      .join(': ');
    item.put('card', text);
    item.put('sourceReference', own.SourceReference);
  }

  #node(item: ChartItem, id: string): void {
    const { own, entity, style, numbered, where } = item;
    const ours = numbered.attributes();
    if (ours && own.Label !== numbered.own('shown')) addName(ours, own.Label);
    item.put('description', own.Description);
    item.put('date', item.date, 'date');
    if (entity.Identity !== undefined && entity.Identity !== own.Label && entity.Identity !== id)
      item.put('identity', entity.Identity);
    const named = style.Type ?? this.#names.get(style.EntityTypeReference ?? '');
    const type = ours ? undefined : (named ?? (item.kind === 'Entity' ? undefined : item.kind));
    const attributes = ours ?? item.attributes;
    this.#sink.node({ id, type, label: own.Label ?? entity.Identity, attributes, ...placeOf(item), where });
  }

  #edge(item: ChartItem, link: XmlAttributes, ids: ReadonlyMap<string, string>): void {
    const { own, style, numbered, where } = item;
    const ends = [link.End1Reference ?? link.End1Id, link.End2Reference ?? link.End2Id];
    if (ends.some((end) => end === undefined))
      return this.#tally.add('refused', 'A link without both ends was left out.', where);
    const [first, second] = ends.map((end) => ids.get(end!) ?? end!);
    const arrow = style.ArrowStyle ?? 'ArrowNone';
    if (arrow === 'ArrowOnBoth')
      this.#tally.add('kept', 'Links with arrows at both ends were read as undirected.', where);
    const reversed = arrow === 'ArrowOnTail';
    const ours = numbered.attributes();
    item.put('description', own.Description);
    item.put('date', item.date, 'date');
    item.put('strength', style.Strength ?? this.#names.get(style.StrengthReference ?? ''));
    const named = style.Type ?? this.#names.get(style.LinkTypeReference ?? '');
    this.#sink.edge({
      id: numbered.own('id') ?? own.Id,
      source: reversed ? second! : first!,
      target: reversed ? first! : second!,
      directed: arrow === 'ArrowOnHead' || reversed,
      label: own.Label,
      type: ours ? undefined : named,
      ...{ attributes: ours ?? item.attributes, where },
    });
  }
}

const number = (text: string | undefined): number | undefined =>
  text !== undefined && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;

/** The chart knows whole units only; the place we wrote beside counts while the item lies where it rounds to. */
function placeOf({ x, y, numbered }: ChartItem): { x?: number; y?: number } {
  if (x === undefined || y === undefined || numbered.own('placed') === 'false') return {};
  const [ownX, ownY] = (numbered.own('place') ?? '').split(' ').map(Number);
  const stands = ownX !== undefined && ownY !== undefined && Math.round(ownX) === x && Math.round(ownY) === y;
  return stands ? { x: ownX, y: ownY } : { x, y };
}

function addName(attributes: Map<string, Attribute>, name: string | undefined): void {
  if (name === undefined) return;
  const values = attributes.get('name')?.values ?? [];
  attributes.set('name', { type: 'string', values: [name, ...values] });
}
