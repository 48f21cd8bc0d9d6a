import { afterEach, describe, expect, test, vi } from 'vitest';
import { mountCanvas, type Canvas } from '../../src/canvas/canvas.ts';
import type { Intent } from '../../src/canvas/intents.ts';
import { edge, node, sceneOf } from '../view/scenes.ts';

const scene = sceneOf([node('a', 0, 0), node('b', 100, 0)], [edge('e', 'a', 'b')]);
let canvas: Canvas | undefined;

function mounted() {
  const element = document.createElement('div');
  document.body.append(element);
  const told: Intent[] = [];
  canvas = mountCanvas(element, (intent) => told.push(intent), {
    theme: 'light',
    headless: true,
    still: () => true,
  });
  return { element, told, canvas };
}

afterEach(() => {
  canvas?.destroy();
  canvas = undefined;
});

describe('mountCanvas', () => {
  test('says where nodes lie, and follows the scene', () => {
    const { canvas } = mounted();
    canvas.show(scene);
    expect(canvas.positions()).toEqual(
      new Map([
        ['a', [0, 0]],
        ['b', [100, 0]],
      ]),
    );
    canvas.show(sceneOf([node('a', 7, 8)]));
    expect(canvas.positions()).toEqual(new Map([['a', [7, 8]]]));
  });
  test('reports nothing of what it is told to do', () => {
    const { canvas, told } = mounted();
    canvas.show(scene);
    canvas.select(['a', 'e']);
    canvas.light({ nodes: ['a', 'b'], edges: ['e'] });
    canvas.moment({ nodes: ['a'], edges: [] });
    canvas.hover('a');
    canvas.setTheme('dark');
    canvas.fit();
    expect(told).toEqual([]);
  });
  test('keeps Cytoscape from putting a style sheet into the page, which a strict policy refuses', () => {
    mounted();
    expect(document.getElementById('__________cytoscape_stylesheet')?.tagName).toBe('META');
    expect(document.querySelectorAll('style')).toHaveLength(0);
  });
  test('walks with the arrow keys from what is selected', () => {
    const { canvas, element, told } = mounted();
    canvas.show(scene);
    canvas.select(['a']);
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    expect(told).toEqual([{ type: 'select', ids: ['b'], add: false }]);
  });
  test('lets go of the element when destroyed', () => {
    const { element, told } = mounted();
    canvas!.show(scene);
    canvas!.select(['a']);
    canvas!.destroy();
    canvas = undefined;
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    expect(told).toEqual([]);
    expect(element.childElementCount).toBe(0);
  });
  test('tells assistive technology when it is busy', () => {
    const { canvas, element } = mounted();
    canvas.busy(true);
    expect(element.getAttribute('aria-busy')).toBe('true');
  });
  test('glides where motion is welcome, and is at its end when asked for positions', () => {
    vi.stubGlobal('requestAnimationFrame', () => 1);
    vi.stubGlobal('cancelAnimationFrame', () => {});
    canvas = mountCanvas(document.createElement('div'), () => {}, {
      theme: 'light',
      headless: true,
      still: () => false,
    });
    canvas.show(scene);
    canvas.show(sceneOf([node('a', 50, 50), node('b', 100, 0)], [edge('e', 'a', 'b')]));
    expect(canvas.positions().get('a')).toEqual([50, 50]);
    vi.unstubAllGlobals();
  });
});
