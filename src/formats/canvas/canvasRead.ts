// Reads JSON Canvas 1.0: cards of text, files, links and groups. What is on a card is text; nothing is opened or fetched.
import { InputError } from '../../plugin/problem.ts';
import { checksum } from '../checksum.ts';
import type { Attribute, Sink } from '../format.ts';
import { isList, isObject, readJson, type JsonObject } from '../json.ts';
import { tellMeta } from '../jsonMeta.ts';
import { attributesOf, idText, plain } from '../jsonValues.ts';
import { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';
import { OWN } from './canvasCard.ts';
import { Groups, type Card } from './canvasGroups.ts';

const OF_FILE = new Set(['nodes', 'edges', OWN]);
const LOOKS = ['color', 'width', 'height', 'background', 'backgroundStyle', 'fromSide', 'toSide'];
const OF_NODE = new Set(['id', 'type', 'text', 'file', 'url', 'label', 'x', 'y', OWN, ...LOOKS]);
const OF_EDGE = new Set(['id', 'fromNode', 'toNode', 'fromEnd', 'toEnd', 'label', OWN, ...LOOKS]);
const NONE: ReadonlySet<string> = new Set();
/** A first line longer than this is no name. */
const LONGEST_NAME = 120;

export function readCanvas(text: string, sink: Sink, looks: boolean): void {
  const tally = new Tally();
  const document = readJson(text, tally);
  if (!isObject(document) || (!isList(document.get('nodes')) && !isList(document.get('edges'))))
    throw new InputError('This is not a JSON Canvas: it has neither "nodes" nor "edges".');
  tellMeta(document, OF_FILE, 'the file', sink, tally);
  tellMeta(document.get(OWN), NONE, 'the file', sink, tally);
  new CanvasReader(sink, tally, looks).read(document);
  tally.tell((problem) => sink.problem(problem));
}

class CanvasReader {
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #looks: boolean;
  readonly #groups = new Groups();

  constructor(sink: Sink, tally: Tally, looks: boolean) {
    this.#sink = sink;
    this.#tally = tally;
    this.#looks = looks;
  }

  read(document: JsonObject): void {
    const cards = this.#listed(document, 'nodes', 'node').map(([node, where]) => ({
      ...{ node, where },
      card: cardOf(node),
    }));
    for (const { node, card } of cards)
      if (node.get('type') === 'group') this.#groups.add(card, plain(node.get('label')) ?? '');
    if (!this.#groups.fit(cards.length))
      this.#tally.add(
        'refused',
        'There are too many groups and cards to work out which lies in which.',
        'the file',
      );
    for (const { node, where, card } of cards) this.#node(node, card, where);
    for (const [edge, where] of this.#listed(document, 'edges', 'edge')) this.#edge(edge, where);
  }

  #listed(document: JsonObject, name: string, kind: string): (readonly [JsonObject, string])[] {
    const list = document.get(name);
    return (isList(list) ? list : []).flatMap((item, i) => {
      if (isObject(item)) return [[item, `${kind} ${i + 1}`] as const];
      this.#tally.add(
        'refused',
        `What is not an object in the list of ${name} was left out.`,
        `${kind} ${i + 1}`,
      );
      return [];
    });
  }

  #node(node: JsonObject, card: Card, where: string): void {
    const id = idText(node.get('id'));
    if (id === undefined) return this.#tally.add('refused', 'A card without an id was left out.', where);
    const own = ownOf(node, 'card');
    const attributes = this.#attributes(node, own?.values, OF_NODE, where);
    const text = plain(node.get('text')) ?? '';
    if (own) {
      if (plain(own.about.get('text')) !== checksum(text)) this.#changed(text, attributes, where);
      const label = plain(own.about.get('label'));
      return this.#sink.node({ id, label, attributes, ...placeFrom(own.about, card), where });
    }
    for (const [name, attribute] of contentOf(node)) attributes.set(name, attribute);
    const groups = this.#groups.around(card);
    if (groups.length > 0) attributes.set('group', { type: 'string', values: groups });
    this.#sink.node({ id, ...namedBy(node), attributes, ...middleOf(card), where });
  }

  /** What a person has written over is not lost: the values stand, and the new words beside them. */
  #changed(text: string, attributes: Map<string, Attribute>, where: string): void {
    const what =
      'The text of a card was changed after Clew wrote it; it was read as "text", beside the values.';
    this.#tally.add('kept', what, where);
    attributes.set('text', { type: 'string', values: [text] });
  }

  #edge(edge: JsonObject, where: string): void {
    const [id, from, to] = ['id', 'fromNode', 'toNode'].map((name) => idText(edge.get(name)));
    if (from === undefined || to === undefined)
      return this.#tally.add('refused', 'A line without both its ends was left out.', where);
    const own = ownOf(edge, 'line');
    const attributes = this.#attributes(edge, own?.values, OF_EDGE, where);
    const [start, end] = [edge.get('fromEnd') === 'arrow', (edge.get('toEnd') ?? 'arrow') === 'arrow'];
    if (start && end) attributes.set('arrows', { type: 'string', values: ['both'] });
    const [source, target] = start && !end ? [to, from] : [from, to];
    const label = plain(edge.get('label'));
    const type = own && plain(own.values.get('type'));
    this.#sink.edge({ id, source, target, directed: start !== end, label, type, attributes, where });
  }

  #attributes(
    of: JsonObject,
    own: JsonObject | undefined,
    known: ReadonlySet<string>,
    where: string,
  ): Map<string, Attribute> {
    const attributes = attributesOf(of, known, where, this.#tally);
    for (const [name, value] of attributesOf(own, NONE, where, this.#tally)) attributes.set(name, value);
    if (!this.#looks) return attributes;
    for (const name of LOOKS) {
      const look = plain(of.get(name));
      if (look !== undefined) attributes.set(`viz:${name}`, { type: 'string', values: [look] });
    }
    return attributes;
  }
}

/** What Clew itself keeps in a card or a line. */
function ownOf(of: JsonObject, kind: string): { about: JsonObject; values: JsonObject } | undefined {
  const own = of.get(OWN);
  const [about, values] = isObject(own) ? [own.get(kind), own.get('values')] : [];
  return isObject(about) && isObject(values) ? { about, values } : undefined;
}

const numberOf = (of: JsonObject, name: string): number | undefined => finite(plain(of.get(name)));

const cardOf = (node: JsonObject): Card => ({
  x: numberOf(node, 'x'),
  y: numberOf(node, 'y'),
  width: numberOf(node, 'width') ?? 0,
  height: numberOf(node, 'height') ?? 0,
});

const middleOf = ({ x, y, width, height }: Card): { x?: number; y?: number } =>
  x === undefined || y === undefined ? {} : { x: x + width / 2, y: y + height / 2 };

/** The exact place, or none, where the card still lies as it was written; else where it was moved to. */
function placeFrom(own: JsonObject, card: Card): { x?: number; y?: number } {
  const at = own.get('at');
  const [x, y] = (isList(at) ? at : []).map((one) => finite(plain(one)));
  if (x !== card.x || y !== card.y) return middleOf(card);
  return { x: numberOf(own, 'x'), y: numberOf(own, 'y') };
}

function namedBy(node: JsonObject): { label?: string; type?: string } {
  const text = (name: string) => plain(node.get(name))?.trim() || undefined;
  switch (node.get('type')) {
    case 'file':
      return {
        label: text('file')
          ?.replace(/^.*[\\/]/, '')
          .replace(/\.md$/i, ''),
        type: 'Document',
      };
    case 'link':
      return { label: text('url'), type: 'Document' };
    case 'group':
      return { label: text('label'), type: 'Canvas group' };
    default:
      return { label: nameIn(text('text') ?? '') };
  }
}

/** The first line that says something, without the marks of headings and of strong words. */
function nameIn(text: string): string | undefined {
  const line = text.split(/\r?\n/).find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  const name = line
    .slice(0, 2000)
    .replace(/^\s*(#{1,6}\s+|[-*+]\s+|>\s*)/, '')
    .replace(/\*\*|__|\[\[|\]\]|`/g, '')
    .trim();
  const cut = Array.from(name);
  return cut.length > LONGEST_NAME ? `${cut.slice(0, LONGEST_NAME).join('')}…` : name || undefined;
}

/** Text beyond the name, addresses and paths: as text. */
function contentOf(node: JsonObject): [string, Attribute][] {
  const said = (name: string, to: string, type: Attribute['type'] = 'string'): [string, Attribute][] => {
    const value = plain(node.get(name));
    return value === undefined || value.trim() === '' ? [] : [[to, { type, values: [value] }]];
  };
  const text = plain(node.get('text'))?.trim();
  const words = text !== undefined && text !== namedBy(node).label ? said('text', 'text') : [];
  return [...words, ...said('file', 'file'), ...said('url', 'sourceUrl', 'url')];
}
