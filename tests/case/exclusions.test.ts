// Relations that exclude each other, rule by rule: the numbers are those of the table at `disputesOf`.
import { describe, expect, test } from 'vitest';
import { CaseUnderLens } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { say } from '../smallCase.ts';
import { disputes, married, of, tie, TWO, whys } from './excluded.ts';

describe('[R19] one at a time', () => {
  test('two marriages that overlap are one contradiction of both', () => {
    const [dispute, ...more] = disputes(TWO.flatMap((one) => tie(one)));
    expect(more).toEqual([]);
    expect(dispute).toMatchObject({
      ...{ id: 'xaver Family.marriage', subject: 'm1', subjects: ['m1', 'm2'], severity: 'contradiction' },
      title: 'Xaver Holm: married to Ada Lind and to Bea Norin',
      why: 'Xaver Holm cannot have been married to Ada Lind and to Bea Norin in 2019.',
    });
    expect(dispute!.sides.map(({ says, claims }) => [says, claims.length])).toEqual([
      ['Ada Lind', 4],
      ['Bea Norin', 4],
    ]);
  });
  test('whichever end of a mutual relation the one is at', () => {
    const turned = 'Family m2 person=bea relative=xaver relationship=Ehemann startDate=2018 endDate=2022';
    expect(whys(TWO[0]!, turned)).toHaveLength(1);
  });
  test('three are three sides', () => {
    const third = married('m3', 'cleo', 'startDate=2011 endDate=2017');
    const [why] = whys(...TWO, third);
    expect(why).toBe(
      'Xaver Holm cannot have been married to Ada Lind and to Bea Norin in 2019, nor to Ada Lind and to Cleo Ek from 2012 to 2016.',
    );
  });
  test.each([
    ['chairman', 'Acme cannot have been chaired by Ada Lind and by Bea Norin from 2016 to 2018.'],
    ['CEO', 'Acme cannot have been run by Ada Lind and by Bea Norin from 2016 to 2018.'],
    ['President', 'Acme cannot have been presided over by Ada Lind and by Bea Norin from 2016 to 2018.'],
  ])('an organization has one %s', (role, why) => {
    const post = (id: string, who: string, when: string) =>
      `Directorship ${id} director=${who} organization=acme role=${role} ${when}`;
    const ties = [
      post('d1', 'ada', 'startDate=2014-03-01 endDate=2018-05-01'),
      post('d2', 'bea', 'startDate=2016-03-01 endDate=2019'),
    ];
    expect(whys(...ties)).toEqual([why]);
  });
  test.each([
    ['vice president', 'vice president'],
    ['co-chair', 'co-chair'],
    ['director', 'director'],
    ['chair', 'president'],
  ])('%s and %s may be two people', (role, other) => {
    const post = (id: string, who: string, as: string) =>
      `Directorship ${id} director=${who} organization=acme role=${as.replaceAll(' ', '_')} startDate=2014 endDate=2018`;
    expect(whys(post('d1', 'ada', role), post('d2', 'bea', other))).toEqual([]);
  });
  test('a post has one holder where it has one seat', () => {
    const held = (id: string, who: string) =>
      `Occupancy ${id} holder=${who} post=seat startDate=2014 endDate=2018`;
    const ties = [...tie(held('o1', 'ada')), ...tie(held('o2', 'bea'))];
    expect(disputes(ties)).toEqual([]);
    expect(disputes([...ties, say('seat', 'numberOfSeats', '1')])[0]!.why).toBe(
      'Minister of Ports cannot have been held by Ada Lind and by Bea Norin from 2015 to 2017.',
    );
    expect(disputes([...ties, say('seat', 'numberOfSeats', '3')])).toEqual([]);
  });
  test('both are marked, the people are not, and each is told of both', () => {
    const seen = new CaseUnderLens(of(...TWO.flatMap((one) => tie(one))));
    expect(['m1', 'm2', 'xaver', 'ada'].map((id) => seen.isDisputed(id))).toEqual([true, true, false, false]);
    expect(seen.disputesOf('m2')).toEqual(seen.disputesOf('m1'));
  });
  test('under "disputed only" both show', () => {
    const ties = [...TWO, 'Associate a1 person=ada associate=bea'].flatMap((one) => tie(one));
    const seen = new CaseUnderLens(of(...ties), { disputedOnly: true });
    expect(Array.from(seen.relations(), ({ id }) => id)).toEqual(['m1', 'm2']);
  });
  test('what the lens keeps back is no side', () => {
    const ties = [...tie(TWO[0]!), ...tie(TWO[1]!, 'leak')];
    expect(disputes(ties)).toHaveLength(1);
    expect(disputes(ties, { sources: { mode: 'except', ids: ['leak'] } })).toEqual([]);
    expect(disputes(ties, { time: { when: '2012', sure: 'certainly' } })).toEqual([]);
  });
  test('a denied marriage is none', () => {
    const denied = tie(TWO[1]!).map((record) =>
      record.kind === 'claim'
        ? say(record.subject, record.property, record.value, 'wire', { stance: 'denied' })
        : record,
    );
    expect(disputes([...tie(TWO[0]!), ...denied])).toEqual([]);
  });
});

describe('[R20] certainly together', () => {
  test.each([
    [
      'on one day one follows the other',
      'startDate=2010 endDate=2018-05-01',
      'startDate=2018-05-01 endDate=2020',
      0,
    ],
    ['two days are together', 'startDate=2010 endDate=2018-05-02', 'startDate=2018-05-01 endDate=2020', 1],
    ['in one year one may follow the other', 'startDate=2010 endDate=2018', 'startDate=2018 endDate=2020', 0],
    ['about 2018 may be later', 'startDate=2010 endDate=2018-03', 'startDate=2017~ endDate=2020', 0],
    ['no end: it may have been over', 'startDate=2010', 'startDate=2012 endDate=2014', 0],
    ['no dates at all', 'description=x', 'startDate=2012 endDate=2014', 0],
    ['open to this day', 'startDate=2010 endDate=2014', 'date=2011-01-01/2013-12-31', 1],
  ])('%s', (_title, one, other, found) => {
    expect(whys(married('m1', 'ada', one), married('m2', 'bea', other))).toHaveLength(found);
  });
  test('where sources differ on a date, whichever is right', () => {
    const ties = [...TWO.flatMap((one) => tie(one)), say('m1', 'endDate', '2016', 'wire')];
    expect(disputes(ties).map(({ id }) => id)).toEqual(['m1 endDate']);
  });
  test('by when the ends are said to have been such', () => {
    const held = (id: string, who: string, when: string): CaseRecord[] => [
      ...tie(`Family ${id} relationship=wife`),
      say(id, 'person', 'xaver', 'paper', { held: when }),
      say(id, 'relative', who, 'paper', { held: when }),
    ];
    expect(disputes([...held('m1', 'ada', '2010/2016'), ...held('m2', 'bea', '2014/2018')])).toHaveLength(1);
    expect(disputes([...held('m1', 'ada', '2010/2014'), ...held('m2', 'bea', '2014/2018')])).toEqual([]);
  });
});

describe('[R21] certainly two', () => {
  const other = married('m2', 'anna', 'startDate=2018 endDate=2022');
  const identity = (verdict: 'same' | 'different' | 'unsure'): CaseRecord => ({
    ...{ kind: 'judgement', id: 'i', about: 'identity', verdict },
    entities: ['ada', 'anna'],
  });
  test('names that may be one leave it open, a judgement settles it', () => {
    const ties = [TWO[0]!, other].flatMap((one) => tie(one));
    expect(disputes(ties)).toEqual([]);
    expect(disputes([...ties, identity('unsure')])).toEqual([]);
    expect(disputes([...ties, identity('different')])).toHaveLength(1);
  });
  test('two judged the same are one', () => {
    const ties = TWO.flatMap((one) => tie(one));
    expect(disputes([...ties, { ...identity('same'), entities: ['bea', 'ada'] } as CaseRecord])).toEqual([]);
  });
});

describe('[R22] against each other', () => {
  const family = (id: string, a: string, b: string, what: string) =>
    `Family ${id} person=${a} relative=${b} relationship=${what}`;
  test('nobody is a child of their child, and no dates are asked', () => {
    const [why] = whys(family('f1', 'ada', 'bea', 'mother'), family('f2', 'bea', 'ada', 'mother'));
    expect(why).toBe('Ada Lind cannot have been a child of Bea Norin and Bea Norin a child of Ada Lind.');
  });
  test('nobody is mother and daughter of one', () => {
    const [why] = whys(family('f1', 'ada', 'bea', 'mother'), family('f2', 'ada', 'bea', 'daughter'));
    expect(why).toBe('Ada Lind cannot have been a child of Bea Norin and a parent of Bea Norin.');
  });
  test('what says the same from the other end is no dispute', () => {
    expect(whys(family('f1', 'ada', 'bea', 'mother'), family('f2', 'bea', 'ada', 'daughter'))).toEqual([]);
    expect(whys(family('f1', 'ada', 'bea', 'sister'), family('f2', 'bea', 'ada', 'sister'))).toEqual([]);
  });
  test('a wife is no parent', () => {
    expect(whys(family('f1', 'xaver', 'ada', 'father'), family('f2', 'xaver', 'ada', 'wife'))).toHaveLength(
      1,
    );
  });
});

describe('[R23] a life', () => {
  const post = 'Directorship d1 director=ada organization=acme startDate=2015';
  test('nobody takes up a post after death', () => {
    const [dispute] = disputes([...tie(post), say('ada', 'deathDate', '2010-04-02', 'wire')]);
    expect(dispute).toMatchObject({
      ...{ subject: 'ada', subjects: ['ada', 'd1'], title: 'Ada Lind: a director of Acme after death' },
      why: 'Ada Lind cannot have been a director of Acme since 2015, having died on 2 April 2010.',
    });
    expect(dispute!.sides.map(({ value }) => value)).toEqual(['2010-04-02', '2015']);
  });
  test('nor before birth', () => {
    const [dispute] = disputes([...tie(post), say('ada', 'birthDate', '2016', 'wire')]);
    expect(dispute!.why).toBe('Ada Lind cannot have been a director of Acme since 2015, being born in 2016.');
  });
  test.each([
    ['in the year of death', [say('ada', 'deathDate', '2015')]],
    [
      'where a source has a later death',
      [say('ada', 'deathDate', '2010'), say('ada', 'deathDate', '2020', 'wire')],
    ],
    ['where the death is denied', [say('ada', 'deathDate', '2010', 'wire', { stance: 'denied' })]],
  ])('no dispute %s', (_title, claims) => {
    expect(
      disputes([...tie(post), ...claims]).filter(({ subject, property }) => subject === 'ada' && !property),
    ).toEqual([]);
  });
  test('a share may pass to the estate', () => {
    const share = tie('Ownership w1 owner=ada asset=acme startDate=2015');
    expect(disputes([...share, say('ada', 'deathDate', '2010')])).toEqual([]);
  });
});

test('[R24] a relation is of a kind if all it is said to be says so', () => {
  const more = say('m1', 'relationship', 'fiancée', 'wire');
  expect(disputes([...TWO.flatMap((one) => tie(one)), more])).toEqual([]);
});
