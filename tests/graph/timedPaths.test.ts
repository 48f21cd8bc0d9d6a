// Paths that respect time, by hand and against an enumeration of all of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseGraph } from '../../src/graph/graph.ts';
import { shortestPaths, type PathOptions } from '../../src/graph/paths.ts';
import { strengthOf } from '../../src/graph/strength.ts';
import { drawn } from './drawing.ts';

const routes = (graph: CaseGraph, from: string, to: string, options?: PathOptions) =>
  shortestPaths(graph, from, to, options).map(({ nodes }) => nodes.join(' '));

describe('paths that respect time', () => {
  const years = (from: number, to = from) => ({ earliest: from, latest: to });
  type Days = ReturnType<typeof years> | undefined;
  const timed = (lines: readonly (readonly [from: string, to: string, days: Days])[]) => {
    const graph = drawn(lines.map(([from, to], i) => [from, '-', to, { id: String(i) }] as const));
    return (from: string, to: string, options: PathOptions = {}) =>
      routes(graph, from, to, { ...options, daysOf: (edge) => lines[Number(edge)]![2] });
  };

  it.each<[string, [string, string, Days][], string[]]>([
    [
      'later after earlier',
      [
        ['a', 'b', years(2010)],
        ['b', 'c', years(2012)],
      ],
      ['a b c'],
    ],
    [
      'the same day twice',
      [
        ['a', 'b', years(2010)],
        ['b', 'c', years(2010)],
      ],
      ['a b c'],
    ],
    [
      'never earlier after later',
      [
        ['a', 'b', years(2012)],
        ['b', 'c', years(2010)],
      ],
      [],
    ],
    [
      'while both can go on',
      [
        ['a', 'b', years(2012, 2018)],
        ['b', 'c', years(2010, 2014)],
      ],
      ['a b c'],
    ],
    [
      'each after all before it, not only after the last',
      [
        ['a', 'b', years(2010)],
        ['b', 'c', years(1990, 2015)],
        ['c', 'd', years(1990, 2005)],
      ],
      [],
    ],
    [
      'what cannot be walked is not',
      [
        ['a', 'b', years(2010)],
        ['b', 'c', undefined],
      ],
      [],
    ],
  ])('%s', (_, lines, wanted) => {
    expect(timed(lines)('a', lines.at(-1)![1])).toEqual(wanted);
  });

  it('go a longer way where the short one comes too late', () => {
    const walk = timed([
      ['a', 'b', years(2020)],
      ['b', 'z', years(2010)],
      ['b', 'c', years(2021)],
      ['c', 'z', years(2022)],
    ]);
    expect(walk('a', 'z')).toEqual(['a b c z']);
    expect(walk('z', 'a')).toEqual(['z b a']);
  });

  it('take of parallel edges one that can be walked, however weak', () => {
    const graph = drawn([
      ['a', '-', 'b', { id: 'strong', voices: 5 }],
      ['a', '-', 'b', { id: 'weak', stance: 'alleged' }],
      ['b', '-', 'c', { id: 'on' }],
    ]);
    const days: Record<string, Days> = { strong: years(2020), weak: years(2010), on: years(2015) };
    const [path] = shortestPaths(graph, 'a', 'c', { daysOf: (edge) => days[edge] });
    expect(path).toMatchObject({ edges: ['weak', 'on'], parallel: [['strong'], []] });
  });

  const seed = 20_260_311;
  it(`are the first of all that do, in order (seed ${seed})`, () => {
    const line = fc.record({
      from: fc.constantFrom(...'abcdef'),
      to: fc.constantFrom(...'abcdef'),
      mark: fc.constantFrom('-' as const, '>' as const),
      days: fc.oneof(
        {
          weight: 6,
          arbitrary: fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => years(Math.min(a, b), Math.max(a, b))),
        },
        { weight: 1, arbitrary: fc.constant(years(-Infinity, Infinity)) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      more: fc.record({
        stance: fc.constantFrom('affirmed', 'alleged'),
        voices: fc.integer({ min: 1, max: 2 }),
      }),
    });
    const asked = fc.record({ directed: fc.boolean(), longer: fc.nat(3), limit: fc.nat(8) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), asked, (lines, rest) => {
        const graph = drawn(
          lines.map(({ from, mark, to, more }, i) => [from, mark, to, { ...more, id: String(i) }] as const),
          ['a', 'f'],
        );
        const options = {
          ...rest,
          avoid: new Set<string>(),
          daysOf: (edge: string) => lines[Number(edge)]!.days,
        };
        const all = listedInTime(graph, 'a', 'f', options);
        const most = (all[0]?.length ?? 0) + options.longer;
        const wanted = all.filter((nodes) => nodes.length <= most).slice(0, options.limit);
        expect(shortestPaths(graph, 'a', 'f', options).map(({ nodes }) => nodes)).toEqual(wanted);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

/** Every simple path and every choice of its edges, for which days can be named one by one; each path once, in order. */
function listedInTime(
  graph: CaseGraph,
  from: string,
  to: string,
  { directed, daysOf }: PathOptions,
): string[][] {
  const best = new Map<string, string>();
  const walk = (nodes: string[], edges: string[], day: number) => {
    const last = nodes.at(-1)!;
    if (last === to) {
      const strengths = edges.map((edge) => strengthOf(graph.getEdgeAttributes(edge)));
      const tally = [0, 1, 2, 3, 4].map((s) => strengths.filter((x) => x === s).length).join('');
      const name = nodes.join('');
      if (tally < (best.get(name) ?? 'z')) best.set(name, tally);
      return;
    }
    for (const edge of directed ? graph.outboundEdges(last) : graph.edges(last)) {
      const next = graph.opposite(last, edge);
      const days = daysOf!(edge);
      if (nodes.includes(next) || !days || days.latest < day) continue;
      walk([...nodes, next], [...edges, edge], Math.max(day, days.earliest));
    }
  };
  walk([from], [], -Infinity);
  const key = (name: string) => `${name.length}${best.get(name)!}${name}`;
  return [...best.keys()].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((name) => [...name]);
}
