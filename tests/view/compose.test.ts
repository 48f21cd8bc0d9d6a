import { describe, expect, test } from 'vitest';
import type { View } from '../../src/case/records.ts';
import { CaseUnderLens, OPEN, type Lens } from '../../src/case/lens.ts';
import { project } from '../../src/graph/project.ts';
import { compose, type ComposeInput } from '../../src/view/compose.ts';
import type { Measure } from '../../src/view/measures.ts';
import { smallCase } from '../smallCase.ts';

const composed = (view: Partial<View> = {}, more: Partial<ComposeInput> = {}, lens: Lens = OPEN) => {
  const seen = new CaseUnderLens(smallCase(), lens);
  return compose({ seen, graph: project(seen), positions: new Map(), view, ...more });
};
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();

describe('compose', () => {
  test('shows every node and edge of the graph when the view hides nothing', () => {
    const scene = composed();
    expect(ids(scene.nodes)).toEqual(['acme', 'ann', 'bo', 'dinner', 'port']);
    expect(scene.edges).toHaveLength(6);
  });

  test('leaves out what the view hides, with its edges, and counts it at the neighbours', () => {
    const scene = composed({ hidden: ['bo'] });
    expect(ids(scene.nodes)).toEqual(['acme', 'ann', 'dinner', 'port']);
    expect(scene.edges.every(({ source, target }) => source !== 'bo' && target !== 'bo')).toBe(true);
    const hidden = Object.fromEntries(scene.nodes.map((node) => [node.id, node.hiddenNeighbours]));
    expect(hidden).toEqual({ acme: 1, ann: 1, dinner: 1, port: 0 });
  });

  test.each([
    { steps: 0, expected: ['port'] },
    { steps: 1, expected: ['dinner', 'port'] },
    { steps: 2, expected: ['ann', 'bo', 'dinner', 'port'] },
    { steps: 3, expected: ['acme', 'ann', 'bo', 'dinner', 'port'] },
  ])('focuses on what lies within $steps steps', ({ steps, expected }) => {
    expect(ids(composed({ focus: { ids: ['port'], steps } }).nodes)).toEqual(expected);
  });

  test('does not walk through hidden nodes to reach the focus', () => {
    expect(ids(composed({ focus: { ids: ['port'], steps: 3 }, hidden: ['dinner'] }).nodes)).toEqual(['port']);
  });

  test('shows all when the focus is on nothing that is there', () => {
    expect(composed({ focus: { ids: ['gone'], steps: 1 } }).nodes).toHaveLength(5);
  });

  test('keeps given positions and puts the rest beside a neighbour, clear of one another', () => {
    const given = new Map([
      ['acme', [900, 20] as const],
      ['bo', [NaN, 0] as const],
    ]);
    const { nodes } = composed({}, { positions: given });
    const at = new Map(nodes.map((node) => [node.id, node]));
    expect(at.get('acme')).toMatchObject({ x: 900, y: 20 });
    expect(Math.hypot(at.get('ann')!.x - 900, at.get('ann')!.y - 20)).toBeLessThan(400);
    nodes.forEach((a, i) =>
      nodes
        .slice(i + 1)
        .forEach((b) =>
          expect(Math.abs(a.x - b.x) >= 150 || Math.abs(a.y - b.y) >= 95, `${a.id} ${b.id}`).toBe(true),
        ),
    );
  });

  test('gives types their shape by lineage', () => {
    const shapes = Object.fromEntries(composed().nodes.map(({ id, shape }) => [id, shape]));
    expect(shapes).toEqual({
      ann: 'circle',
      bo: 'circle',
      acme: 'square',
      port: 'square',
      dinner: 'diamond',
    });
  });

  test('marks what is disputed and pinned, and dashes what is only alleged', () => {
    const scene = composed({ pinned: ['bo'] });
    expect(scene.nodes.filter(({ disputed }) => disputed).map(({ id }) => id)).toEqual(['ann']);
    expect(scene.nodes.filter(({ pinned }) => pinned).map(({ id }) => id)).toEqual(['bo']);
    expect(scene.edges.filter(({ stance }) => stance === 'alleged').map(({ target }) => target)).toEqual([
      'bo',
    ]);
  });

  test('counts in the legend what is shown, people by their plural', () => {
    const { legend, nodes, edges } = composed({ hidden: ['bo'] });
    const count = (label: string) => legend.find((entry) => entry.label === label)?.count;
    expect(count('People')).toBe(1);
    expect(count('Companies')).toBe(1);
    const typed = legend
      .filter(({ sample }) => sample.kind === 'node')
      .reduce((sum, entry) => sum + entry.count, 0);
    const lined = legend
      .filter(({ sample }) => sample.kind === 'line')
      .reduce((sum, entry) => sum + entry.count, 0);
    expect([typed, lined]).toEqual([nodes.length, edges.length]);
  });

  test('names the sources behind what is shown, and no other', () => {
    expect(composed().sources).toEqual(['The paper', 'The leak', 'The wire']);
    const lens: Lens = { sources: { mode: 'only', ids: ['wire'] } };
    expect(composed({}, {}, lens).sources).toEqual(['The wire']);
  });

  test('sizes by area: four times the value is twice the diameter beyond the least', () => {
    const size: Measure = {
      type: 'count',
      label: 'ties',
      values: new Map([
        ['ann', 4],
        ['bo', 1],
        ['acme', 0],
      ]),
    };
    const sizes = new Map(composed({}, { size }).nodes.map((node) => [node.id, node.size]));
    expect(sizes.get('ann')!).toBeGreaterThan(sizes.get('bo')!);
    expect(sizes.get('bo')!).toBeGreaterThan(sizes.get('acme')!);
    expect(sizes.get('port')).toBe(sizes.get('acme'));
    const area = (id: string) => sizes.get(id)! ** 2 - sizes.get('acme')! ** 2;
    expect(area('ann') / area('bo')).toBeCloseTo(4, 0);
  });

  test('colours by a scale from the lowest to the highest, and groups by their number', () => {
    const values = new Map([
      ['ann', 1],
      ['bo', 3],
      ['acme', 2],
    ]);
    const colours = (measure: Measure) =>
      new Map(composed({}, { colour: measure }).nodes.map((node) => [node.id, node.colour]));
    const scale = colours({ type: 'number', label: 'rank', values });
    expect([scale.get('ann'), scale.get('acme'), scale.get('bo'), scale.get('port')]).toEqual([
      'scale:0',
      'scale:0.5',
      'scale:1',
      'other',
    ]);
    expect(colours({ type: 'group', label: 'Community', values }).get('bo')).toBe('group:3');
  });

  test('gives the same scene for the same input', () => {
    expect(composed({ hidden: ['bo'] })).toEqual(composed({ hidden: ['bo'] }));
  });
});
