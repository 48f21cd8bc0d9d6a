// For formats that hold hardly more than who is tied to whom: how nodes are called, what kind a tie is, what is left behind.
import { STANCES, type Stance } from '../case/records.ts';
import type { Settings, Values } from '../plugin/settings.ts';
import {
  flatten,
  GRAPH_SETTINGS,
  graphLosses,
  type FlatEdge,
  type FlatGraph,
  type FlatNode,
} from './flat.ts';
import type { Attribute, Loss, Outgoing } from './format.ts';

const { denied } = GRAPH_SETTINGS;

export const BARE_SETTINGS = {
  denied,
  names: {
    type: 'boolean',
    default: false,
    label: 'Call nodes by their names',
    help: 'Otherwise by their ids, under which Clew knows them again.',
  },
} satisfies Settings;

/** What each node is called in the file: as the format can spell it, and apart from every other. */
export class NodeNames {
  /** How many are not called by their ids, though they were to be. */
  readonly changed: number;
  readonly #names = new Map<string, string>();

  constructor(nodes: Iterable<FlatNode>, settings: Values, spell: (name: string) => string) {
    const taken = new Set<string>();
    const counts = new Map<string, number>();
    const others: [id: string, name: string][] = [];
    for (const { id, label } of nodes) {
      const wanted = settings.names === true ? label : id;
      const name = spell(wanted) || '_';
      if (name !== wanted || taken.has(name)) others.push([id, name]);
      else this.#put(id, name, taken);
    }
    for (const [id, name] of others) {
      let free = name;
      let n = counts.get(name) ?? 2;
      for (; taken.has(free); n++) free = `${name} ${n}`;
      counts.set(name, n);
      this.#put(id, free, taken);
    }
    this.changed = settings.names === true ? 0 : others.length;
  }

  of(id: string): string {
    return this.#names.get(id)!;
  }

  #put(id: string, name: string, taken: Set<string>): void {
    this.#names.set(id, name);
    taken.add(name);
  }
}

/** Lone halves of surrogate pairs have no UTF-8. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without tabs, line breaks and other controls, which a line of words cannot hold. */
export const onOneLine = (text: string): string =>
  text
    .replace(LONE, '\ufffd')
    .replace(/[\0-\x1f\x7f\x85\u2028\u2029]+/g, ' ')
    .trim();

const stanceOf = ({ values }: FlatNode | FlatEdge): string => values.get('stance')?.[0] ?? 'affirmed';

/** "Ownership (alleged)": what is not affirmed never looks as if it were. */
export const kindOf = (edge: FlatEdge): string =>
  stanceOf(edge) === 'affirmed' ? edge.type : `${edge.type} (${stanceOf(edge)})`;

/** The type and the stance that a kind says; the reverse of `kindOf`. */
export function typeAndStance(kind: string): { type: string; attributes: Map<string, Attribute> } {
  const stance: Stance | undefined = STANCES.slice(1).find((word) => kind.endsWith(` (${word})`));
  if (!stance) return { type: kind, attributes: new Map() };
  const attributes = new Map<string, Attribute>([
    ['stance', { type: 'string', values: [stance] }],
    ['disputed', { type: 'boolean', values: ['false'] }],
  ]);
  return { type: kind.slice(0, -stance.length - 3), attributes };
}

/** Words of the losses, by which tests know them. */
export const BARE_LOSSES = {
  nodes: 'types and values of nodes',
  edges: 'values of ties',
  ids: 'ids that the format cannot spell, changed',
} as const;

export function bareLosses(
  out: Outgoing,
  settings: Values,
  spell: (name: string) => string,
): readonly Loss[] {
  const graph = flatten(out, settings);
  const named = settings.names === true;
  return [
    ...graphLosses(out, settings, { lists: true, ownTypes: true }),
    { what: BARE_LOSSES.nodes, count: valuesOf(graph.nodes) },
    { what: BARE_LOSSES.edges, count: valuesOf(graph.edges) - graph.edgeCount },
    { what: BARE_LOSSES.ids, count: new NodeNames(graph.nodes, settings, spell).changed },
    { what: 'ids of nodes, which their names stand for', count: named ? graph.nodeCount : 0 },
    { what: 'ids and labels of ties', count: graph.edgeCount },
  ].filter(({ count }) => count > 0);
}

/** Without what Clew works out itself. A type is a value. */
function valuesOf(items: FlatGraph['nodes'] | FlatGraph['edges']): number {
  let count = 0;
  for (const { values } of items)
    for (const [name, list] of values) if (!WORKED_OUT.has(name)) count += list.length;
  return count;
}

const WORKED_OUT: ReadonlySet<string> = new Set(['stance', 'disputed', 'sources', 'relation']);
