// Samples are as followthemoney 4.11.2 writes them; ids were computed by it (Statement.make_key).
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { languageCode, languageTag } from '../../src/formats/ftm/ftmLanguages.ts';
import { statementId, type Statement } from '../../src/formats/ftm/ftmStatement.ts';
import { ftmStatements } from '../../src/formats/ftm/ftmStatements.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

const CSV = `"canonical_id","entity_id","prop","prop_type","schema","value","dataset","origin","lang","original_value","external","first_seen","last_seen","id"
"ann","ann","id","id","Person","ann","post","","","","f","2024-01-01T00:00:00","2024-02-01T00:00:00","fec498ed285f786d220a304a0396ecc5d7d86ce7"
"ann","ann","name","name","Person","Анна, ""Ann""","post","crawl","rus","АННА","f","2024-01-01T00:00:00","2024-01-01T00:00:00","b8d97a5bf25d76a13435489a814cf801b50f5d53"
"ann","ann","birthDate","date","Person","1970","post","","","","t","","","a20b70c897b25655eb0443eea7abfa957fd2db63"
"acme","acme","name","name","Company","Acme
Ltd","echo","","","","f","","","d5fae396e2dedb9b38b8582175b575a77cba3cff"
"own","own","owner","entity","Ownership","ann","post","","","","f","","","ffd291c1c12986e16ba6e2d9a8889eacddf8dfaa"
"own","own","asset","entity","Ownership","acme","post","","","","f","","","6e1e54d2f530a00bfa00d8e4eccb9d91bcae7d34"
`;
const JSON_LINES = `{"canonical_id":"ann","entity_id":"ann","prop":"id","schema":"Person","value":"ann","dataset":"post","lang":null,"original_value":null,"first_seen":"2024-01-01T00:00:00","last_seen":"2024-02-01T00:00:00","external":false,"origin":null,"id":"fec498ed285f786d220a304a0396ecc5d7d86ce7"}
{"canonical_id":"ann","entity_id":"ann","prop":"name","schema":"Person","value":"Анна, \\"Ann\\"","dataset":"post","lang":"rus","original_value":"АННА","first_seen":"2024-01-01T00:00:00","last_seen":"2024-01-01T00:00:00","external":false,"origin":"crawl","id":"b8d97a5bf25d76a13435489a814cf801b50f5d53"}
{"canonical_id":"ann","entity_id":"ann","prop":"birthDate","schema":"Person","value":"1970","dataset":"post","lang":null,"original_value":null,"first_seen":null,"last_seen":null,"external":true,"origin":null,"id":"a20b70c897b25655eb0443eea7abfa957fd2db63"}
{"canonical_id":"acme","entity_id":"acme","prop":"name","schema":"Company","value":"Acme\\nLtd","dataset":"echo","lang":null,"original_value":null,"first_seen":null,"last_seen":null,"external":false,"origin":null,"id":"d5fae396e2dedb9b38b8582175b575a77cba3cff"}
{"canonical_id":"own","entity_id":"own","prop":"owner","schema":"Ownership","value":"ann","dataset":"post","lang":null,"original_value":null,"first_seen":null,"last_seen":null,"external":false,"origin":null,"id":"ffd291c1c12986e16ba6e2d9a8889eacddf8dfaa"}
{"canonical_id":"own","entity_id":"own","prop":"asset","schema":"Ownership","value":"acme","dataset":"post","lang":null,"original_value":null,"first_seen":null,"last_seen":null,"external":false,"origin":null,"id":"6e1e54d2f530a00bfa00d8e4eccb9d91bcae7d34"}
`;
const PACK_ROWS = `ann,Person:id,ann,post,,,,,2024-01-01T00:00:00,2024-02-01T00:00:00,fec498ed285f786d220a304a0396ecc5d7d86ce7
ann,Person:name,"Анна, ""Ann""",post,rus,АННА,crawl,,2024-01-01T00:00:00,2024-01-01T00:00:00,b8d97a5bf25d76a13435489a814cf801b50f5d53
ann,Person:birthDate,1970,post,,,,t,,,a20b70c897b25655eb0443eea7abfa957fd2db63
acme,Company:name,"Acme
Ltd",echo,,,,,,,d5fae396e2dedb9b38b8582175b575a77cba3cff
own,Ownership:owner,ann,post,,,,,,,ffd291c1c12986e16ba6e2d9a8889eacddf8dfaa
own,Ownership:asset,acme,post,,,,,,,6e1e54d2f530a00bfa00d8e4eccb9d91bcae7d34
`;
const PACK = `entity_id,prop,value,dataset,lang,original_value,origin,external,first_seen,last_seen,id\n${PACK_ROWS}`;
/** The same with `target` in the place of `origin`, and no header. */
const LEGACY_PACK = PACK_ROWS.replace(',crawl,', ',,');

const EXPECTED = [
  ['acme', 'name', 'Acme\nLtd', 'affirmed', 'echo'],
  ['ann', 'birthDate', '1970', 'alleged', 'post'],
  ['ann', 'id', 'ann', 'affirmed', 'post'],
  ['ann', 'name', 'Анна, "Ann"', 'affirmed', 'post'],
  ['own', 'asset', 'acme', 'affirmed', 'post'],
  ['own', 'owner', 'ann', 'affirmed', 'post'],
];
const caseOf = async (text: string) => new Case((await readBytes(text)).records);
const claimsOf = (of: Case) =>
  Array.from(of.claims, ({ subject, property, value, stance, source }) => [
    subject,
    property,
    value,
    stance,
    source,
  ]).sort();
const lines = (records = smallRecords(), settings = {}): (Statement & { id: string })[] =>
  new TextDecoder()
    .decode(bytesFor(ftmStatements, outgoing(records), { form: 'json', ...settings }))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each([
  ['CSV', CSV],
  ['JSON lines', JSON_LINES],
  ['pack', PACK],
  ['pack without a header', LEGACY_PACK],
  ['legacy pack without ids', LEGACY_PACK.replace(/,[0-9a-f]{40}$/gm, '')],
  ['CSV with other line ends', CSV.replaceAll('"\n', '"\r\n')],
])('%s gives claims with the dataset as their source', async (_, text) => {
  const imported = await readBytes(text);
  const of = new Case(imported.records);
  expect(imported.format).toBe('ftm-statements');
  expect(claimsOf(of)).toEqual(EXPECTED);
  expect([...of.claims].find(({ language }) => language)).toMatchObject({ language: 'ru', original: 'АННА' });
  expect([...of.relations()].map(({ id }) => id)).toEqual(['own']);
  expect(of.source('post')).toMatchObject({ form: 'dataset' });
});

test('tells of what is no claim: when it was seen, by which step, that it is external', async () => {
  const { account } = await readBytes(CSV);
  expect(account.problems.map(({ where }) => where)).toEqual([
    'line 2 and 1 more',
    'line 2 and 1 more',
    'line 3',
    'line 4',
  ]);
});

test.each([
  [{ prop: 'name', value: 'Acme\nLtd' }, '6193838e92bcb25fb5f4ce763d7530b721f85afc'],
  [{ prop: 'name', value: 'Анна', lang: 'rus' }, 'fe58f522d5ac2e4c0804e92fb83b6247ae2d4ee1'],
  [{ prop: 'birthDate', value: '1970', lang: 'eng' }, 'ba00499a61d23041569ec6680aa80244ae23fc16'],
  [{ prop: 'birthDate', value: '1970', external: true }, 'a20b70c897b25655eb0443eea7abfa957fd2db63'],
  [{ prop: 'id', value: 'ann' }, 'fec498ed285f786d220a304a0396ecc5d7d86ce7'],
])('the id of %j is as FollowTheMoney computes it', (parts, id) => {
  const base = { canonical_id: 'ann', entity_id: 'ann', schema: 'Person', dataset: 'post' };
  expect(statementId({ ...base, ...parts })).toBe(id);
});

test.each(['csv', 'json'])('what was read from %s is written with the ids it had', async (form) => {
  const records = (await readBytes(form === 'csv' ? CSV : JSON_LINES)).records;
  const ids = (text: string): string[] => text.match(/[0-9a-f]{40}/g)!.sort();
  const written = new TextDecoder().decode(bytesFor(ftmStatements, outgoing(records), { form }));
  const external = 'a20b70c897b25655eb0443eea7abfa957fd2db63';
  expect(ids(CSV).filter((id) => id !== external)).toEqual(
    ids(written).filter((id) => ids(CSV).includes(id)),
  );
});

test('claims come back the same but for what statements cannot hold', async () => {
  const plain = smallRecords().filter((record) => record.kind !== 'claim' || record.stance === 'affirmed');
  const imported = await readBytes(bytesFor(ftmStatements, outgoing(plain)));
  const back = new Set(imported.records.filter((record) => record.kind === 'claim').map(({ id }) => id));
  const kept = plain.filter((record) => record.kind === 'claim' && record.source !== 'mole' && !record.held);
  expect(kept.filter(({ id }) => !back.has(id))).toEqual([]);
  expect(back.size).toBeGreaterThan(20);
});

test('what is only alleged stands in notes, its tie marked, and comes back as alleged', async () => {
  const written = lines();
  const of = (id: string) => written.filter(({ entity_id }) => entity_id === id);
  expect(of('ann').find(({ prop }) => prop === 'position')).toBeUndefined();
  expect(of('ann').map(({ value }) => value)).toContain('position (alleged): spy');
  expect(
    of('aide')
      .filter(({ prop }) => prop === 'role')
      .map(({ value }) => value),
  ).toEqual(['driver (alleged)']);
  expect(of('rumoured').find(({ prop }) => prop === 'name')?.value).toBe('Rumoured (alleged)');
  const back = await caseOf(written.map((line) => JSON.stringify(line)).join('\n'));
  expect(claimsOf(back).filter(([id]) => id === 'aide' || id === 'rumoured')).toEqual([
    ['aide', 'employee', 'bob', 'alleged', 'post'],
    ['aide', 'employer', 'ann', 'alleged', 'post'],
    ['aide', 'role', 'driver', 'alleged', 'post'],
    ['rumoured', 'name', 'Rumoured', 'alleged', 'post'],
  ]);
});

test('what one source affirms and another alleges stays so', async () => {
  const more = [
    claim('works', 'employee', 'ann', { source: 'echo', stance: 'alleged' }),
    claim('works', 'role', 'director', { source: 'echo', stance: 'alleged' }),
  ];
  const written = lines([...smallRecords(), ...more]).filter(({ entity_id }) => entity_id === 'works');
  expect(written.filter(({ dataset }) => dataset === 'echo').map(({ value }) => value)).toEqual([
    'employee (alleged): ann',
    'role (alleged): director',
  ]);
  const back = await caseOf(
    lines([...smallRecords(), ...more])
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  expect(claimsOf(back).filter(([id, property]) => id === 'works' && property !== 'startDate')).toEqual([
    ['works', 'employee', 'ann', 'affirmed', 'post'],
    ['works', 'employee', 'ann', 'alleged', 'echo'],
    ['works', 'employer', 'acme', 'affirmed', 'post'],
    ['works', 'endDate', '2019-06', 'affirmed', 'post'],
    ['works', 'role', 'director', 'affirmed', 'post'],
    ['works', 'role', 'director', 'alleged', 'echo'],
  ]);
});

test('an id that FollowTheMoney does not take is merged into one that it does', async () => {
  const records = JSON.parse(JSON.stringify(smallRecords()).replaceAll('"acme"', '"a cmé"'));
  const written = lines(records);
  const acme = written.find(({ entity_id }) => entity_id === 'a cmé')!;
  expect(acme.canonical_id).toMatch(/^clew-[0-9a-f]{24}$/);
  expect(written.find(({ entity_id, prop }) => entity_id === 'works' && prop === 'employer')!.value).toBe(
    acme.canonical_id,
  );
  const back = await caseOf(written.map((line) => JSON.stringify(line)).join('\n'));
  expect(claimsOf(back)).toContainEqual(['works', 'employer', 'a cmé', 'affirmed', 'post']);
  expect(back.entity('a cmé')).toBeDefined();
});

test('statements of several ids that were merged are of one entity, and it is told', async () => {
  const of = await readBytes(
    `${CSV}"acme","other","name","name","LegalEntity","Old","echo","","","","f","","",""\n`,
  );
  expect(claimsOf(new Case(of.records))).toContainEqual(['acme', 'name', 'Old', 'affirmed', 'echo']);
  expect(of.account.problems.at(-1)).toMatchObject({ outcome: 'kept', where: 'line 9' });
});

test('losses count what becomes one statement, and the languages that get lost', () => {
  const records = [
    ...smallRecords(),
    claim('bob', 'name', 'Bob', { held: '2013' }),
    claim('bob', 'name', 'Rob', { language: 'en-GB' }),
    claim('bob', 'birthDate', '1960', { language: 'en' }),
  ];
  const losses = new Map(
    ftmStatements
      .loses(outgoing(records), valuesFor(ftmStatements.settings))
      .map(({ what, count }) => [what.split(' ').slice(0, 4).join(' '), count]),
  );
  expect(losses.get('claims that say the')).toBe(1);
  expect(losses.get('claims whose language FollowTheMoney')).toBe(2);
  expect(losses.get('claims with when they')).toBe(2);
  expect([...losses.keys()]).not.toContain('claims, which become values:');
});

test('refuses what holds no statements, and leaves out rows that are cut off', async () => {
  await expect(readBytes('a,b\n1,2\n', 'x', 'ftm-statements')).rejects.toBeInstanceOf(InputError);
  await expect(readBytes('{"entity_id":', 'x', 'ftm-statements')).rejects.toBeInstanceOf(InputError);
  const { account } = await readBytes(CSV.slice(0, CSV.indexOf('Ltd')));
  expect(account.problems.some(({ outcome, where }) => outcome === 'refused' && where === 'line 5')).toBe(
    true,
  );
});

test.each([
  ['en', 'eng'],
  ['ru', 'rus'],
  ['fil', 'fil'],
  ['x-klingon', 'x-klingon'],
])('language %s is %s there and back', (tag, code) => {
  expect([languageCode(tag), languageTag(code)]).toEqual([code, tag]);
});

test.each(['csv', 'json'])(
  'with the carrier claims that have one id as statements come back apart (%s)',
  async (form) => {
    const twice = [
      ...smallRecords(),
      claim('ann', 'position', 'judge', { held: '2001' }),
      claim('ann', 'position', 'judge', { held: '2009', stance: 'alleged', attributedTo: ['bob'] }),
    ];
    const back = await readBytes(bytesFor(ftmStatements, outgoing(twice), { form, carrier: true }));
    const judge = back.records.filter((record) => record.kind === 'claim' && record.value === 'judge');
    expect(judge).toEqual(expect.arrayContaining(twice.slice(-2)));
    expect(judge).toHaveLength(2);
    const plain = ftmStatements.loses(outgoing(twice), valuesFor(ftmStatements.settings, { form }));
    expect(plain.find(({ what }) => what.includes('they become one statement'))?.count).toBe(1);
  },
);

test('with the carrier an edited statement wins for its entity, and is told', async () => {
  const written = new TextDecoder().decode(
    bytesFor(ftmStatements, outgoing(smallRecords()), { carrier: true }),
  );
  const edited = written.replace('"Bob","post"', '"Bobby","post"');
  expect(edited).not.toBe(written);
  const { records, account } = await readBytes(edited);
  const names = (subject: string) =>
    records.filter((one) => one.kind === 'claim' && one.subject === subject && one.property === 'name');
  expect(names('bob')).toMatchObject([{ value: 'Bobby', source: 'post' }]);
  expect(names('bob')[0]).not.toHaveProperty('held');
  expect(names('ann')).toMatchObject([
    { value: 'Ann Ōno', source: 'post', language: 'en' },
    { value: 'Ann Ono', source: 'echo' },
  ]);
  expect(account.mended).toBe(1);
  const titles = records.filter((one) => one.kind === 'source').map(({ title }) => title);
  expect(titles.sort()).toEqual(['Echo', 'The Post']);
});
