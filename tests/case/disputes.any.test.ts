// Disputes, whatever the claims.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disputesOf, indexJudgements, type Dispute } from '../../src/case/disputes.ts';
import { claim, compatible, conflict, find, typeOf } from './disputed.ts';

describe('for any claims', () => {
  const any = fc
    .record({
      property: fc.constantFrom('birthDate', 'sentence', 'citizenship', 'director'),
      value: fc.constantFrom('2022', '2022-03', '2023', 'P3Y', '>P3Y', 'P4Y', 'e1'),
      source: fc.constantFrom('a', 'b', 'c'),
      stance: fc.constantFrom('affirmed', 'alleged', 'denied' as const),
      held: fc.option(fc.constantFrom('2012', '2012/2018', '2019'), { nil: undefined }),
    })
    .map(({ property, value, source, stance, held }) =>
      claim(`${property} ${value} ${source} ${stance}`, { held }),
    );
  const many = fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 12 });
  const essence = (disputes: readonly Dispute[]) =>
    disputes.map(({ id, sides: all }) => [
      id,
      all.map(({ value, claims: of }) => [value, of.map((c) => c.id).sort()]),
    ]);

  test('their order makes no difference', () => {
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given.map((each) => [keys.next().value!, each] as const).sort((a, b) => a[0] - b[0]);
        expect(essence(find(shuffled.map(([, each]) => each)))).toEqual(essence(find(given)));
      }),
    );
  });
  test('every dispute has two sides at least, a claim on one side only, and its own id', () => {
    fc.assert(
      fc.property(many, (given) => {
        const disputes = find(given);
        expect(new Set(disputes.map(({ id }) => id)).size).toBe(disputes.length);
        for (const { sides: all } of disputes) {
          const ids = all.flatMap((side) => side.claims.map(({ id }) => id));
          expect(all.length).toBeGreaterThan(1);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });
  test('judging all of them compatible leaves no dispute', () => {
    fc.assert(
      fc.property(many, (given) => {
        expect(find(given, [compatible(given.map(({ id }) => id))])).toEqual([]);
      }),
    );
  });
  test('an index of the judgements serves as well as the judgements', () => {
    fc.assert(
      fc.property(many, (given) => {
        const judgements = [conflict(given.slice(0, 3).map(({ id }) => id))];
        expect(disputesOf('s', given, typeOf, indexJudgements(judgements))).toEqual(find(given, judgements));
      }),
    );
  });
});
