import { Model } from '@opensanctions/followthemoney';
import standard from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { ftm } from '../../src/formats/ftm/ftm.ts';
import { accepted, note, readNote } from '../../src/formats/ftm/ftmValues.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

interface Line {
  id: string;
  caption: string;
  schema: string;
  properties: Record<string, string[]>;
  referents?: string[];
  datasets?: string[];
}
const lines = (settings = {}, records = smallRecords()): Line[] =>
  new TextDecoder()
    .decode(bytesFor(ftm, outgoing(records), settings))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const line = (id: string, settings = {}): Line => lines(settings).find((one) => one.id === id)!;
const entity = (id: string, schema: string, properties: object, more = {}): string =>
  JSON.stringify({ id, schema, properties, ...more });
const caseOf = async (...texts: string[]) => new Case((await readBytes(texts.join('\n'))).records);
const said = (of: Case, id: string) =>
  of.claims.claimsOf(id).map(({ property, value, stance }) => [property, value, stance]);

describe('writing', () => {
  test('writes entities and relations of standard types', () => {
    expect(line('works')).toEqual({
      id: 'works',
      caption: 'director (2014 – June 2019)',
      schema: 'Employment',
      properties: {
        employee: ['ann'],
        employer: ['acme'],
        role: ['director'],
        startDate: ['2014'],
        endDate: ['2019-06'],
      },
      datasets: ['post'],
    });
    expect(line('owns').properties.owner).toEqual(['ann', 'bob']);
    expect(line('acme').properties.parent).toEqual(['parent']);
  });

  test('falls back from the case’s own types to what they specialise', () => {
    expect(line('aide')).toMatchObject({
      schema: 'Employment',
      properties: { employee: ['bob'], employer: ['ann'] },
    });
    expect(line('ann').properties.notes).toContain('sentence (as stated): >P3Y');
  });

  test('says alleged where it can be read, and keeps alleged values out of the properties', () => {
    expect(line('aide').properties.role).toEqual(['driver (alleged)']);
    expect(line('ann').properties.position).toBeUndefined();
    expect(line('ann').properties.notes).toContain('position (alleged): spy');
    expect(line('rumoured').properties.name).toEqual(['Rumoured (alleged)']);
    expect(line('trial').properties.involved).toEqual(['ann']);
  });

  test('leaves out what is denied or confidential', () => {
    const all = JSON.stringify(lines());
    expect(all).not.toMatch(/mole|thief|ghost|"secret"|"denied"/i);
    expect(JSON.stringify(lines({ denied: true }))).not.toMatch(/mole|"secret"/);
    expect(line('denied', { denied: true }).properties.role).toEqual(['belongs to (denied)']);
  });

  test('shortens dates to what FollowTheMoney takes and notes the rest', () => {
    expect(line('trial').properties.date).toEqual(['2020-03']);
    expect(line('trial').properties.notes).toContain('date (as stated): 2020-03~');
  });

  test('replaces ids that FollowTheMoney does not take, everywhere', async () => {
    const text = JSON.stringify(smallRecords()).replaceAll('"acme"', '"a cmé"');
    const written = lines({}, JSON.parse(text));
    const acme = written.find(({ referents }) => referents?.[0] === 'a cmé')!;
    expect(acme.id).toMatch(/^clew-[0-9a-f]{24}$/);
    expect(written.find(({ id }) => id === 'works')!.properties.employer).toEqual([acme.id]);
    const back = await caseOf(...written.map((one) => JSON.stringify(one)));
    expect(back.entity('a cmé')).toBeDefined();
    expect(said(back, 'works')).toContainEqual(['employer', 'a cmé', 'affirmed']);
  });

  test('comes back with stances, dates and relations as they were', async () => {
    const back = await caseOf(...lines().map((one) => JSON.stringify(one)));
    expect(said(back, 'ann')).toContainEqual(['position', 'spy', 'alleged']);
    expect(said(back, 'trial')).toEqual([
      ['date', '2020-03~', 'affirmed'],
      ['involved', 'ann', 'affirmed'],
      ['involved', 'bob', 'alleged'],
      ['name', 'The trial', 'affirmed'],
    ]);
    expect(said(back, 'rumoured')).toEqual([['name', 'Rumoured', 'alleged']]);
    expect(said(back, 'aide').sort()).toEqual([
      ['employee', 'bob', 'alleged'],
      ['employer', 'ann', 'alleged'],
      ['role', 'driver', 'alleged'],
    ]);
  });
});

test('FollowTheMoney’s own model takes every entity that is written', () => {
  const model = new Model(standard as never);
  for (const written of lines({ denied: true })) {
    const taken = model.getEntity(written as never);
    expect(taken.schema.name).toBe(written.schema);
    for (const name of Object.keys(written.properties))
      expect(taken.schema.getProperty(name).stub).not.toBe(true);
  }
});

describe('reading', () => {
  test('takes relations as relations, and relations without an end as entities', async () => {
    const of = await caseOf(
      entity('a', 'Person', { name: ['A'] }),
      entity('b', 'Company', { name: ['B'] }),
      entity('o', 'Ownership', { owner: ['a'], asset: ['b'] }),
      entity('p', 'Ownership', { owner: ['a'] }),
    );
    expect([...of.relations()].map(({ id }) => id)).toEqual(['o']);
    expect(of.entity('p')?.schema).toBe('Ownership');
  });

  test('merges fragments of one id, the narrower type counting', async () => {
    const of = await caseOf(
      entity('a', 'LegalEntity', { name: ['A'] }),
      entity('a', 'Company', { name: ['A', 'Aa'] }),
    );
    expect(of.schemaOf('a')).toBe('Company');
    expect(said(of, 'a').map(([, value]) => value)).toEqual(['A', 'Aa']);
  });

  test('lays nested entities flat', async () => {
    const director = {
      id: 'd',
      schema: 'Directorship',
      properties: {
        director: [{ id: 'a', schema: 'Person', properties: { name: ['A'] } }],
        organization: ['b'],
      },
    };
    const of = await caseOf(entity('b', 'Company', { name: ['B'], directorshipOrganization: [director] }));
    expect(said(of, 'd')).toEqual([
      ['director', 'a', 'affirmed'],
      ['organization', 'b', 'affirmed'],
    ]);
    expect(said(of, 'b')).toEqual([['name', 'B', 'affirmed']]);
  });

  test('says the far side of an entity nested under a reverse property', async () => {
    const held = { id: 'o', schema: 'Ownership', properties: { owner: ['b'], asset: ['c'] } };
    const of = await caseOf(
      entity('a', 'Person', { name: ['A'], ownershipOwner: [held] }),
      entity('b', 'Person', { name: ['B'] }),
      entity('c', 'Company', { name: ['C'] }),
    );
    expect(said(of, 'o').sort()).toEqual([
      ['asset', 'c', 'affirmed'],
      ['owner', 'a', 'affirmed'],
      ['owner', 'b', 'affirmed'],
    ]);
    expect(said(of, 'a')).toEqual([['name', 'A', 'affirmed']]);
  });

  test('takes statements with their language, wording and dataset', async () => {
    const statements = [
      { prop: 'id', value: 'a', dataset: 'd' },
      { prop: 'name', value: 'Анна', lang: 'rus', dataset: 'd', original_value: 'АННА' },
    ];
    const of = await caseOf(JSON.stringify({ id: 'a', schema: 'Person', statements }));
    expect([...of.claims]).toMatchObject([
      { property: 'name', language: 'ru', original: 'АННА', via: ['d'] },
    ]);
    expect(of.source('d')).toMatchObject({ form: 'dataset' });
  });

  test('takes deltas, arrays and one entity printed over many lines', async () => {
    const a = entity('a', 'Person', { name: ['A'] });
    const counts = async (text: string) => (await readBytes(text)).account.read.nodes;
    expect(await counts(`{"op":"ADD","entity":${a}}\n{"op":"DEL","entity":{"id":"z"}}`)).toBe(1);
    expect(await counts(`[${a},${entity('b', 'Person', {})}]`)).toBe(2);
    expect(await counts(JSON.stringify(JSON.parse(a), null, 2))).toBe(1);
  });

  test('adds the ends of a relation that the file does not hold, and says so', async () => {
    const { account } = await readBytes(entity('o', 'Ownership', { owner: ['a'], asset: ['b'] }));
    expect(account).toMatchObject({ read: { nodes: 2, edges: 1 }, mended: 2 });
  });

  test('keeps types and properties that the model does not know', async () => {
    const of = await caseOf(
      entity('a', 'Dragon', { name: ['A'], fire: ['hot'] }),
      entity('b', 'Person', { wings: ['2'] }),
    );
    expect(of.schemaOf('a')).toBe('Dragon');
    expect(of.model.property('Dragon', 'fire')).toBeDefined();
    expect(of.model.property('Person', 'wings')).toBeDefined();
  });

  test('tells what it leaves out', async () => {
    const { account } = await readBytes(
      [entity('a', 'Person', {}, { first_seen: '2020', target: true }), '{"id":', '{"x":1}'].join('\n'),
    );
    expect(account.refused).toBe(4);
    expect(account.read.nodes).toBe(1);
  });

  test('stops at entities nested without end', async () => {
    let nested: object = { id: 'z', schema: 'Person', properties: {} };
    for (let i = 0; i < 100; i++)
      nested = { id: `n${i}`, schema: 'Company', properties: { parent: [nested] } };
    const { account } = await readBytes(JSON.stringify(nested));
    expect(account.refused).toBe(1);
    expect(account.read.nodes).toBe(33);
  });

  test('refuses what is cut off before the first entity ends', async () => {
    await expect(
      readBytes('{"id":"a","schema":"Person","properties":{"name":["A"', 'x', 'ftm'),
    ).rejects.toBeInstanceOf(InputError);
  });
});

test.each([
  ['date', '2020', { value: '2020', exact: true }],
  ['date', '2020-03~', { value: '2020-03', exact: false }],
  ['date', '2020-XX', { value: '2020', exact: false }],
  ['date', '2012/2018', undefined],
  ['date', 'XXXX-04', undefined],
  ['country', 'ru', { value: 'ru', exact: true }],
  ['country', 'Russia', undefined],
  ['number', '~140500 USD', undefined],
  ['number', '12.5', { value: '12.5', exact: true }],
  ['url', 'javascript:alert(1)', undefined],
  ['string', 'x', { value: 'x', exact: true }],
])('of type %s, %j is taken as %j', (type, value, expected) => {
  expect(accepted(type, value)).toEqual(expected);
});

test('a note says property, mark and value, and can be read back', () => {
  expect(readNote(note('position', 'alleged', 'a: (denied): b'))).toEqual({
    property: 'position',
    mark: 'alleged',
    value: 'a: (denied): b',
  });
  expect(readNote('just a note (of mine)')).toBeUndefined();
});
