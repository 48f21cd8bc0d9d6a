// Where marks and labels of edges go: to a place along the line where nothing else is. Labels that find none are left out.
import type { Id } from '../case/records.ts';
import { EDGE_LABEL, shortened, widthOf } from './labels.ts';
import { NUMBER } from './numbering.ts';
import { around, Cells, linesThrough, markRoom, roomsOf, type LineCells, type Rectangle } from './rooms.ts';
import { pointAt, routesOf, type Route } from './routes.ts';
import type { Point, Scene, SceneEdge, SceneNode } from './scene.ts';

export interface PlacedLabel {
  readonly text: string;
  /** Its centre. */
  readonly at: Point;
  /** How far that lies from the middle of the line. */
  readonly off: Point;
}

const WIDEST = 170;
/** Shares of the line, the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
/** Above so many edges the picture is too dense for labels at rest, and looking for room too slow. */
const MOST = 400;

/** The labels that fit, at rest. Thicker and longer lines choose first. A label keeps to its line's number. */
export function placeLabels(
  scene: Pick<Scene, 'nodes' | 'edges'>,
  numbers: ReadonlyMap<Id, PlacedNumber> = new Map(),
): Map<Id, PlacedLabel> {
  if (scene.edges.length > MOST) return new Map();
  const routes = routesOf(scene);
  return placed(scene.nodes, scene.edges, routes, {
    lines: linesThrough(routes),
    widest: WIDEST,
    size: EDGE_LABEL.size,
    aside: [0],
    numbers,
  });
}

export interface PlacedNumber {
  readonly text: string;
  /** Its centre. */
  readonly at: Point;
  /** In scene units, air included. */
  readonly width: number;
  /** The point of the line that it stands for, where it lies away from it. */
  readonly of?: Point;
}

/** The room of numbers in their frame. */
export const numberWidth = (text: string): number => widthOf(text, NUMBER.size) + 2 * NUMBER.pad;

/** Where each line's numbers stand: on the line or beside it. All find a place; short lines choose first. */
export function placeNumbers(
  scene: Pick<Scene, 'nodes' | 'edges'>,
  texts: ReadonlyMap<Id, string>,
): Map<Id, PlacedNumber> {
  const routes = routesOf(scene);
  const lines = linesThrough(routes);
  const taken = takenBy(scene.nodes, scene.edges, routes);
  const found = new Map<Id, PlacedNumber>();
  for (const { id } of [...inOrder(scene.edges, routes)].reverse()) {
    const route = routes.get(id);
    const text = texts.get(id);
    if (!route || text === undefined) continue;
    const width = numberWidth(text);
    const at = freest(route, id, width, taken, lines);
    taken.add(numberRoom({ at, width }));
    const of = nearest(route, at);
    const isAway = Math.hypot(of.x - at.x, of.y - at.y) > NUMBER.line;
    found.set(id, { text, at, width, ...(isAway && { of }) });
  }
  return found;
}

/** The first place where nothing is and no other line runs, else the one with least on it. */
function freest(route: Route, id: Id, width: number, taken: Cells, lines: LineCells): Point {
  let best = pointAt(route, 0.5);
  let least = Infinity;
  for (const at of placesAlong(route, NUMBER_ASIDE, NUMBER_PLACES)) {
    const room = numberRoom({ at, width });
    const cost = 10 * taken.count(room) + lines.through(room, id);
    if (cost < least) [best, least] = [at, cost];
    if (cost === 0) break;
  }
  return best;
}

const nearest = (route: Route, { x, y }: Point): Point =>
  NUMBER_PLACES.map((share) => pointAt(route, share)).reduce((a, b) =>
    Math.hypot(b.x - x, b.y - y) < Math.hypot(a.x - x, a.y - y) ? b : a,
  );

const NUMBER_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.15, 0.85];
const NUMBER_ASIDE = [0, 10, -10, 20, -20, 32, -32, 46, -46, 60, -60];

const numberRoom = ({ at: { x, y }, width }: Pick<PlacedNumber, 'at' | 'width'>): Rectangle => ({
  left: x - width / 2 - 1,
  top: y - NUMBER.line / 2 - 1,
  right: x + width / 2 + 1,
  bottom: y + NUMBER.line / 2 + 1,
});

/** The labels of the wanted lines, whole, on the line or beside it, clear of `nodes`; `size` is that of the type. */
export function placeWholeLabels(
  scene: Pick<Scene, 'nodes' | 'edges'>,
  wanted: ReadonlySet<Id>,
  nodes: readonly SceneNode[],
  size: number = EDGE_LABEL.size,
): Map<Id, PlacedLabel> {
  const edges = scene.edges.filter((edge) => wanted.has(edge.id));
  return placed(nodes, edges, routesOf(scene), {
    lines: { through: () => 0 },
    widest: Infinity,
    size,
    aside: ASIDE,
  });
}

/** Where the mark of what is denied or disputed sits on its line, clear of nodes if it can be. */
export function placeMarks(
  scene: Pick<Scene, 'nodes' | 'edges'>,
  routes: ReadonlyMap<Id, Route> = routesOf(scene),
): Map<Id, Point> {
  const marked = scene.edges.filter((edge) => isMarked(edge) && routes.has(edge.id));
  if (marked.length === 0) return new Map();
  const taken = new Cells();
  for (const node of scene.nodes) roomsOf(node).forEach((room) => taken.add(room));
  return new Map(marked.map(({ id }) => [id, markAt(routes.get(id)!, taken)]));
}

function markAt(route: Route, taken: Cells): Point {
  const places = [...PLACES, 0.2, 0.8, 0.14, 0.86].map((share) => pointAt(route, share));
  const free = (air: number) => places.find((at) => !taken.meets(markRoom(at, air)));
  return free(9) ?? free(4) ?? places[0]!;
}

/** Whether a mark sits on the line. */
const isMarked = (edge: SceneEdge): boolean => edge.stance === 'denied' || edge.disputed;

/** How far beside its line a whole label may lie, in scene units. */
const ASIDE = [0, 13, -13, 26, -26];

interface Room {
  readonly lines: LineCells;
  readonly widest: number;
  readonly size: number;
  readonly aside: readonly number[];
  readonly numbers?: ReadonlyMap<Id, PlacedNumber>;
}

function placed(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  routes: ReadonlyMap<Id, Route>,
  room: Room,
) {
  const found = new Map<Id, PlacedLabel>();
  const taken = takenBy(nodes, edges, routes);
  for (const number of room.numbers?.values() ?? []) taken.add(numberRoom(number));
  for (const edge of inOrder(edges, routes)) {
    const route = routes.get(edge.id);
    const text = shortened(edge.label.replace(/[\p{Cc}\s]+/gu, ' ').trim(), room.widest, room.size);
    const number = room.numbers?.get(edge.id);
    const best = route && text && bestPlace(route, text, edge.id, taken, room, number);
    if (!best) continue;
    taken.add(around(best, text, room.size));
    const middle = pointAt(route, 0.5);
    found.set(edge.id, { text, at: best, off: { x: best.x - middle.x, y: best.y - middle.y } });
  }
  return found;
}

function inOrder(edges: readonly SceneEdge[], routes: ReadonlyMap<Id, Route>): readonly SceneEdge[] {
  const length = (edge: SceneEdge) => {
    const route = routes.get(edge.id);
    return route ? Math.hypot(route.end.x - route.start.x, route.end.y - route.start.y) : 0;
  };
  return edges
    .map((edge) => ({ edge, rank: edge.width * 100 + length(edge) }))
    .sort((a, b) => b.rank - a.rank || (a.edge.id < b.edge.id ? -1 : 1))
    .map(({ edge }) => edge);
}

/** Of the free places, the one the fewest other lines run through; of equals the one nearest to the middle. */
function bestPlace(
  route: Route,
  text: string,
  id: Id,
  taken: Cells,
  { lines, aside, size }: Room,
  number?: PlacedNumber,
): Point | undefined {
  let best: Point | undefined;
  let fewest = Infinity;
  for (const at of [...besides(number, text, size), ...placesAlong(route, aside)]) {
    const room = around(at, text, size);
    if (taken.meets(room)) continue;
    const crossed = lines.through(room, id);
    if (crossed < fewest) [best, fewest] = [at, crossed];
    if (crossed === 0) break;
  }
  // A label over two foreign lines reads as theirs.
  return fewest <= 1 ? best : undefined;
}

/** To the right of its number, or to the left. */
function* besides(number: PlacedNumber | undefined, text: string, size: number): Generator<Point> {
  if (!number) return;
  const off = number.width / 2 + widthOf(text, size) / 2 + 6;
  for (const side of [off, -off]) yield { x: number.at.x + side, y: number.at.y };
}

function takenBy(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  routes: ReadonlyMap<Id, Route>,
): Cells {
  const taken = new Cells();
  for (const node of nodes) roomsOf(node).forEach((rectangle) => taken.add(rectangle));
  for (const at of placeMarks({ nodes, edges }, routes).values()) taken.add(markRoom(at));
  return taken;
}

function* placesAlong(
  route: Route,
  aside: readonly number[],
  places: readonly number[] = PLACES,
): Generator<Point> {
  const [dx, dy] = [route.end.x - route.start.x, route.end.y - route.start.y];
  const length = Math.hypot(dx, dy) || 1;
  for (const off of aside) {
    for (const share of places) {
      const { x, y } = pointAt(route, share);
      yield { x: x - (dy / length) * off, y: y + (dx / length) * off };
    }
  }
}
