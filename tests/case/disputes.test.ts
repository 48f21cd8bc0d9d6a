// Disputes, rule by rule: the numbers are those of the table at `disputesOf`.
import { describe, expect, test } from 'vitest';
import { disputesOf, precisionDifferences } from '../../src/case/disputes.ts';
import type { Claim } from '../../src/case/records.ts';
import { claim, claims, compatible, conflict, find, ruling, sides, typeOf } from './disputed.ts';

test('[R1] two values of a single property that cannot both hold are one contradiction', () => {
  const [dispute, ...more] = find(claims('birthDate 1980 a', 'birthDate 1981 b', 'birthDate 1981 c'));
  expect(more).toEqual([]);
  expect(dispute).toMatchObject({
    ...{ id: 's birthDate', subject: 's', subjects: ['s'], property: 'birthDate', severity: 'contradiction' },
    ...{ title: 'Birth date', why: 'Birth date is given as 1981 and 1980, which cannot both hold.' },
  });
  expect(dispute!.sides.map(({ value, claims: all }) => [value, all.length])).toEqual([
    ['1981', 2],
    ['1980', 1],
  ]);
});

test('[R1] many-valued and unknown properties have no contradictions', () => {
  expect(find(claims('citizenship us a', 'citizenship ru b', 'shoeSize 40 a', 'shoeSize 41 b'))).toEqual([]);
});

test('[R1] one source can contradict itself', () => {
  expect(sides(find(claims('sentence P4Y a', 'sentence P3Y6M a')))).toEqual([['P3Y6M', 'P4Y']]);
});

describe('what clashes', () => {
  test.each([
    ['R2', 'birthDate', '2022', '2022-03', false],
    ['R2', 'birthDate', '2022', '2023', true],
    ['R2', 'birthDate', 'XXXX-04', '2023-04', false],
    ['R2', 'birthDate', 'XXXX-04', '2023-05', true],
    ['R2', 'birthDate', '2020~', '2021', false],
    ['R3', 'sentence', '>P3Y', 'P3Y6M', false],
    ['R3', 'sentence', 'P3Y6M', 'P4Y', true],
    ['R3', 'sentence', 'P42M', 'P3Y6M', false],
    ['R3', 'amount', '15', '15.0', false],
    ['R3', 'amount', '15', '16', true],
    ['R3', 'percentage', '51', '51.00', false],
    ['R3', 'percentage', '51', '49', true],
    ['R4', 'director', 'e1', 'e2', true],
    ['R4', 'title', 'Chairman', 'chairman.', false],
    ['R4', 'title', 'Chairman', 'Chair', true],
    ['R4', 'birthPlace', 'Leningrad', 'Leningrad,USSR', false],
    ['R4', 'birthPlace', 'Leningrad', 'Moscow', true],
    ['R3', 'percentage', '51', '51%', false],
    ['R3', 'percentage', '25 to 50%', '30', false],
    ['R3', 'percentage', '25-50', '51 %', true],
    ['R3', 'percentage', 'over 50%', '40', true],
    ['R3', 'percentage', 'a majority', '51', false],
    ['R3', 'amount', '140,500', '140500', false],
    ['R3', 'amount', 'about 140,000', '141000', false],
    ['R3', 'amount', '140,500', '14050', true],
    ['R3', 'sentence', 'over 3 years', 'P3Y6M', false],
    ['R3', 'sentence', '4 years', 'P3Y6M', true],
    ['R4', 'birthPlace', 'St. Petersburg', 'Saint Petersburg', false],
    ['R4', 'birthPlace', 'Leningrad,_USSR', 'Санкт-Петербург', false],
    ['R4', 'birthPlace', 'Алексеевка', 'Alekseyevka', false],
    ['R4', 'birthPlace', 'München', 'Munich', false],
    ['R4', 'birthPlace', 'Leningrad', 'Volgograd', true],
    ['R4', 'birthPlace', 'Ивановка', 'Springfield', false],
    ['R4', 'title', 'Председатель', 'Chairman', false],
    ['R4', 'gender', 'F', 'female', false],
    ['R4', 'gender', 'М', 'female', true],
    ['R4', 'jurisdiction', 'gb', 'gb-sct', false],
    ['R4', 'jurisdiction', 'suhh', 'ru', false],
    ['R4', 'jurisdiction', 'gb', 'us', true],
    ['R4', 'leiCode', '5299-00AB', '529900ab', false],
    ['R4', 'leiCode', '529900AB', '529900AC', true],
    ['R5', 'name', 'Gene', 'Yevgeny', false],
    ['R9', 'birthDate', '2022-03', '2022-03-05', false],
    ['R11', 'birthDate', 'unknown', '2022', false],
    ['R11', 'sentence', 'long', 'P4Y', false],
    ['R11', 'amount', '100', '', false],
  ])('[%s] %s %s, %s: %s', (_rule, property, a, b, clash) => {
    const given = [claim(`${property} x a`, { value: a }), claim(`${property} y b`, { value: b })];
    expect(find(given).length > 0).toBe(clash);
  });

  test('[R3] amounts in different currencies are not compared', () => {
    const given = [claim('amount x a', { value: '100 USD' }), claim('amount y b', { value: '200 EUR' })];
    expect(find(given)).toEqual([]);
  });
});

test('[R3] amounts for which their sources name different currencies are not compared either', () => {
  const paid = (value: string, currency: string, source: string) =>
    claims(`amount ${value} ${source}`, `currency ${currency} ${source}`);
  expect(find([...paid('100', 'USD', 'a'), ...paid('92', 'EUR', 'b')])).toEqual([]);
  expect(find([...paid('100', 'EUR', 'a'), ...paid('92', '€', 'b')])).toHaveLength(1);
  expect(find([...paid('100', '$', 'a'), ...paid('92', 'USD', 'b')])).toHaveLength(1);
});

test('[R4] entities that may be one do not clash', () => {
  const given = claims('director e1 a', 'director e2 b');
  expect(disputesOf('s', given, typeOf, [], { mayBeOne: () => true })).toEqual([]);
  expect(disputesOf('s', given, typeOf, [], { mayBeOne: () => false })).toHaveLength(1);
});

test('[R2] a day and a month that may have changed places are pointed at', () => {
  const [dispute] = find(claims('birthDate 2001-05-03 a', 'birthDate 2001-03-05 b'));
  expect(dispute!.why).toMatch(/changed places/);
  expect(find(claims('birthDate 2001-05-03 a', 'birthDate 2001-03-06 b'))[0]!.why).not.toMatch(/changed/);
});

describe('[R6] a stance: one voice denies what another says', () => {
  test('affirmed against denied, of a many-valued property too', () => {
    const [dispute] = find(claims('citizenship ru a', 'citizenship ru b', 'citizenship ru c denied'));
    expect(dispute).toMatchObject({ id: 's citizenship ru', severity: 'stance', title: 'Citizenship: ru' });
    expect(sides([dispute!])).toEqual([['affirmed ru', 'denied ru']]);
    expect(dispute!.why).toBe('Citizenship: ru is affirmed by two sources and denied by one.');
  });
  test('alleged against denied, by those whom one source credits', () => {
    const given = [
      claim('citizenship ru a alleged', { attributedTo: ['prosecutor'] }),
      claim('citizenship ru a denied', { attributedTo: ['defence'] }),
    ];
    expect(find(given)[0]!.why).toBe('Citizenship: ru is alleged and denied in the same source.');
  });
  test('existence is denied like anything else', () => {
    expect(find(claims('id s a', 'id s b denied'))[0]).toMatchObject({
      title: 'Existence',
      severity: 'stance',
    });
  });
  test('a voice against itself is none', () => {
    expect(find(claims('citizenship ru a', 'citizenship ru a denied'))).toEqual([]);
  });
  test('a denial alone is none', () => {
    expect(find(claims('citizenship ru a denied', 'citizenship us b'))).toEqual([]);
  });
});

test('[R7] affirmed here and alleged there is no dispute', () => {
  expect(find(claims('citizenship ru a', 'citizenship ru b alleged'))).toEqual([]);
});

test('[R8] a denied value clashes with no other, an alleged one does', () => {
  expect(find(claims('birthDate 1980 a', 'birthDate 1981 b denied'))).toEqual([]);
  expect(sides(find(claims('birthDate 1980 a', 'birthDate 1981 b alleged')))).toEqual([['1980', '1981']]);
});

describe('[R9] a difference in precision alone', () => {
  const find = (...given: string[]) => precisionDifferences('s', claims(...given), typeOf);
  test('is told when asked for', () => {
    const [dispute] = find('birthDate 2022 a', 'birthDate 2022-03 b', 'birthDate 2022 c');
    expect(dispute).toMatchObject({ id: 's birthDate ~', severity: 'precision' });
    expect(dispute!.why).toBe('Birth date is given as 2022 and March 2022, which agree.');
  });
  test('is not one where values clash, say the same or cannot be compared', () => {
    expect(find('birthDate 2022 a', 'birthDate 2023 b', 'birthDate 2022-03 c')).toEqual([]);
    expect(find('amount 15 a', 'amount 15.0 b', 'birthDate unknown a', 'birthDate 2022 b')).toEqual([]);
  });
});

describe('[R10] claims held at different times do not clash', () => {
  const held = (words: string, when: string) => claim(words, { held: when });
  test('in value', () => {
    expect(find([held('jurisdiction gb a', '2012/2018'), held('jurisdiction us b', '2019/..')])).toEqual([]);
    expect(find([held('jurisdiction gb a', '2012/2018'), held('jurisdiction us b', '2018/..')])).toHaveLength(
      1,
    );
  });
  test('in stance', () => {
    expect(find([held('citizenship ru a', '2012'), held('citizenship ru b denied', '2019')])).toEqual([]);
  });
  test('and stay out of the sides', () => {
    const early = held('jurisdiction gb a', '2000/2010');
    const [dispute] = find([early, claim('jurisdiction gb b'), held('jurisdiction us c', '2011/..')]);
    expect(dispute!.sides.flatMap((side) => side.claims)).not.toContain(early);
  });
  test('during events whose times are known', () => {
    const given = [held('jurisdiction gb a', 'during:e1'), held('jurisdiction us b', 'during:e2')];
    expect(find(given)).toHaveLength(1);
    const times: Record<string, string> = { e1: '2012', e2: '2019' };
    expect(disputesOf('s', given, typeOf, [], { timeOf: (event) => times[event] })).toEqual([]);
  });
});

describe('[R12] a ruling', () => {
  const [a, b, c] = claims('birthDate 1980 a', 'birthDate 1981 b', 'birthDate 1981 c') as [
    Claim,
    Claim,
    Claim,
  ];
  test('attaches to the dispute it decides', () => {
    expect(find([a, b], [ruling([a], [b])])[0]!.ruling?.id).toBe('r1');
  });
  test('between claims of one side decides nothing', () => {
    expect(find([a, b, c], [ruling([b], [c])])[0]!.ruling).toBeUndefined();
  });
  test('gives way to a later one', () => {
    const judgements = [
      ruling([b], [a], { id: 'r2', date: '2025-01-02' }),
      ruling([a], [b], { date: '2024-12-30' }),
    ];
    expect(find([a, b], judgements)[0]!.ruling?.id).toBe('r2');
  });
});

describe('[R13] claims judged compatible', () => {
  const [a, b, c] = claims('birthDate 1980 a', 'birthDate 1981 b', 'birthDate 1981 c') as [
    Claim,
    Claim,
    Claim,
  ];
  test('are no dispute', () => {
    expect(find([a, b], [compatible([a.id, b.id])])).toEqual([]);
  });
  test('leave a dispute between the others', () => {
    const [dispute] = find([a, b, c], [compatible([a.id, b.id])]);
    expect(dispute!.sides.flatMap((side) => side.claims)).toEqual([a, c]);
  });
  test('in stance too', () => {
    const [x, y] = claims('citizenship ru a', 'citizenship ru b denied') as [Claim, Claim];
    expect(find([x, y], [compatible([x.id, y.id])])).toEqual([]);
  });
});

describe('claims judged to be in conflict', () => {
  const more = claim('addition P13Y a');
  const total = { ...claim('sentence P15Y a'), subject: 't' };
  const judged = conflict([more.id, total.id], {
    title: 'How long the second term is',
    reason: 'Thirteen more are not fifteen.',
  });
  test('[R14] are a dispute of all their subjects', () => {
    const known = (id: string) => [more, total].find((each) => each.id === id);
    for (const [subject, mine] of [
      ['s', more],
      ['t', total],
    ] as const) {
      const [dispute] = disputesOf(subject, [mine], typeOf, [judged], { claim: known });
      expect(dispute).toMatchObject({
        ...{
          id: 'j1',
          subject: 's',
          subjects: ['s', 't'],
          title: 'How long the second term is',
          judgement: judged,
        },
        ...{ why: 'Thirteen more are not fifteen.', severity: 'contradiction' },
      });
      expect(sides([dispute!])).toEqual([['P13Y', 'P15Y']]);
    }
  });
  test('[R14] of which only one can be seen are none', () => {
    expect(disputesOf('s', [more], typeOf, [judged])).toEqual([]);
  });
  test('[R14] stand by one value on one side', () => {
    const given = claims('citizenship us a', 'citizenship us b', 'citizenship ru c');
    const [dispute] = find(given, [conflict(given.map(({ id }) => id))]);
    expect(dispute!.sides.map((side) => side.claims.length)).toEqual([2, 1]);
    expect(dispute).toMatchObject({ property: 'citizenship', title: 'Citizenship' });
  });
  test('[R15] that a rule finds too are one dispute', () => {
    const given = claims('birthDate 1980 a', 'birthDate 1981 b');
    const disputes = find(given, [conflict(given.map(({ id }) => id))]);
    expect(disputes.map(({ id, judgement }) => [id, judgement?.id])).toEqual([['s birthDate', 'j1']]);
  });
});

test('[R16] a value that clashes with none is no side', () => {
  const given = claims('birthDate 2022 a', 'birthDate 2022-03 b', 'birthDate 2022-05 c');
  expect(sides(find(given))).toEqual([['2022-03', '2022-05']]);
});

test('[R17] values that agree and clash with the same are one side', () => {
  const given = claims(
    'sentence P42M a',
    'sentence P3Y6M b',
    'sentence P3Y6M c',
    'sentence P4Y d',
    'sentence >P3Y e',
  );
  const [dispute] = find(given);
  expect(dispute!.sides.map(({ value, claims: all }) => [value, all.length])).toEqual([
    ['P3Y6M', 3],
    ['P4Y', 1],
  ]);
});

test('[R18] both ends of a relation denied by one voice are one dispute', () => {
  const given = claims(
    'director e1 a',
    'organization o1 a',
    'director e1 b denied',
    'organization o1 b denied',
  );
  const [dispute, ...more] = find(given);
  expect(more).toEqual([]);
  expect(dispute).toMatchObject({ id: 's director e1', title: 'Director: e1, Organization: o1' });
  expect(dispute!.sides.map((side) => side.claims.length)).toEqual([2, 2]);
});

test('values are said in the words of whoever asks', () => {
  const say = (_type: string, value: string) => ({ e1: 'Gene', e2: 'Anastasia' })[value] ?? value;
  const [dispute] = disputesOf('s', claims('director e1 a', 'director e2 b'), typeOf, [], { say });
  expect(dispute!.why).toBe('Director is given as Gene and Anastasia, which cannot both hold.');
});

test('more values than a sentence holds are counted', () => {
  const given = claims(...Array.from({ length: 9 }, (_, i) => `amount ${i} a`));
  expect(find(given)[0]!.why).toBe(
    'Amount is given as 0, 1, 2, 3 and 5 other values, which cannot all hold.',
  );
});
