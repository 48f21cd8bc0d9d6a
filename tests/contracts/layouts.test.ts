// Every layout in the list: places every node once, the same each time, apart from each other, and leaves what is pinned.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { emptyGraph, type CaseGraph } from '../../src/graph/graph.ts';
import { project } from '../../src/graph/project.ts';
import { LAYOUTS } from '../../src/layouts/index.ts';
import type { Box, Layout, LayoutInput, Positions } from '../../src/layouts/layout.ts';
import { quietJob, seeded } from '../../src/plugin/job.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { compose } from '../../src/view/compose.ts';
import { boxOfLines } from '../../src/view/labels.ts';

const BOX: Box = { width: 110, height: 66, dy: 12 };

function graphOf(nodes: readonly string[], edges: readonly (readonly [string, string])[]): CaseGraph {
  const graph = emptyGraph();
  const bare = { claims: [], stance: 'affirmed', disputed: false } as const;
  for (const id of nodes) graph.addNode(id, { ...bare, kind: 'entity', schema: 'Person', label: id });
  edges.forEach(([source, target], i) =>
    graph.addDirectedEdgeWithKey(`${i}`, source, target, {
      ...bare,
      subject: `${i}`,
      type: 'Link',
      label: '',
      voices: 1,
    }),
  );
  return graph;
}

/** Forty nodes in a few hubs, seeded. */
function forty(): CaseGraph {
  const random = seeded(40);
  const nodes = Array.from({ length: 40 }, (_none, i) => `n${i}`);
  return graphOf(
    nodes,
    nodes
      .slice(1)
      .flatMap((id, i) => [
        [id, `n${Math.floor(random() * (i + 1))}`] as const,
        ...(random() < 0.4 ? [[id, `n${Math.floor(random() * 40)}`] as const] : []),
      ]),
  );
}

function spector(): Pick<LayoutInput, 'graph' | 'boxes'> {
  const file = JSON.parse(
    readFileSync(new URL('../../graph-data/spector/case.clew.json', import.meta.url), 'utf8'),
  );
  const sections = {
    sources: 'source',
    entities: 'entity',
    relations: 'relation',
    claims: 'claim',
    judgements: 'judgement',
  };
  const records = Object.entries(sections).flatMap(([section, kind]) =>
    (file[section] as object[]).map((record) => ({ ...record, kind }) as CaseRecord),
  );
  const header = { kind: 'header', id: 'case', name: file.name, schemata: file.schemata } as const;
  const seen = new CaseUnderLens(new Case([header, ...records]));
  const graph = project(seen);
  const { nodes } = compose({ graph, seen, positions: new Map() });
  return { graph, boxes: new Map(nodes.map(({ id, lines, size }) => [id, boxOfLines(lines, size)])) };
}

const CASES: readonly (readonly [string, () => Pick<LayoutInput, 'graph'> & Partial<LayoutInput>])[] = [
  ['nothing', () => ({ graph: graphOf([], []) })],
  ['one node', () => ({ graph: graphOf(['a'], []) })],
  ['two nodes apart', () => ({ graph: graphOf(['a', 'b'], []) })],
  ['a loop', () => ({ graph: graphOf(['a'], [['a', 'a']]) })],
  [
    'parallel ties',
    () => ({
      graph: graphOf(
        ['a', 'b'],
        [
          ['a', 'b'],
          ['b', 'a'],
          ['a', 'b'],
        ],
      ),
    }),
  ],
  [
    'ids that are names of properties',
    () => ({
      graph: graphOf(
        ['__proto__', 'constructor', ''],
        [
          ['__proto__', 'constructor'],
          ['', '__proto__'],
        ],
      ),
    }),
  ],
  [
    'two islands',
    () => ({
      graph: graphOf(
        ['a', 'b', 'c', 'd'],
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ),
    }),
  ],
  ['forty nodes', () => ({ graph: forty() })],
  ['the Spector case', spector],
];

const inputOf = ({
  graph,
  boxes,
  ...more
}: Pick<LayoutInput, 'graph'> & Partial<LayoutInput>): LayoutInput => ({
  graph,
  nodes: graph.nodes(),
  boxes: boxes ?? new Map(graph.nodes().map((id) => [id, BOX])),
  aspect: 1.25,
  ...more,
});

const run = async (layout: Layout, input: LayoutInput, seed = 1): Promise<Positions> =>
  layout.run(input, valuesFor(layout.settings), quietJob(seed));

/** Pairs of nodes whose boxes overlap by more than a hundredth of a unit, to which positions are rounded. */
function overlaps(positions: Positions, boxes: ReadonlyMap<string, Box>): string[] {
  const all = [...positions];
  return all.flatMap(([a, [ax, ay]], i) =>
    all.slice(i + 1).flatMap(([b, [bx, by]]) => {
      const [one, other] = [boxes.get(a)!, boxes.get(b)!];
      const across = (one.width + other.width) / 2 - Math.abs(ax - bx);
      const down = (one.height + other.height) / 2 - Math.abs(ay + one.dy - by - other.dy);
      return Math.min(across, down) > 0.02 ? [`${a} ${b}`] : [];
    }),
  );
}

describe.each(LAYOUTS)('$label', (layout) => {
  test.each(CASES)('places every node of %s once, with no box over another', async (_title, make) => {
    const input = inputOf(make());
    const positions = await run(layout, input);
    expect([...positions.keys()].sort()).toEqual([...input.nodes].sort());
    for (const at of positions.values())
      expect(at).toSatisfy((xy: readonly number[]) => xy.every(Number.isFinite));
    expect(overlaps(positions, input.boxes)).toEqual([]);
  });

  test('gives the same picture for the same seed', async () => {
    const input = inputOf(spector());
    expect(await run(layout, input, 3)).toEqual(await run(layout, input, 3));
  });

  test('leaves pinned nodes where they are', async () => {
    const graph = forty();
    const from = new Map(
      graph.nodes().map((id, i) => [id, [(i % 8) * 140, Math.floor(i / 8) * 120] as const]),
    );
    const pinned = new Set(['n0', 'n7', 'n23']);
    const positions = await run(layout, inputOf({ graph, from, pinned }));
    for (const id of pinned) expect(positions.get(id)).toEqual(from.get(id));
  });

  test('does not take chance from anywhere but its job', async () => {
    const own = Math.random;
    await run(layout, inputOf({ graph: forty() }));
    expect(Math.random).toBe(own);
  });
});

describe('the Spector case as it opens', () => {
  test('has Spector in the middle of his story', async () => {
    const input = inputOf(spector());
    const positions = await run(LAYOUTS[0]!, input);
    const xs = Array.from(positions.values(), ([x]) => x).sort((a, b) => a - b);
    const ys = Array.from(positions.values(), ([, y]) => y).sort((a, b) => a - b);
    const [x, y] = positions.get('gene-spector')!;
    const share = (values: number[], at: number) => (at - values[0]!) / (values.at(-1)! - values[0]!);
    expect(share(xs, x)).toBeGreaterThan(0.25);
    expect(share(xs, x)).toBeLessThan(0.75);
    expect(share(ys, y)).toBeGreaterThan(0.25);
    expect(share(ys, y)).toBeLessThan(0.75);
  });
});

describe('by date', () => {
  test('puts the earlier to the left of the later', async () => {
    const { graph, boxes } = spector();
    const layout = LAYOUTS.find(({ id }) => id === 'timeline')!;
    const positions = await run(layout, inputOf({ graph, boxes }));
    const x = (id: string) => positions.get(id)![0];
    expect([
      x('guilty-plea') < x('first-sentence'),
      x('first-sentence') < x('espionage-charge'),
      x('espionage-charge') < x('insider-post'),
    ]).toEqual([true, true, true]);
  });
});
