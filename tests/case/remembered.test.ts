// A look that remembers says what one that does not says, lens after lens and diff after diff; and voices are what they are said to be.
import { describe, expect, it } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { EMPTY } from '../../src/case/diff.ts';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import { nameOf, relationLabel } from '../../src/case/names.ts';
import type { CaseRecord, Claim, Id } from '../../src/case/records.ts';
import { Remembered } from '../../src/case/remembered.ts';
import { supportOf } from '../../src/case/support.ts';
import { Dice } from '../graph/dice.ts';
import { ENTITIES, nextLens, randomCase, randomDiff } from '../graph/random.ts';
import { say, smallCase } from '../smallCase.ts';

function told(seen: CaseUnderLens, id: Id) {
  return {
    claims: seen.claimsOf(id),
    passes: seen.claimsOf(id).every((claim) => seen.passes(claim)),
    looked: seen.passesSubject(id),
    shows: seen.shows(id),
    span: seen.spanOf(id),
    ties: seen.tiesOf(id),
    disputes: seen.disputesOf(id),
    disputed: seen.isDisputed(id),
    name: nameOf(seen, id),
    label: relationLabel(seen, id),
  };
}

describe('a look that remembers', () => {
  it.each(Array.from({ length: 60 }, (_, i) => i + 1))(
    'says what one that does not says, seed %i',
    (seed) => {
      const dice = new Dice(3000 + seed);
      const of = randomCase(dice);
      let lens: Lens = {};
      let seen = new Remembered(of, lens);
      for (let step = 0; step < 12; step++) {
        if (dice.chance(0.3)) of.apply(randomDiff(dice, of));
        else seen = new Remembered(of, (lens = nextLens(dice, lens)));
        const plain = new CaseUnderLens(of, lens);
        for (const id of [...ENTITIES, ...Array.from(of.relations(), ({ id }) => id)])
          expect(told(seen, id)).toEqual(told(plain, id));
        expect(seen.hidden()).toEqual(plain.hidden());
      }
    },
  );

  it('gives the same account where the same claims pass, and another where others do', () => {
    const of = smallCase();
    const open = new Remembered(of);
    const [bo] = [open.accountOf('bo')];
    const without = (source: string) =>
      new Remembered(of, { sources: { mode: 'except', ids: [source] } }).accountOf('bo');
    expect(without('nobody')).toBe(bo);
    expect(without('leak')).not.toBe(bo);
    expect(without('leak')).toBe(without('leak'));
    of.apply({ ...EMPTY, added: [say('bo', 'birthDate', '1970')] });
    expect(open.accountOf('bo').claims).toHaveLength(bo.claims.length + 1);
  });
});

/** Groups that share an origin, put together two at a time for as long as there are any. */
function voicesByHand(of: Case, claims: readonly Claim[]): number {
  const origins = (id: Id, found = new Set<Id>()): Set<Id> => {
    if (found.has(id)) return found;
    found.add(id);
    for (const other of of.source(id)?.derivedFrom ?? []) origins(other, found);
    return found;
  };
  let groups = claims.map(({ source, via }) => origins(via?.at(-1) ?? source));
  for (let i = 0; i < groups.length;) {
    const met = groups.findIndex((other, j) => j !== i && [...other].some((id) => groups[i]!.has(id)));
    if (met < 0) i++;
    else {
      const together = new Set([...groups[i]!, ...groups[met]!]);
      groups = [together, ...groups.filter((_, j) => j !== i && j !== met)];
      i = 0;
    }
  }
  return groups.length;
}

it.each(Array.from({ length: 100 }, (_, i) => i + 1))(
  'voices are groups that share an origin, seed %i',
  (seed) => {
    const dice = new Dice(4000 + seed);
    const ids = Array.from({ length: 8 }, (_, i) => `s${i}`);
    // Some of those named are not in the case; some draw on each other.
    const sources = ids.slice(0, 6).map((id): CaseRecord => ({
      ...{ kind: 'source', id, title: id },
      ...(dice.chance(0.5) && { derivedFrom: [dice.pick(ids), dice.pick(ids)].slice(dice.below(2)) }),
    }));
    const of = new Case(sources);
    for (let step = 0; step < 10; step++) {
      const claims = Array.from({ length: dice.below(7) }, () =>
        say(
          'ann',
          'name',
          'Ann',
          dice.pick(ids),
          dice.chance(0.3) ? { via: [dice.pick(ids), dice.pick(ids)] } : {},
        ),
      );
      expect(supportOf(of, claims).voices).toBe(voicesByHand(of, claims));
    }
  },
);
