import { describe, expect, test } from 'vitest';
import { bods } from '../../src/formats/bods/bods.ts';
import { flatten } from '../../src/formats/flat.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, nastyRecords, outgoing, smallRecords } from './cases.ts';
import { hasSchemas, validator } from './peerSchemas.ts';
import { bytesFor, contentOf, outgoingOf, readBytes } from './roundTrip.ts';

interface Statement {
  readonly recordId: string;
  readonly recordType: string;
  readonly recordDetails: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}
const written = (out = outgoing(smallRecords()), settings = {}): Statement[] =>
  JSON.parse(new TextDecoder().decode(bytesFor(bods, out, settings)));
const graphOf = async (statements: unknown) => {
  const flat = flatten(outgoingOf(await readBytes(JSON.stringify(statements))), {});
  return { nodes: [...flat.nodes], edges: [...flat.edges] };
};

const PUBLISHED = { publicationDate: '2020-03-04', bodsVersion: '0.4', publisher: { name: 'A register' } };
const statement = (recordId: string, recordType: string, recordDetails: object, more = {}) => ({
  statementId: `statement-of-a-register-${recordId.padStart(10, '0')}`,
  statementDate: '2020-03-04',
  publicationDetails: PUBLISHED,
  declarationSubject: 'acme',
  ...{ recordId, recordStatus: 'new', recordType, recordDetails: { isComponent: false, ...recordDetails } },
  ...more,
});
const SOURCE = {
  ...{ type: ['officialRegister'], url: 'https://register.example/1', assertedBy: [{ name: 'Ann' }] },
};
const NEW = [
  statement('acme', 'entity', {
    entityType: { type: 'registeredEntity' },
    name: 'Acme',
    identifiers: [{ scheme: 'GB-COH', id: '007' }],
    jurisdiction: { name: 'United Kingdom', code: 'GB' },
  }),
  statement('ann', 'person', {
    personType: 'knownPerson',
    names: [
      { type: 'legal', fullName: 'Ann Lee', givenName: 'Ann', familyName: 'Lee' },
      { type: 'former', fullName: 'Ann Ray' },
    ],
    birthDate: '1978-07',
    nationalities: [{ name: 'United Kingdom', code: 'GB' }],
  }),
  statement(
    'tie',
    'relationship',
    {
      ...{ subject: 'acme', interestedParty: 'ann' },
      interests: [
        { type: 'shareholding', share: { exclusiveMinimum: 25, maximum: 50 }, startDate: '2016-04-06' },
        { type: 'boardMember', directOrIndirect: 'direct', beneficialOwnershipOrControl: true },
      ],
    },
    {
      source: {
        type: ['officialRegister'],
        url: 'https://register.example/1',
        assertedBy: [{ name: 'Ann' }],
      },
    },
  ),
];
/** By the examples of version 0.2. */
const OLD = [
  {
    ...{ statementID: 'e1', statementType: 'entityStatement', isComponent: false, name: 'Old Ltd' },
    ...{ entityType: 'registeredEntity', incorporatedInJurisdiction: { name: 'Denmark', code: 'DK' } },
  },
  {
    statementID: 'p1',
    statementType: 'personStatement',
    personType: 'knownPerson',
    names: [{ fullName: 'Bo' }],
  },
  {
    ...{ statementID: 'o1', statementType: 'ownershipOrControlStatement' },
    subject: { describedByEntityStatement: 'e1' },
    interestedParty: { describedByPersonStatement: 'p1' },
    interests: [
      {
        ...{ type: 'voting-rights', interestLevel: 'direct' },
        share: { minimum: 25, exclusiveMinimum: true, maximum: 50, exclusiveMaximum: false },
      },
    ],
  },
  {
    ...{ statementID: 'o2', statementType: 'ownershipOrControlStatement' },
    subject: { describedByEntityStatement: 'e1' },
    interestedParty: { unspecified: { reason: 'noBeneficialOwners' } },
  },
];

describe('reading', () => {
  test('persons, entities and one tie for each interest', async () => {
    const { nodes, edges } = await graphOf(NEW);
    expect(nodes.map(({ id, schema }) => [id, schema])).toEqual([
      ['acme', 'Company'],
      ['ann', 'Person'],
    ]);
    expect(nodes[0]!.values.get('registrationNumber')).toEqual(['007']);
    expect(nodes[0]!.values.get('jurisdiction')).toEqual(['gb']);
    expect(nodes[1]!.values.get('previousName')).toEqual(['Ann Ray']);
    expect(edges.map(({ type, source, target }) => [type, source, target])).toEqual([
      ['Ownership', 'ann', 'acme'],
      ['Directorship', 'ann', 'acme'],
    ]);
    expect(edges[0]!.values.get('shareExclusiveMinimum')).toEqual(['25']);
    expect(edges[0]!.values.get('startDate')).toEqual(['2016-04-06']);
    expect(edges[0]!.values.get('publisher')).toEqual(['Ann']);
  });

  test('version 0.2, and why nobody is named', async () => {
    const { nodes, edges } = await graphOf(OLD);
    const old = nodes.find(({ id }) => id === 'e1')!;
    expect(old.label).toBe('Old Ltd');
    expect(old.values.get('jurisdiction')).toEqual(['dk']);
    expect(old.values.get('unspecifiedReason')).toEqual(['noBeneficialOwners']);
    expect(edges.map(({ type, source, target }) => [type, source, target])).toEqual([
      ['Ownership', 'p1', 'e1'],
    ]);
    expect(edges[0]!.values.get('shareExclusiveMinimum')).toEqual(['25']);
    expect(edges[0]!.values.get('shareMaximum')).toEqual(['50']);
  });

  test('lines of statements, and the latest of each record', async () => {
    const later = statement('acme', 'entity', { entityType: { type: 'registeredEntity' }, name: 'Acme plc' });
    const lines = [...NEW, { ...later, statementDate: '2021-01-01' }].map((one) => JSON.stringify(one));
    const imported = await readBytes(lines.join('\n'));
    expect(imported.format).toBe('bods');
    const names = Array.from(flatten(outgoingOf(imported), {}).nodes, ({ label }) => label);
    expect(names).toEqual(['Acme plc', 'Ann Lee']);
    expect(imported.account).toMatchObject({ kept: 1, refused: 0 });
  });

  test('what is no statement is refused or left out', async () => {
    await expect(readBytes('3', 'f', 'bods')).rejects.toThrow(InputError);
    expect((await readBytes('[3, {"recordType":"x"}]', 'f', 'bods')).account.refused).toBe(1);
  });
});

describe('writing', () => {
  test.each([
    ['0.4', NEW],
    ['0.2', OLD],
  ])('a file of version %s comes back the same', async (_, statements) => {
    const once = outgoingOf(await readBytes(JSON.stringify(statements)));
    expect(contentOf(outgoingOf(await readBytes(bytesFor(bods, once))))).toEqual(contentOf(once));
  });

  test('interests that were declared together stand together again', async () => {
    const back = written(outgoingOf(await readBytes(JSON.stringify(NEW))));
    const [tie] = back.filter(({ recordType }) => recordType === 'relationship');
    expect(tie).toMatchObject({ recordId: 'tie', source: SOURCE });
    expect(tie!.recordDetails.interests).toHaveLength(2);
    expect(JSON.stringify(back)).not.toContain('clew');
  });

  test('only persons, organizations and interests, and lines where asked for', () => {
    expect(written().map(({ recordType }) => recordType)).toEqual([
      ...['entity', 'person', 'person', 'entity', 'person', 'relationship', 'relationship'],
    ]);
    const lines = new TextDecoder().decode(bytesFor(bods, outgoing(smallRecords()), { lines: true }));
    expect(lines.trim().split('\n')).toHaveLength(7);
  });

  test('a share is a number, and what is alleged says so where people read it', () => {
    const alleged = outgoing([
      ...smallRecords().filter((record) => record.kind !== 'claim' || record.property !== 'owner'),
      claim('owns', 'owner', 'ann', { stance: 'alleged' }),
    ]);
    const [tie] = written(alleged).filter(({ recordType }) => recordType === 'relationship');
    expect(tie!.recordDetails.interests).toMatchObject([
      { type: 'shareholding', share: { exact: 51 }, details: '(alleged)' },
    ]);
  });
});

describe.skipIf(!hasSchemas)('by the schema of Open Ownership', () => {
  test.each([
    ['the small case', async () => outgoing(smallRecords())],
    ['the nasty case', async () => outgoing(nastyRecords())],
    ['a file of 0.4', async () => outgoingOf(await readBytes(JSON.stringify(NEW)))],
    ['a file of 0.2', async () => outgoingOf(await readBytes(JSON.stringify(OLD)))],
  ])('%s is valid', async (_, make) => {
    const faults = validator('bods/schema');
    const parts = { entity: 'entity-record', person: 'person-record', relationship: 'relationship-record' };
    const statements = written(await make());
    expect(faults('statement', statements)).toBe('');
    for (const { recordType, recordDetails } of statements)
      expect(faults(parts[recordType as keyof typeof parts], recordDetails)).toBe('');
  });
});
