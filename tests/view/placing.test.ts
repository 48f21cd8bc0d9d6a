import { describe, expect, test } from 'vitest';
import { EDGE_LABEL, widthOf } from '../../src/view/labels.ts';
import { placeLabels, placeMarks, placeWholeLabels, type PlacedLabel } from '../../src/view/placing.ts';
import { seeded } from '../../src/plugin/job.ts';
import { edge, node, sceneOf } from './scenes.ts';

const overlap = (a: PlacedLabel, b: PlacedLabel): boolean =>
  Math.abs(a.at.x - b.at.x) < (widthOf(a.text, EDGE_LABEL.size) + widthOf(b.text, EDGE_LABEL.size)) / 2 &&
  Math.abs(a.at.y - b.at.y) < EDGE_LABEL.line;

const crowd = (seed: number) => {
  const random = seeded(seed);
  const nodes = Array.from({ length: 40 }, (_, i) => node(`n${i}`, random() * 900, random() * 700));
  const pick = () => `n${Math.floor(random() * 40)}`;
  const edges = Array.from({ length: 70 }, (_, i) =>
    edge(`e${i}`, pick(), pick(), { label: 'director (2014–2019)' }),
  );
  return sceneOf(nodes, edges);
};

describe('placeLabels', () => {
  test('puts a lone label on the middle of its line', () => {
    const label = placeLabels(sceneOf([node('a', 0, 0), node('b', 300, 0)], [edge('e', 'a', 'b')])).get('e')!;
    expect(label).toEqual({ text: 'knows', at: { x: 150, y: 0 }, off: { x: 0, y: 0 } });
  });
  test('leaves out a label that has no room between its nodes', () => {
    const label = 'a label far too long for this line';
    expect(
      placeLabels(sceneOf([node('a', 0, 0), node('b', 70, 0)], [edge('e', 'a', 'b', { label })])).size,
    ).toBe(0);
  });
  test.each([1, 2, 3])('lets no label meet a label, a node or its name (seed %i)', (seed) => {
    const scene = crowd(seed);
    const labels = [...placeLabels(scene).values()];
    expect(labels.length).toBeGreaterThan(3);
    labels.forEach((a, i) => labels.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
    for (const { at, text } of labels) {
      for (const { x, y, size } of scene.nodes) {
        const clear =
          Math.abs(at.x - x) > widthOf(text, EDGE_LABEL.size) / 2 + size / 2 ||
          Math.abs(at.y - y) > EDGE_LABEL.line / 2 + size / 2;
        expect(clear).toBe(true);
      }
    }
  });
  test('gives up on a scene too dense to read', () => {
    const nodes = Array.from({ length: 30 }, (_, i) => node(`n${i}`, i * 400, 0));
    const edges = Array.from({ length: 500 }, (_, i) => edge(`e${i}`, `n${i % 30}`, `n${(i + 1) % 30}`));
    expect(placeLabels(sceneOf(nodes, edges)).size).toBe(0);
  });
});

test('a whole label is not cut, and goes beside its line where there is no room on it', () => {
  const label = 'defendant, sentenced to 12 years of imprisonment (2022)';
  const scene = sceneOf([node('a', 0, 0), node('b', 0, 160)], [edge('e', 'a', 'b', { label })]);
  expect(placeWholeLabels(scene, new Set(['e']), scene.nodes).get('e')?.text).toBe(label);
});

test('marks sit on what is denied or disputed, off nodes that lie on the line', () => {
  const scene = sceneOf(
    [node('a', 0, 0), node('b', 400, 0), node('between', 200, 0)],
    [edge('denied', 'a', 'b', { stance: 'denied' }), edge('plain', 'a', 'between')],
  );
  const marks = placeMarks(scene);
  expect([...marks.keys()]).toEqual(['denied']);
  expect(Math.abs(marks.get('denied')!.x - 200)).toBeGreaterThan(20);
});
