// Arbitrary changes of a case, and what a case holds, for tests of rules.
import fc from 'fast-check';
import type { Case } from '../../src/case/case.ts';
import { EMPTY, type Diff } from '../../src/case/diff.ts';
import { keyOf, type CaseRecord } from '../../src/case/records.ts';
import { say, smallCase } from '../smallCase.ts';

/** Every record by its key. */
export const state = (of: Case): Map<string, CaseRecord> =>
  new Map(Array.from(of.records(), (record) => [keyOf(record), record]));

/** Puts a record, or takes away the one with its key. */
export interface Change {
  readonly record: CaseRecord;
  readonly remove: boolean;
}

const id = fc.constantFrom('ann', 'bo', 'acme', 'cy', '__proto__');
const one = <T extends string>(value: T): fc.Arbitrary<T> => fc.constant(value);
const record: fc.Arbitrary<CaseRecord> = fc.oneof(
  fc.record({ kind: one('entity'), id, schema: fc.constantFrom('Person', 'Company', 'Event') }),
  fc.record({ kind: one('relation'), id, schema: fc.constantFrom('Ownership', 'Directorship') }),
  fc.record({ kind: one('source'), id, title: fc.constantFrom('The paper', 'The wire') }),
  fc.record({ kind: one('view'), id, name: fc.constantFrom('One', 'Two') }),
  fc.record({ kind: one('header'), id: one('case'), name: fc.constantFrom('One', 'Two') }),
  fc
    .tuple(id, fc.constantFrom('name', 'owner', 'asset', 'parent'), id, fc.constantFrom('one', 'two'))
    .map(([subject, property, value, notes]) => say(subject, property, value, 'paper', { notes })),
);

export const change: fc.Arbitrary<Change> = fc.record({ record, remove: fc.boolean() });

/** What a change means to a case as it stands; empty where there is nothing to take away. A header stays. */
export function diffOf(of: Case, { record, remove }: Change): Diff {
  const from = of.record(record.kind, record.id);
  if (remove && record.kind !== 'header') return from ? { ...EMPTY, removed: [from] } : EMPTY;
  return from ? { ...EMPTY, updated: [[from, record]] } : { ...EMPTY, added: [record] };
}

/** A small case after changes made one by one, and the diffs they were. */
export function changed(changes: readonly Change[]): { of: Case; diffs: Diff[] } {
  const of = smallCase();
  const diffs = changes.map((change) => {
    const diff = diffOf(of, change);
    of.apply(diff);
    return diff;
  });
  return { of, diffs };
}
