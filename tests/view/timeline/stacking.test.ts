// Stacking: no two bars of a row touch, in as few rows as can be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseUnderLens } from '../../../src/case/lens.ts';
import { stacked, stackLanes, barsIn, ROW } from '../../../src/view/timeline/stacking.ts';
import { timelineOf } from '../../../src/view/timeline/bars.ts';
import { lanesOf } from '../../../src/view/timeline/lanes.ts';
import { Case } from '../../../src/case/case.ts';
import { say } from '../../smallCase.ts';

const end = (open: number) =>
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.constant(open));
const extents = fc.array(
  fc.tuple(end(-Infinity), end(Infinity)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  { maxLength: 40 },
);

describe('stacked', () => {
  test('keeps a gap between any two of a row', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 0, max: 5 }), (all, gap) => {
        const rows = stacked(all, gap);
        for (let i = 0; i < all.length; i++)
          for (let j = 0; j < i; j++) {
            const [a, b] = [all[i]!, all[j]!];
            const apart = a.to + gap <= b.from || b.to + gap <= a.from;
            if (rows[i] === rows[j]) expect(apart, `${JSON.stringify([a, b])}`).toBe(true);
          }
      }),
    );
  });

  test('takes as many rows as bars meet in one place, and no more', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const rows = stacked(all, 1);
        const meeting = all.map(
          ({ from }) => all.filter((other) => other.from <= from && other.to + 1 > from).length,
        );
        expect(Math.max(-1, ...rows) + 1).toBe(Math.max(0, ...meeting));
      }),
    );
  });
});

/** Posts of one day each, by number. */
const posts = (n: number) =>
  new Case([
    { kind: 'source', id: 'paper', title: 'The paper' },
    ...Array.from({ length: n }, (_, i) => ({ kind: 'entity', id: `e${i}`, schema: 'Event' }) as const),
    ...Array.from({ length: n }, (_, i) => [
      say(`e${i}`, 'name', `Event ${i}`),
      say(`e${i}`, 'date', `${1900 + (i % 120)}-0${1 + (i % 9)}`),
    ]).flat(),
  ]);

test('only what is in sight has to be drawn: of 5,000 bars few at once', () => {
  const seen = new CaseUnderLens(posts(5000));
  const { bars } = timelineOf(seen);
  const all = stackLanes(lanesOf(seen, bars, 'type'), 1200 / (120 * 365));
  expect(all.bars).toHaveLength(5000);
  const sight = barsIn(all, { from: -30_000, to: -28_800 }, { from: 0, to: 300 });
  expect(sight.length).toBeLessThan(250);
  for (const { top } of sight) expect(top + ROW.height).toBeGreaterThanOrEqual(0);
});

describe('labels', () => {
  const placed = (until: number, longest = Infinity) => {
    const seen = new CaseUnderLens(posts(30));
    const lanes = lanesOf(seen, timelineOf(seen).bars, 'type');
    return stackLanes(lanes, 0.05, { heading: 0, longest, until }).bars;
  };

  test('end at the edge of the drawing where they would go beyond it, and still touch no other', () => {
    const last = Math.max(...placed(Infinity).map(({ labelFrom }) => labelFrom));
    const bars = placed(last);
    for (const { labelFrom, width, extent } of bars) {
      expect(labelFrom + width).toBeLessThanOrEqual(last + 1e-6);
      expect(extent.from).toBeLessThanOrEqual(labelFrom);
    }
    for (const a of bars)
      for (const b of bars)
        if (a !== b && a.top === b.top && a.extent.from <= b.extent.from)
          expect(a.extent.to + ROW.gap).toBeLessThanOrEqual(b.extent.from);
  });

  test('are cut at the length they are given', () => {
    expect(placed(Infinity, 20).every(({ width }) => width === 20)).toBe(true);
  });
});
