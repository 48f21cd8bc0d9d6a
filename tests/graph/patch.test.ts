// A patched graph is the graph projected anew, whatever the diff and the lens, and however both change.
import { describe, expect, it } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { EMPTY, squash, type Diff } from '../../src/case/diff.ts';
import { CaseUnderLens, withoutPart, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord, Claim, SchemaAddition } from '../../src/case/records.ts';
import type { CaseGraph } from '../../src/graph/graph.ts';
import { Remembered } from '../../src/case/remembered.ts';
import { patch, project, refocus } from '../../src/graph/project.ts';
import { say, smallCase } from '../smallCase.ts';
import { Dice } from './dice.ts';

/** One id is that of an entity and of a relation. */
const ENTITIES = ['a', 'b', 'c', 'd', 'both', '__proto__'];
/** Some bear the ids of ties of other subjects, as those do that were read from an export of the same case. */
const RELATIONS = ['r', 's', 'both', 'toString', 'd involved a', 'd involved a′', 'r a b'];
const SOURCES = ['paper', 'wire', 'leak', 'blog'];
const ENTITY_TYPES = ['Person', 'Company', 'Organization', 'Event', 'Meeting'];
const RELATION_TYPES = ['Directorship', 'Ownership', 'Associate', 'UnknownLink', 'Sitting'];
const NAMING = [
  'involved',
  'organizer',
  'parent',
  'host',
  'director',
  'organization',
  'owner',
  'asset',
  'person',
  'associate',
  'subject',
  'object',
  'sitter',
  'meeting',
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  id: ['it'],
  name: ['Ann', 'Bo'],
  birthDate: ['1970', '1971'],
  date: ['2010', '2011', '2011-05'],
  startDate: ['2010', '2014'],
  endDate: ['2011', '2016'],
  role: ['chair', 'guest'],
};
const sitting = (directed: boolean): SchemaAddition => ({
  name: 'Sitting',
  label: 'Sitting',
  extends: ['UnknownLink'],
  edge: { source: 'sitter', target: 'meeting', directed, label: 'sat in' },
  properties: [
    { name: 'sitter', label: 'Sitter', type: 'entity', range: 'Thing', single: true },
    { name: 'meeting', label: 'Meeting', type: 'entity', range: 'Event', single: true },
  ],
});
const MEETING: SchemaAddition = {
  name: 'Meeting',
  label: 'Meeting',
  extends: ['Event'],
  properties: [{ name: 'host', label: 'Host', type: 'entity', range: 'LegalEntity', single: true }],
};
const VOCABULARIES = [undefined, [MEETING, sitting(true)], [MEETING, sitting(false)], [sitting(true)]];

/** Mostly about what is there, with a property of its type. */
function randomClaim(dice: Dice, of?: Case): CaseRecord {
  const subject = dice.pick([...ENTITIES, ...RELATIONS, ...RELATIONS]);
  const schema = dice.chance(0.9) ? of?.schemaOf(subject) : undefined;
  const all = [...NAMING, ...NAMING, ...Object.keys(VALUES)];
  const own = schema === undefined ? all : all.filter((name) => of!.model.property(schema, name));
  const property = dice.pick(own.length > 0 ? own : all);
  return say(subject, property, dice.pick(VALUES[property] ?? ENTITIES), dice.pick(SOURCES), {
    stance: dice.pick(['affirmed', 'affirmed', 'alleged', 'denied']),
    ...(dice.chance(0.2) && { via: [dice.pick(SOURCES)] }),
    ...(dice.chance(0.2) && { attributedTo: [dice.pick(ENTITIES)] }),
    ...(dice.chance(0.3) && { held: dice.pick(['2010', '2011', 'during:c', 'during:d']) }),
    ...(dice.chance(0.1) && { notes: dice.pick(['one', 'two']) }),
  });
}

function randomJudgement(dice: Dice, of: Case): CaseRecord {
  const claims = [...of.claims];
  const some = () =>
    Array.from({ length: 2 + dice.below(2) }, () => (claims.length > 0 ? dice.pick(claims).id : 'gone'));
  const id = dice.pick(['j', 'k', 'l', 'm']);
  return dice.pick<() => CaseRecord>([
    () => ({ kind: 'judgement', id, about: 'compatibility', verdict: 'conflict', claims: some() }),
    () => ({ kind: 'judgement', id, about: 'compatibility', verdict: 'compatible', claims: some() }),
    () => ({
      kind: 'judgement',
      id,
      about: 'credibility',
      claim: some()[0]!,
      credibility: dice.pick([1, 3, 5] as const),
    }),
    () => ({ kind: 'judgement', id, about: 'ruling', prefer: some(), over: some() }),
    () => ({
      kind: 'judgement',
      id,
      about: 'identity',
      verdict: 'same',
      entities: [dice.pick(ENTITIES), dice.pick(ENTITIES)],
    }),
  ])();
}

function randomRecord(dice: Dice, of: Case): CaseRecord {
  const other = () => (dice.chance(0.4) ? [dice.pick(SOURCES)] : undefined);
  return dice.pick<() => CaseRecord>([
    ...Array<() => CaseRecord>(6).fill(() => randomClaim(dice, of)),
    () => ({ kind: 'entity', id: dice.pick(ENTITIES), schema: dice.pick(ENTITY_TYPES) }),
    () => ({ kind: 'relation', id: dice.pick(RELATIONS), schema: dice.pick(RELATION_TYPES) }),
    () => ({
      kind: 'source',
      id: dice.pick(SOURCES),
      title: 'A source',
      reliability: dice.pick([undefined, 'A', 'C', 'F'] as const),
      derivedFrom: other(),
      independentOf: other(),
    }),
    () => randomJudgement(dice, of),
    ...(dice.chance(0.3)
      ? [
          () =>
            ({
              kind: 'header',
              id: 'case',
              name: dice.pick(['One', 'Two']),
              schemata: dice.pick(VOCABULARIES),
            }) as const,
        ]
      : []),
  ])();
}

/** A few changes at once: what is made up replaces what has its key; now and then something goes. */
function randomDiff(dice: Dice, of: Case): Diff {
  const scratch = new Case(of.records());
  const diffs = Array.from({ length: 1 + dice.below(5) }, () => {
    const standing = [...scratch.records()].filter(({ kind }) => kind !== 'header');
    const to = randomRecord(dice, scratch);
    const from = scratch.record(to.kind, to.id);
    const diff: Diff =
      dice.chance(0.3) && standing.length > 0
        ? { ...EMPTY, removed: [dice.pick(standing)] }
        : from
          ? { ...EMPTY, updated: [[from, to]] }
          : { ...EMPTY, added: [to] };
    scratch.apply(diff);
    return diff;
  });
  return squash(diffs);
}

function randomLens(dice: Dice): Lens {
  const choice = (ids: readonly string[]) => ({
    mode: dice.pick(['only', 'except'] as const),
    ids: ids.filter(() => dice.chance(0.4)),
  });
  return {
    ...(dice.chance(0.2) && { sources: choice(SOURCES) }),
    ...(dice.chance(0.2) && { stances: choice(['affirmed', 'alleged', 'denied']) }),
    ...(dice.chance(0.1) && { attributedTo: choice(ENTITIES) }),
    ...(dice.chance(0.2) && { entityTypes: choice(ENTITY_TYPES) }),
    ...(dice.chance(0.2) && { relationTypes: choice([...RELATION_TYPES, 'involved', 'parent']) }),
    ...(dice.chance(0.2) && { reliability: dice.pick(['B', 'D'] as const) }),
    ...(dice.chance(0.2) && { credibility: dice.pick([2, 4] as const) }),
    ...(dice.chance(0.2) && { ungraded: 'out' as const }),
    ...(dice.chance(0.3) && {
      time: {
        when: dice.pick(['2010', '2011-05', '2009/2012']),
        sure: dice.pick(['certainly', 'possibly'] as const),
      },
    }),
    ...(dice.chance(0.3) && { voices: { atLeast: 2, stated: dice.chance(0.3) } }),
    ...(dice.chance(0.3) && { disputedOnly: true }),
  };
}

function randomCase(dice: Dice): Case {
  const of = new Case([
    { kind: 'header', id: 'case', name: 'One', schemata: dice.pick(VOCABULARIES) },
    ...ENTITIES.slice(1).map((id): CaseRecord => ({ kind: 'entity', id, schema: dice.pick(ENTITY_TYPES) })),
    ...RELATIONS.slice(1).map((id): CaseRecord => ({
      kind: 'relation',
      id,
      schema: dice.pick(RELATION_TYPES),
    })),
  ]);
  of.apply({ ...EMPTY, added: Array.from({ length: dice.below(60) }, () => randomClaim(dice, of)) });
  return of;
}

/** Another choice in some part of the lens, so that most of it stays. */
function nextLens(dice: Dice, lens: Lens): Lens {
  const other = randomLens(dice);
  const parts = Object.keys({ ...lens, ...other }) as (keyof Lens)[];
  if (parts.length === 0) return lens;
  const part = dice.pick(parts);
  return { ...withoutPart(lens, part), ...(other[part] !== undefined && { [part]: other[part] }) };
}

/** All there is to a graph, in an order of its own. */
function contents(graph: CaseGraph) {
  const inOrder = (claims: readonly Claim[]) => claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const nodes = graph.mapNodes(
    (id, { kind, schema, label, claims, stance, disputed }) =>
      [id, { kind, schema, label, stance, disputed, claims: inOrder(claims) }] as const,
  );
  const edges = graph.mapEdges(
    (id, { subject, type, label, claims, stance, disputed, voices }, source, target) =>
      [
        id,
        ...[source, target, graph.isDirected(id)],
        { subject, type, label, stance, disputed, voices, claims: inOrder(claims) },
      ] as const,
  );
  const edgesOf = Array.from(graph.getAttribute('edgesOf'), ([id, ids]) => [id, ids.toSorted()] as const);
  return [nodes, edges, edgesOf].map((entries) => [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

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
