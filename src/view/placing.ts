// Where marks and labels of edges go: to a place along the line where nothing else is. Labels that find none are left out.
import type { Id } from '../case/records.ts';
import { boxOfLines, EDGE_LABEL, shortened, widthOf } from './labels.ts';
import { pointAt, routesOf, type Route } from './routes.ts';
import type { Point, Scene, SceneEdge, SceneNode } from './scene.ts';

export interface PlacedLabel {
  readonly text: string;
  /** Its centre. */
  readonly at: Point;
  /** How far that lies from the middle of the line. */
  readonly off: Point;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const WIDEST = 170;
/** Shares of the line, the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
/** Above so many edges the picture is too dense for labels at rest, and looking for room too slow. */
const MOST = 400;

/** The labels that fit, at rest. Thicker and longer lines choose first. */
export function placeLabels(scene: Pick<Scene, 'nodes' | 'edges'>): Map<Id, PlacedLabel> {
  if (scene.edges.length > MOST) return new Map();
  const routes = routesOf(scene);
  return placed(scene.nodes, scene.edges, routes, {
    lines: linesThrough(routes),
    widest: WIDEST,
    size: EDGE_LABEL.size,
    aside: [0],
  });
}

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

const markRoom = ({ x, y }: Point, air = 9): Rectangle => ({
  left: x - air,
  top: y - air,
  right: x + air,
  bottom: y + air,
});

/** Whether a mark sits on the line. */
const isMarked = (edge: SceneEdge): boolean => edge.stance === 'denied' || edge.disputed;

/** How far beside its line a whole label may lie, in scene units. */
const ASIDE = [0, 13, -13, 26, -26];

interface Room {
  readonly lines: LineCells;
  readonly widest: number;
  readonly size: number;
  readonly aside: readonly number[];
}

function placed(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  routes: ReadonlyMap<Id, Route>,
  room: Room,
) {
  const found = new Map<Id, PlacedLabel>();
  const taken = new Cells();
  for (const node of nodes) roomsOf(node).forEach((rectangle) => taken.add(rectangle));
  for (const at of placeMarks({ nodes, edges }, routes).values()) taken.add(markRoom(at));
  for (const edge of inOrder(edges, routes)) {
    const route = routes.get(edge.id);
    const text = shortened(edge.label.replace(/[\p{Cc}\s]+/gu, ' ').trim(), room.widest, room.size);
    const best = route && text && bestPlace(route, text, edge.id, taken, room);
    if (!best) continue;
    taken.add(around(best, text, room.size));
    const middle = pointAt(route, 0.5);
    found.set(edge.id, { text, at: best, off: { x: best.x - middle.x, y: best.y - middle.y } });
  }
  return found;
}

/** The body of a node, and its label. */
function roomsOf(node: SceneNode): Rectangle[] {
  const half = node.size / 2 + 3;
  const body = { left: node.x - half, top: node.y - half, right: node.x + half, bottom: node.y + half };
  if (node.lines.length === 0) return [body];
  const box = boxOfLines(node.lines, 0);
  return [
    body,
    {
      left: node.x - box.width / 2,
      top: body.bottom,
      right: node.x + box.width / 2,
      bottom: node.y + node.size / 2 + box.height,
    },
  ];
}

function around(at: Point, text: string, size: number): Rectangle {
  const height = (size * EDGE_LABEL.line) / EDGE_LABEL.size / 2 + 1;
  const width = widthOf(text, size) / 2 + 4;
  return { left: at.x - width, top: at.y - height, right: at.x + width, bottom: at.y + height };
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
): Point | undefined {
  let best: Point | undefined;
  let fewest = Infinity;
  for (const at of placesAlong(route, aside)) {
    const room = around(at, text, size);
    if (taken.meets(room)) continue;
    const crossed = lines.through(room, id);
    if (crossed < fewest) [best, fewest] = [at, crossed];
    if (crossed === 0) break;
  }
  // A label over two foreign lines reads as theirs.
  return fewest <= 1 ? best : undefined;
}

function* placesAlong(route: Route, aside: readonly number[]): Generator<Point> {
  const [dx, dy] = [route.end.x - route.start.x, route.end.y - route.start.y];
  const length = Math.hypot(dx, dy) || 1;
  for (const off of aside) {
    for (const share of PLACES) {
      const { x, y } = pointAt(route, share);
      yield { x: x - (dy / length) * off, y: y + (dx / length) * off };
    }
  }
}

/** Rectangles in a grid of cells, so that few are compared. */
class Cells {
  readonly #cells = new Map<string, Rectangle[]>();

  add(room: Rectangle): void {
    for (const key of keysOf(room)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(room);
      else this.#cells.set(key, [room]);
    }
  }

  meets(room: Rectangle): boolean {
    for (const key of keysOf(room)) {
      const cell = this.#cells.get(key);
      if (cell?.some((other) => overlap(room, other))) return true;
    }
    return false;
  }
}

const CELL = 80;

function* keysOf({ left, top, right, bottom }: Rectangle): Generator<string> {
  for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i++) {
    for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j++) yield `${i},${j}`;
  }
}

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

interface LineCells {
  /** How many other lines run through a rectangle. */
  through(room: Rectangle, but: Id): number;
}

/** Lines sampled every few units, which is finer than a label is high. */
function linesThrough(routes: ReadonlyMap<Id, Route>): LineCells {
  const cells = new Map<string, { readonly at: Point; readonly id: Id }[]>();
  for (const [id, route] of routes) {
    const length = Math.hypot(route.end.x - route.start.x, route.end.y - route.start.y);
    const steps = Math.max(4, Math.ceil(length / 8));
    for (let i = 0; i <= steps; i++) {
      const at = pointAt(route, i / steps);
      const key = `${Math.floor(at.x / CELL)},${Math.floor(at.y / CELL)}`;
      const cell = cells.get(key);
      if (cell) cell.push({ at, id });
      else cells.set(key, [{ at, id }]);
    }
  }
  return {
    through(room, but) {
      const met = new Set<Id>();
      for (const key of keysOf(room)) {
        for (const { at, id } of cells.get(key) ?? []) {
          if (id !== but && at.x > room.left && at.x < room.right && at.y > room.top && at.y < room.bottom)
            met.add(id);
        }
      }
      return met.size;
    },
  };
}
