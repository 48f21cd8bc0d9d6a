import cytoscape from 'cytoscape';
import { describe, expect, test } from 'vitest';
import { Drawn } from '../../src/canvas/drawn.ts';
import { THEMES } from '../../src/view/theme.ts';
import { edge, node, sceneOf } from '../view/scenes.ts';

const drawing = () => new Drawn(cytoscape({ headless: true, styleEnabled: true }), THEMES.light);
const two = sceneOf([node('a', 0, 0), node('b', 100, 0)], [edge('e', 'a', 'b')]);

describe('Drawn', () => {
  test('keeps elements by id from scene to scene and updates what changed', () => {
    const drawn = drawing();
    drawn.show(two);
    const [a, e] = [drawn.node('a')!, drawn.edge('e')!];
    drawn.show(sceneOf([node('a', 0, 0, { lines: ['Ann'] }), node('c', 5, 5)], [edge('f', 'a', 'c')]));
    expect(drawn.node('a')!.same(a)).toBe(true);
    expect(a.data('label')).toBe('Ann');
    expect(drawn.node('b')).toBeUndefined();
    expect(e.removed()).toBe(true);
    expect(drawn.cy.elements()).toHaveLength(3);
  });

  test('touches nothing when the scene says the same', () => {
    const drawn = drawing();
    drawn.show(two);
    let touched = 0;
    drawn.cy.on('data add remove position', () => touched++);
    const again = sceneOf([node('a', 0, 0), node('b', 100, 0)], [edge('e', 'a', 'b')]);
    expect(drawn.show(again).size).toBe(0);
    expect(touched).toBe(0);
  });

  test('gives the places of nodes that must move, and leaves the moving to the caller', () => {
    const drawn = drawing();
    drawn.show(two);
    const moves = drawn.show(sceneOf([node('a', 50, 60), node('b', 100, 0)], [edge('e', 'a', 'b')]));
    expect([...moves.values()]).toEqual([{ x: 50, y: 60 }]);
    expect(drawn.node('a')!.position()).toEqual({ x: 0, y: 0 });
  });

  test('lets newcomers set out from a neighbour, and puts strangers in place', () => {
    const drawn = drawing();
    drawn.show(sceneOf([node('a', 10, 20)]));
    const moves = drawn.show(
      sceneOf([node('a', 10, 20), node('b', 300, 0), node('c', 5, 5)], [edge('e', 'b', 'a')]),
    );
    expect(drawn.node('b')!.position()).toEqual({ x: 10, y: 20 });
    expect(drawn.node('c')!.position()).toEqual({ x: 5, y: 5 });
    expect([...moves.values()]).toEqual([{ x: 300, y: 0 }]);
  });

  test('draws an edge anew when its ends change', () => {
    const drawn = drawing();
    drawn.show(two);
    drawn.show(sceneOf(two.nodes, [edge('e', 'b', 'a')]));
    expect(drawn.idOf(drawn.edge('e')!.source())).toBe('b');
    expect(drawn.cy.edges()).toHaveLength(1);
  });

  test.each(['__proto__', 'constructor', 'n1', 'e1', '', '#x > y', '"]', '\u0000'])(
    'takes the id %j for what it is',
    (id) => {
      const drawn = drawing();
      drawn.show(sceneOf([node(id, 1, 2), node('other', 0, 0)], [edge(id, id, 'other')]));
      expect(drawn.idOf(drawn.node(id)!)).toBe(id);
      expect(drawn.idOf(drawn.edge(id)!)).toBe(id);
      expect(drawn.node(id)!.position()).toEqual({ x: 1, y: 2 });
      expect(drawn.cy.nodes()).toHaveLength(2);
      drawn.show(sceneOf([]));
      expect(drawn.cy.elements()).toHaveLength(0);
      expect(drawn.node(id)).toBeUndefined();
    },
  );

  describe('what comes back', () => {
    const one = sceneOf([node('a', 0, 0)]);
    /** Shows, and gives the names of the events of lines that Cytoscape draws or works out anew for. */
    const eventsOf = (drawn: Drawn, scene: typeof one) => {
      const events: string[] = [];
      drawn.cy.on('add bounds style', 'edge', ({ type }) => events.push(type));
      drawn.show(scene);
      return events;
    };

    test('is the element that left, and nothing of it is worked out anew', () => {
      const drawn = drawing();
      drawn.show(two);
      const [b, e] = [drawn.node('b')!, drawn.edge('e')!];
      drawn.show(one);
      expect(eventsOf(drawn, two)).toEqual(['add']);
      expect(drawn.node('b')).toBe(b);
      expect(drawn.edge('e')).toBe(e);
      expect(e.removed()).toBe(false);
      expect(drawn.idOf(b)).toBe('b');
      expect(drawn.node('a')!.connectedEdges()).toHaveLength(1);
    });

    test('says what the scene says by then', () => {
      const drawn = drawing();
      drawn.show(two);
      drawn.show(one);
      const changed = edge('e', 'a', 'b', { width: 7 });
      const moves = drawn.show(sceneOf([node('a', 0, 0), node('b', 9, 9, { lines: ['Ben'] })], [changed]));
      expect(drawn.node('b')!.data('label')).toBe('Ben');
      expect(drawn.edge('e')!.data('width')).toBe(7);
      expect([...moves]).toEqual([[drawn.node('b'), { x: 9, y: 9 }]]);
    });

    test.each([
      ['moved', () => node('a', 30, 40)],
      ['grew', () => node('a', 0, 0, { size: 90 })],
    ])('runs anew where an end %s meanwhile', (_, changed) => {
      const drawn = drawing();
      drawn.show(two);
      drawn.show(one);
      for (const [moved, to] of drawn.show(sceneOf([changed()]))) moved.position(to);
      expect(eventsOf(drawn, sceneOf([changed(), two.nodes[1]!], two.edges))).toContain('bounds');
    });

    test('runs anew where it is a loop', () => {
      const drawn = drawing();
      const loops = sceneOf(two.nodes, [edge('l', 'a', 'a'), edge('m', 'a', 'a')]);
      drawn.show(loops);
      drawn.show(sceneOf(two.nodes, [edge('l', 'a', 'a')]));
      expect(eventsOf(drawn, loops)).toContain('bounds');
    });

    test('leaves behind what was lit', () => {
      const drawn = drawing();
      drawn.show(two);
      const [b, e] = [drawn.node('b')!.addClass('dim'), drawn.edge('e')!.addClass('path')];
      drawn.show(one);
      drawn.show(two);
      expect(drawn.node('b')).not.toBe(b);
      expect(drawn.edge('e')).not.toBe(e);
      expect(drawn.cy.elements('.dim, .path')).toHaveLength(0);
    });

    test('is made anew where the theme changed meanwhile', () => {
      const drawn = drawing();
      drawn.show(two);
      const b = drawn.node('b')!;
      drawn.show(one);
      drawn.restyle(THEMES.dark, 'serif');
      drawn.show(two);
      expect(drawn.node('b')).not.toBe(b);
      expect(drawn.node('b')!.data('fill')).toBe(THEMES.dark.paper);
    });
  });

  test('a new theme is new data on the same elements', () => {
    const drawn = drawing();
    drawn.show(two);
    const before = drawn.node('a')!.data('stroke');
    drawn.restyle(THEMES.dark, 'serif');
    expect(drawn.node('a')!.data('stroke')).not.toBe(before);
  });
});
