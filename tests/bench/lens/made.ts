// The generated case that lens changes are timed on, and the changes: the same for the same seed.
import { claimOf } from '../../../src/case/claimId.ts';
import type { Lens } from '../../../src/case/lens.ts';
import type { CaseRecord, Claim, Id, Source } from '../../../src/case/records.ts';
import { Dice } from '../../graph/dice.ts';

export const SEED = 4;
export interface Size {
  readonly entities: number;
  readonly relations: number;
}
/** Of which the page draws the most tied, and of which it draws all. */
export const LARGE: Size = { entities: 2500, relations: 5000 };
export const WHOLE: Size = { entities: 1200, relations: 2400 };
const SOURCES = 50;

const PEOPLE = ['Ada', 'Boris', 'Carla', 'Dmitri', 'Eva', 'Farid', 'Greta', 'Hugo', 'Irina', 'Jonas'];
const FAMILIES = ['Berg', 'Costa', 'Dahl', 'Egorov', 'Falk', 'Gruber', 'Holm', 'Ivanov', 'Jansen', 'Kovač'];
const TRADES = ['Trading', 'Holding', 'Shipping', 'Capital', 'Energy', 'Consulting'];
const KINDS = [
  { schema: 'Directorship', ends: ['director', 'organization'], from: 'Person', to: 'Company' },
  { schema: 'Ownership', ends: ['owner', 'asset'], from: 'Company', to: 'Company' },
  { schema: 'Employment', ends: ['employee', 'employer'], from: 'Person', to: 'Company' },
  { schema: 'Membership', ends: ['member', 'organization'], from: 'Person', to: 'Organization' },
  { schema: 'Associate', ends: ['person', 'associate'], from: 'Person', to: 'Person' },
] as const;
const ROLES = ['chair', 'director', 'adviser', 'nominee', 'shareholder', 'agent'];

/** About six claims on each entity and relation, of 50 sources, some at odds, some judged. */
export function madeCase(seed = SEED, { entities, relations }: Size = LARGE): CaseRecord[] {
  const dice = new Dice(seed);
  const sources = Array.from({ length: SOURCES }, (_, i) => sourceAt(dice, i));
  const types = Array.from({ length: entities }, () =>
    dice.pick(['Person', 'Person', 'Person', 'Company', 'Company', 'Organization', 'Event']),
  );
  const claims = new Map<Id, Claim>();
  const say = sayer(dice, claims, entities);
  const records: CaseRecord[] = [{ kind: 'header', id: 'case', name: 'A generated case' }, ...sources];
  const ofType = (type: string) => types.flatMap((schema, i) => (schema === type ? [`e${i}`] : []));
  const byType = new Map(['Person', 'Company', 'Organization'].map((type) => [type, ofType(type)]));
  // Squared, so that some are tied to hundreds and most to a few.
  const someone = (type: string): Id => {
    const all = byType.get(type)!;
    return all[Math.floor(all.length * dice.next() ** 2)]!;
  };
  types.forEach((schema, i) => {
    records.push({ kind: 'entity', id: `e${i}`, schema });
    sayOfEntity(dice, say, { id: `e${i}`, schema, i }, () => someone(dice.pick(['Person', 'Company'])));
  });
  for (let i = 0; i < relations; i++) {
    const kind = dice.pick(KINDS);
    records.push({ kind: 'relation', id: `r${i}`, schema: kind.schema });
    sayOfRelation(dice, say, `r${i}`, kind, [someone(kind.from), someone(kind.to)]);
  }
  return [...records, ...claims.values(), ...judgements(dice, [...claims.values()])];
}

function sourceAt(dice: Dice, i: number): Source {
  return {
    kind: 'source',
    id: `s${i}`,
    title: `Source ${i + 1}`,
    ...(dice.chance(0.7) && { reliability: dice.pick(['A', 'B', 'B', 'C', 'C', 'D', 'E', 'F'] as const) }),
    ...(i > 0 && dice.chance(0.2) && { derivedFrom: [`s${dice.below(i)}`] }),
    ...(i > 0 && dice.chance(0.2) && { independentOf: [`s${dice.below(i)}`] }),
  };
}

type Say = (subject: Id, property: string, value: string, times?: number) => void;

/** Says it as one or two sources do, mostly affirming. */
function sayer(dice: Dice, claims: Map<Id, Claim>, entities: number): Say {
  return (subject, property, value, times = 1 + dice.below(2)) => {
    for (let i = 0; i < times; i++) {
      const roll = dice.next();
      const claim = claimOf({
        subject,
        property,
        value,
        source: `s${dice.below(SOURCES)}`,
        stance: roll < 0.88 ? 'affirmed' : roll < 0.97 ? 'alleged' : 'denied',
        ...(dice.chance(0.1) && { via: [`s${dice.below(SOURCES)}`] }),
        ...(dice.chance(0.05) && { attributedTo: [`e${dice.below(entities)}`] }),
        ...(dice.chance(0.04) && { held: String(2008 + dice.below(14)) }),
      });
      claims.set(claim.id, claim);
    }
  };
}

function sayOfEntity(
  dice: Dice,
  say: Say,
  { id, schema, i }: { id: Id; schema: string; i: number },
  other: () => Id,
): void {
  const person = schema === 'Person';
  const name = person
    ? `${PEOPLE[i % 10]} ${FAMILIES[Math.floor(i / 10) % 10]} ${i}`
    : `${FAMILIES[i % 10]} ${dice.pick(TRADES)} ${i}`;
  say(id, 'name', name, 3);
  if (dice.chance(0.4)) say(id, 'alias', `${name.slice(0, 3)}. ${i}`);
  say(id, 'country', dice.pick(['de', 'ru', 'cy', 'gb', 'se']));
  const year = () => String(1950 + dice.below(50));
  const dated = person ? 'birthDate' : schema === 'Event' ? 'date' : 'incorporationDate';
  const first = schema === 'Event' ? `20${10 + dice.below(12)}-0${1 + dice.below(9)}` : year();
  say(id, dated, first);
  if (dice.chance(0.08)) say(id, dated, schema === 'Event' ? '2009' : year(), 1);
  if (schema === 'Event') for (let n = 1 + dice.below(3); n > 0; n--) say(id, 'involved', other(), 1);
}

function sayOfRelation(
  dice: Dice,
  say: Say,
  id: Id,
  { ends }: (typeof KINDS)[number],
  between: readonly [Id, Id],
): void {
  say(id, ends[0], between[0]);
  say(id, ends[1], between[1]);
  if (dice.chance(0.6)) say(id, 'role', dice.pick(ROLES));
  const begun = 2000 + dice.below(20);
  if (dice.chance(0.7)) say(id, 'startDate', String(begun));
  if (dice.chance(0.4)) say(id, 'endDate', String(begun + 1 + dice.below(6)));
  if (dice.chance(0.05)) say(id, 'startDate', String(begun + 1), 1);
}

function* judgements(dice: Dice, claims: readonly Claim[]): Generator<CaseRecord> {
  const some = () => dice.pick(claims).id;
  const by = { by: 'A. Reporter', date: '2024-05-01' };
  for (let i = 0; i < 400; i++) {
    const credibility = dice.pick([1, 2, 3, 4, 5] as const);
    yield { kind: 'judgement', id: `g${i}`, about: 'credibility', claim: some(), credibility, ...by };
  }
  for (let i = 0; i < 20; i++)
    yield {
      kind: 'judgement',
      id: `c${i}`,
      about: 'compatibility',
      verdict: dice.pick(['conflict', 'compatible'] as const),
      claims: [some(), some()],
      ...by,
    };
}

/** A change of the lens, and what kind of change it is. */
export interface Change {
  readonly kind: string;
  readonly lens: Lens;
}

/** Sixty lenses, each set after the one before: every kind alone, then some together. */
export function madeChanges(seed = SEED): readonly Change[] {
  const dice = new Dice(seed);
  const source = () => `s${dice.below(SOURCES)}`;
  const only = (...ids: string[]) => ({ mode: 'only', ids }) as const;
  const except = (...ids: string[]) => ({ mode: 'except', ids }) as const;
  const one: readonly [string, () => Lens][] = [
    ['one source off', () => ({ sources: except(source()) })],
    ['half of the sources', () => ({ sources: only(...Array.from({ length: 25 }, source)) })],
    ['one stance off', () => ({ stances: except(dice.pick(['affirmed', 'alleged', 'denied'])) })],
    ['one type off', () => ({ entityTypes: except(dice.pick(['Person', 'Company', 'Event'])) })],
    ['one relation type', () => ({ relationTypes: only(dice.pick(KINDS).schema) })],
    ['reliability', () => ({ reliability: dice.pick(['B', 'C', 'D'] as const) })],
    ['credibility', () => ({ credibility: dice.pick([2, 4] as const) })],
    ['voices', () => ({ voices: { atLeast: 2 + dice.below(2), ...(dice.chance(0.3) && { stated: true }) } })],
    [
      'time',
      () => ({
        time: {
          when: dice.pick(['2012', '2005/2010', '2018-06']),
          sure: dice.pick(['possibly', 'certainly'] as const),
        },
      }),
    ],
    ['disputed only', () => ({ disputedOnly: true })],
    ['nothing', () => ({})],
  ];
  const rounds = Array.from({ length: 5 }, () => one.map(([kind, lens]) => ({ kind, lens: lens() }))).flat();
  const together = Array.from({ length: 6 }, () => ({
    kind: 'two together',
    lens: { ...dice.pick(one)[1](), ...dice.pick(one)[1]() },
  }));
  return [...rounds, ...together];
}
