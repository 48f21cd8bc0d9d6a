import { describe, expect, test } from 'vitest';
import { pointAt, routesOf } from '../../src/view/routes.ts';
import { OUTLINES, reach } from '../../src/view/shapes.ts';
import { edge, node, sceneOf } from './scenes.ts';

const [a, b] = [node('a', 0, 0), node('b', 200, 0)];

describe('routesOf', () => {
  test('runs a single line straight from outline to outline', () => {
    const route = routesOf(sceneOf([a, b], [edge('e', 'a', 'b')])).get('e')!;
    expect(route).toEqual({ start: { x: 21, y: 0 }, controls: [], end: { x: 179, y: 0 } });
  });
  test('bends parallel lines apart, whichever way they point', () => {
    const edges = [edge('e1', 'a', 'b'), edge('e2', 'b', 'a'), edge('e3', 'a', 'b')];
    const middles = [...routesOf(sceneOf([a, b], edges)).values()].map((route) => pointAt(route, 0.5).y);
    const sorted = middles.toSorted((p, q) => p - q);
    expect(sorted[1]! - sorted[0]!).toBeGreaterThan(20);
    expect(sorted[2]! - sorted[1]!).toBeGreaterThan(20);
  });
  test('draws loops, one wider than the other', () => {
    const routes = routesOf(sceneOf([a], [edge('l1', 'a', 'a'), edge('l2', 'a', 'a')]));
    const far = (id: string) => Math.hypot(pointAt(routes.get(id)!, 0.5).x, pointAt(routes.get(id)!, 0.5).y);
    expect(far('l1')).toBeGreaterThan(20);
    expect(far('l2')).toBeGreaterThan(far('l1'));
  });
  test('leaves out an edge whose end is not there', () => {
    expect(routesOf(sceneOf([a], [edge('e', 'a', 'gone')])).size).toBe(0);
  });
  test('stays finite where two nodes lie on one spot', () => {
    const route = routesOf(sceneOf([a, node('c', 0, 0)], [edge('e', 'a', 'c')])).get('e')!;
    expect([route.start.x, route.start.y, route.end.x, route.end.y].every(Number.isFinite)).toBe(true);
  });
});

describe('reach', () => {
  test.each([
    { shape: 'circle', x: 1, y: 1, far: 20 },
    { shape: 'square', x: 1, y: 0, far: 20 },
    { shape: 'square', x: 1, y: 1, far: 20 * Math.SQRT2 },
    { shape: 'diamond', x: 0, y: -5, far: 20 },
    { shape: 'diamond', x: 1, y: 1, far: 20 * Math.SQRT1_2 },
    { shape: 'shield', x: 0, y: 1, far: 20 },
  ] as const)('$shape towards $x, $y', ({ shape, x, y, far }) => {
    expect(reach(shape, 40, { x, y })).toBeCloseTo(far, 5);
  });
  test('finds every outline in every direction', () => {
    for (const shape of Object.keys(OUTLINES) as (keyof typeof OUTLINES)[]) {
      for (let turn = 0; turn < 360; turn += 7) {
        const angle = (turn * Math.PI) / 180;
        const far = reach(shape, 2, { x: Math.cos(angle), y: Math.sin(angle) });
        expect(far, `${shape} at ${turn}°`).toBeGreaterThan(0.5);
        expect(far).toBeLessThan(1.5);
      }
    }
  });
});
