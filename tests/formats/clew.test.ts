import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { keyOf } from '../../src/case/records.ts';
import { CASE_SCHEMA } from '../../src/formats/clew/caseSchema.ts';
import { clew } from '../../src/formats/clew/clew.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const text = (records = smallRecords()): string =>
  new TextDecoder().decode(bytesFor(clew, outgoing(records)));
const edited = (from: string | RegExp, to: string): Promise<unknown> => {
  const before = text();
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return readBytes(after);
};
const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => expect.fail('it was read'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).message;
    },
  );

describe('the case format', () => {
  test.each([
    ['the small case', smallRecords],
    ['the nasty case', nastyRecords],
  ])('keeps every record of %s, and the same bytes when written again', async (_, records) => {
    const imported = await readBytes(text(records()));
    const before = [...new Case(records()).records()].filter(({ id }) => id !== 'working');
    const byKey = (list: readonly (typeof before)[number][]) =>
      new Map(list.map((record) => [keyOf(record), record]));
    expect(byKey(imported.records)).toEqual(byKey(before));
    expect(imported.account.problems).toEqual([]);
    const again = bytesFor(clew, outgoingOf(imported));
    expect(new TextDecoder().decode(again)).toBe(text(records()));
  });

  test('does not depend on the order in which the case was made', () => {
    expect(text([...smallRecords()].reverse())).toBe(text());
  });

  test('has one record a line, claims by subject, property, value and source', () => {
    const claims = text()
      .split('"claims": [\n')[1]!
      .split('\n  ]')[0]!
      .split(',\n')
      .map((line) => JSON.parse(line));
    const keys = claims.map(({ subject, property, value, source }) =>
      [subject, property, value, source].join('\u0001'),
    );
    expect(keys).toEqual([...keys].sort());
    expect(Object.keys(claims[0]).slice(0, 4)).toEqual(['id', 'subject', 'property', 'value']);
  });

  test('holds confidential sources and denied claims, whatever the lens: it is the document', () => {
    const out = outgoing(smallRecords(), { stances: { mode: 'only', ids: ['alleged'] } });
    expect(new TextDecoder().decode(bytesFor(clew, out))).toBe(text());
    expect(text()).toContain('"mole"');
  });

  test('never holds the look at hand', () => {
    expect(text()).not.toContain('Working');
  });

  test('satisfies its JSON Schema', () => {
    const validate = new Ajv({ strict: false }).compile(CASE_SCHEMA);
    for (const records of [smallRecords(), nastyRecords()]) {
      expect(validate(JSON.parse(text(records))), JSON.stringify(validate.errors)).toBe(true);
    }
    expect(validate({ ...JSON.parse(text()), claims: [{ subject: 1 }] })).toBe(false);
  });
});

describe('opening a case', () => {
  test('names section, record, line and field of what is wrong', async () => {
    const message = await messageOf(edited('"title":"The Post"', '"title":7'));
    expect(message).toMatch(/^sources 3 “post” \(line \d+\), field title/);
    const line = Number(/line (\d+)/.exec(message)![1]);
    expect(text().split('\n')[line - 1]).toContain('"post"');
  });

  test.each([
    ['a stance nobody knows', '"stance":"alleged"', '"stance":"maybe"', /field stance/],
    [
      'a missing field',
      /"schema":"Person"/,
      '"shema":"Person"',
      /field schema is missing|field schema: the field is missing/,
    ],
    ['a wrong nested field', '"start":0', '"start":"0"', /locators\[0\]\.position\.start/],
    ['a judgement about nothing', '"about":"identity"', '"about":"x"', /about/],
    ['a newer version', 'clew/1', 'clew/2', /newer/],
    ['a cut file', /"views"[^]*/, '', /JSON/],
    [
      'what is nested without end',
      '"later": {',
      `"later": {"x":${'['.repeat(300)}${']'.repeat(300)},`,
      /deep/,
    ],
    ['a section that is no list', /"judgements": \[[^]*?\n {2}\]/, '"judgements": {}', /judgements/],
    [
      'an entity and a relation of one id',
      '{"id":"works","schema":"Employment"}',
      '{"id":"ann","schema":"Employment"}',
      /same id/,
    ],
  ])('refuses %s', async (_, from, to, expected) => {
    expect(await messageOf(edited(from, to))).toMatch(expected);
  });

  test('mends the id of a claim edited by hand, and judgements follow it', async () => {
    const [before] = smallRecords().filter((record) => record.kind === 'claim' && record.value === 'driver');
    const judgement = {
      kind: 'judgement',
      id: 'j2',
      about: 'credibility',
      claim: before!.id,
      credibility: 2,
    } as const;
    const file = text([...smallRecords(), judgement]).replace('"value":"driver"', '"value":"chauffeur"');
    const imported = await readBytes(file);
    const claim = imported.records.find((record) => record.kind === 'claim' && record.value === 'chauffeur');
    expect(imported.account.mended).toBe(1);
    expect(claim!.id).not.toBe(before!.id);
    expect(imported.records.find(({ id }) => id === 'j2')).toMatchObject({ claim: claim!.id });
  });

  test.each([
    ['a subject', '"subject":"bob"', '"subject":"nobody"'],
    ['a source', '"derivedFrom":["post"]', '"derivedFrom":["gone"]'],
  ])('tells of %s that the file does not hold, and keeps the record', async (_, from, to) => {
    const imported = (await edited(from, to)) as Awaited<ReturnType<typeof readBytes>>;
    expect(imported.account.kept).toBeGreaterThan(0);
    expect(imported.account.refused).toBe(0);
  });

  test('leaves out the second record of an id', async () => {
    const file = text().replace('{"id":"bob","schema":"Person"}', '{"id":"ann","schema":"Event"}');
    const imported = await readBytes(file);
    expect(imported.account.refused).toBe(1);
    expect(imported.records.filter(({ kind, id }) => kind === 'entity' && id === 'ann')).toEqual([
      { kind: 'entity', id: 'ann', schema: 'Person' },
    ]);
  });
});

test('graph-data/case.schema.json is what the code says', async () => {
  await expect(`${JSON.stringify(CASE_SCHEMA, null, 2)}\n`).toMatchFileSnapshot(
    '../../graph-data/case.schema.json',
  );
});

const SPECTOR = new URL('../../graph-data/spector/case.clew.json', import.meta.url);

describe.skipIf(!existsSync(SPECTOR))('the Spector case', () => {
  test('satisfies the JSON Schema, opens without problems and is written as it stands', async () => {
    const file = readFileSync(SPECTOR, 'utf8');
    const validate = new Ajv({ strict: false }).compile(CASE_SCHEMA);
    expect(validate(JSON.parse(file)), JSON.stringify(validate.errors)).toBe(true);
    const imported = await readBytes(file);
    expect(imported.account.problems).toEqual([]);
    expect(new TextDecoder().decode(bytesFor(clew, outgoingOf(imported)))).toBe(file);
  });
});
