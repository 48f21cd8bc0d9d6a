import { describe, expect, test } from 'vitest';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { columnId, columnOf } from '../../src/formats/columns.ts';
import { flatten, graphLosses } from '../../src/formats/flat.ts';
import { project } from '../../src/graph/project.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';

const small = (settings = {}) => flatten(outgoing(smallRecords()), settings);
const edge = (id: string, settings = {}) => [...small(settings).edges].find((one) => one.id === id)!;
const node = (id: string, settings = {}) => [...small(settings).nodes].find((one) => one.id === id)!;

describe('flatten', () => {
  test.each([
    ['the small case', smallRecords],
    ['the nasty case', nastyRecords],
  ])('gives the nodes and edges that project gives of %s', (_, records) => {
    const out = outgoing(records());
    const flat = flatten(out, { denied: true });
    const graph = project(new CaseUnderLens(out.seen.case, { sources: { mode: 'except', ids: ['mole'] } }));
    expect([...flat.nodes].map(({ id }) => id).sort()).toEqual(graph.nodes().sort());
    expect([...flat.edges].map(({ id }) => id).sort()).toEqual(graph.edges().sort());
    expect([flat.nodeCount, flat.edgeCount]).toEqual([graph.order, graph.size]);
  });

  test('leaves out what is only denied, unless asked', () => {
    expect(node('ghost')).toBeUndefined();
    expect(edge('denied')).toBeUndefined();
    expect(node('ghost', { denied: true }).label).toBe('Ghost (denied)');
    expect(edge('denied', { denied: true }).label).toContain('(denied)');
  });

  test('says alleged in the label of what is alleged', () => {
    expect(edge('aide').label).toBe('driver (alleged)');
    expect(edge('trial involved bob').label).toBe('involved (alleged)');
    expect(node('rumoured').label).toBe('Rumoured (alleged)');
    expect(edge('works').label).toBe('director (2014 – June 2019)');
    expect(node('ann').label).not.toContain('alleged');
  });

  test('a tie is as weak as its weaker end', () => {
    const records = smallRecords().filter(
      (record) => !(record.kind === 'claim' && record.subject === 'aide' && record.property !== 'employer'),
    );
    const employee = smallRecords().find(
      (r) => r.kind === 'claim' && r.subject === 'works' && r.property === 'employee',
    );
    const flat = flatten(outgoing([...records, { ...employee!, id: 'x', subject: 'aide' } as never]), {});
    expect([...flat.edges].find(({ id }) => id === 'aide')!.label).toMatch(/\(alleged\)$/);
  });

  test('keeps alleged values in columns of their own', () => {
    expect(node('ann').values.get('position')).toBeUndefined();
    expect(node('ann').values.get('position (alleged)')).toEqual(['spy']);
    expect(node('ann').values.get('birthDate')).toEqual(['1970']);
    expect(node('ann').values.get('birthDate (alleged)')).toEqual(['1971-02']);
  });

  test('never lets a confidential source out', () => {
    const flat = small({ denied: true });
    const all = JSON.stringify(
      [[...flat.nodes], [...flat.edges]].flat().map((one) => [one, [...one.values]]),
    );
    expect(all).not.toMatch(/mole/);
    expect(edge('secret')).toBeUndefined();
  });

  test('marks as disputed what a left-out claim denies', () => {
    const records = [...smallRecords()];
    const flat = flatten(outgoing(records), {});
    expect([...flat.nodes].find(({ id }) => id === 'ann')!.values.get('disputed')).toEqual(['true']);
  });

  test('gives several ties of one relation their relation', () => {
    const owns = [...small().edges].filter((one) => one.type === 'Ownership');
    expect(owns.map(({ values }) => values.get('relation'))).toEqual([['owns'], ['owns']]);
  });

  test('carries positions, times and weights', () => {
    expect(node('ann')).toMatchObject({ x: 1, y: -2.5 });
    expect(edge('works')).toMatchObject({ start: '2014', end: '2019-06', weight: 1 });
    expect(node('trial')).toMatchObject({ start: '2020-03~', end: '2020-03~' });
  });

  test('writes all as directed where asked', () => {
    expect(small().mixed).toBe(true);
    expect(small({ directed: true }).mixed).toBe(false);
    expect([...small({ directed: true }).edges].every(({ directed }) => directed)).toBe(true);
  });

  test('names the columns that are used, with type and whether they are lists', () => {
    const columns = small().nodeColumns.map(({ id, type, list }) => [id, type, list]);
    expect(columns[0]).toEqual(['type', 'string', false]);
    expect(columns).toContainEqual(['country', 'string', true]);
    expect(columns).toContainEqual(['birthDate', 'date', false]);
    expect(columns).toContainEqual(['sourceUrl', 'url', false]);
    expect(small().edgeColumns.map(({ id }) => id)).toEqual([
      'type',
      'endDate',
      'percentage',
      'relation',
      'role',
      'role (alleged)',
      'startDate',
      'stance',
      'disputed',
      'sources',
    ]);
  });

  test('counts what is left behind', () => {
    const losses = new Map(
      graphLosses(outgoing(smallRecords()), {}, {}).map(({ what, count }) => [what, count]),
    );
    expect(losses.get('claims that rest on confidential sources, left out')).toBe(3);
    expect(losses.get('denied claims, left out')).toBe(4);
    expect(losses.get('ties that rest only on denied claims, left out')).toBe(1);
    expect(losses.get('positions')).toBe(2);
    expect(losses.get('judgements')).toBe(1);
  });
});

test.each(['affirmed', 'alleged', 'denied'] as const)(
  'a column’s name says its property and stance (%s)',
  (stance) => {
    for (const property of ['name', 'type', 'weight', '__proto__']) {
      expect(columnOf(columnId(property, stance))).toEqual({ property, stance });
    }
  },
);
