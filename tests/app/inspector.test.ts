import { flushSync, tick } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Inspector from '../../src/app/panels/Inspector.svelte';
import { smallRecords, say } from '../smallCase.ts';
import { stage, type Staged } from './stage.ts';

let at: Staged;
afterEach(() => at.end());

const select = (nodes: string[], edges: string[] = []) => {
  at.w.selection.set(nodes, edges);
  flushSync();
};

test('at rest it sums up the case: its name, its counts, its disputes, what rests on one source', () => {
  const second = [
    say('ann-acme', 'director', 'ann', 'wire'),
    say('ann-acme', 'organization', 'acme', 'wire'),
  ];
  at = stage(Inspector, {}, [...smallRecords(), ...second]);
  expect(at.text()).toContain('The harbour case');
  expect(at.text()).toMatch(/Disputes 2\b/);
  expect(at.text()).toMatch(/Rests on one source only 5 of 6/);
  expect(at.find('li button', 'The paper').textContent).toMatch(/\b\d+\b/);
});

test('a click on a dispute goes there and opens it', () => {
  at = stage(Inspector);
  at.click('li button', 'Birth date');
  expect(at.w.selection.nodes).toEqual(['ann']);
  expect(at.find('section', 'disputed').textContent).toMatch(/1970.*1971/s);
});

test('an entity shows each value with its source, grouped by property', () => {
  at = stage(Inspector);
  select(['ann']);
  expect(at.find('h2', 'Ann Ahlberg')).toBeTruthy();
  expect(at.text()).toContain('also A. Ålberg');
  expect(at.find('section', 'Alias').textContent).toMatch(/A\. Ålberg.*The wire/s);
  expect(at.find('[role=tab]', 'Claims').textContent).toMatch(/Claims 5/);
});

test('both sides of a dispute stand at the top with who says each and why they conflict', () => {
  at = stage(Inspector);
  select(['ann']);
  const dispute = at.find('section[aria-label^=Disputed]', 'Birth date');
  expect(dispute.textContent).toMatch(/1970.*The paper.*1971.*The wire|1971.*The wire.*1970.*The paper/s);
  expect(dispute.textContent).toContain('Found by rule');
});

test('a claim tells who is quoted in what, whom it credits, its place and its spelling', () => {
  const more = {
    via: ['wire'],
    attributedTo: ['bo'],
    original: 'Åhlberg',
    notes: 'Third line.',
    locators: [{ place: 'page 2' }],
  };
  at = stage(Inspector, {}, [
    ...smallRecords(),
    say('ann', 'weakAlias', 'Ahl', 'paper', { stance: 'alleged', ...more }),
  ]);
  select(['ann']);
  const claim = at.find('section', 'Weak alias');
  expect(claim.textContent!.replace(/\s+/g, ' ')).toContain('The wire, in The paper');
  for (const words of ['page 2', 'alleged', 'credited to Bo Berg', 'written “Åhlberg”', 'Third line.'])
    expect(claim.textContent).toContain(words);
});

test('the ties are a list that the keyboard walks: arrows along it, Enter to the neighbour, and the way back has the focus', async () => {
  at = stage(Inspector);
  select(['ann']);
  at.click('[role=tab]', 'Ties');
  const list = at.find('ul', 'Ties of Ann Ahlberg');
  const ways = Array.from(list.querySelectorAll<HTMLElement>('button.tie'));
  expect(ways.map((way) => way.textContent!.replace(/\s+/g, ' ').trim())).toContain(
    'chair (since 2014), to Acme AB one source',
  );
  ways[0]!.focus();
  at.press(ways[0]!, 'ArrowDown');
  expect(document.activeElement).toBe(ways[1]);
  ways[0]!.click();
  flushSync();
  await tick();
  await tick();
  expect(at.w.selection.nodes).toEqual(['acme']);
  expect(document.activeElement?.textContent).toMatch(/from\s*Ann Ahlberg/);
});

test('an edge shows the relation with its ends and its claims', () => {
  at = stage(Inspector);
  select([], ['ann-bo']);
  expect(at.find('header', 'Ann Ahlberg').textContent).toContain('Bo Berg');
  expect(at.text()).toContain('denied');
});

test('an edge that is a property shows the claims that make it', () => {
  at = stage(Inspector);
  select([], ['dinner involved bo']);
  expect(at.find('header', 'Involved').textContent).toMatch(/Dinner at the port.*Bo Berg/s);
  expect(at.text()).toContain('alleged');
});

test('several show what they have in common, and can be hidden in one step', () => {
  at = stage(Inspector);
  select(['ann', 'bo']);
  expect(at.find('section', 'Common neighbours').textContent).toMatch(/Acme AB.*Dinner at the port/s);
  at.click('button', 'Hide others');
  expect(at.w.view.hidden).toEqual(expect.arrayContaining(['acme', 'port', 'dinner']));
  expect(at.w.done.length).toBe(1);
});

test('what an undo takes away leaves the inspector at the case', () => {
  at = stage(Inspector);
  at.w.run('Add', {
    added: [{ kind: 'entity', id: 'new', schema: 'Person' }, say('new', 'name', 'Nina')],
    updated: [],
    removed: [],
  });
  select(['new']);
  expect(at.find('h2', 'Nina')).toBeTruthy();
  at.w.undo();
  flushSync();
  expect(at.find('h2', 'The harbour case')).toBeTruthy();
});

test('what the lens keeps back is not shown', () => {
  at = stage(Inspector);
  at.w.setLens('Without the wire', { sources: { mode: 'except', ids: ['wire'] } });
  at.w.settle();
  select(['ann']);
  expect(at.text()).not.toContain('A. Ålberg');
  expect(at.root.querySelector('section[aria-label^=Disputed]')).toBeNull();
});

test('a relation with two owners is one relation, though it makes two lines', () => {
  at = stage(Inspector, {}, [...smallRecords(), say('bo-acme', 'owner', 'ann')]);
  const lines = at.w.graph.getAttribute('edgesOf').get('bo-acme')!;
  expect(lines).toHaveLength(2);
  select([], [...lines]);
  expect(at.find('h2', 'wns').textContent).toMatch(/owns/i);
});

test('a dispute asked for is shown on the tab of claims, whichever tab was open', () => {
  at = stage(Inspector);
  select(['ann']);
  at.click('[role=tab]', 'Ties');
  at.w.selection.claim = at.w.seen.disputesOf('ann')[0]!.id;
  flushSync();
  expect(at.find('[role=tab]', 'Claims').getAttribute('aria-selected')).toBe('true');
  at.click('[role=tab]', 'Ties');
  expect(at.find('ul', 'Ties of Ann Ahlberg')).toBeTruthy();
});
