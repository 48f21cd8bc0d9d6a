// Neighbours of nodes, by hand.
import { describe, expect, it } from 'vitest';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { commonNeighbours, neighbourGroups, neighboursOf } from '../../src/graph/neighbours.ts';
import { project } from '../../src/graph/project.ts';
import { withShared } from '../../src/graph/shared.ts';
import { smallCase } from '../smallCase.ts';
import { drawn } from './drawing.ts';

const seen = new CaseUnderLens(smallCase());
const SMALL = project(seen);

describe('neighbours', () => {
  it('of a person come with every edge in between', () => {
    expect(neighboursOf(SMALL, 'ann')).toEqual([
      { id: 'acme', edges: ['ann-acme'] },
      { id: 'bo', edges: ['ann-bo'] },
      { id: 'dinner', edges: ['dinner involved ann'] },
    ]);
  });

  it('count parallel edges of both directions once, and no loop', () => {
    const graph = drawn([
      ['a', '>', 'b'],
      ['b', '>', 'a'],
      ['a', '-', 'b'],
      ['a', '-', 'a'],
      ['a', '>', 'a'],
    ]);
    expect(neighboursOf(graph, 'a')).toEqual([{ id: 'b', edges: ['a-b', 'a>b', 'b>a'] }]);
    expect(neighbourGroups(graph, 'a').flatMap(({ ids }) => ids)).toEqual(['b', 'b', 'b']);
  });

  it('of a node that is not there are none', () => {
    for (const id of ['nobody', '__proto__', 'constructor']) {
      expect(neighboursOf(SMALL, id)).toEqual([]);
      expect(neighbourGroups(SMALL, id)).toEqual([]);
    }
  });

  it('may have any id', () => {
    const graph = drawn([
      ['__proto__', '>', 'toString'],
      ['constructor', '>', 'toString'],
    ]);
    expect(neighboursOf(graph, 'toString').map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(commonNeighbours(graph, ['__proto__', 'constructor'])).toEqual(['toString']);
  });
});

describe('groups of neighbours', () => {
  it('of an event are by property', () => {
    expect(neighbourGroups(SMALL, 'dinner')).toEqual([
      { type: 'involved', direction: 'out', ids: ['ann', 'bo'] },
      { type: 'organizer', direction: 'out', ids: ['port'] },
    ]);
  });

  it('of a company come by count, then type', () => {
    expect(neighbourGroups(SMALL, 'acme')).toEqual([
      { type: 'Directorship', direction: 'in', ids: ['ann'] },
      { type: 'Ownership', direction: 'in', ids: ['bo'] },
    ]);
  });

  it('of a person tell ties out, in and without direction apart', () => {
    expect(neighbourGroups(SMALL, 'ann')).toEqual([
      { type: 'Associate', direction: 'both', ids: ['bo'] },
      { type: 'Directorship', direction: 'out', ids: ['acme'] },
      { type: 'involved', direction: 'in', ids: ['dinner'] },
    ]);
  });

  it('count each neighbour once, and put ties out before ties in', () => {
    const graph = drawn([
      ['b', '>', 'a'],
      ['a', '>', 'b'],
      ['a', '>', 'b', { id: 'again' }],
    ]);
    expect(neighbourGroups(graph, 'a')).toEqual([
      { type: 'Link', direction: 'out', ids: ['b'] },
      { type: 'Link', direction: 'in', ids: ['b'] },
    ]);
  });

  it('hold shared values too', () => {
    const wider = withShared(SMALL, seen, ['phone']);
    expect(neighbourGroups(wider, 'bo')).toContainEqual({
      type: 'phone',
      direction: 'both',
      ids: [' phone +4685550100'],
    });
  });
});

describe('common neighbours', () => {
  it.each([
    [
      ['ann', 'bo'],
      ['acme', 'dinner'],
    ],
    [['ann', 'bo', 'port'], ['dinner']],
    [['ann', 'acme'], ['bo']],
    [['bo', 'acme', 'dinner'], ['ann']],
    [['acme', 'port'], []],
    [['ann'], []],
    [['ann', 'ann'], []],
    [[], []],
    [['ann', 'nobody'], []],
  ])('of %j are %j', (ids, common) => {
    expect(commonNeighbours(SMALL, ids)).toEqual(common);
  });
});
