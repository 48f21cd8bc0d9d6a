// The stages of a lens that look beyond one claim: grades, time, and how much is kept back.
import { describe, expect, test } from 'vitest';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import { say, smallCase } from '../smallCase.ts';

describe('grades', () => {
  const graded = () => {
    const of = smallCase();
    const paper = of.source('paper')!;
    const wire = of.source('wire')!;
    of.apply({
      added: [
        {
          kind: 'judgement',
          id: 'j',
          about: 'credibility',
          claim: say('ann', 'name', 'Ann Ahlberg').id,
          credibility: 4,
        },
      ],
      updated: [
        [paper, { ...paper, reliability: 'B' }],
        [wire, { ...wire, reliability: 'D' }],
      ],
      removed: [],
    });
    return of;
  };
  const [name, alias, leaked] = [
    say('ann', 'name', 'Ann Ahlberg'),
    say('ann', 'alias', 'A. Ålberg', 'wire'),
    say('bo', 'phone', '+4685550100', 'leak'),
  ];

  test.each<[Lens, boolean, boolean, boolean]>([
    [{ reliability: 'B' }, true, false, true],
    [{ reliability: 'D' }, true, true, true],
    [{ reliability: 'A' }, false, false, true],
    [{ reliability: 'B', ungraded: 'out' }, true, false, false],
    [{ ungraded: 'out' }, true, true, false],
    [{ credibility: 3 }, false, true, true],
    [{ credibility: 4 }, true, true, true],
    [{ credibility: 4, ungraded: 'out' }, true, false, false],
  ])('%j', (lens, ofPaper, ofWire, ofLeak) => {
    const seen = new CaseUnderLens(graded(), lens);
    expect([name, alias, leaked].map((claim) => seen.passes(claim))).toEqual([ofPaper, ofWire, ofLeak]);
  });

  test('what a reliable source quotes from an unreliable one is no better than that', () => {
    const quoted = say('port', 'alias', 'The harbour', 'paper', { via: ['wire'] });
    const of = graded();
    of.apply({ added: [quoted], updated: [], removed: [] });
    expect(new CaseUnderLens(of, { reliability: 'B' }).passes(quoted)).toBe(false);
    expect(new CaseUnderLens(of, { reliability: 'D' }).passes(quoted)).toBe(true);
  });
});

describe('time', () => {
  test('a claim held during an event passes at the time of the event', () => {
    const of = smallCase();
    const held = say('ann', 'position', 'guest', 'paper', { held: 'during:dinner' });
    of.apply({ added: [held], updated: [], removed: [] });
    const at = (when: string) => new CaseUnderLens(of, { time: { when, sure: 'possibly' } }).passes(held);
    expect([at('2019'), at('2020'), at('2018/2020')]).toEqual([true, false, true]);
  });
});

test('what the strip says is hidden is what no question gives', () => {
  const of = smallCase();
  for (const lens of [
    { voices: { atLeast: 2 } },
    { time: { when: '2013', sure: 'certainly' } },
    { ungraded: 'out' },
  ] satisfies Lens[]) {
    const seen = new CaseUnderLens(of, lens);
    const told = [...of.claims].filter((claim) => seen.passes(claim)).length;
    expect(seen.hidden().claims).toBeGreaterThanOrEqual(of.claims.size - told);
    expect(seen.hidden().of).toBe(of.claims.size);
  }
});
