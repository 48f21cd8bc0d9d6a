// A patched graph is the graph projected anew, whatever the diff and the lens, and however both change.
import { describe, expect, it } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { EMPTY, type Diff } from '../../src/case/diff.ts';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import type { CaseGraph } from '../../src/graph/graph.ts';
import { Remembered } from '../../src/case/remembered.ts';
import { Among } from '../../src/graph/among.ts';
import { patch, project, refocus } from '../../src/graph/project.ts';
import { say, smallCase } from '../smallCase.ts';
import { Dice } from './dice.ts';
import { contents, nextLens, randomCase, randomDiff, randomLens } from './random.ts';

const attributesOf = (graph: CaseGraph): Map<string, object> =>
  new Map<string, object>([
    ...graph.mapNodes((id, attributes) => [`node ${id}`, attributes] as const),
    ...graph.mapEdges((id, attributes) => [`edge ${id}`, attributes] as const),
  ]);

describe('a patched graph', () => {
  it.each(Array.from({ length: 200 }, (_, i) => i + 1))('is the one projected anew (seed %i)', (seed) => {
    const dice = new Dice(seed);
    const of = randomCase(dice);
    const lens = randomLens(dice);
    const seen = new CaseUnderLens(of, lens);
    let graph = project(seen);
    for (let step = 0; step < 6; step++) {
      const diff = randomDiff(dice, of);
      of.apply(diff);
      graph = patch(graph, seen, diff);
      expect(contents(graph)).toEqual(contents(project(new CaseUnderLens(new Case(of.records()), lens))));
    }
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'follows lens after lens and diff after diff, seed %i',
    (seed) => {
      const dice = new Dice(1000 + seed);
      const of = randomCase(dice);
      let lens: Lens = {};
      let seen = new Remembered(of, lens);
      let graph = project(seen);
      for (let step = 0; step < 12; step++) {
        if (dice.chance(0.3)) {
          const diff = randomDiff(dice, of);
          of.apply(diff);
          graph = patch(graph, seen, diff);
        } else {
          lens = nextLens(dice, lens);
          const after = new Remembered(of, lens);
          graph = refocus(graph, seen, after);
          seen = after;
        }
        // Now and then nobody looks in between.
        if (dice.chance(0.7))
          expect(contents(graph)).toEqual(contents(project(new CaseUnderLens(new Case(of.records()), lens))));
      }
      expect(contents(graph)).toEqual(contents(project(new CaseUnderLens(new Case(of.records()), lens))));
    },
  );

  /** Patches the small case, made larger, and compares. */
  function patched(records: CaseRecord[], diff: Diff, lens: Lens = {}): CaseGraph {
    const of = smallCase();
    of.apply({ ...EMPTY, added: records });
    const seen = new CaseUnderLens(of, lens);
    const graph = project(seen);
    const before = contents(graph);
    of.apply(diff);
    const after = patch(graph, seen, diff);
    expect(contents(after)).toEqual(contents(project(seen)));
    expect(contents(after)).not.toEqual(before);
    return after;
  }
  const claim = say('ann', 'birthDate', '1970');
  const other = say('bo', 'name', 'Bo Berg');
  const conflict: CaseRecord = {
    kind: 'judgement',
    id: 'j',
    about: 'compatibility',
    verdict: 'conflict',
    claims: [claim.id, other.id],
  };

  it('follows a judged conflict to its other subject when a claim goes', () => {
    const graph = patched([conflict], { ...EMPTY, removed: [claim] });
    expect(graph.getNodeAttribute('bo', 'disputed')).toBe(false);
  });

  it('shows what a judged conflict brings under "disputed only"', () => {
    const graph = patched([], { ...EMPTY, added: [conflict] }, { disputedOnly: true });
    expect(graph.hasNode('bo')).toBe(true);
  });

  it('follows the date of an event to what held during it', () => {
    const held = [
      say('port', 'name', 'Port Authority', 'wire', { held: '2018' }),
      say('port', 'name', 'Port Authority', 'paper', { held: 'during:dinner', stance: 'denied' }),
    ];
    const standing = say('port', 'name', 'Port Authority');
    const of = smallCase();
    of.apply({ added: held, updated: [], removed: [standing] });
    const seen = new CaseUnderLens(of);
    const graph = project(seen);
    expect(graph.getNodeAttribute('port', 'disputed')).toBe(false);
    const diff = {
      added: [say('dinner', 'date', '2018')],
      updated: [],
      removed: [say('dinner', 'date', '2019-05')],
    };
    of.apply(diff);
    expect(patch(graph, seen, diff).getNodeAttribute('port', 'disputed')).toBe(true);
  });

  it('follows a source through its rewrites to the voices they add', () => {
    const told = [
      say('ann-acme', 'director', 'ann', 'copy'),
      say('ann-acme', 'organization', 'acme', 'copy'),
    ];
    const wire: CaseRecord = { kind: 'source', id: 'wire', title: 'The wire' };
    const copy: CaseRecord = { kind: 'source', id: 'copy', title: 'The copy', derivedFrom: ['wire'] };
    const diff: Diff = { ...EMPTY, updated: [[wire, { ...wire, derivedFrom: ['paper'] } as CaseRecord]] };
    expect(patched([copy, ...told], diff).getEdgeAttribute('ann-acme', 'voices')).toBe(1);
  });

  it('follows a judged conflict to its other subject when a source is left out', () => {
    const of = smallCase();
    const claims = [say('port', 'name', 'Port Authority').id, say('bo', 'phone', '+4685550100', 'leak').id];
    of.apply({
      ...EMPTY,
      added: [{ kind: 'judgement', id: 'j', about: 'compatibility', verdict: 'conflict', claims }],
    });
    const before = new Remembered(of);
    const after = new Remembered(of, { sources: { mode: 'except', ids: ['leak'] } });
    const among = new Among(of, ['port', 'bo']);
    const graph = project(before);
    const isDisputed = (graph: CaseGraph) => graph.getNodeAttribute('port', 'disputed');
    expect([isDisputed(graph), isDisputed(among.project(before))]).toEqual([true, true]);
    expect([isDisputed(refocus(graph, before, after)), isDisputed(among.project(after))]).toEqual([
      false,
      false,
    ]);
  });

  it('leaves alone what the diff does not reach', () => {
    const of = smallCase();
    const seen = new CaseUnderLens(of);
    const graph = project(seen);
    const objects = attributesOf(graph);
    const diff = { ...EMPTY, added: [say('ann-acme', 'endDate', '2019')] };
    of.apply(diff);
    expect(patch(graph, seen, diff)).toBe(graph);
    expect(
      [...attributesOf(graph)]
        .filter(([key, attributes]) => objects.get(key) !== attributes)
        .map(([key]) => key),
    ).toEqual(['edge ann-acme']);
  });

  it('keeps the graph when the case is renamed', () => {
    const of = smallCase();
    const seen = new CaseUnderLens(of);
    const graph = project(seen);
    const diff: Diff = { ...EMPTY, updated: [[of.header, { ...of.header, name: 'Another' }]] };
    of.apply(diff);
    expect(patch(graph, seen, diff)).toBe(graph);
  });
});
