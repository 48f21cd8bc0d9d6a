// What programs put into GraphML that it does not have: attributes of elements, Neo4j's labels, Gephi's colours and places.
import type { Attribute } from '../format.ts';
import { take } from '../jsonValues.ts';
import { finite } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';
import type { Graphics } from './graphmlGraphics.ts';

/** Those of GraphML and of TinkerPop's and Neo4j's additions to it. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'id',
    'source',
    'target',
    'directed',
    'sourceport',
    'targetport',
    'label',
    'labels',
    'node',
    'port',
    'type',
  ],
]);

/** Names under which a graph speaks of itself. */
export const META = new Map([
  ['name', 'name'],
  ['title', 'name'],
  ['label', 'name'],
  ['description', 'description'],
  ['creator', 'creator'],
  ['author', 'creator'],
  ['keywords', 'keywords'],
  ['date', 'date'],
] as const) as ReadonlyMap<string, 'name' | 'description' | 'creator' | 'keywords' | 'date'>;

/** Attributes of an element that are neither GraphML's nor hints for parsers. */
export function* additions(own: XmlAttributes): Generator<[name: string, value: string]> {
  for (const name in own) {
    const value = own[name];
    if (!KNOWN.has(name) && value && !/^(parse\.|yfiles\.|xmlns|xsi:)/.test(name)) yield [name, value];
  }
}

/** Neo4j's `:Person:Spy`, as an attribute of the element, in data, or both. */
export function labelsOf(own: string | undefined, attributes: Map<string, Attribute>): string[] {
  const [said, ...more] = attributes.get('labels')?.values ?? [];
  const repeated = said !== undefined && more.length === 0 && (said === own || said.startsWith(':'));
  if (repeated) attributes.delete('labels');
  return (own ?? (repeated ? said : '')).split(':').filter((word) => word !== '');
}

/** Takes away the columns in which Gephi and its followers keep a colour and a size. */
export function looksIn(attributes: Map<string, Attribute>): [name: string, look: string][] {
  const [r, g, b] = ['r', 'g', 'b'].map((name) => finite(valueOf(attributes, name)));
  if (r === undefined || g === undefined || b === undefined) return [];
  const hex = [r, g, b].map((part) => Math.max(0, Math.min(255, part)).toString(16).padStart(2, '0'));
  const size = take(attributes, 'size');
  for (const name of ['r', 'g', 'b']) attributes.delete(name);
  return [
    ['viz:color', `#${hex.join('')}`],
    ...(size === undefined ? [] : [['viz:size', size] as [string, string]]),
  ];
}

export function drawn(graphics: Graphics | undefined): [name: string, look: string][] {
  const { colour, shape } = graphics ?? {};
  return [
    ...(colour ? [['viz:color', colour] as [string, string]] : []),
    ...(shape ? [['viz:shape', shape] as [string, string]] : []),
  ];
}

/** yEd's geometry, else the columns x and y; those are Gephi's, whose y grows up. */
export function placeOf(attributes: Map<string, Attribute>, graphics?: Graphics): { x?: number; y?: number } {
  if (graphics?.x !== undefined) return { x: graphics.x, y: graphics.y };
  const x = finite(valueOf(attributes, 'x'));
  const y = finite(valueOf(attributes, 'y'));
  if (x === undefined || y === undefined) return {};
  attributes.delete('x');
  attributes.delete('y');
  return { x, y: -y || 0 };
}

export const text = (...values: string[]): Attribute => ({ type: 'string', values });
export const valueOf = (attributes: ReadonlyMap<string, Attribute>, name: string): string | undefined =>
  attributes.get(name)?.values[0];

export const EDGE_TYPES = ['labelE', 'interaction'];
export const EDGE_LABELS = ['edgelabel', 'Edge Label', 'label', 'Label'];

export function takeFirst(attributes: Map<string, Attribute>, names: readonly string[]): string | undefined {
  if (attributes.size === 0) return undefined;
  for (const name of names) {
    const value = take(attributes, name);
    if (value !== undefined) return value;
  }
  return undefined;
}
