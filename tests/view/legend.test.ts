// What the legend explains: only what the picture shows.
import { expect, test } from 'vitest';
import { legendOf } from '../../src/view/legend.ts';
import { edge, node } from './scenes.ts';

const legend = (voices: readonly number[], hiddenNeighbours = 0) =>
  legendOf({
    nodes: [node('a', 0, 0, { hiddenNeighbours }), node('b', 1, 1)],
    edges: voices.map((_, i) => edge(String(i), 'a', 'b')),
    meaning: () => 'People',
    voices: ({ id }) => voices[Number(id)]!,
  });

test.each<[string, number[], string | undefined]>([
  ['one voice behind each line: nothing to explain', [1, 1], undefined],
  ['up to three voices', [1, 3], '3'],
  ['more than a line can show', [9], '4 or more'],
  ['no line at all', [], undefined],
])('widths: %s', (_title, voices, to) => {
  const entry = legend(voices).find(({ sample }) => sample.kind === 'scale');
  expect(entry?.sample).toEqual(to && { kind: 'scale', of: 'width', from: '1', to });
});

test('the badge is explained where a node bears one', () => {
  const badges = (hidden: number) =>
    legend([1], hidden).filter(({ sample }) => sample.kind === 'badge').length;
  expect([badges(0), badges(3)]).toEqual([0, 1]);
});
