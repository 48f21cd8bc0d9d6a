// Diffs keep the rules D1 to D6 of RULES.md.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf, EMPTY, isEmpty, reverse, squash } from '../../src/case/diff.ts';
import { keyOf, type Entity } from '../../src/case/records.ts';
import { smallCase } from '../smallCase.ts';
import { change, changed, state } from './changes.ts';

const seed = 2_611_221;
const changes = fc.array(change, { maxLength: 20 });

describe(`diffs (seed ${seed})`, () => {
  test('[D1] a diff and then its reverse leave the case as it was', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const of = smallCase();
        const before = state(of);
        const diff = squash(changed(list).diffs);
        of.apply(diff);
        of.apply(reverse(diff));
        expect(state(of)).toEqual(before);
      }),
      { seed },
    );
  });

  test('[D2] the reverse of the reverse is the diff', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const diff = squash(changed(list).diffs);
        expect(reverse(reverse(diff))).toEqual(diff);
      }),
      { seed },
    );
  });

  test('[D3] [D6] a squash does what the diffs do in order, naming each record at most once', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { of, diffs } = changed(list);
        const diff = squash(diffs);
        const other = smallCase();
        other.apply(diff);
        expect(state(other)).toEqual(state(of));
        const keys = Array.from(changesOf(diff), ({ from, to }) => keyOf((from ?? to)!));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { seed },
    );
  });

  const cy: Entity = { kind: 'entity', id: 'cy', schema: 'Person' };
  const add = { ...EMPTY, added: [cy] };

  test('[D4] added and removed again, or removed and put back, leaves nothing', () => {
    const other = { ...cy, schema: 'Company' };
    const update = { ...EMPTY, updated: [[cy, other] as const] };
    expect(squash([add, reverse(add)])).toEqual(EMPTY);
    expect(squash([reverse(add), add])).toEqual(EMPTY);
    expect(squash([update, reverse(update)])).toEqual(EMPTY);
    expect(squash([add, update])).toEqual({ ...EMPTY, added: [other] });
    expect(squash([update, { ...EMPTY, removed: [other] }])).toEqual({ ...EMPTY, removed: [cy] });
  });

  test('[D5] only a diff that does nothing is empty', () => {
    expect([EMPTY, squash([]), reverse(EMPTY)].map(isEmpty)).toEqual([true, true, true]);
    const update = { ...EMPTY, updated: [[cy, cy] as const] };
    expect([add, reverse(add), update].map(isEmpty)).toEqual([false, false, false]);
    const of = smallCase();
    const before = state(of);
    of.apply(EMPTY);
    expect(state(of)).toEqual(before);
  });
});
