// Commands: what each changes, and that undo brings back exactly what was.
import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import * as claims from '../../src/case/commands/claims.ts';
import * as judgements from '../../src/case/commands/judgements.ts';
import * as records from '../../src/case/commands/records.ts';
import * as subjects from '../../src/case/commands/subjects.ts';
import * as views from '../../src/case/commands/views.ts';
import { isEmpty, reverse, type Diff } from '../../src/case/diff.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { History } from '../../src/case/history.ts';
import { keyOf } from '../../src/case/records.ts';
import { say, smallCase } from '../smallCase.ts';

const state = (of: Case) => new Map(Array.from(of.records(), (record) => [keyOf(record), record]));
const saying = { source: 'paper', stance: 'affirmed' } as const;

const SIGNED = { date: '2024-05-01', by: 'An editor', reason: 'The register says so.' };
const disputeOf = (of: Case) => new CaseUnderLens(of).disputesOf('ann')[0]!;
const run = (of: Case, diff: Diff) => {
  of.apply(diff);
  return of;
};

describe('judgements', () => {
  test('a ruling deletes nothing, puts its side first in names and labels, and can be withdrawn', () => {
    const of = smallCase();
    const claims = of.claims.size;
    const which = disputeOf(of).sides.findIndex(({ value }) => value === '1971');
    run(of, judgements.rule(of, disputeOf(of), which, SIGNED));
    const { ruling } = disputeOf(of);
    expect(ruling).toMatchObject({ prefer: [say('ann', 'birthDate', '1971', 'wire').id], ...SIGNED });
    expect(of.claims.size).toBe(claims);
    const seen = new CaseUnderLens(of);
    expect(seen.standing(seen.claimsOf('ann')).map(({ value }) => value)).not.toContain('1970');
    run(of, judgements.withdrawJudgement(of, ruling!.id));
    expect(disputeOf(of).ruling).toBeUndefined();
  });

  test('ruling again on a dispute takes the place of the ruling before', () => {
    const of = smallCase();
    run(of, judgements.rule(of, disputeOf(of), 0, SIGNED));
    run(of, judgements.rule(of, disputeOf(of), 1, SIGNED));
    expect([...of.judgements()]).toHaveLength(1);
    expect(disputeOf(of).ruling!.prefer).toEqual(disputeOf(of).sides[1]!.claims.map(({ id }) => id));
  });

  test('a claim has one grade; taking it back leaves none', () => {
    const of = smallCase();
    const claim = say('ann', 'birthDate', '1970');
    run(of, judgements.grade(of, claim.id, 2, SIGNED));
    run(of, judgements.grade(of, claim.id, 5, SIGNED));
    expect(new CaseUnderLens(of).credibilityOf(claim)?.credibility).toBe(5);
    expect([...of.judgements()]).toHaveLength(1);
    run(of, judgements.grade(of, claim.id, undefined, SIGNED));
    expect([...of.judgements()]).toEqual([]);
  });

  test('two entities have one verdict, whichever is named first', () => {
    const of = smallCase();
    run(of, judgements.judgeIdentity(of, 'unsure', ['ann', 'bo'], SIGNED));
    run(of, judgements.judgeIdentity(of, 'different', ['bo', 'ann'], SIGNED));
    expect([...of.judgements()]).toMatchObject([{ verdict: 'different' }]);
  });
});

describe('every command is one step that undo takes back exactly', () => {
  const edited = {
    subject: 'ann',
    property: 'birthDate',
    value: '1972',
    source: 'paper',
    stance: 'affirmed',
  } as const;
  test.each<[string, (of: Case) => Diff]>([
    ['a new entity', () => subjects.addEntity('Person', { name: ['Cy'] }, saying).diff],
    [
      'a new relation',
      () => subjects.addRelation('Membership', { member: ['ann'], organization: ['port'] }, saying).diff,
    ],
    ['a new claim', (of) => claims.addClaim(of, { ...edited, property: 'deathDate' })],
    ['an edited claim', (of) => claims.editClaim(of, say('ann', 'birthDate', '1970').id, edited)],
    ['deleted claims', (of) => claims.deleteClaims(of, [say('ann', 'birthDate', '1970').id])],
    ['a deleted entity', (of) => subjects.deleteSubjects(of, ['ann'])],
    ['a changed type', (of) => subjects.changeSchema(of, 'port', 'PublicBody')],
    ['a deleted source', (of) => records.deleteSource(of, 'wire')],
    ['a renamed case', (of) => records.changeHeader(of, { name: 'Another' })],
    [
      'a judgement',
      (of) =>
        judgements.putJudgement(of, {
          kind: 'judgement',
          id: 'j',
          about: 'identity',
          verdict: 'same',
          entities: ['ann', 'bo'],
        }),
    ],
    ['a ruling', (of) => judgements.rule(of, disputeOf(of), 0, SIGNED)],
    ['a grade', (of) => judgements.grade(of, say('ann', 'birthDate', '1970').id, 2, SIGNED)],
    [
      'a judged conflict',
      (of) =>
        judgements.judgeClaims(
          of,
          'conflict',
          [say('ann', 'name', 'Ann Ahlberg').id, say('bo', 'name', 'Bo Berg').id],
          'Which name it is',
          SIGNED,
        ),
    ],
    ['hiding', (of) => views.hide(of, ['ann'])],
    ['moving', (of) => views.place(of, new Map([['ann', [1, 2]]]))],
  ])('%s', (_title, command) => {
    const of = smallCase();
    const before = state(of);
    const history = new History(of);
    const diff = command(of);
    expect(isEmpty(diff)).toBe(false);
    history.run('it', diff);
    const after = state(of);
    expect(after).not.toEqual(before);
    history.undo();
    expect(state(of)).toEqual(before);
    history.redo();
    expect(state(of)).toEqual(after);
    of.apply(reverse(diff));
    expect(state(of)).toEqual(before);
  });
});

describe('claims', () => {
  test('the same claim again adds its locators and nothing else', () => {
    const of = smallCase();
    const { id: _id, kind: _kind, ...parts } = say('ann', 'birthDate', '1970');
    expect(isEmpty(claims.addClaim(of, parts))).toBe(true);
    const diff = claims.addClaim(of, { ...parts, locators: [{ place: 'page 2' }] });
    expect(diff.added).toEqual([]);
    expect(diff.updated).toHaveLength(1);
  });

  test('a judgement on an edited claim is carried over to it', () => {
    const of = smallCase();
    const [one, two] = [say('ann', 'birthDate', '1970'), say('ann', 'birthDate', '1971', 'wire')];
    of.apply(
      judgements.putJudgement(of, {
        kind: 'judgement',
        id: 'j',
        about: 'compatibility',
        verdict: 'conflict',
        claims: [one.id, two.id],
      }),
    );
    const { id: _id, kind: _kind, ...parts } = { ...one, value: '1969' };
    of.apply(claims.editClaim(of, one.id, parts));
    expect([...of.judgements()]).toMatchObject([{ claims: [say('ann', 'birthDate', '1969').id, two.id] }]);
  });

  test('a judgement that loses one of its two claims goes with it', () => {
    const of = smallCase();
    const [one, two] = [say('ann', 'birthDate', '1970'), say('ann', 'birthDate', '1971', 'wire')];
    of.apply(
      judgements.putJudgement(of, {
        kind: 'judgement',
        id: 'j',
        about: 'compatibility',
        verdict: 'conflict',
        claims: [one.id, two.id],
      }),
    );
    of.apply(claims.deleteClaims(of, [one.id]));
    expect([...of.judgements()]).toEqual([]);
  });
});

describe('deleting an entity', () => {
  const of = smallCase();
  of.apply({
    added: [say('port', 'alias', 'The docks', 'paper', { attributedTo: ['ann', 'bo'] })],
    updated: [],
    removed: [],
  });
  of.apply(subjects.deleteSubjects(of, ['ann']));

  test('takes its relations, its claims and the claims that name it', () => {
    expect(Array.from(of.relations(), ({ id }) => id)).toEqual(['bo-acme']);
    expect(of.claims.claimsOf('ann')).toEqual([]);
    expect(of.claims.claimsOf('ann-acme')).toEqual([]);
    expect(of.claims.claimsOf('dinner').map(({ value }) => value)).not.toContain('ann');
  });

  test('leaves what it was credited with to who else is credited', () => {
    expect(of.claims.claimsOf('port').find(({ property }) => property === 'alias')?.attributedTo).toEqual([
      'bo',
    ]);
  });
});

describe('views', () => {
  test('hiding what is hidden is no step', () => {
    const of = smallCase();
    of.apply(views.hide(of, ['ann']));
    expect(isEmpty(views.hide(of, ['ann']))).toBe(true);
  });

  test('showing brings into the focus what was outside it', () => {
    const of = smallCase();
    of.apply(views.changeView(of, { focus: { ids: ['ann'], steps: 1 }, hidden: ['port'] }));
    of.apply(views.show(of, ['port']));
    expect(views.workingView(of)).toMatchObject({ hidden: [], focus: { ids: ['ann', 'port'], steps: 1 } });
  });

  test('a saved view opens as it was kept', () => {
    const of = smallCase();
    of.apply(views.hide(of, ['ann']));
    of.apply(views.saveView(of, 'Mine', { bo: [1, 2] }, 'v1'));
    of.apply(views.changeView(of, { hidden: undefined }));
    of.apply(views.openView(of, 'v1'));
    expect(views.workingView(of)).toMatchObject({
      id: 'working',
      hidden: ['ann'],
      placements: { bo: [1, 2] },
    });
  });
});
