// Reads Kumu's JSON. In a blueprint ends are ids or labels and fields lie flat; in a backup they lie in "attributes".
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { tellMeta } from '../jsonMeta.ts';
import { attributesOf, plain } from '../jsonValues.ts';
import { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';

const LISTS = new Set(['elements', 'connections', 'loops', 'maps', 'attributes', 'perspectives']);
/** Of a map: what is said of it and not of its elements is how it looks. */
const OWN = new Set(['_id', 'id', 'label', 'type', 'from', 'to', 'direction', 'attributes']);
const TYPES = new Set(['element type', 'connection type', 'loop type', 'label', 'direction']);

export function readKumu(text: string, sink: Sink): void {
  const tally = new Tally();
  const document = readJson(text, tally);
  if (!isObject(document) || (!isList(document.get('elements')) && !isList(document.get('connections'))))
    throw new InputError('This is not of Kumu: it has neither "elements" nor "connections".');
  tellMeta(document, LISTS, 'the file', sink, tally);
  new KumuReader(document, sink, tally).read();
  tally.tell((problem) => sink.problem(problem));
}

class KumuReader {
  readonly #document: JsonObject;
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #ids = new Set<string>();
  /** Undefined where several elements bear the label. */
  readonly #byLabel = new Map<string, string | undefined>();
  readonly #places = new Map<string, { x: number; y: number }>();

  constructor(document: JsonObject, sink: Sink, tally: Tally) {
    this.#document = document;
    this.#sink = sink;
    this.#tally = tally;
  }

  read(): void {
    this.#readPlaces();
    for (const [element, where] of this.#listed('elements', 'element')) this.#element(element, where);
    for (const [connection, where] of this.#listed('connections', 'connection'))
      this.#connection(connection, where);
    for (const [loop, where] of this.#listed('loops', 'loop')) this.#loop(loop, where);
    if (isList(this.#document.get('perspectives')))
      this.#tally.add(
        'refused',
        'Views ("perspectives"), which say how a map looks, were left out.',
        'the file',
      );
  }

  *#listed(name: string, kind: string): Generator<readonly [JsonObject, string]> {
    const list = this.#document.get(name);
    if (!isList(list)) return;
    for (const [i, item] of list.entries()) {
      if (isObject(item)) yield [item, `${kind} ${i + 1}`];
      else this.#tally.add('refused', `What is not an object in "${name}" was left out.`, `${kind} ${i + 1}`);
    }
  }

  /** Where the first map lays its elements. */
  #readPlaces(): void {
    const maps = this.#document.get('maps');
    const [first, ...others] = isList(maps) ? maps.filter(isObject) : [];
    if (others.length > 0)
      this.#tally.add(
        'kept',
        'The project has several maps; places are those of the first that has any.',
        'the file',
      );
    for (const map of first ? [first, ...others] : []) {
      const listed = map.get('elements');
      for (const item of isList(listed) ? listed.filter(isObject) : []) this.#place(item);
      if (this.#places.size > 0) return;
    }
  }

  #place(item: JsonObject): void {
    const [id, at] = [plain(item.get('element')), item.get('position')];
    const [x, y] = isObject(at) ? ['x', 'y'].map((name) => finite(plain(at.get(name)))) : [];
    if (id !== undefined && x !== undefined && y !== undefined) this.#places.set(id, { x, y });
  }

  #element(element: JsonObject, where: string): void {
    const { label, type, attributes } = this.#described(element, 'element type', where);
    const id = idOf(element) ?? label;
    if (id === undefined)
      return this.#tally.add('refused', 'An element without id and label was left out.', where);
    this.#ids.add(id);
    if (label !== undefined) this.#byLabel.set(label, this.#byLabel.has(label) ? undefined : id);
    this.#sink.node({ id, label, type, attributes, ...this.#places.get(id), where });
  }

  #connection(connection: JsonObject, where: string): void {
    const [source, target] = ['from', 'to'].map((name) => this.#end(connection.get(name), where));
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'A connection without both its ends was left out.', where);
    const { label, type, attributes, direction } = this.#described(connection, 'connection type', where);
    if (direction === 'mutual') attributes.set('direction', { type: 'string', values: ['mutual'] });
    const directed = direction === 'directed';
    this.#sink.edge({ id: idOf(connection), source, target, directed, label, type, attributes, where });
  }

  /** By id, else by label. An end that neither fits is an element of that name. */
  #end(json: Json | undefined, where: string): string | undefined {
    const end = plain(json);
    if (end === undefined || end === '' || this.#ids.has(end)) return end || undefined;
    if (this.#byLabel.has(end) && this.#byLabel.get(end) === undefined)
      this.#tally.add(
        'kept',
        'An end is a label that several elements bear; it was added as an element.',
        where,
      );
    return this.#byLabel.get(end) ?? end;
  }

  /** A loop is said of what it runs through; as a node it keeps what is said of it. */
  #loop(loop: JsonObject, where: string): void {
    const { label, attributes } = this.#described(loop, 'loop type', where);
    const id = idOf(loop) ?? label ?? where;
    this.#sink.node({ id, label, type: 'Kumu loop', attributes, where });
    const through = loop.get('elements');
    for (const item of isList(through) ? through : []) {
      const element = plain(isObject(item) ? item.get('element') : item);
      if (element === undefined) continue;
      const target = this.#byLabel.get(element) ?? element;
      this.#sink.edge({
        source: id,
        target,
        directed: false,
        type: 'runs through',
        attributes: new Map(),
        where,
      });
    }
  }

  #described(of: JsonObject, typeName: string, where: string): Described {
    const inner = of.get('attributes');
    const fields = isObject(inner) ? inner : new Map<string, Json>();
    const named = (name: string) => plain(of.get(name)) ?? plain(fields.get(name));
    const attributes = attributesOf(of, OWN, where, this.#tally);
    for (const [name, value] of attributesOf(fields, TYPES, where, this.#tally)) attributes.set(name, value);
    const type = plain(of.get('type')) ?? plain(fields.get(typeName)) ?? plain(of.get(typeName));
    if (type !== undefined) attributes.delete(typeName);
    return {
      ...{ label: named('label'), type, attributes },
      direction: named('direction')?.toLowerCase(),
    };
  }
}

interface Described {
  readonly label?: string;
  readonly type?: string;
  readonly direction?: string;
  readonly attributes: Map<string, Attribute>;
}

const idOf = (of: JsonObject): string | undefined => plain(of.get('_id')) ?? plain(of.get('id'));
