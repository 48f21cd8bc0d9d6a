// Cases, diffs and lenses made up at random, all of them odd, and what a graph holds, for tests of projection.
import { Case } from '../../src/case/case.ts';
import { EMPTY, squash, type Diff } from '../../src/case/diff.ts';
import { withoutPart, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord, Claim, SchemaAddition } from '../../src/case/records.ts';
import type { CaseGraph } from '../../src/graph/graph.ts';
import { say } from '../smallCase.ts';
import type { Dice } from './dice.ts';

/** One id is that of an entity and of a relation. */
export const ENTITIES = ['a', 'b', 'c', 'd', 'both', '__proto__'];
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
export function randomClaim(dice: Dice, of?: Case): CaseRecord {
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
export function randomDiff(dice: Dice, of: Case): Diff {
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

export function randomLens(dice: Dice): Lens {
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

export function randomCase(dice: Dice): Case {
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
export function nextLens(dice: Dice, lens: Lens): Lens {
  const other = randomLens(dice);
  const parts = Object.keys({ ...lens, ...other }) as (keyof Lens)[];
  if (parts.length === 0) return lens;
  const part = dice.pick(parts);
  return { ...withoutPart(lens, part), ...(other[part] !== undefined && { [part]: other[part] }) };
}

/** All there is to a graph, in an order of its own. */
export function contents(graph: CaseGraph) {
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
