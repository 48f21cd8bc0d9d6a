// Each rule on a case made for it: what it finds, and what it must not.
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { dismissLead } from '../../src/case/commands/judgements.ts';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { project } from '../../src/graph/project.ts';
import { leadsOf, type FoundLead } from '../../src/leads/index.ts';
import { cutNodes } from '../../src/leads/bridges.ts';
import { say, smallCase, smallRecords } from '../smallCase.ts';

function found(of: Case, rule: string, lens: Lens = {}): readonly FoundLead[] {
  const seen = new CaseUnderLens(of, lens);
  return [...leadsOf(seen, project(seen))].filter(
    (lead): lead is FoundLead => lead !== undefined && lead.rule.id === rule,
  );
}
const about = (of: Case, rule: string) => found(of, rule).map((lead) => lead.about);
const caseOf = (...records: CaseRecord[]) =>
  new Case([
    { kind: 'header', id: 'case', name: 'A case' },
    { kind: 'source', id: 'paper', title: 'The paper' },
    ...records,
  ]);
const person = (id: string, name: string): CaseRecord[] => [
  { kind: 'entity', id, schema: 'Person' },
  say(id, 'name', name),
];
const body = (id: string, name = id): CaseRecord[] => [
  { kind: 'entity', id, schema: 'Organization' },
  say(id, 'name', name),
];
const post = (holder: string, place: string, dates: Record<string, string> = {}): CaseRecord[] => {
  const id = `${holder}-${place}`;
  return [
    { kind: 'relation', id, schema: 'Directorship' },
    say(id, 'director', holder),
    say(id, 'organization', place),
    ...Object.entries(dates).map(([property, value]) => say(id, property, value)),
  ];
};

test('a tie that one source carries; not one that two do', () => {
  const of = new Case([
    ...smallRecords(),
    say('ann-acme', 'director', 'ann', 'wire'),
    say('ann-acme', 'organization', 'acme', 'wire'),
  ]);
  expect(about(of, 'single-sourced')).toEqual([['bo-acme'], ['ann-bo']]);
});

test('a post without a date', () => {
  const of = caseOf(
    ...person('a', 'Ann'),
    ...body('x'),
    ...body('y'),
    ...post('a', 'x'),
    ...post('a', 'y', { startDate: '2014' }),
  );
  expect(about(of, 'undated-post')).toEqual([['a-x']]);
});

describe('tenures', () => {
  const both = (mine: Record<string, string>, yours: Record<string, string>, ...more: CaseRecord[]) =>
    caseOf(
      ...person('a', 'Ann'),
      ...person('b', 'Bo'),
      ...body('x'),
      ...post('a', 'x', mine),
      ...post('b', 'x', yours),
      ...more,
    );

  test('that certainly overlap', () => {
    const of = both({ startDate: '2010-01', endDate: '2015' }, { startDate: '2014-03', endDate: '2019' });
    expect(about(of, 'overlapping-tenures')).toEqual([['a', 'b', 'x']]);
  });
  test('that need not overlap are no lead', () => {
    expect(
      found(
        both({ startDate: '2010', endDate: '2015' }, { startDate: '2015', endDate: '2019' }),
        'overlapping-tenures',
      ),
    ).toEqual([]);
    expect(found(both({ startDate: '2010' }, { startDate: '2014' }), 'overlapping-tenures')).toEqual([]);
  });
  test('of two who are tied already are no lead', () => {
    const known: CaseRecord[] = [
      { kind: 'relation', id: 'k', schema: 'Associate' },
      say('k', 'person', 'a'),
      say('k', 'associate', 'b'),
    ];
    const of = both({ startDate: '2010', endDate: '2015' }, { startDate: '2012', endDate: '2019' }, ...known);
    expect(found(of, 'overlapping-tenures')).toEqual([]);
  });
});

test('namesakes across scripts and by initial, until somebody judges', () => {
  const people = [
    ...person('a', 'Gene Spector'),
    ...person('b', 'Аркадий Дворкович'),
    ...person('c', 'G. Spector'),
    ...person('d', 'Ann Ahlberg'),
    ...person('f', 'Gwen Spector'),
    ...person('g', 'Arkady Dvorkovich'),
    ...body('e', 'Gene Spector'),
  ];
  const of = caseOf(...people);
  expect(about(of, 'namesakes')).toContainEqual(['a', 'c']);
  expect(about(of, 'namesakes')).toContainEqual(['b', 'g']);
  expect(about(of, 'namesakes')).not.toContainEqual(['a', 'f']);
  expect(about(of, 'namesakes').flat()).not.toContain('d');
  expect(about(of, 'namesakes').flat()).not.toContain('e');
  of.apply({
    added: [{ kind: 'judgement', id: 'j', about: 'identity', verdict: 'different', entities: ['c', 'a'] }],
    updated: [],
    removed: [],
  });
  expect(about(of, 'namesakes')).not.toContainEqual(['a', 'c']);
});

test('two with three neighbours in common and no tie', () => {
  const places = ['x', 'y', 'z'];
  const records = [
    ...person('a', 'Ann'),
    ...person('b', 'Bo'),
    ...places.flatMap((place) => [...body(place), ...post('a', place), ...post('b', place)]),
  ];
  // The three places have only two in common.
  expect(about(caseOf(...records), 'shared-neighbours')).toEqual([['a', 'b', 'x', 'y', 'z']]);
});

test('a bridge between two groups, not the middle of a star', () => {
  const group = (name: string) => [
    ...body(name),
    ...[1, 2].flatMap((n) => [...person(`${name}${n}`, `${name}${n}`), ...post(`${name}${n}`, name)]),
  ];
  const of = caseOf(
    ...group('x'),
    ...group('y'),
    ...person('a', 'Ann'),
    ...post('a', 'x'),
    ...post('a', 'y'),
  );
  expect(about(of, 'bridge')).toEqual([['a']]);
});

test('cut nodes are those whose removal adds components', () => {
  const seen = new CaseUnderLens(smallCase());
  const graph = project(seen);
  const parts = cutNodes(graph);
  for (const id of graph.nodes()) {
    const rest = graph.copy();
    const whole = reached(graph, id).size;
    rest.dropNode(id);
    const neighbours = graph.neighbors(id).filter((other) => other !== id);
    const sizes = new Set(neighbours.map((other) => [...reached(rest, other)].sort().join(' ')));
    expect(parts.has(id), id).toBe(sizes.size > 1);
    if (sizes.size > 1) expect(parts.get(id)!.reduce((a, b) => a + b, 0)).toBe(whole - 1);
  }
});

function reached(graph: ReturnType<typeof project>, from: string): Set<string> {
  const known = new Set([from]);
  for (const id of known) for (const other of graph.neighbors(id)) known.add(other);
  return known;
}

test('a source whose origin is not in the case, and sources that rest on each other', () => {
  const of = new Case([
    ...smallRecords(),
    { kind: 'source', id: 'one', title: 'One', derivedFrom: ['two'] },
    { kind: 'source', id: 'two', title: 'Two', derivedFrom: ['one'] },
    { kind: 'source', id: 'copy', title: 'The copy', derivedFrom: ['agency'] },
    say('port', 'alias', 'The harbour', 'copy'),
    say('port', 'alias', 'The docks', 'paper', { via: ['lost'] }),
  ]);
  expect(found(of, 'missing-origin').map(({ id }) => id)).toEqual([
    'missing-origin copy agency',
    'missing-origin lost lost',
  ]);
  expect(found(of, 'circular-sourcing').map(({ sources }) => sources)).toEqual([['one', 'two']]);
});

test('a dismissed lead is kept with its reason', () => {
  const of = smallCase();
  const [lead] = found(of, 'single-sourced');
  of.apply(dismissLead(of, lead!.id, { reason: 'The register confirms it.' }));
  expect(found(of, 'single-sourced').find(({ id }) => id === lead!.id)?.dismissal?.reason).toBe(
    'The register confirms it.',
  );
});

test('the lens decides what there is to find', () => {
  expect(
    found(smallCase(), 'single-sourced', { sources: { mode: 'except', ids: ['leak'] } }).flatMap(
      (lead) => lead.about,
    ),
  ).not.toContain('bo-acme');
});
