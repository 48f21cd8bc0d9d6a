import cytoscape, { type EventObject, type NodeSingular } from 'cytoscape';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Drawn } from '../../src/canvas/drawn.ts';
import { listenToGestures } from '../../src/canvas/gestures.ts';
import type { Intent } from '../../src/canvas/intents.ts';
import { keyListener } from '../../src/canvas/keys.ts';
import { Light } from '../../src/canvas/light.ts';
import { THEMES } from '../../src/view/theme.ts';
import { edge, node, sceneOf } from '../view/scenes.ts';

const scene = sceneOf(
  [node('a', 0, 0), node('right', 200, 10), node('left', -200, 0), node('far', 900, 0)],
  [edge('e', 'a', 'right'), edge('f', 'a', 'left'), edge('g', 'right', 'far')],
);

let told: Intent[] = [];
let drawn: Drawn;
let light: Light;
beforeEach(() => {
  told = [];
  drawn = new Drawn(cytoscape({ headless: true, styleEnabled: true }), THEMES.light);
  light = new Light(drawn);
  drawn.show(scene);
  listenToGestures({ drawn, light, intents: (intent) => told.push(intent) });
});

/** An event as Cytoscape emits it, with the pointer event behind it. */
const emit = (
  on: { emit(event: never): unknown },
  type: string,
  original: object = {},
  more: Partial<EventObject> = {},
) =>
  on.emit({
    type,
    originalEvent: original,
    renderedPosition: { x: 7, y: 8 },
    position: { x: 70, y: 80 },
    ...more,
  } as never);

describe('gestures', () => {
  test.each([
    { keys: {}, add: false },
    { keys: { shiftKey: true }, add: true },
    { keys: { ctrlKey: true }, add: true },
    { keys: { metaKey: true }, add: true },
  ])('a click with $keys selects, adding: $add', ({ keys, add }) => {
    emit(drawn.node('a')!, 'tap', keys);
    expect(told).toEqual([{ type: 'select', ids: ['a'], add }]);
  });
  test('a click on a line selects it', () => {
    emit(drawn.edge('e')!, 'tap');
    expect(told).toEqual([{ type: 'select', ids: ['e'], add: false }]);
  });
  test('a click on the ground clears, unless a key asks to add', () => {
    emit(drawn.cy, 'tap');
    emit(drawn.cy, 'tap', { shiftKey: true });
    expect(told).toEqual([{ type: 'select', ids: [], add: false }]);
  });
  test('a double click expands a node, and wants something new on the ground', () => {
    emit(drawn.node('a')!, 'dbltap');
    emit(drawn.edge('e')!, 'dbltap');
    emit(drawn.cy, 'dbltap');
    expect(told).toEqual([
      { type: 'expand', id: 'a', at: { x: 7, y: 8 } },
      { type: 'new', at: { x: 7, y: 8 }, place: { x: 70, y: 80 } },
    ]);
  });
  test('a right click opens the menu of what lies under it', () => {
    emit(drawn.node('a')!, 'cxttap');
    emit(drawn.edge('e')!, 'cxttap');
    emit(drawn.cy, 'cxttap');
    const targets = told.map((intent) => intent.type === 'menu' && intent.target);
    expect(targets).toEqual([{ kind: 'node', id: 'a' }, { kind: 'edge', id: 'e' }, { kind: 'ground' }]);
  });
  test('holding still opens the menu by touch but not by mouse', () => {
    emit(drawn.node('a')!, 'taphold', { pointerType: 'mouse' });
    expect(told).toEqual([]);
    emit(drawn.node('a')!, 'taphold', { touches: [{}] });
    expect(told).toHaveLength(1);
  });
  test('a box adds the nodes in it that are not selected yet, in one go', async () => {
    light.select(['right']);
    emit(drawn.cy, 'boxstart');
    emit(drawn.cy, 'boxend');
    for (const id of ['a', 'right', 'left']) emit(drawn.node(id)!, 'box');
    emit(drawn.edge('e')!, 'box');
    await Promise.resolve();
    expect(told).toEqual([{ type: 'select', ids: ['a', 'left'], add: true }]);
  });
  test('a drag takes the whole selection along and is told once, at its end', () => {
    light.select(['a', 'left']);
    const a = drawn.node('a')!;
    emit(a, 'grab');
    for (const x of [10, 30]) {
      a.position({ x, y: 5 });
      emit(a, 'drag');
    }
    expect(told).toEqual([]);
    emit(a, 'free');
    expect(told).toEqual([
      {
        type: 'move',
        positions: new Map([
          ['a', [30, 5]],
          ['left', [-170, 5]],
        ]),
      },
    ]);
  });
  test('a node outside the selection moves alone, and a click moves nothing', () => {
    light.select(['left']);
    const a = drawn.node('a')!;
    emit(a, 'grab');
    emit(a, 'free');
    expect(told).toEqual([]);
    emit(a, 'grab');
    a.position({ x: 1, y: 2 });
    emit(a, 'drag');
    emit(a, 'free');
    expect(told).toEqual([{ type: 'move', positions: new Map([['a', [1, 2]]]) }]);
  });
});

describe('light', () => {
  const faint = () => drawn.cy.nodes('.faint').map((one) => drawn.idOf(one));

  test('lights the neighbourhood under the pointer and lets go a moment after it leaves', () => {
    vi.useFakeTimers();
    emit(drawn.node('a')!, 'mouseover');
    expect(faint()).toEqual(['far']);
    emit(drawn.node('a')!, 'mouseout');
    vi.advanceTimersByTime(70);
    expect(faint()).toEqual(['far']);
    vi.advanceTimersByTime(20);
    expect(faint()).toEqual([]);
    expect(told).toEqual([
      { type: 'hover', id: 'a' },
      { type: 'hover', id: undefined },
    ]);
    vi.useRealTimers();
  });
  test('does not fade what is selected', () => {
    light.select(['far']);
    light.hover('a');
    expect(faint()).toEqual([]);
  });
  test('draws a path and dims the rest, until it is taken back', () => {
    light.path({ nodes: ['a', 'right'], edges: ['e'] });
    expect(drawn.edge('e')!.hasClass('path')).toBe(true);
    expect(drawn.node('left')!.hasClass('dim')).toBe(true);
    light.path(undefined);
    expect(drawn.cy.elements('.path, .dim')).toHaveLength(0);
  });
  test('touches only who gains or loses by it', () => {
    let touched: string[] = [];
    drawn.cy.on('class', (event) => touched.push(drawn.idOf(event.target as NodeSingular)!));
    light.again();
    expect(touched).toEqual([]);
    light.select(['a']);
    expect(touched).toContain('a');
    expect(touched).not.toContain('far');
    touched = [];
    light.select(['far']);
    expect(touched).toContain('a');
    expect(touched).toContain('far');
    expect(touched).not.toContain('left');
  });
  test('passes over ids that are not there', () => {
    light.select(['gone']);
    light.path({ nodes: ['gone'], edges: ['gone'] });
    expect(drawn.cy.elements('.selected, .path, .dim')).toHaveLength(0);
  });
  test('selecting reports nothing', () => {
    light.select(['a']);
    expect(told).toEqual([]);
    expect(drawn.node('a')!.hasClass('selected')).toBe(true);
  });
});

describe('keys', () => {
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const element = document.createElement('div');
    element.addEventListener(
      'keydown',
      keyListener({ drawn, light, intents: (intent) => told.push(intent), arrived: () => {} }),
    );
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more });
    element.dispatchEvent(event);
    return event.defaultPrevented;
  };

  test.each([
    { key: 'ArrowRight', from: 'a', to: 'right' },
    { key: 'ArrowLeft', from: 'a', to: 'left' },
    { key: 'ArrowRight', from: 'right', to: 'far' },
  ])('$key walks along an edge from $from to $to', ({ key, from, to }) => {
    light.select([from]);
    expect(press(key)).toBe(true);
    expect(told).toEqual([{ type: 'select', ids: [to], add: false }]);
  });
  test('does not jump where no edge leads', () => {
    light.select(['left']);
    press('ArrowUp');
    expect(told).toEqual([]);
  });
  test('begins a walk somewhere when nothing is selected', () => {
    press('ArrowUp');
    expect(told).toHaveLength(1);
  });
  test('Enter expands, the menu key opens the menu, other keys are left alone', () => {
    light.select(['a']);
    press('Enter');
    press('F10', { shiftKey: true });
    expect(told.map(({ type }) => type)).toEqual(['expand', 'menu']);
    expect(press('z')).toBe(false);
    expect(press('ArrowLeft', { ctrlKey: true })).toBe(false);
  });
});
