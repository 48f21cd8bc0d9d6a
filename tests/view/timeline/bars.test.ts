// What a timeline shows of a case, in which order and in which lanes.
import { describe, expect, test } from 'vitest';
import { Case } from '../../../src/case/case.ts';
import { CaseUnderLens, type Lens } from '../../../src/case/lens.ts';
import type { CaseRecord } from '../../../src/case/records.ts';
import { windowOf } from '../../../src/case/spans.ts';
import { timelineOf } from '../../../src/view/timeline/bars.ts';
import { lanesOf, sayHappening } from '../../../src/view/timeline/lanes.ts';
import { say, smallCase, smallRecords } from '../../smallCase.ts';

const dated = (dates: Record<string, Record<string, string>>): Case =>
  new Case([
    { kind: 'source', id: 'paper', title: 'The paper' },
    ...Object.keys(dates).map((id) => ({ kind: 'entity', id, schema: 'Event' }) as const),
    ...Object.entries(dates).flatMap(([id, properties]) => [
      say(id, 'name', id),
      ...Object.entries(properties).map(([property, value]) => say(id, property, value)),
    ]),
  ]);
const order = (dates: Record<string, Record<string, string>>) =>
  timelineOf(new CaseUnderLens(dated(dates))).bars.map(({ subject }) => subject);

describe('order', () => {
  test('what can begin first comes first, and of the same day the vaguer', () => {
    expect(
      order({
        'on the day': { date: '2020-01-01' },
        later: { date: '2020-03' },
        'in the month': { date: '2020-01' },
        'in the year': { date: '2020' },
        'in the decade': { date: '202X' },
        before: { date: '2019-12-31' },
      }),
    ).toEqual(['before', 'in the decade', 'in the year', 'in the month', 'on the day', 'later']);
  });

  test('what only has an end is where it ends; what goes on is where it began', () => {
    expect(
      order({
        until: { endDate: '2018' },
        since: { startDate: '2012' },
        between: { date: '2015' },
        after: { date: '2019' },
      }),
    ).toEqual(['since', 'between', 'until', 'after']);
  });

  test('by name where the dates are the same', () => {
    expect(order({ b: { date: '2020' }, a: { date: '2020' } })).toEqual(['a', 'b']);
  });
});

test('dates of no year lie apart, by month; what is undated is listed', () => {
  const seen = new CaseUnderLens(
    dated({ august: { date: 'XXXX-08' }, april: { date: 'XXXX-04' }, never: {}, placed: { date: '2020' } }),
  );
  const { bars, yearless, undated } = timelineOf(seen);
  expect(bars.map(({ subject }) => subject)).toEqual(['placed']);
  expect(yearless.map(({ dates }) => dates)).toEqual(['April, year unknown', 'August, year unknown']);
  expect(undated.map(({ subject }) => subject)).toEqual(['never']);
});

describe('the small case', () => {
  const looked = (lens?: Lens, records: readonly CaseRecord[] = smallRecords()) => {
    const seen = new CaseUnderLens(new Case(records), lens);
    return { seen, ...timelineOf(seen) };
  };

  test('a relation in words, with its ends and the span its claims give it', () => {
    const [chair] = looked().bars;
    expect(chair).toMatchObject({
      subject: 'ann-acme',
      what: 'chair',
      with: ['ann', 'acme'],
      dates: 'since 2014',
    });
    expect(chair!.span.begins).toEqual(windowOf('2014'));
    expect(chair!.span.ends.latest).toBe(Infinity);
    expect(chair!.certain).toBeUndefined();
    expect(sayHappening(new CaseUnderLens(smallCase()), chair!)).toBe('Ann Ahlberg – chair – Acme AB');
  });

  test('an event with those who took part; persons are no happenings', () => {
    const { bars, undated } = looked();
    expect(bars.map(({ subject }) => subject)).toEqual(['ann-acme', 'dinner']);
    expect([...bars[1]!.with].sort()).toEqual(['ann', 'bo', 'port']);
    expect(undated.map(({ subject }) => subject)).toEqual(['bo-acme', 'ann-bo']);
  });

  test('the lens keeps back what it keeps back everywhere', () => {
    expect(looked({ sources: { mode: 'except', ids: ['paper'] } }).bars).toEqual([]);
    expect(
      looked({ entityTypes: { mode: 'except', ids: ['Event'] } }).bars.map(({ subject }) => subject),
    ).toEqual(['ann-acme']);
  });

  test('lanes by entity are complete, the fullest first; an event has no lane of its own', () => {
    const { seen, bars } = looked();
    const told = lanesOf(seen, bars, 'entity').map(({ label, bars }) => [
      label,
      bars.map((bar) => bar.label),
    ]);
    expect(told).toEqual([
      ['Ann Ahlberg', ['chair – Acme AB', 'Dinner at the port']],
      ['Acme AB', ['Ann Ahlberg – chair']],
      ['Bo Berg', ['Dinner at the port']],
      ['Port Authority', ['Dinner at the port']],
    ]);
  });

  test('lanes by type say who', () => {
    const { seen, bars } = looked();
    const told = lanesOf(seen, bars, 'type').map(({ label, bars }) => [label, bars.map((bar) => bar.label)]);
    expect(told).toEqual([
      ['Directorships', ['Ann Ahlberg – chair – Acme AB']],
      ['Events', ['Dinner at the port']],
    ]);
  });

  test('an allegation and a denial say so', () => {
    const when = (stance: 'alleged' | 'denied') => [
      ...smallRecords(),
      { kind: 'entity', id: 'call', schema: 'Event' } as const,
      say('call', 'name', 'The call', 'paper', { stance }),
      say('call', 'date', '2020', 'paper', { stance: 'alleged' }),
    ];
    const { seen, bars } = looked(undefined, when('alleged'));
    const nobody = lanesOf(seen, bars, 'entity').at(-1)!;
    expect(nobody).toMatchObject({ id: '', label: 'Nobody named' });
    expect(nobody.bars[0]!.label).toBe('The call, alleged');
  });
});
