// The way each edge takes: straight, bent where several join the same two nodes, or a loop.
import type { Id } from '../case/records.ts';
import type { Point, Scene, SceneEdge, SceneNode } from './scene.ts';
import { reach } from './shapes.ts';

/** A line through 0 (straight), 1 or 2 control points: one or two quadratic curves. */
export interface Route {
  readonly start: Point;
  readonly controls: readonly Point[];
  readonly end: Point;
}

/** Scene units between the middles of lines that join the same two nodes. */
const APART = 26;

/**
 * How far each edge's control point lies off the straight line, to the right of the way from source to target: 0 is
 * straight. The unit is the scene's. Loops are numbered 0, 1, 2… instead.
 */
export function bendsOf(edges: readonly SceneEdge[]): Map<Id, number> {
  const bundles = new Map<string, SceneEdge[]>();
  for (const edge of edges) {
    const key = JSON.stringify(
      edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source],
    );
    const bundle = bundles.get(key);
    if (bundle) bundle.push(edge);
    else bundles.set(key, [edge]);
  }
  const bends = new Map<Id, number>();
  for (const bundle of bundles.values()) {
    bundle.forEach((edge, i) => {
      // A quadratic curve runs at half the distance of its control point.
      const offset = 2 * APART * (i - (bundle.length - 1) / 2);
      bends.set(edge.id, edge.source === edge.target ? i : edge.source < edge.target ? offset : -offset);
    });
  }
  return bends;
}

/** Every edge's route, from outline to outline. */
export function routesOf({ nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): Map<Id, Route> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const bends = bendsOf(edges);
  const routes = new Map<Id, Route>();
  for (const edge of edges) {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
    if (!source || !target) continue;
    const bend = bends.get(edge.id)!;
    routes.set(edge.id, source === target ? loopAt(source, bend) : between(source, target, bend));
  }
  return routes;
}

const outlineTowards = (node: SceneNode, to: Point): Point => {
  const toward = { x: to.x - node.x, y: to.y - node.y };
  const length = Math.hypot(toward.x, toward.y) || 1;
  const far = reach(node.shape, node.size, toward) + 1;
  return { x: node.x + (toward.x / length) * far, y: node.y + (toward.y / length) * far };
};

function between(source: SceneNode, target: SceneNode, bend: number): Route {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const control = {
    x: (source.x + target.x) / 2 - (dy / length) * bend,
    y: (source.y + target.y) / 2 + (dx / length) * bend,
  };
  const controls = bend === 0 ? [] : [control];
  return {
    start: outlineTowards(source, controls[0] ?? target),
    controls,
    end: outlineTowards(target, controls[0] ?? source),
  };
}

/** Loops leave upwards and come back from the left, each next one wider: as Cytoscape draws them. */
export function loopAt(node: SceneNode, number: number): Route {
  const far = 1.4 * LOOP_STEP * (number / 3 + 1);
  const controls = [
    { x: node.x, y: node.y - far },
    { x: node.x - far, y: node.y },
  ];
  return { start: outlineTowards(node, controls[0]!), controls, end: outlineTowards(node, controls[1]!) };
}
/** Cytoscape's `control-point-step-size` for loops. */
export const LOOP_STEP = 50;

/** The quadratic pieces of a bent route. */
export function curvesOf({ start, controls, end }: Route): readonly (readonly [Point, Point, Point])[] {
  const [first, second] = controls;
  if (!first) return [];
  if (!second) return [[start, first, end]];
  const middle = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  return [
    [start, first, middle],
    [middle, second, end],
  ];
}

/** The point at `share` (0…1) of a route. */
export function pointAt(route: Route, share: number): Point {
  const curves = curvesOf(route);
  if (curves.length === 0) {
    const { start, end } = route;
    return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
  }
  const place = share * curves.length;
  const piece = Math.min(curves.length - 1, Math.floor(place));
  const t = place - piece;
  const [a, b, c] = curves[piece]!;
  const at = (p: number, q: number, r: number) => (1 - t) ** 2 * p + 2 * (1 - t) * t * q + t ** 2 * r;
  return { x: at(a.x, b.x, c.x), y: at(a.y, b.y, c.y) };
}
