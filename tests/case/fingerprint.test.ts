// The fingerprint of a case: of what is recorded and not of how it lies, and nothing confidential can be tried out on it.
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { fingerprintOf, sayFingerprint } from '../../src/case/fingerprint.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { claim, smallRecords } from '../formats/cases.ts';

const of = (records: readonly CaseRecord[]) => fingerprintOf(new Case(records));
const turned = (record: CaseRecord) =>
  Object.fromEntries(Object.entries(record).reverse()) as unknown as CaseRecord;
const records = smallRecords();

test('is the same in whatever order records and their keys come', () => {
  const [header, ...others] = records;
  expect(of([header!, ...others.toReversed().map(turned)])).toBe(of(records));
});

test('is 20 hex digits, said in fours', () => {
  expect(of(records)).toMatch(/^[0-9a-f]{20}$/);
  expect(sayFingerprint('0123456789abcdef0123')).toBe('0123 4567 89ab cdef 0123');
});

const locators = [{ place: 'page one' }];
test.each<[string, readonly CaseRecord[]]>([
  ['a claim', [...records, claim('ann', 'birthPlace', 'Riga')]],
  [
    'the place of a claim',
    records.map((one) => (one.kind === 'claim' && one.source !== 'mole' ? { ...one, locators } : one)),
  ],
  [
    'the grade of a source',
    records.map((one) => (one.kind === 'source' ? { ...one, reliability: 'E' } : one)),
  ],
  ['the name of the case', records.map((one) => (one.kind === 'header' ? { ...one, name: 'Other' } : one))],
])('%s changes it', (_title, changed) => expect(of(changed)).not.toBe(of(records)));

test.each<[string, readonly CaseRecord[]]>([
  ['a saved view', [...records, { kind: 'view', id: 'another', name: 'Another' }]],
  ['what a confidential source says', [...records, claim('ann', 'birthPlace', 'Riga', { source: 'mole' })]],
  [
    'a judgement on what a confidential source says',
    records.flatMap((one): CaseRecord[] =>
      one.kind === 'claim' && one.source === 'mole'
        ? [
            one,
            { kind: 'judgement', id: `on ${one.id}`, about: 'credibility', claim: one.id, credibility: 2 },
          ]
        : [one],
    ),
  ],
])('%s does not', (_title, changed) => {
  expect(changed.length).toBeGreaterThan(records.length);
  expect(of(changed)).toBe(of(records));
});
