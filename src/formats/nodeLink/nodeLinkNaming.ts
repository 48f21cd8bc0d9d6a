// How the edges of a node-link file name its nodes: by id, by name, or, as in d3 version 3, by their place in the list.
import { Digits, isList, isObject, type Json, type JsonObject } from '../json.ts';
import { idText } from '../jsonValues.ts';

/** Members that can be what edges go by. */
const NAMES = ['id', 'name', 'key', 'label'];

export class Naming {
  /** Whether edges go by the place of a node in the list. */
  readonly byPlace: boolean;
  readonly #name: string;
  readonly #ids: readonly (string | undefined)[];

  constructor(nodes: readonly Json[], edges: readonly Json[]) {
    const ends = edges.flatMap((edge) => endsOf(edge).filter((end) => end !== undefined && !isObject(end)));
    const name = NAMES.find((candidate) => fits(candidate, nodes, ends));
    this.#name = name ?? bestOf(nodes);
    const ids = nodes.map((node) => this.#own(node));
    this.byPlace = name === undefined && arePlaces(ends, ids);
    const bearIds = this.#name === 'id' && ids.every((id) => id !== undefined) && isUnique(ids);
    const count = this.byPlace || this.#name === '' || ids.every((id) => id === undefined);
    this.#ids = count && !bearIds ? nodes.map((_, place) => String(place)) : ids;
  }

  idOf(place: number): string | undefined {
    return this.#ids[place];
  }

  /** The node that an edge names; d3 puts the node itself there once it has laid it out. */
  endOf(end: Json | undefined): string | undefined {
    if (isObject(end)) return this.#own(end) ?? this.#at(end.get('index'));
    return this.byPlace ? this.#at(end) : idText(end);
  }

  #at(place: Json | undefined): string | undefined {
    return place instanceof Digits ? this.#ids[Number(place.text)] : undefined;
  }

  #own(node: Json): string | undefined {
    return isObject(node) ? idText(node.get(this.#name)) : idText(node);
  }
}

/** What an edge has at its ends: "source" and "target", else "from" and "to". */
export function endsOf(edge: Json): readonly [Json | undefined, Json | undefined] {
  if (isList(edge)) return [edge[0], edge[1]];
  if (!isObject(edge)) return [undefined, undefined];
  if (edge.has('source') || edge.has('target')) return [edge.get('source'), edge.get('target')];
  return [edge.get('from'), edge.get('to')];
}

/** Whether every edge ends at a node of such a name; other names than ids must also tell all nodes apart. */
function fits(name: string, nodes: readonly Json[], ends: readonly (Json | undefined)[]): boolean {
  const own = nodes.map((node) => (isObject(node) ? idText(node.get(name)) : idText(node)));
  if (own.every((id) => id === undefined)) return false;
  if (name !== 'id' && (ends.length === 0 || !isUnique(own))) return false;
  const known = new Set(own);
  return ends.every((end) => known.has(idText(end)));
}

const isUnique = (ids: readonly (string | undefined)[]): boolean => new Set(ids).size === ids.length;

/** Whether ends are places rather than numeric ids of which some node is missing: place 0 is rarely an id. */
function arePlaces(ends: readonly (Json | undefined)[], ids: readonly (string | undefined)[]): boolean {
  const isPlace = (end: Json | undefined) =>
    end instanceof Digits && /^\d+$/.test(end.text) && Number(end.text) < ids.length;
  if (ends.length === 0 || !ends.every(isPlace)) return false;
  const known = new Set(ids);
  const wrong = ends.map(idText).filter((end) => !known.has(end));
  return wrong.length > ends.length / 2 || wrong.every((end) => end === '0');
}

/** Where no name fits every edge: ids if there are any, else the first name that tells all nodes apart, else none. */
function bestOf(nodes: readonly Json[]): string {
  if (nodes.some((node) => !isObject(node) || node.has('id'))) return 'id';
  const namesBy = (name: string) => nodes.map((node) => idText((node as JsonObject).get(name)));
  return NAMES.find((name) => !namesBy(name).includes(undefined) && isUnique(namesBy(name))) ?? '';
}
