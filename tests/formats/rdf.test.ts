// RDF as Clew writes it: claims come back with their sources, and nothing alleged is stated.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../src/case/records.ts';
import type { Outgoing } from '../../src/formats/format.ts';
import { entityIri, idOf } from '../../src/formats/rdf/rdfIris.ts';
import { NASTY, outgoing, smallRecords } from './cases.ts';
import { format, schemata, textOf } from './rdfFiles.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const SPECTOR = new URL('../../graph-data/spector/case.clew.json', import.meta.url);
const sorted = (record: CaseRecord): string =>
  JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
const recordsOf = ({ seen }: Outgoing): CaseRecord[] => {
  const { case: of } = seen;
  const secret = new Set([...of.sources()].filter(({ confidential }) => confidential).map(({ id }) => id));
  const told = [...of.claims].filter(({ source }) => !secret.has(source));
  const subjects = new Set(told.map(({ subject }) => subject));
  return [
    ...[...of.sources()].filter(({ id }) => !secret.has(id)),
    ...[...of.entities(), ...of.relations()].filter(({ id }) => subjects.has(id)),
    ...told,
  ];
};

describe.each([
  ['turtle', { claims: true }],
  ['trig', {}],
  ['ntriples', { claims: true }],
  ['nquads', {}],
  ['jsonld', {}],
])('%s %j', (id, settings) => {
  const cases: [string, () => Promise<Outgoing>][] = [
    ['the small case', async () => outgoing(smallRecords())],
  ];
  if (existsSync(SPECTOR))
    cases.push(['Spector', async () => outgoingOf(await readBytes(readFileSync(SPECTOR)))]);

  test.each(cases)('%s comes back claim by claim, with its sources', async (_, make) => {
    const out = await make();
    const imported = await readBytes(bytesFor(format(id), out, { ...settings, denied: true }), 'file', id);
    const back = new Set(imported.records.map(sorted));
    const expected = recordsOf(out).map(sorted);
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.filter((record) => !back.has(record))).toEqual([]);
    expect([imported.account.kept, imported.account.mended, imported.account.refused]).toEqual([0, 0, 0]);
    expect(imported.records.filter(({ kind }) => kind === 'claim')).toHaveLength(
      expected.filter((one) => one.includes('"kind":"claim"')).length,
    );
  });
});

describe('what must not be stated', () => {
  test.each(['ntriples', 'nquads'])(
    '%s states nothing that is alleged and holds nothing that is denied',
    (id) => {
      const lines = textOf(id, outgoing(smallRecords())).split('\n');
      const saying = lines.filter((line) => line.includes('"spy"'));
      expect(saying).toHaveLength(1);
      expect(saying[0]).toContain('rdf-syntax-ns#object>');
      expect(lines.join()).not.toContain('"thief"');
      expect(lines.some((line) => line.includes('(alleged)"'))).toBe(true);
    },
  );

  test('the source of each statement is its graph, described in PROV and Dublin Core', () => {
    const text = textOf('nquads', outgoing(smallRecords()));
    expect(text).toMatch(/<urn:x-clew:id:ann> <[^>]+#Thing:name> "Ann Ono" <urn:x-clew:source:echo> \./);
    expect(text).toContain(
      '<urn:x-clew:source:echo> <http://www.w3.org/ns/prov#wasDerivedFrom> <urn:x-clew:source:post>',
    );
    expect(text).toContain(
      '<http://purl.org/dc/terms/issued> "2024-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
    );
    expect(text).toContain(
      '<http://www.w3.org/ns/prov#wasAttributedTo> <urn:x-clew:agent:Post%20%26%20Sons>',
    );
  });
});

test('any id is an IRI of plain letters and comes back', () => {
  for (const id of [...NASTY, 'urn:x-clew:id:x', '_:b', 'ftm:Person', 'http://example.org/a b', 'C:\\x']) {
    expect(entityIri(id)).toMatch(/^urn:x-clew:id:[\w.~!*'()%-]*$/);
    expect(idOf(entityIri(id))).toBe(id);
  }
  expect(entityIri('http://example.org/Ünal?q=1#me')).toBe('http://example.org/Ünal?q=1#me');
});

describe('the schema.org view', () => {
  const text = textOf('jsonld', outgoing(smallRecords()), { vocabulary: 'schema.org' });

  test('has people, bodies and roles with their dates', async () => {
    const { '@graph': nodes } = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
    const find = (id: string, type: string) =>
      nodes.find((node) => node['@id'] === `urn:x-clew:id:${id}` && node['@type'] === type);
    expect(find('ann', 'Person')).toMatchObject({
      name: ['Ann Ōno', 'Ann Ono'].map((name, i) => (i ? name : { '@value': name, '@language': 'en' })),
    });
    expect(find('works', 'EmployeeRole')).toMatchObject({
      roleName: 'director',
      worksFor: { '@id': 'urn:x-clew:id:acme' },
    });
    const imported = await readBytes(text);
    expect(schemata(imported)).toContain('works Employment');
  });

  test('leaves out what is not affirmed, and says so', () => {
    expect(text).not.toMatch(/spy|thief|driver/);
    const told = format('jsonld').loses(outgoing(smallRecords()), { vocabulary: 'schema.org' });
    expect(told.some(({ what }) => what.includes('not affirmed'))).toBe(true);
  });
});
