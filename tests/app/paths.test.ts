import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { emphasised } from '../../src/app/panels/paths/emphasis.ts';
import * as views from '../../src/case/commands/views.ts';
import PathCard from '../../src/app/panels/PathCard.svelte';
import { EMPTY } from '../../src/case/diff.ts';
import { say, smallRecords } from '../smallCase.ts';
import { stage, type Staged } from './stage.ts';

let at: Staged;
afterEach(() => at?.end());

let closed = 0;
let lit: string[][] = [];
const open = (from?: string, to?: string) => {
  closed = 0;
  lit = [];
  at = stage(PathCard as never, {
    from,
    to,
    onlit: (ids: string[]) => lit.push(ids),
    onclose: () => closed++,
  });
};
const steps = () =>
  Array.from(at.root.querySelectorAll('ol button'), (step) => step.textContent!.replace(/\s+/g, ' ').trim());

test('two chosen give the shortest path as a numbered sentence with role, date and sources, lit on the canvas', () => {
  open('ann', 'acme');
  expect(steps()).toEqual(['1 Ann Ahlberg is chair of Acme AB, since 2014 · one source The paper']);
  expect(at.w.selection.path).toMatchObject({ nodes: ['ann', 'acme'], edges: ['ann-acme'] });
  expect(lit).toEqual([['ann', 'acme']]);
});

test('the weakest step is named with its reason', () => {
  open('bo', 'port');
  expect(steps()).toHaveLength(2);
  expect(at.find('p', 'Weakest step').textContent).toBe('Weakest step: 1. Rests on an allegation alone.');
});

test('several routes can be stepped through, and each is lit', () => {
  open('ann', 'port');
  expect(at.root.querySelector('[aria-label="Next route"]')).toBeNull();
  const box = at.root.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  box.click();
  flushSync();
  const first = at.w.selection.path;
  at.click('button', 'Next route');
  expect(at.text()).toMatch(/Route 2 of \d/);
  expect(at.w.selection.path).not.toEqual(first);
  expect(at.w.selection.path?.nodes[0]).toBe('ann');
});

test('without two it asks for them; a pick is enough to see the path', () => {
  open('ann');
  expect(at.text()).toContain('Choose two');
  const field = at.root.querySelectorAll<HTMLInputElement>('input[role=combobox]')[1]!;
  field.value = 'acm';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  at.press(field, 'Enter');
  expect(at.w.selection.path?.nodes).toEqual(['ann', 'acme']);
});

test('what the selection holds is what it begins with', () => {
  const select = (w: Staged['w']) => w.selection.set(['bo', 'acme']);
  at = stage(PathCard as never, { onclose: () => {} }, smallRecords(), select);
  expect(steps()).toEqual(['1 Bo Berg owns Acme AB · one source The leak']);
});

test('it says where nothing joins the two under the lens, and lights nothing', () => {
  open('ann', 'acme');
  at.w.setLens('Only the wire', { sources: { mode: 'only', ids: ['wire'] } });
  at.w.settle();
  flushSync();
  expect(at.text()).toContain('Nothing under this lens joins them');
});

test('in order of time, only steps that can have followed one another; on demand only dated ones', () => {
  open('bo', 'acme');
  expect(steps()).toHaveLength(1);
  const box = (words: string) => at.find('label', words).querySelector('input')!;
  box('In order of time').click();
  flushSync();
  expect(steps()).toHaveLength(1);
  box('Dated steps only').click();
  flushSync();
  expect(at.w.selection.path?.nodes).toEqual(['bo', 'dinner', 'ann', 'acme']);
  at.click('button', 'Swap the two');
  expect(at.w.selection.path?.nodes).toEqual(['acme', 'ann', 'dinner', 'bo']);
});

test('it says where steps that join the two cannot have followed one another', () => {
  open('bo', 'acme');
  at.w.run('Date', { ...EMPTY, added: [say('ann-acme', 'endDate', '2016')] });
  for (const words of ['In order of time', 'Dated steps only']) {
    at.find('label', words).querySelector('input')!.click();
    flushSync();
  }
  expect(at.text()).toContain('by steps that can have followed one another');
});

test('hidden entities on the way are named and can be shown in one step', () => {
  open('ann', 'port');
  at.w.run('Hide', views.hide(at.w.case, ['dinner']));
  flushSync();
  expect(at.text()).toContain('1 entity on the way is hidden');
  at.click('button', 'Show');
  expect(at.w.view.hidden).toEqual([]);
});

test('closing takes the thread off the canvas', () => {
  open('ann', 'acme');
  at.click('button', 'Close the path');
  expect(at.w.selection.path).toBeUndefined();
  expect(closed).toBe(1);
});

test.each([
  ['Ann is chair of Acme', ['Ann', 'Acme'], '[Ann] is chair of [Acme]'],
  ['The fine was imposed on Ann', ['the fine', 'Ann'], '[The fine] was imposed on [Ann]'],
  ['Ann knows Annika', ['Annika', 'Ann'], '[Ann] knows [Annika]'],
  ['They met', ['Ann'], 'They met'],
])('names stand out in “%s”', (sentence, names, marked) => {
  const parts = emphasised(sentence, names);
  expect(parts.map(({ text, isName }) => (isName ? `[${text}]` : text)).join('')).toBe(marked);
});
