// Commands: what each changes, and that undo brings back exactly what was.
import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import * as claims from '../../src/case/commands/claims.ts';
import * as records from '../../src/case/commands/records.ts';
import * as subjects from '../../src/case/commands/subjects.ts';
import * as views from '../../src/case/commands/views.ts';
import { isEmpty, reverse, type Diff } from '../../src/case/diff.ts';
import { History } from '../../src/case/history.ts';
import { keyOf } from '../../src/case/records.ts';
import { say, smallCase } from '../smallCase.ts';

const state = (of: Case) => new Map(Array.from(of.records(), (record) => [keyOf(record), record]));
const saying = { source: 'paper', stance: 'affirmed' } as const;

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
        records.putJudgement(of, {
          kind: 'judgement',
          id: 'j',
          about: 'identity',
          verdict: 'same',
          entities: ['ann', 'bo'],
        }),
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
      records.putJudgement(of, {
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
      records.putJudgement(of, {
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
