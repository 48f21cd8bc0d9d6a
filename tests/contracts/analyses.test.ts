// Every analysis in the list: gives what it declares, for every node, and the right answer where it can be worked out by hand.
import { describe, expect, test } from 'vitest';
import { ANALYSES } from '../../src/analyses/index.ts';
import { emptyGraph, type CaseGraph } from '../../src/graph/graph.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { valuesFor } from '../../src/plugin/settings.ts';

/** Edges as "a b" (directed) or "a-b" (undirected); nodes besides as they are named. */
function graphOf(edges: readonly string[], nodes: readonly string[] = []): CaseGraph {
  const graph = emptyGraph();
  const node = (id: string) => {
    if (!graph.hasNode(id))
      graph.addNode(id, {
        kind: 'entity',
        schema: 'Person',
        label: id,
        claims: [],
        stance: 'affirmed',
        disputed: false,
      });
  };
  nodes.forEach(node);
  edges.forEach((edge, i) => {
    const [source, target] = edge.split(/[ -]/) as [string, string];
    node(source);
    node(target);
    const attributes = {
      subject: `${i}`,
      type: 'Link',
      label: '',
      claims: [],
      stance: 'affirmed',
      disputed: false,
      voices: 1,
    } as const;
    if (edge.includes('-')) graph.addUndirectedEdgeWithKey(`${i}`, source, target, attributes);
    else graph.addDirectedEdgeWithKey(`${i}`, source, target, attributes);
  });
  return graph;
}

const run = async (id: string, graph: CaseGraph, seed = 1) => {
  const analysis = ANALYSES.find((one) => one.id === id)!;
  return analysis.run(graph, valuesFor(analysis.settings), quietJob(seed));
};

/** Two triangles joined by one tie, c–d; one node alone. */
const SIX = graphOf(['a b', 'b c', 'a-c', 'c d', 'd e', 'e f', 'd-f'], ['alone']);

describe.each(ANALYSES)('$label', (analysis) => {
  test.each<[string, CaseGraph]>([
    ['nothing', graphOf([])],
    ['one node', graphOf([], ['a'])],
    ['two nodes apart', graphOf([], ['a', 'b'])],
    ['a loop', graphOf(['a a'])],
    ['parallel and mixed ties', graphOf(['a b', 'b a', 'a-b', 'a b'])],
    ['ids that are names of properties', graphOf(['__proto__ constructor', 'constructor toString'])],
    ['two triangles', SIX],
  ])('gives a finite value in each column it declares, for every node of %s', async (_title, graph) => {
    const columns = await run(analysis.id, graph);
    expect(Object.keys(columns)).toEqual(Object.keys(analysis.gives));
    for (const values of Object.values(columns)) {
      expect([...values.keys()].sort()).toEqual(graph.nodes().sort());
      for (const value of values.values()) expect(value).toSatisfy(Number.isFinite);
    }
  });

  test('the same seed gives the same answer', async () => {
    expect(await run(analysis.id, SIX, 7)).toEqual(await run(analysis.id, SIX, 7));
  });
});

describe('worked out by hand on two triangles joined by one tie', () => {
  test('ties, neighbours and direction', async () => {
    const { ties, neighbours, in: into, out } = await run('degree', SIX);
    expect([ties!.get('c'), neighbours!.get('c'), into!.get('c'), out!.get('c')]).toEqual([3, 3, 1, 1]);
    expect([ties!.get('alone'), neighbours!.get('alone')]).toEqual([0, 0]);
  });

  test('parallel ties are several ties to one neighbour', async () => {
    const { ties, neighbours } = await run('degree', graphOf(['a b', 'b a', 'a-b']));
    expect([ties!.get('a'), neighbours!.get('a')]).toEqual([3, 1]);
  });

  test('c and d lie on six of the fifteen ways between the other six nodes, nobody else on any', async () => {
    const { brokers } = await run('betweenness', SIX);
    // a–d, a–e, a–f, b–d, b–e, b–f pass through c.
    expect(brokers!.get('c')).toBeCloseTo(6 / 15, 10);
    expect(brokers!.get('d')).toBeCloseTo(6 / 15, 10);
    expect(brokers!.get('a')).toBe(0);
  });

  test('standing adds up to one, and is highest at the joint', async () => {
    const { standing } = await run('pagerank', SIX);
    expect([...standing!.values()].reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    expect(standing!.get('c')).toBeCloseTo(standing!.get('d')!, 6);
    expect(standing!.get('c')).toBeGreaterThan(standing!.get('a')!);
  });

  test('each triangle is a group, and the lone node a third', async () => {
    const { group } = await run('communities', SIX);
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'alone'].map((id) => group!.get(id))).toEqual([
      0, 0, 0, 1, 1, 1, 2,
    ]);
  });

  test('two islands, the larger first', async () => {
    const { island } = await run('components', SIX);
    expect(['a', 'f', 'alone'].map((id) => island!.get(id))).toEqual([0, 0, 1]);
  });
});
