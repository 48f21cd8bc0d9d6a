// Paths between two nodes, by hand and against an enumeration of all of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import type { CaseRecord, Source } from '../../src/case/records.ts';
import type { CaseGraph } from '../../src/graph/graph.ts';
import { shortestPaths, weakestStep, type PathOptions } from '../../src/graph/paths.ts';
import { project } from '../../src/graph/project.ts';
import { strengthOf } from '../../src/graph/strength.ts';
import { say, smallCase, smallRecords } from '../smallCase.ts';
import { drawn } from './drawing.ts';

const routes = (graph: CaseGraph, from: string, to: string, options?: PathOptions) =>
  shortestPaths(graph, from, to, options).map(({ nodes }) => nodes.join(' '));

const SQUARE = drawn([
  ['a', '-', 'b'],
  ['b', '-', 'd'],
  ['a', '-', 'c'],
  ['c', '-', 'd'],
  ['a', '-', 'e'],
  ['e', '-', 'f'],
  ['f', '-', 'd'],
]);

describe('shortest paths', () => {
  it('are all those with the fewest steps, by ids where they are equally supported', () => {
    expect(routes(SQUARE, 'a', 'd')).toEqual(['a b d', 'a c d']);
    expect(routes(SQUARE, 'd', 'a')).toEqual(['d b a', 'd c a']);
  });

  it('come with longer ones on demand', () => {
    expect(routes(SQUARE, 'a', 'd', { longer: 1 })).toEqual(['a b d', 'a c d', 'a e f d']);
    expect(routes(SQUARE, 'a', 'b', { longer: 1 })).toEqual(['a b']);
    expect(routes(SQUARE, 'a', 'b', { longer: 2 })).toEqual(['a b', 'a c d b']);
    expect(routes(SQUARE, 'a', 'b', { longer: 9 })).toEqual(['a b', 'a c d b', 'a e f d b']);
  });

  it('stop at the limit', () => {
    expect(routes(SQUARE, 'a', 'd', { limit: 1, longer: 1 })).toEqual(['a b d']);
    expect(routes(SQUARE, 'a', 'd', { limit: 0 })).toEqual([]);
  });

  it('go around what is to be avoided, but not around their ends', () => {
    expect(routes(SQUARE, 'a', 'd', { avoid: new Set(['b']) })).toEqual(['a c d']);
    expect(routes(SQUARE, 'a', 'd', { avoid: new Set(['b', 'c']) })).toEqual(['a e f d']);
    expect(routes(SQUARE, 'a', 'd', { avoid: new Set(['a', 'd', 'b']) })).toEqual(['a c d']);
    expect(routes(SQUARE, 'a', 'd', { avoid: new Set(['b', 'c', 'f']) })).toEqual([]);
    expect(routes(SQUARE, 'a', 'd', { avoid: new Set(['e']), longer: 1 })).toEqual(['a b d', 'a c d']);
  });

  it('are none between islands and to what is not there', () => {
    const graph = drawn([['a', '-', 'b']], ['c']);
    expect(routes(graph, 'a', 'c')).toEqual([]);
    expect(routes(graph, 'a', 'nobody')).toEqual([]);
    expect(routes(graph, 'nobody', 'a')).toEqual([]);
  });

  it('have no step from a node to itself, loop or not', () => {
    const graph = drawn([
      ['a', '-', 'a'],
      ['a', '>', 'b'],
    ]);
    expect(shortestPaths(graph, 'a', 'a', { longer: 3 })).toEqual([
      { nodes: ['a'], edges: [], parallel: [] },
    ]);
    expect(routes(graph, 'a', 'b', { longer: 3 })).toEqual(['a b']);
  });

  it('take the best supported of parallel edges and name the others', () => {
    const graph = drawn([
      ['a', '-', 'b', { id: 'denied', stance: 'denied', voices: 9 }],
      ['a', '>', 'b', { id: 'z' }],
      ['b', '>', 'a', { id: 'y' }],
      ['a', '-', 'b', { id: 'alleged', stance: 'alleged' }],
      ['a', '-', 'b', { id: 'two voices', voices: 2 }],
      ['a', '-', 'b', { id: 'three voices', voices: 3 }],
      ['a', '-', 'b', { id: 'disputed', disputed: true, voices: 4 }],
    ]);
    const [path] = shortestPaths(graph, 'a', 'b');
    expect(path!.edges).toEqual(['three voices']);
    expect(path!.parallel).toEqual([['two voices', 'y', 'z', 'disputed', 'alleged', 'denied']]);
    expect(shortestPaths(graph, 'a', 'b', { directed: true })[0]!.parallel[0]).not.toContain('y');
  });

  it('put what is better supported first', () => {
    const graph = drawn([
      ['a', '-', 'b', { stance: 'denied' }],
      ['b', '-', 'z', { voices: 2 }],
      ['a', '-', 'c', { stance: 'alleged' }],
      ['c', '-', 'z', { voices: 2 }],
      ['a', '-', 'd', { disputed: true }],
      ['d', '-', 'z', { voices: 2 }],
      ['a', '-', 'e'],
      ['e', '-', 'z'],
      ['a', '-', 'f'],
      ['f', '-', 'z', { voices: 2 }],
    ]);
    expect(routes(graph, 'a', 'z')).toEqual(['a f z', 'a e z', 'a d z', 'a c z', 'a b z']);
  });

  it('follow arrows only when asked to', () => {
    const graph = drawn([
      ['a', '>', 'b'],
      ['c', '>', 'b'],
      ['c', '-', 'd'],
    ]);
    expect(routes(graph, 'a', 'd')).toEqual(['a b c d']);
    expect(routes(graph, 'a', 'd', { directed: true })).toEqual([]);
    expect(routes(graph, 'a', 'b', { directed: true })).toEqual(['a b']);
    expect(routes(graph, 'b', 'a', { directed: true })).toEqual([]);
    expect(routes(graph, 'd', 'b', { directed: true })).toEqual(['d c b']);
  });

  it('pass through ids that mean something to JavaScript', () => {
    const graph = drawn([
      ['__proto__', '-', 'constructor'],
      ['constructor', '-', 'toString'],
      ['__proto__', '-', 'hasOwnProperty'],
      ['hasOwnProperty', '-', 'toString'],
    ]);
    expect(routes(graph, '__proto__', 'toString')).toEqual([
      '__proto__ constructor toString',
      '__proto__ hasOwnProperty toString',
    ]);
    expect(routes(graph, 'valueOf', 'toString')).toEqual([]);
  });

  it('are found at once among more paths than could be listed', () => {
    // Forty rungs of two nodes each: 2^40 shortest paths.
    const rungs = Array.from({ length: 40 }, (_, i) => [`l${i}`, `r${i}`] as const);
    const graph = drawn(
      rungs
        .slice(1)
        .flatMap((rung, i) =>
          rung.flatMap((node) => rungs[i]!.map((before) => [before, '-', node] as const)),
        ),
    );
    const found = shortestPaths(graph, 'l0', 'l39', { longer: 2, limit: 4 });
    expect(found.map(({ nodes }) => nodes.length)).toEqual([40, 40, 40, 40]);
    expect(new Set(found.map(({ nodes }) => nodes.join(' '))).size).toBe(4);
  });

  const seed = 20_260_201;
  it(`are the first of all simple paths in order (seed ${seed})`, () => {
    const line = fc.tuple(
      fc.constantFrom(...'abcdef'),
      fc.constantFrom('-' as const, '>' as const),
      fc.constantFrom(...'abcdef'),
      fc.record({
        stance: fc.constantFrom('affirmed', 'alleged', 'denied'),
        disputed: fc.boolean(),
        voices: fc.integer({ min: 1, max: 2 }),
      }),
    );
    const asked = fc.record({
      directed: fc.boolean(),
      longer: fc.nat(3),
      limit: fc.nat(8),
      avoid: fc.constantFrom('', 'b', 'bc'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), asked, (lines, { avoid, ...rest }) => {
        const graph = drawn(
          lines.map(([from, mark, to, more], i) => [from, mark, to, { ...more, id: String(i) }] as const),
          ['a', 'f'],
        );
        const options = { ...rest, avoid: new Set(avoid) };
        const all = listed(graph, 'a', 'f', options);
        const shortest = all[0]?.length ?? 0;
        const wanted = all
          .filter((nodes) => nodes.length <= shortest + options.longer)
          .slice(0, options.limit);
        expect(shortestPaths(graph, 'a', 'f', options).map(({ nodes }) => nodes)).toEqual(wanted);
      }),
      { seed, numRuns: 500 },
    );
  });
});

/** Every simple path, by walking all of them. */
function listed(graph: CaseGraph, from: string, to: string, { directed, avoid }: PathOptions): string[][] {
  const found: string[][] = [];
  const walk = (nodes: string[]) => {
    const last = nodes.at(-1)!;
    if (last === to) return void found.push(nodes);
    for (const next of directed ? graph.outboundNeighbors(last) : graph.neighbors(last)) {
      if (!nodes.includes(next) && (next === to || !avoid!.has(next))) walk([...nodes, next]);
    }
  };
  walk([from]);
  const strength = (a: string, b: string) =>
    Math.max(
      ...(directed ? graph.outboundEdges(a, b) : graph.edges(a, b)).map((edge) =>
        strengthOf(graph.getEdgeAttributes(edge)),
      ),
    );
  const key = (nodes: string[]) => {
    const strengths = nodes.slice(1).map((node, i) => strength(nodes[i]!, node));
    return (
      [nodes.length, ...[0, 1, 2, 3, 4].map((s) => strengths.filter((x) => x === s).length)].join('') +
      nodes.join('')
    );
  };
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('the weakest step', () => {
  const weakest = (records: CaseRecord[], from: string, to: string) => {
    const seen = new CaseUnderLens(new Case(records));
    const graph = project(seen);
    return weakestStep(seen, graph, shortestPaths(graph, from, to)[0]!);
  };
  const independent = (...ids: string[]): Source[] =>
    ids.map((id) => ({ kind: 'source', id, title: id, independentOf: ids.filter((other) => other !== id) }));
  /** A chain of links x0 – x1 – …, each with what it rests on. */
  const chain = (
    ...links: { sources?: string[]; stance?: 'alleged' | 'denied'; deniedBy?: string }[]
  ): CaseRecord[] => [
    ...independent('one', 'two'),
    { kind: 'source', id: 'three', title: 'three' },
    { kind: 'source', id: 'copy', title: 'copy', derivedFrom: ['one'] },
    ...Array.from(
      { length: links.length + 1 },
      (_, i) => ({ kind: 'entity', id: `x${i}`, schema: 'Person' }) as const,
    ),
    ...links.flatMap(({ sources = ['one', 'two'], stance, deniedBy }, i): CaseRecord[] => [
      { kind: 'relation', id: `r${i}`, schema: 'UnknownLink' },
      ...sources.flatMap((source) => [
        say(`r${i}`, 'subject', `x${i}`, source, { stance: stance ?? 'affirmed' }),
        say(`r${i}`, 'object', `x${i + 1}`, source, { stance: stance ?? 'affirmed' }),
      ]),
      ...(deniedBy ? [say(`r${i}`, 'object', `x${i + 1}`, deniedBy, { stance: 'denied' })] : []),
    ]),
  ];

  it.each([
    ['denied', chain({ stance: 'alleged' }, { stance: 'denied' }), 1, 'is denied'],
    ['alleged', chain({ deniedBy: 'three' }, { stance: 'alleged' }), 1, 'rests on an allegation alone'],
    ['disputed', chain({ sources: ['one'] }, { deniedBy: 'three' }), 1, 'is disputed'],
    ['one source', chain({ sources: ['one', 'three'] }, { sources: ['one'] }), 1, 'one source'],
    ['one origin', chain({}, { sources: ['one', 'copy'] }), 1, 'the sources share one origin'],
    ['unknown', chain({}, { sources: ['one', 'three'] }), 1, 'the sources are not known to be independent'],
    ['a tie, the first', chain({}, { sources: ['one'] }, { sources: ['two'] }), 1, 'one source'],
  ] as const)('is the one that is worst off: %s', (_, records, step, why) => {
    expect(
      weakest([...records], 'x0', `x${records.filter(({ kind }) => kind === 'relation').length}`),
    ).toEqual({ step, why });
  });

  it('is none where all steps rest on sources stated to be independent', () => {
    expect(weakest(chain({}, {}), 'x0', 'x2')).toBeUndefined();
  });

  it('is none in a path without steps', () => {
    expect(weakest(smallRecords(), 'ann', 'ann')).toBeUndefined();
  });

  it('tells of the small case that Ann meets Bo at a dinner one source alleges', () => {
    const seen = new CaseUnderLens(smallCase());
    const graph = project(seen);
    const paths = shortestPaths(graph, 'bo', 'port', { longer: 1 });
    expect(paths.map(({ edges }) => edges)).toEqual([
      ['dinner involved bo', 'dinner organizer port'],
      ['ann-bo', 'dinner involved ann', 'dinner organizer port'],
    ]);
    expect(paths.map((path) => weakestStep(seen, graph, path))).toEqual([
      { step: 0, why: 'rests on an allegation alone' },
      { step: 0, why: 'is disputed' },
    ]);
  });
});
