// What in a case does not keep to its vocabulary: each kind of fault, and that a sound case has none.
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { vocabularyFaults } from '../../src/case/vocabularyFaults.ts';
import { say, smallCase, smallRecords } from '../smallCase.ts';

const fields = (...more: CaseRecord[]) =>
  Array.from(vocabularyFaults(new Case([...smallRecords(), ...more])), ({ where }) =>
    where.split(', ').at(-1),
  );

test('a sound case has none', () => {
  expect([...vocabularyFaults(smallCase())]).toEqual([]);
});

test.each<[string, CaseRecord, string]>([
  ['a type nobody knows', { kind: 'entity', id: 'x', schema: 'Pirate' }, 'schema'],
  ['a relation with the type of an entity', { kind: 'relation', id: 'x', schema: 'Person' }, 'schema'],
  ['a property the type has not', say('ann', 'tonnage', '12'), 'property'],
  ['an entity that is not there', say('ann-acme', 'director', 'nobody'), 'value'],
  ['a date nobody can read', say('ann', 'deathDate', 'last summer'), 'value'],
  ['a figure nobody can read', say('ann', 'height', 'quite tall'), 'value'],
])('%s', (_title, record, field) => {
  expect(fields(record)).toEqual([field]);
});

test.each<[string, CaseRecord]>([
  ['what says only that the subject exists', say('ann', 'id', 'ann')],
  ['a claim about nobody, which reading tells of', say('nobody', 'name', 'Nobody')],
])('%s is no fault', (_title, record) => {
  expect(fields(record)).toEqual([]);
});
