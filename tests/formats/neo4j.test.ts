// What neo4j-admin's import takes, by its manual: headings apart, id spaces, labels, arrays, options; and what is written for it.
import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { flatten } from '../../src/formats/flat.ts';
import type { Import } from '../../src/formats/importing.ts';
import { neo4j } from '../../src/formats/neo4j/neo4j.ts';
import { arraysIn } from '../../src/formats/neo4j/neo4jWrite.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { bytesFor, contentOf, outgoingOf, readBytes } from './roundTrip.ts';

const zipOf = (members: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
const graphOf = (imported: Import) => flatten(outgoingOf(imported), {});
const nodesOf = (imported: Import) =>
  Array.from(graphOf(imported).nodes, ({ id, label, schema }) => [id, label, schema]);
const edgesOf = (imported: Import) =>
  Array.from(graphOf(imported).edges, ({ source, target, type }) => [source, type, target]);
const valuesOf = (imported: Import, id: string) =>
  Object.fromEntries([...graphOf(imported).nodes].find((node) => node.id === id)!.values);

describe('read', () => {
  test('ids of one space apart from those of another, known by what a person calls them', async () => {
    const imported = await readBytes(
      zipOf({
        'people.csv': 'id:ID(Person),name,:LABEL\n1,Ann,Person\n2,,Person\n',
        'firms.csv': 'id:ID(Firm),name,:LABEL\n1,Acme,Company\n',
        'owns.csv': ':START_ID(Person),:END_ID(Firm),:TYPE\n1,1,OWNS\n2,1,OWNS\n',
      }),
    );
    expect(nodesOf(imported)).toEqual([
      ['Firm:1', 'Acme', 'Company'],
      ['Person:1', 'Ann', 'Person'],
      ['Person:2', '2', 'Person'],
    ]);
    expect(edgesOf(imported)).toEqual([
      ['Person:1', 'OWNS', 'Firm:1'],
      ['Person:2', 'OWNS', 'Firm:1'],
    ]);
    expect(imported.account.problems).toEqual([]);
  });

  test('headings in files of their own, over several files, packed or not', async () => {
    const imported = await readBytes(
      zipOf({
        'people-header.csv': 'id:ID,name,born:date,:LABEL',
        'import/people-part1.csv': 'a,Ann,1970-01-02,Person\n',
        'import/people-part2.csv.gz': gzipSync(strToU8('b,Bob,,Person\nc,Cy,,Person\n')),
        'rels_headers.csv': ':START_ID\t:END_ID\t:TYPE',
        'knows.csv': 'a\tb\tKNOWS\n',
      }),
    );
    expect(nodesOf(imported).map(([id]) => id)).toEqual(['a', 'b', 'c']);
    expect(edgesOf(imported)).toEqual([['a', 'KNOWS', 'b']]);
    const place = imported.records.flatMap((record) =>
      record.kind === 'claim' ? (record.locators ?? []) : [],
    )[0];
    expect(place).toEqual({ place: 'import/people-part1.csv, line 1' });
  });

  test('types as the heading says, arrays, several labels, what is ignored, and time zones', async () => {
    const imported = await readBytes(
      ':ID,code:string,tags:string[],ages:int[],at:datetime{timezone:+02:00},skip:IGNORE,:LABEL\n' +
        'a,12,x;y z,1;2,2020-01-02T03:04:05,no,Person;Politician\n',
    );
    const values = valuesOf(imported, 'a');
    expect(values).toMatchObject({
      code: ['12'],
      tags: ['x', 'y z'],
      ages: ['1', '2'],
      labels: ['Person', 'Politician'],
    });
    expect(Object.values(values).flat()).not.toContain('no');
    expect(imported.account.problems.map(({ what }) => what).join()).toMatch(/\+02:00/);
  });
});

describe('written', () => {
  const files = (settings = {}, records = smallRecords()): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(unzipSync(bytesFor(neo4j, outgoing(records), settings))).map(([name, bytes]) => [
        name,
        new TextDecoder().decode(bytes),
      ]),
    );
  const heading = (file: string | undefined): string => file!.slice(0, file!.indexOf('\n'));

  test('nodes and relationships with typed headings, and the command for them', () => {
    const all = files();
    expect([...all.keys()]).toEqual(['neo4j-import.sh', 'nodes.csv', 'relationships.csv']);
    expect(heading(all.get('nodes.csv'))).toMatch(/^":ID","label:string",.*":LABEL",.*"name:string\[\]"/);
    expect(heading(all.get('relationships.csv'))).toMatch(/^":START_ID",":END_ID",":TYPE"/);
    expect(all.get('neo4j-import.sh')).toContain('--nodes=nodes.csv');
  });

  test('one file for each label and type comes back as the same', async () => {
    const out = outgoing(smallRecords());
    const bytes = bytesFor(neo4j, out, { split: true });
    expect(Object.keys(unzipSync(bytes))).toEqual(
      expect.arrayContaining(['nodes-person.csv', 'relationships-employment.csv']),
    );
    expect(contentOf(outgoingOf(await readBytes(bytes)))).toEqual(contentOf(out));
  });

  test('arrays are parted by what stands in none of them', async () => {
    const records = [...smallRecords(), claim('ann', 'notes', 'a;b'), claim('ann', 'notes', 'c|d')];
    expect(arraysIn(files({}, records).get('neo4j-import.sh')!)).toBe('\ue000');
    const back = await readBytes(bytesFor(neo4j, outgoing(records)));
    expect(valuesOf(back, 'ann').notes).toEqual(['a;b', 'c|d']);
  });
});
