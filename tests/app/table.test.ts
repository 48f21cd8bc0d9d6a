import { flushSync } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import Table from '../../src/app/panels/Table.svelte';
import { asCsv, filtered, sorted } from '../../src/app/panels/table/ordering.ts';
import { COLUMNS, rowsOf, type Row } from '../../src/app/panels/table/rows.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { smallRecords, say } from '../smallCase.ts';
import { stage, type Staged } from './stage.ts';

let at: Staged;
afterEach(() => at?.end());

const rows = () => Array.from(at.root.querySelectorAll<HTMLElement>('[role=rowgroup] [role=row]'));
const firstCells = () => rows().map((row) => row.firstElementChild!.textContent!.trim());
const grid = () => at.root.querySelector<HTMLElement>('[role=grid]')!;

test('four lists of the lens with their counts, in tabs', () => {
  at = stage(Table);
  const tabs = Array.from(at.root.querySelectorAll('[role=tab]'), (tab) =>
    tab.textContent!.replace(/\s+/g, ' ').trim(),
  );
  expect(tabs.slice(0, 3)).toEqual(['Entities 5', 'Relations 3', 'Claims 24']);
  expect(firstCells()).toEqual(['Acme AB', 'Ann Ahlberg', 'Bo Berg', 'Dinner at the port', 'Port Authority']);
});

test('the lens keeps rows out', () => {
  at = stage(Table);
  at.w.setLens('Only people', { entityTypes: { mode: 'only', ids: ['Person'] } });
  at.w.settle();
  flushSync();
  expect(firstCells()).toEqual(['Ann Ahlberg', 'Bo Berg']);
});

test('a column sorts up, then down, then not at all, and says which', () => {
  at = stage(Table);
  const header = () => at.find('[role=columnheader]', 'Claims');
  at.click('[role=columnheader] button', 'Claims');
  expect(header().getAttribute('aria-sort')).toBe('ascending');
  at.click('[role=columnheader] button', 'Claims');
  expect(header().getAttribute('aria-sort')).toBe('descending');
  expect(firstCells()[0]).toBe('Ann Ahlberg');
  at.click('[role=columnheader] button', 'Claims');
  expect(header().getAttribute('aria-sort')).toBe('none');
});

test('a click on a row selects on the canvas; what is selected there is marked here', () => {
  at = stage(Table);
  rows()[1]!.click();
  flushSync();
  expect(at.w.selection.nodes).toEqual(['ann']);
  at.w.selection.set(['bo']);
  flushSync();
  expect(
    rows()
      .filter((row) => row.ariaSelected === 'true' || row.getAttribute('aria-selected') === 'true')
      .map((row) => row.textContent),
  ).toEqual([expect.stringContaining('Bo Berg')]);
});

test('the arrow keys walk the rows and Enter selects', () => {
  at = stage(Table);
  at.press(grid(), 'ArrowDown');
  at.press(grid(), 'ArrowDown');
  at.press(grid(), 'Enter');
  expect(at.w.selection.nodes).toEqual(['bo']);
  at.press(grid(), 'End');
  at.press(grid(), 'Enter');
  expect(at.w.selection.nodes).toEqual(['port']);
});

test('a row of claims goes to the claim', () => {
  at = stage(Table);
  at.click('[role=tab]', 'Claims');
  at.find('[role=row]', '1971').click();
  flushSync();
  expect(at.w.selection.nodes).toEqual(['ann']);
  expect(at.w.case.claims.claim(at.w.selection.claim!)?.value).toBe('1971');
});

test('words filter the rows, without case or accents', () => {
  at = stage(Table);
  at.click('[role=tab]', 'Claims');
  const field = at.root.querySelector<HTMLInputElement>('input[type=search]')!;
  field.value = 'alberg ALIAS';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  expect(rows()).toHaveLength(1);
  expect(at.text()).toContain('1 of 24');
});

test('of 50,000 claims only those in sight are in the page', () => {
  const many: CaseRecord[] = [...smallRecords()];
  for (let i = 0; i < 50_000; i++) many.push(say('ann', 'keywords', `word ${i}`));
  at = stage(Table, {}, many);
  at.click('[role=tab]', 'Claims');
  expect(at.find('[role=tab]', 'Claims').textContent).toContain('50,024');
  expect(rows().length).toBeLessThan(60);
  expect(grid().getAttribute('aria-rowcount')).toBe('50025');
});

describe('rows', () => {
  const row = (...cells: (string | [string, number])[]): Row => ({
    id: String(cells[0]),
    subject: 'x',
    cells: () =>
      cells.map((cell) => (typeof cell === 'string' ? { text: cell } : { text: cell[0], key: cell[1] })),
  });
  const order = (list: readonly Row[], down = false) =>
    sorted(list, { column: 0, down }).map((r) => r.cells()[0]!.text);

  test('sort words by their numerals, dates by their day, and what is empty last both ways', () => {
    expect(order([row('item 10'), row('item 9'), row('')])).toEqual(['item 9', 'item 10', '']);
    expect(order([row(['May 2019', 18000]), row(['1970', 0]), row(['', Infinity])])).toEqual([
      '1970',
      'May 2019',
      '',
    ]);
    expect(order([row(['May 2019', 18000]), row(['1970', 0]), row(['', Infinity])], true)).toEqual([
      'May 2019',
      '1970',
      '',
    ]);
  });

  test('filter by every word', () =>
    expect(filtered([row('Ann', 'chair'), row('Bo', 'chair')], 'chair ann')).toHaveLength(1));

  test('are written as CSV that no spreadsheet runs', () => {
    const columns = [
      { label: 'A', share: 1 },
      { label: 'B', share: 1 },
    ];
    expect(asCsv(columns, [row('a, "b"', '=1+1')])).toBe('A,B\r\n"a, ""b""",\'=1+1');
  });

  test('have a cell for each column', () => {
    at = stage();
    for (const name of ['entities', 'relations', 'claims', 'disputes'] as const) {
      const list = rowsOf(name, at.w.seen, at.w.graph);
      expect(list.length).toBeGreaterThan(0);
      for (const { cells } of list) expect(cells()).toHaveLength(COLUMNS[name].length);
    }
  });
});
