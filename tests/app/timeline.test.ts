// The timeline in the page: what it lists, what a click selects, what the brush does to the lens, what play lights.
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Timeline from '../../src/app/panels/Timeline.svelte';
import { smallRecords, say } from '../smallCase.ts';
import { stage, type Staged } from './stage.ts';

let at: Staged;
beforeEach(() => {
  vi.useFakeTimers();
  // jsdom has no layout and no capture of pointers.
  Element.prototype.setPointerCapture = () => {};
});
afterEach(() => {
  at?.end();
  vi.useRealTimers();
});

const open = () => {
  at = stage(Timeline as never, {}, [
    ...smallRecords(),
    { kind: 'entity', id: 'trip', schema: 'Trip' },
    say('trip', 'name', 'Trip to Riga'),
    say('trip', 'date', 'XXXX-08'),
    say('trip', 'involved', 'bo'),
  ]);
};
const bars = () =>
  Array.from(at.root.querySelectorAll('[role=option][aria-label]'), (bar) => bar.getAttribute('aria-label'));
const list = () => at.root.querySelector<HTMLElement>('[role=listbox]')!;
const axis = () => at.root.querySelector<HTMLElement>('.axis')!;
const point = (type: string, x: number) => {
  axis().dispatchEvent(new MouseEvent(type, { clientX: x, bubbles: true, button: 0 }));
  flushSync();
};

test('bars are listed with their words and dates; what has no year or no date lies apart', () => {
  open();
  expect(new Set(bars())).toEqual(
    new Set(['Ann Ahlberg – chair – Acme AB, since 2014', 'Dinner at the port, May 2019']),
  );
  expect(at.find('section', 'Year unknown').textContent).toContain('August');
  expect(at.find('summary', 'Undated').textContent).toContain('2');
});

test('the arrow keys walk the bars, Enter selects', () => {
  open();
  at.press(list(), 'ArrowDown');
  at.press(list(), 'Enter');
  const { nodes, edges } = at.w.selection;
  expect([...nodes, ...edges]).not.toEqual([]);
  at.click('button', 'By type');
  at.press(list(), 'ArrowUp');
  at.press(list(), 'ArrowUp');
  at.press(list(), 'Enter');
  expect(at.w.selection.edges).toEqual(['ann-acme']);
  expect(at.root.querySelector('[role=option][aria-selected=true]')?.getAttribute('aria-label')).toContain(
    'chair',
  );
});

describe('the brush', () => {
  test('sets the time of the lens as one step, keeps what is outside of it, and Escape takes it away', () => {
    open();
    point('pointerdown', 10);
    point('pointermove', 60);
    point('pointermove', 90);
    expect(at.w.done).toHaveLength(0);
    point('pointerup', 90);
    expect(at.w.done).toHaveLength(1);
    expect(at.w.lens.time?.sure).toBe('possibly');
    expect(bars()).toContain('Dinner at the port, May 2019');
    expect(at.w.graph.hasNode('dinner')).toBe(false);
    at.press(list(), 'Escape');
    expect(at.w.lens.time).toBeUndefined();
  });

  test('a mere click on the axis changes nothing', () => {
    open();
    point('pointerdown', 10);
    point('pointerup', 11);
    expect(at.w.done).toHaveLength(0);
  });

  test('its handles move with the arrow keys, a unit at a time', () => {
    open();
    at.w.setLens('2014 to 2018', { time: { when: '2014/2018', sure: 'certainly' } });
    flushSync();
    at.press(at.find('[role=slider]', 'Last day'), 'ArrowRight');
    expect(at.w.lens.time?.sure).toBe('certainly');
    expect(at.w.lens.time?.when).toMatch(/^2014.*2019/);
  });

  test('a bar outside of the time selects its ends, since it is on no map', () => {
    open();
    at.w.setLens('before', { time: { when: '2000', sure: 'possibly' } });
    flushSync();
    at.click('[role=option]', 'chair');
    expect(at.w.selection.nodes).toEqual(['ann', 'acme']);
  });
});

describe('play', () => {
  test('lights what is of the moment, moves on, and leaves no step behind', () => {
    open();
    at.click('button', 'Play');
    expect(at.w.selection.moment?.nodes).toEqual(['ann', 'acme']);
    const first = at.find('b', '201').textContent;
    vi.advanceTimersByTime(900);
    flushSync();
    expect(at.find('b', '201').textContent).not.toBe(first);
    at.click('button', 'Pause');
    const paused = at.find('b', '201').textContent;
    vi.advanceTimersByTime(9000);
    flushSync();
    expect(at.find('b', '201').textContent).toBe(paused);
    at.click('button', 'Stop');
    expect(at.w.selection.moment).toBeUndefined();
    expect(at.w.done).toHaveLength(0);
  });

  test('ends by itself, and with the pane', () => {
    open();
    at.click('button', 'Play');
    vi.advanceTimersByTime(200_000);
    flushSync();
    expect(at.w.selection.moment).toBeUndefined();
    at.click('button', 'Play');
    at.end();
    expect(at.w.selection.moment).toBeUndefined();
  });
});

describe('between two looks at it', () => {
  test('zoom and lanes are kept while another pane is shown', () => {
    open();
    at.click('[role=tab]', 'By type');
    at.click('button', 'Zoom into time');
    const ticks = () => at.root.querySelector('.axis .words')!.textContent;
    const before = ticks();
    at.show(false);
    expect(at.root.querySelector('.axis')).toBeNull();
    at.show(true);
    expect(ticks()).toBe(before);
    expect(at.find('[role=tab]', 'By type').getAttribute('aria-selected')).toBe('true');
  });

  test('what is in sight can be looked at without a drag', () => {
    open();
    at.click('button', 'Zoom into time');
    at.click('button', 'Only this span');
    expect(at.w.done).toHaveLength(1);
    expect(at.w.lens.time?.when).toMatch(/^\d{4}/);
  });
});

test('of a case without a date it says what to do', () => {
  at = stage(Timeline as never, {}, [
    { kind: 'source', id: 'paper', title: 'The paper' },
    { kind: 'entity', id: 'trip', schema: 'Trip' },
    say('trip', 'name', 'Trip to Riga'),
  ]);
  expect(at.text()).toContain('has a date. Give one');
  expect(at.find('summary', 'Undated').closest('details')!.open).toBe(true);
});

test('what takes long is worked out in slices, and those there were stay until it is done', () => {
  open();
  const before = bars();
  // Every look at the clock finds that a slice is over.
  let now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 8));
  at.w.setLens('Without the dinner', { entityTypes: { mode: 'except', ids: ['Event'] } });
  at.w.settle();
  flushSync();
  expect(at.root.querySelector('.timeline')!.getAttribute('aria-busy')).toBe('true');
  expect(bars()).toEqual(before);
  vi.advanceTimersByTime(5000);
  flushSync();
  clock.mockRestore();
  expect(new Set(bars())).toEqual(new Set(['Ann Ahlberg – chair – Acme AB, since 2014']));
});
