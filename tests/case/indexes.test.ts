// The indexes of a case after diffs: which claims are about a subject, which name an entity.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { EMPTY, reverse, type Diff } from '../../src/case/diff.ts';
import { keyOf, type CaseRecord, type Claim } from '../../src/case/records.ts';

const entity = (id: string, schema: string): CaseRecord => ({ kind: 'entity', id, schema });
const claim = (id: string, subject: string, property: string, value: string): Claim => ({
  kind: 'claim',
  id,
  subject,
  property,
  value,
  source: 's',
  stance: 'affirmed',
});

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const IDS = oneOf('a', 'b', '__proto__');
/** Few ids and values, so that records meet: the same id in two kinds, claims of subjects that are not there. */
const RECORD: fc.Arbitrary<CaseRecord> = fc.oneof(
  fc.record({ id: IDS, schema: oneOf('Person', 'Event') }).map(({ id, schema }) => entity(id, schema)),
  fc.record({ id: IDS }).map(({ id }): CaseRecord => ({ kind: 'relation', id, schema: 'Directorship' })),
  fc
    .record({ id: IDS, subject: IDS, property: oneOf('name', 'director', 'involved'), value: IDS })
    .map(({ id, subject, property, value }) => claim(id, subject, property, value)),
  fc
    .record({ id: IDS, title: oneOf('One', 'Two') })
    .map(({ id, title }): CaseRecord => ({ kind: 'source', id, title })),
);

/** What someone might do next: put a record, or take the one with its key away. */
interface Wish {
  readonly record: CaseRecord;
  readonly take: boolean;
}
const WISHES = fc.array(fc.array(fc.record({ record: RECORD, take: fc.boolean() }), { maxLength: 6 }), {
  maxLength: 8,
});

const recordsByKey = (of: Case) => new Map([...of.records()].map((record) => [keyOf(record), record]));

/** The diff that grants wishes to a case as it stands. */
function diffFor(of: Case, wishes: readonly Wish[]): Diff {
  const before = recordsByKey(of);
  const after = new Map(before);
  for (const { record, take } of wishes) {
    if (take) after.delete(keyOf(record));
    else after.set(keyOf(record), record);
  }
  const kept = [...after].filter(([key, record]) => before.get(key) !== record);
  return {
    added: kept.filter(([key]) => !before.has(key)).map(([, record]) => record),
    updated: kept
      .filter(([key]) => before.has(key))
      .map(([key, record]) => [before.get(key)!, record] as const),
    removed: [...before].filter(([key]) => !after.has(key)).map(([, record]) => record),
  };
}

/** What a case holds, its indexes included, in an order that does not depend on its past. */
function contentsOf(of: Case): unknown {
  const records = [...recordsByKey(of)].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = (claims: readonly Claim[]) => claims.map(({ id }) => id).sort();
  const indexes = ['a', 'b', '__proto__'].map((id) => [
    sorted(of.claims.claimsOf(id)),
    sorted(of.claims.claimsNaming(id)),
  ]);
  return { records, indexes, claims: of.claims.size, subjects: [...of.claims.subjects()].sort() };
}

const seed = 20_251;

test(`a changed case, and one changed back, has the indexes of one built anew (seed ${seed})`, () => {
  fc.assert(
    fc.property(WISHES, (lists) => {
      const of = new Case();
      for (const wishes of lists) {
        const [before, diff] = [contentsOf(of), diffFor(of, wishes)];
        of.apply(diff);
        expect(contentsOf(of)).toEqual(contentsOf(new Case(of.records())));
        of.apply(reverse(diff));
        expect(contentsOf(of)).toEqual(before);
        of.apply(diff);
      }
    }),
    { seed, numRuns: 300 },
  );
});

const person: CaseRecord = entity('e', 'Person');
const named = claim('c', 'e', 'name', 'E');

test('a claim and its subject’s type changed by one diff are both as the diff says, in either order', () => {
  const noted: Claim = { ...named, notes: 'checked' };
  const changes = [[named, noted] as const, [person, entity('e', 'Event')] as const];
  for (const updated of [changes, [...changes].reverse()]) {
    const of = new Case([person, named]);
    of.apply({ ...EMPTY, updated });
    expect(of.claims.claim('c')).toEqual(noted);
    expect(of.claims.claimsOf('e')).toEqual([noted]);
  }
});

test('a claim whose subject goes names no entity until its subject is back', () => {
  const relation: CaseRecord = { kind: 'relation', id: 'r', schema: 'Directorship' };
  const of = new Case([person, relation, claim('c', 'r', 'director', 'e')]);
  const removal: Diff = { ...EMPTY, removed: [relation] };
  of.apply(removal);
  expect(of.claims.claimsNaming('e')).toEqual([]);
  of.apply(reverse(removal));
  expect(of.claims.claimsNaming('e')).toHaveLength(1);
});
