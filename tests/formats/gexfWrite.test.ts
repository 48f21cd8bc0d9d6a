// What Clew writes as GEXF: spells, dated values, kinds, versions.
import { describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../src/case/records.ts';
import { gexf } from '../../src/formats/gexf/gexf.ts';
import { wholeDays } from '../../src/formats/wholeDays.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

describe('wholeDays', () => {
  test.each([
    ['2014', '2019-06', { start: '2014-01-01', end: '2019-06-30' }],
    ['2024-02-03', undefined, { start: '2024-02-03', end: undefined }],
    ['2020-03~', '2020-03~', { start: '2020-03-01', end: '2020-03-31' }],
    ['2019', '2014', undefined],
    ['XXXX-04', undefined, undefined],
    ['soon', undefined, undefined],
  ])('of %s to %s', (start, end, days) => {
    expect(wholeDays(start, end)).toEqual(days);
  });
});

describe('writing', () => {
  const text = (settings = {}) =>
    new TextDecoder().decode(bytesFor(gexf, outgoing(smallRecords()), settings));

  test('gives spells in whole days, and the dates as they were', () => {
    expect(text()).toContain('<spell start="2014-01-01" end="2019-06-30"/>');
    expect(text()).toContain('<attvalue for="endDate" value="2019-06"/>');
  });

  test('gives parallel edges of one kind kinds of their own, since Gephi would add them up', () => {
    const kinds = Array.from(
      text({ directed: true }).matchAll(/source="(.*?)" target="(.*?)".* kind="(.*?)"/g),
      ([, ...ends]) => ends.join(),
    );
    expect(kinds.length).toBeGreaterThan(5);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('writes 1.2 without kinds', () => {
    expect(text({ version: '1.2' })).not.toContain('kind=');
    expect(text({ version: '1.2' })).toContain('http://www.gexf.net/1.2draft');
  });

  const person = (...held: (string | undefined)[]): CaseRecord[] => [
    { kind: 'header', id: 'case', name: 'Posts' },
    { kind: 'source', id: 'post', title: 'Post' },
    { kind: 'entity', id: 'ann', schema: 'Person' },
    claim('ann', 'name', 'Ann'),
    ...held.map((time, i) => claim('ann', 'position', `post ${i}`, { held: time })),
  ];
  const heldAfter = async (version: string, records: CaseRecord[]) => {
    const out = outgoing(records);
    const back = await readBytes(bytesFor(gexf, out, { version }));
    const times = back.records.flatMap((record) =>
      record.kind === 'claim' && record.property === 'position' ? [record.held] : [],
    );
    const loss = gexf
      .loses(out, valuesFor(gexf.settings, { version }))
      .find(({ what }) => /when they held/.test(what));
    return { times, lost: loss?.count ?? 0 };
  };

  test('says that times are written in whole days where that shows', async () => {
    const out = outgoing(person('2009/2012-03', '2014'));
    expect(gexf.loses(out, valuesFor(gexf.settings, {}))).toContainEqual({
      what: 'times of values, written in whole days',
      count: 1,
    });
  });

  test.each(['1.3', '1.2'])('dates values that change, and reads them back (%s)', async (version) => {
    const held = ['2009/2012', '2013-05-06', '2014', '2015-02/..'];
    expect(await heldAfter(version, person(...held))).toEqual({ times: held, lost: 0 });
    expect(await heldAfter(version, person('../2012'))).toEqual({ times: ['../2012'], lost: 0 });
  });

  test.each<[string, (string | undefined)[], number]>([
    ['at once', ['2009/2012', '2012/2014'], 2],
    ['one of them always', ['2009/2012', undefined], 1],
    ['during an event', ['during:trial'], 1],
  ])('writes values that hold %s without times, and says so', async (_, held, lost) => {
    const { times, lost: told } = await heldAfter('1.3', person(...held));
    expect([times, told]).toEqual([held.map(() => undefined), lost]);
  });

  test('is recognised by content alone', () => {
    const head = (head: string) => ({ text: head, bytes: new Uint8Array(0) });
    expect([gexf.sniff(head(text())), gexf.sniff(head('<graphml>')), gexf.sniff(head('gexf'))]).toEqual([
      1, 0, 0,
    ]);
  });
});
