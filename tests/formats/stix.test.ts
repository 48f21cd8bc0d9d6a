import { describe, expect, test } from 'vitest';
import { flatten } from '../../src/formats/flat.ts';
import { stix } from '../../src/formats/stix/stix.ts';
import { uuid5 } from '../../src/formats/uuid5.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { claim, nastyRecords, outgoing, smallRecords } from './cases.ts';
import { hasSchemas, validator } from './peerSchemas.ts';
import { bytesFor, contentOf, outgoingOf, readBytes } from './roundTrip.ts';

interface Written {
  readonly type: string;
  readonly id: string;
  readonly [field: string]: unknown;
}
const objectsIn = (bytes: Uint8Array): Written[] => JSON.parse(new TextDecoder().decode(bytes)).objects;
const written = (out = outgoing(smallRecords()), settings = {}): Written[] =>
  objectsIn(bytesFor(stix, out, settings));
const named = (objects: readonly Written[], name: string): Written =>
  objects.find((object) => object.name === name)!;

const DATES = { created: '2016-04-06T20:08:31.000Z', modified: '2016-04-06T20:08:31.000Z' };
const ACME = 'identity--f431f809-377b-45e0-aa1c-6a4751cae5ff';
const MALWARE = 'malware--fdd60b30-b67c-41e3-b0b9-f01faf20d111';
const GREEN = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';
/** Made by the examples of the standard, with what 2.0 and 2.1 say differently. */
const FOREIGN = [
  { type: 'identity', id: ACME, ...DATES, name: 'ACME', identity_class: 'organization', x_grade: { a: [1] } },
  {
    type: 'malware',
    spec_version: '2.1',
    id: MALWARE,
    ...DATES,
    name: 'Old',
    is_family: true,
    labels: ['rat'],
  },
  {
    ...{ type: 'malware', spec_version: '2.1', id: MALWARE, ...DATES, modified: '2020-01-01T00:00:00.000Z' },
    ...{ name: 'Ivy', is_family: true, malware_types: ['rat'], object_marking_refs: [GREEN], confidence: 70 },
    created_by_ref: ACME,
  },
  {
    ...{ type: 'observed-data', id: 'observed-data--b67d30ff-02ac-498a-92f9-32f845f448cf', ...DATES },
    ...{ first_observed: '2015-12-21T19:00:00Z', last_observed: '2015-12-21T19:00:00Z', number_observed: 50 },
    objects: {
      0: { type: 'directory', path: '/usr' },
      1: { type: 'file', name: 'a.exe', parent_directory_ref: '0' },
    },
  },
  {
    ...{
      type: 'sighting',
      spec_version: '2.1',
      id: 'sighting--ee20065d-2555-424f-ad9e-0f8428623c75',
      ...DATES,
    },
    ...{ sighting_of_ref: MALWARE, where_sighted_refs: [ACME], count: 5 },
  },
  {
    ...{ type: 'relationship', spec_version: '2.1', id: `relationship--${uuid5('r')}`, ...DATES },
    ...{ relationship_type: 'targets', source_ref: MALWARE, target_ref: ACME },
    start_time: '2015-12-21T19:00:00Z',
  },
];
const bundle = (objects: readonly unknown[]): string =>
  JSON.stringify({ type: 'bundle', id: 'bundle--44af6c39-c09b-49c5-9de2-394224b04982', objects });

describe('reading', () => {
  test('nodes, edges, references and observables packed as in 2.0', async () => {
    const imported = await readBytes(bundle(FOREIGN));
    const flat = flatten(outgoingOf(imported), {});
    expect(imported.format).toBe('stix');
    expect(Array.from(flat.nodes, ({ label, schema }) => [label, schema]).sort()).toEqual([
      ['/usr', 'directory'],
      ['ACME', 'Organization'],
      ['Ivy', 'malware'],
      ['a.exe', 'Document'],
      ['observed-data--b67d30ff-02ac-498a-92f9-32f845f448cf', 'observed-data'],
    ]);
    const types = Array.from(flat.edges, ({ type }) => type).sort();
    expect(types).toEqual([
      ...['created_by_ref', 'object_refs', 'object_refs', 'parent_directory_ref', 'sighting', 'targets'],
    ]);
    expect(imported.account.refused).toBe(0);
  });

  test('the newest version of an object counts, markings in words', async () => {
    const flat = flatten(outgoingOf(await readBytes(bundle(FOREIGN))), {});
    const ivy = [...flat.nodes].find(({ id }) => id === MALWARE)!;
    expect(ivy.values.get('marking')).toEqual(['TLP:GREEN']);
    expect(ivy.values.get('malware_types')).toEqual(['rat']);
    expect(ivy.values.get('labels')).toBeUndefined();
  });

  test('who created an object is no tie where the user does not want it', async () => {
    const { read } = await import('../../src/formats/importing.ts');
    const { quietJob } = await import('../../src/plugin/job.ts');
    const bytes = new TextEncoder().encode(bundle(FOREIGN));
    const imported = await read(bytes, { name: 'b', settings: { authors: false } }, quietJob());
    const flat = flatten(outgoingOf(imported), {});
    expect(Array.from(flat.edges, ({ type }) => type)).not.toContain('created_by_ref');
    expect([...flat.nodes].find(({ id }) => id === MALWARE)!.values.get('created_by_ref')).toEqual([ACME]);
  });

  test('what is no bundle is refused', async () => {
    await expect(readBytes('{"type":"bundle","objects":3}', 'f', 'stix')).rejects.toThrow(InputError);
    const { account } = await readBytes(bundle([3, { type: 'x' }]), 'f', 'stix');
    expect(account.refused).toBe(1);
  });
});

describe('writing', () => {
  test('ids are the same each time, and those of the file where it had any', async () => {
    expect(written().map(({ id }) => id)).toEqual(written().map(({ id }) => id));
    const back = written(outgoingOf(await readBytes(bundle(FOREIGN))));
    const kept = FOREIGN.map(({ id }) => id);
    expect(back.map(({ id }) => id)).toEqual(expect.arrayContaining([...new Set(kept)]));
    expect(back.find(({ id }) => id === MALWARE)).toEqual({
      ...FOREIGN[2],
      x_grade: undefined,
    });
    expect(back.find(({ id }) => id === ACME)!.x_grade).toEqual({ a: [1] });
  });

  test('uuid5 is that of RFC 4122', () => {
    // The name space of domain names and www.example.com, as Python's uuid gives it.
    expect(uuid5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  test('people and organizations are identities, events incidents, what is alleged has a note', () => {
    const objects = written(outgoing(smallRecords()), { denied: true });
    expect(named(objects, 'Ann Ono')).toMatchObject({ type: 'identity', identity_class: 'individual' });
    const acme = named(objects, 'Acme, "Inc."');
    expect(acme).toMatchObject({ type: 'identity', identity_class: 'organization' });
    expect(named(objects, 'The trial').type).toBe('incident');
    const rumour = named(objects, 'Rumoured (alleged)');
    expect(objects.find(({ object_refs }) => String(object_refs) === rumour.id)!.type).toBe('note');
    const ghost = named(objects, 'Ghost (denied)');
    expect(objects.find(({ object_refs }) => String(object_refs) === ghost.id)).toMatchObject({
      ...{ type: 'opinion', opinion: 'disagree' },
    });
  });

  test('sources are external references, confidential ones are not', () => {
    expect(JSON.stringify(written())).toContain('"source_name":"Post & Sons"');
    expect(JSON.stringify(written())).not.toContain('mole');
  });

  test('a marking is on every object and defined once', () => {
    const objects = written(outgoing(smallRecords()), { marking: 'TLP:AMBER' });
    const marked = objects.filter(({ object_marking_refs }) => object_marking_refs !== undefined);
    const about = ['extension-definition', 'marking-definition'];
    expect(objects.filter(({ id }) => !marked.some((one) => one.id === id)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(about),
    );
    expect(objects.filter(({ type }) => type === 'marking-definition')).toHaveLength(1);
    expect(marked.length).toBeGreaterThan(15);
  });

  test('partial dates stand in the extension and among the losses', () => {
    const out = outgoing(smallRecords());
    const works = written().find(({ relationship_type }) => relationship_type === 'works-for')!;
    expect(works.start_time).toBeUndefined();
    expect(JSON.stringify(works)).toContain('2019-06');
    const lost = stix.loses(out, valuesFor(stix.settings)).find(({ what }) => what.startsWith('partial'));
    expect(lost?.count).toBe(2);
    const dated = outgoing([...smallRecords(), claim('self', 'startDate', '2020-02-01')]);
    expect(written(dated).find(({ start_time }) => start_time !== undefined)!.start_time).toBe(
      '2020-02-01T00:00:00.000Z',
    );
  });

  test('what others edit in a field counts', async () => {
    const text = new TextDecoder().decode(bytesFor(stix, outgoing(smallRecords())));
    const edited = text.replaceAll('"name":"Parent"', '"name":"Parent & Co"').replaceAll('"51"', '"52"');
    const flat = flatten(outgoingOf(await readBytes(edited)), {});
    const parent = [...flat.nodes].find(({ id }) => id === 'parent')!;
    expect(parent.values.get('name')).toEqual(['Parent & Co']);
  });

  test('a file by others comes back the same', async () => {
    const once = outgoingOf(await readBytes(bundle(FOREIGN)));
    const twice = outgoingOf(await readBytes(bytesFor(stix, once)));
    expect(contentOf(twice)).toEqual(contentOf(once));
  });
});

describe.skipIf(!hasSchemas)('by the schemas of OASIS', () => {
  const cases = [
    ['the small case', () => outgoing(smallRecords()), { denied: true }],
    ['the nasty case', () => outgoing(nastyRecords()), { marking: 'TLP:RED' }],
  ] as const;
  test.each(cases)('%s is valid, and no id stands twice', (_, make, settings) => {
    const faults = validator('stix21/schemas');
    const objects = written(make(), settings);
    for (const object of objects) expect(faults(object.type, object), object.id).toBe('');
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
  });

  test('so is a file of 2.0 that was read', async () => {
    const faults = validator('stix21/schemas');
    for (const object of written(outgoingOf(await readBytes(bundle(FOREIGN)))))
      expect(faults(object.type, object), object.id).toBe('');
  });
});
