// The vertices of one Pajek network: numbers from 1 to n, of which the file may describe some, all or none.
import type { Attribute, NodeEvent } from '../format.ts';
import { withoutEntities } from '../entities.ts';
import { isNumber, type PajekWord } from './pajekWords.ts';
import type { Tally } from '../tally.ts';

/** Vertices of a file that no line describes: a number in it must not make more than people mean. */
const MOST_UNSAID = 100_000;
/** Pajek's places go from 0 to 1, the scene's units are pixels. */
const SCALE = 1000;

export interface PajekVertex {
  readonly label?: string;
  readonly x?: number;
  readonly y?: number;
  readonly attributes: Map<string, Attribute>;
  readonly where: string;
}

export interface PajekNetwork {
  /** Before the numbers, where the file has several networks. */
  readonly prefix: string;
  readonly size: number;
  /** Those of the first kind, where there are two. */
  readonly first: number;
  readonly vertices: Map<number, PajekVertex>;
  /** How many partitions and vectors have a name. */
  readonly columns: Map<string, number>;
  /** What they say of each vertex. */
  readonly said: Map<number, Map<string, Attribute>>;
  readonly where: string;
}

/** Pajek spells letters beyond its encoding `&#269;`. */
export const lettersIn = (label: string): string => label.replace(/&#x?[\da-f]{1,7};/gi, withoutEntities);

/** Words after the number: a label, x y z, a shape, pairs of what is drawn, and when. */
export function vertexOf(words: readonly PajekWord[], looks: boolean, where: string): PajekVertex {
  let at = words[0]?.kind === 'quoted' || words.length < 2 ? 1 : firstPlace(words);
  const label = lettersIn(
    words
      .slice(0, at)
      .map(({ text }) => text)
      .join(' '),
  ).trim();
  const place: number[] = [];
  while (place.length < 3 && isNumber(words[at])) place.push(Number(words[at++]!.text));
  const attributes = drawnAs(words.slice(at), looks);
  const [x, y] = place;
  return { ...(label !== '' && { label }), ...(y !== undefined && { x, y }), attributes, where };
}

/** Where a label without quotes ends: before two numbers in a row, or a time. */
function firstPlace(words: readonly PajekWord[]): number {
  for (let at = 1; at < words.length; at++)
    if (words[at]!.kind !== 'bare' || (isNumber(words[at]) && isNumber(words[at + 1]))) return at;
  return words.length;
}

/** `ic Red`, `x_fact 1.5`…, on demand; `[1-3,5-*]` always. */
export function drawnAs(words: readonly PajekWord[], looks: boolean): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  const times = words.filter(({ kind }) => kind === 'time').flatMap(({ text }) => text.split(','));
  const when = times.map((time) => time.trim()).filter(Boolean);
  if (when.length > 0) attributes.set('time', { type: 'string', values: when });
  if (!looks) return attributes;
  const rest = words.filter(({ kind }) => kind !== 'time');
  let at = 0;
  if (rest.length > 0 && SHAPES.has(rest[0]!.text.toLowerCase()))
    attributes.set('viz:shape', one(rest[at++]!.text));
  while (at < rest.length) {
    const name = rest[at++]!.text;
    const values: string[] = [];
    // Colours may be three numbers.
    do if (at < rest.length) values.push(rest[at++]!.text);
    while (values.length > 0 && isNumber(rest[at]) && values.length < 3);
    if (values.length > 0) attributes.set(`viz:${name}`, one(values.join(' ')));
  }
  return attributes;
}

const SHAPES = new Set(['ellipse', 'box', 'diamond', 'triangle', 'cross', 'empty', 'house', 'man', 'woman']);
const one = (text: string): Attribute => ({ type: 'string', values: [text] });

/** All vertices of a file, those that no line describes last. */
export function* nodesOf(networks: readonly PajekNetwork[], tally: Tally): Generator<NodeEvent> {
  let unsaid = MOST_UNSAID;
  for (const network of networks) {
    const numbers = new Set([...network.vertices.keys(), ...network.said.keys()]);
    const most = numbers.size + unsaid;
    for (let number = 1; number <= network.size && numbers.size < most; number++) numbers.add(number);
    unsaid = most - numbers.size;
    if (numbers.size < network.size)
      tally.add(
        'refused',
        `Of the vertices that no line describes, only the first ${MOST_UNSAID} and those with ties were kept.`,
        network.where,
      );
    const scale = scaleOf(network);
    for (const number of numbers) yield nodeOf(network, number, scale);
  }
}

/** 0 where all lie in one point, which says nothing. */
function scaleOf({ vertices }: PajekNetwork): number {
  const places = [...vertices.values()].flatMap(({ x, y }) => (x === undefined ? [] : [x, y!]));
  if (places.every((place) => place === places[0])) return 0;
  return places.every((place) => place >= 0 && place <= 1) ? SCALE : 1;
}

function nodeOf(network: PajekNetwork, number: number, scale: number): NodeEvent {
  const { prefix, first, size, where } = network;
  const vertex = network.vertices.get(number);
  const attributes = new Map(vertex?.attributes);
  if (first > 0 && first < size)
    attributes.set('mode', { type: 'integer', values: [number <= first ? '1' : '2'] });
  for (const [name, value] of network.said.get(number) ?? []) attributes.set(name, value);
  const placed = vertex?.x !== undefined && scale > 0;
  const place = placed ? { x: vertex.x! * scale, y: vertex.y! * scale } : undefined;
  return {
    id: prefix + String(number),
    label: vertex?.label,
    attributes,
    ...place,
    where: vertex?.where ?? where,
  };
}
