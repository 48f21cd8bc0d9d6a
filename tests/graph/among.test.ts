// The part of a graph among some entities is that part of the graph projected anew, lens after lens.
import { expect, it } from 'vitest';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import { Remembered } from '../../src/case/remembered.ts';
import { Among } from '../../src/graph/among.ts';
import type { CaseGraph } from '../../src/graph/graph.ts';
import { project } from '../../src/graph/project.ts';
import { Dice } from './dice.ts';
import { contents, ENTITIES, nextLens, randomCase, randomDiff } from './random.ts';

function cut(graph: CaseGraph, to: readonly string[]): CaseGraph {
  for (const id of graph.nodes()) if (!to.includes(id)) graph.dropNode(id);
  const { edgesOf } = graph.getAttributes();
  for (const [subject, edges] of [...edgesOf]) {
    const left = edges.filter((edge) => graph.hasEdge(edge));
    if (left.length > 0) edgesOf.set(subject, left);
    else edgesOf.delete(subject);
  }
  return graph;
}

it.each(Array.from({ length: 60 }, (_, i) => i + 1))('lens after lens, seed %i', (seed) => {
  const dice = new Dice(2000 + seed);
  const of = randomCase(dice);
  const ids = ENTITIES.filter(() => dice.chance(0.6));
  let among = new Among(of, ids);
  let lens: Lens = {};
  for (let step = 0; step < 12; step++) {
    if (dice.chance(0.2)) of.apply(randomDiff(dice, of));
    lens = nextLens(dice, lens);
    if (!among.tellsOf(of, ids)) among = new Among(of, ids);
    const part = among.project(new Remembered(of, lens));
    expect(contents(part)).toEqual(contents(cut(project(new CaseUnderLens(of, lens)), ids)));
  }
});
