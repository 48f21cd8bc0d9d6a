// Relations that exclude each other: what a person judges of them, and what a case says of its own types.
import { describe, expect, test } from 'vitest';
import { putJudgement, rule, withdrawJudgement } from '../../src/case/commands/judgements.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import type { CaseRecord, SchemaAddition } from '../../src/case/records.ts';
import { disputes, of, tie, TWO } from './excluded.ts';

describe('judgements', () => {
  const records = TWO.flatMap((one) => tie(one));
  const claimsOf = (id: string) =>
    records.filter((one) => one.kind === 'claim' && one.subject === id).map(({ id }) => id);
  test('[R12] a ruling prefers one side, deletes nothing and can be withdrawn', () => {
    const looked = of(...records);
    const [dispute] = new CaseUnderLens(looked).disputes();
    looked.apply(rule(looked, dispute!, 1, { reason: 'The register says so.' }));
    const [ruled] = new CaseUnderLens(looked).disputes();
    expect(ruled!.ruling?.reason).toBe('The register says so.');
    looked.apply(withdrawJudgement(looked, ruled!.ruling!.id));
    expect([...new CaseUnderLens(looked).disputes()]).toEqual([dispute]);
  });
  const judged = (verdict: 'compatible' | 'conflict') => {
    const looked = of(...records);
    const claims = [claimsOf('m1')[1]!, claimsOf('m2')[1]!];
    looked.apply(
      putJudgement(looked, { kind: 'judgement', id: 'j', about: 'compatibility', verdict, claims }),
    );
    return new CaseUnderLens(looked);
  };
  test('[R13] two judged compatible do not exclude each other', () => {
    expect([...judged('compatible').disputes()]).toEqual([]);
  });
  test('[R15] a conflict that is judged too is the same dispute', () => {
    expect([...judged('conflict').disputes()].map(({ id, judgement }) => [id, judgement?.id])).toEqual([
      ['xaver Family.marriage', 'j'],
    ]);
  });
});

describe('a vocabulary of the case', () => {
  const detention: SchemaAddition = {
    ...{ name: 'Detention', label: 'Detention', extends: ['UnknownLink'] },
    edge: { source: 'detained', target: 'prison', directed: true, label: 'held in' },
    properties: [
      {
        name: 'detained',
        label: 'Detained',
        type: 'entity',
        range: 'Person',
        single: true,
        specialises: 'subject',
      },
      {
        name: 'prison',
        label: 'Prison',
        type: 'entity',
        range: 'Organization',
        single: true,
        specialises: 'object',
      },
    ],
    exclusive: [{ name: 'detention', says: 'held in', one: true, living: true }],
  };
  const inPrison = (id: string, where: string) =>
    tie(`Detention ${id} detained=ada prison=${where} startDate=2019-01 endDate=2019-12`);
  const header = (schemata: SchemaAddition[]): CaseRecord => ({
    kind: 'header',
    id: 'case',
    name: 'X',
    schemata,
  });

  test('says it of a type of its own', () => {
    const records = [header([detention]), ...inPrison('k1', 'north'), ...inPrison('k2', 'south')];
    expect(disputes(records).map(({ why }) => why)).toEqual([
      'Ada Lind cannot have been held in North Prison and in South Prison in 2019.',
    ]);
  });
  test('adds to a standard type and takes the place of what it says there', () => {
    const family: SchemaAddition = {
      ...{ name: 'Family', label: 'Family', extends: ['Interval'] },
      exclusive: [{ name: 'marriage', says: 'married to' }],
    };
    expect(disputes([header([family]), ...TWO.flatMap((one) => tie(one))])).toEqual([]);
  });
  test('passes it on to types that extend it', () => {
    const remand: SchemaAddition = { name: 'Remand', label: 'Remand', extends: ['Detention'] };
    const ties = [
      ...inPrison('k1', 'north'),
      ...tie('Remand k2 detained=ada prison=south startDate=2019-01 endDate=2019-12'),
    ];
    expect(disputes([header([detention, remand]), ...ties])).toHaveLength(1);
  });
});
