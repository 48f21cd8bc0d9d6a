// What in a case does not keep to its vocabulary: each kind of fault, and that a sound case has none.
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import type { CaseRecord, SchemaAddition } from '../../src/case/records.ts';
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

test.each<[string, Partial<SchemaAddition>, string[]]>([
  ['one that holds', { exclusive: [{ name: 'a', says: 'held in', one: true }] }, []],
  [
    'against one of another type',
    { exclusive: [{ name: 'a', says: 'x', against: ['Family.marriage'] }] },
    [],
  ],
  [
    'against what is not there',
    { exclusive: [{ name: 'a', says: 'x', against: ['b', 'Family.feud'] }] },
    ['exclusive a', 'exclusive a'],
  ],
  ['that excludes nothing', { exclusive: [{ name: 'a', says: 'x' }] }, ['exclusive a']],
  [
    'asking for a property the type has not',
    { exclusive: [{ name: 'a', says: 'x', one: true, where: { property: 'tonnage', words: ['1'] } }] },
    ['where'],
  ],
  [
    'of a type of entity',
    { extends: ['Person'], exclusive: [{ name: 'a', says: 'x', one: true }] },
    ['exclusive a'],
  ],
])('an exclusion %s', (_title, type, faults) => {
  const schemata = [{ name: 'Detention', label: 'Detention', extends: ['UnknownLink'], ...type }];
  expect(fields({ kind: 'header', id: 'case', name: 'The harbour case', schemata })).toEqual(faults);
});
