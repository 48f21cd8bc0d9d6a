// Cytoscape sessions. No real one is at hand: the samples are built by the description of what Cytoscape 2 and 3 write.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { grouped } from '../../src/formats/order.ts';
import { read, type Import } from '../../src/formats/importing.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';

const ROOT = 'CytoscapeSession-2024_05_01-10_00/';
const NS =
  'xmlns="http://www.cs.rpi.edu/XGMML" xmlns:cy="http://www.cytoscape.org" xmlns:xlink="http://www.w3.org/1999/xlink"';
const zipped = (files: Record<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [ROOT + name, new TextEncoder().encode(text)]),
    ),
  );
const table = (columns: string[], types: string[], rows: string[][], version = 1): string =>
  [
    ...(version === 1 ? [['CyCSV-Version', '1']] : []),
    columns,
    types,
    ...(version === 1 ? [columns.map(() => 'mutable')] : []),
    ['Friends default node', 'public'],
    ...rows,
  ]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
const [LONG, TEXT, REAL, LIST] = [
  'java.lang.Long',
  'java.lang.String',
  'java.lang.Double',
  'java.util.List<java.lang.String>',
];
const attrs = (kind: string, of: string) =>
  `tables/52-Friends/${kind}_ATTRS-org.cytoscape.model.Cy${of}-Friends+default.cytable`;

const NETWORKS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<graph id="40" label="Friends" directed="1" cy:documentVersion="3.0" cy:registered="0" ${NS}><att>
 <graph id="52" label="Friends" cy:registered="1"><node id="1" label="1"/><node id="2" label="2"/>
  <node id="3" label="3"><att><graph id="60" label="Group" cy:registered="0"><node id="4" label="4"/><node xlink:href="#2"/></graph></att></node>
  <edge id="10" label="x" source="1" target="2" cy:directed="1"/><edge id="11" label="y" source="2" target="1" cy:directed="0"/></graph>
 <graph id="53" label="Foes" cy:registered="1"><node xlink:href="#1"/><node id="5" label="5"/><edge id="12" label="z" source="1" target="5" cy:directed="1"/></graph>
</att><edge id="13" label="meta" source="3" target="1" cy:directed="1"/></graph>`;
const view = (id: string, network: string, nodes: [string, string, string][]) =>
  `<graph id="${id}" label="v" cy:view="1" cy:networkId="${network}" ${NS}><graphics><att name="NETWORK_TITLE" value="x"/></graphics>${nodes
    .map(
      ([node, x, y], i) =>
        `<node id="${id}${i}" cy:nodeId="${node}"><graphics x="${x}" y="${y}" fill="#FF0000"><att name="z" value="0"/></graphics></node>`,
    )
    .join('')}</graph>`;

const SESSION = {
  '3.0.0.version': '',
  'networks/40-Friends.xgmml': NETWORKS,
  'views/52-70-Friends.xgmml': view('70', '52', [
    ['1', '10.5', '-20'],
    ['2', '0', '0'],
  ]),
  'views/53-71-Foes.xgmml': view('71', '53', [
    ['1', '7', '8'],
    ['5', '1', '1'],
  ]),
  [attrs('SHARED', 'Node')]: table(
    ['SUID', 'shared name', 'name', 'age'],
    [LONG, TEXT, TEXT, LONG],
    [
      ['1', 'Ann', 'Ann', '12345678901234567890'],
      ['2', 'Bob', 'Bob', ''],
      ['3', 'Club', 'Club', ''],
      ['4', 'Cy', 'Cy', 'young'],
      ['5', 'Eve, "E"', 'Eve, "E"', ''],
    ],
  ),
  [attrs('LOCAL', 'Node')]: table(
    ['SUID', 'name', 'tags', 'selected'],
    [LONG, TEXT, LIST, 'java.lang.Boolean'],
    [['1', 'Ann', 'a\nb', 'false']],
  ),
  [attrs('HIDDEN', 'Node')]: table(['SUID', 'secret'], [LONG, TEXT], [['1', 'x']]),
  [attrs('LOCAL', 'Edge')]: table(
    ['SUID', 'name', 'interaction', 'score'],
    [LONG, TEXT, TEXT, REAL],
    [
      ['10', 'Ann (knows) Bob', 'knows', '0.5'],
      ['11', 'Bob (likes) Ann', '', ''],
      ['12', 'a quarrel', 'fights', ''],
    ],
  ),
  [attrs('LOCAL', 'Network')]: table(
    ['SUID', 'name', 'description', 'year'],
    [LONG, TEXT, TEXT, LONG],
    [['52', 'Friends', 'Who knows whom.', '2020']],
  ),
  'session_vizmap.xml': '<vizmap/>',
};

const open = (files: Record<string, string>, network = 0): Promise<Import> =>
  read(zipped(files), { name: 'a.cys', settings: { network } }, quietJob());
const said = (imported: Import, id: string) => {
  const claims = new Case(imported.records).claims.claimsOf(id);
  const byProperty = grouped(claims, ({ property }) => property);
  return Object.fromEntries(
    Array.from(byProperty, ([property, all]) => [property, all.map(({ value }) => value)]),
  );
};
const told = ({ account }: Import) => account.problems.map(({ where, outcome }) => `${outcome} ${where}`);

describe('a session of Cytoscape 3', () => {
  test('gives all its networks together, each told by name', async () => {
    const imported = await open(SESSION);
    expect([imported.format, imported.name]).toEqual(['cys', 'a']);
    const of = new Case(imported.records);
    expect(Array.from(of.entities(), ({ id }) => id).sort()).toEqual(['1', '2', '3', '4', '5']);
    expect(Array.from(of.relations(), ({ id }) => id).sort()).toEqual(['10', '11', '12']);
    expect(told(imported)).toEqual(
      expect.arrayContaining(['kept Friends', 'kept Foes', 'refused Friends', 'refused the session']),
    );
  });

  test('takes a stray quote in a table as it stands', async () => {
    const name = attrs('LOCAL', 'Node');
    const imported = await open({ ...SESSION, [name]: SESSION[name]!.replace('"Ann"', 'An"n') });
    expect(said(imported, '1').name).toEqual(expect.arrayContaining(['Ann', 'An"n']));
  });

  test('takes names, types and lists from the tables, and what each column holds', async () => {
    const imported = await open(SESSION);
    expect(said(imported, '1')).toEqual({
      name: ['Ann'],
      age: ['12345678901234567890'],
      tags: ['a', 'b'],
      network: ['Friends', 'Foes'],
    });
    expect(said(imported, '5').name).toEqual(['Eve, "E"']);
    expect(said(imported, '4')).toMatchObject({ name: ['Cy'], age: ['young'], parent: ['3'] });
    const of = new Case(imported.records);
    expect(Array.from(of.relations(), ({ id, schema }) => [id, schema]).sort()).toEqual([
      ['10', 'knows'],
      ['11', 'likes'],
      ['12', 'fights'],
    ]);
    expect(said(imported, '10')).toMatchObject({ score: ['0.5'] });
    expect(said(imported, '12')).toMatchObject({ role: ['a quarrel'] });
  });

  test('lays nodes where the view of their network does', async () => {
    expect((await open(SESSION)).placements.get('1')).toEqual([10.5, -20]);
    expect((await open(SESSION, 2)).placements.get('1')).toEqual([7, 8]);
  });

  test('gives one network of several', async () => {
    const friends = new Case((await open(SESSION, 1)).records);
    expect([friends.header.name, friends.header.description]).toEqual(['Friends', 'Who knows whom.']);
    const foes = await open(SESSION, 2);
    expect([foes.name, foes.account.read.nodes, foes.account.read.edges]).toEqual(['Foes', 2, 1]);
    expect(said(foes, '1').network).toBeUndefined();
    await expect(open(SESSION, 3)).rejects.toBeInstanceOf(InputError);
  });

  test('reads tables of the first version', async () => {
    const old = {
      ...SESSION,
      [attrs('SHARED', 'Node')]: table(
        ['SUID', 'name'],
        [LONG, TEXT],
        [
          ['1', 'Anna'],
          ['2', 'Bob'],
        ],
        0,
      ),
    };
    expect(said(await open(old), '2').name).toEqual(['Bob']);
  });
});

test('a session of Cytoscape 2 is its XGMML files', async () => {
  const network = (label: string, nodes: string[]) =>
    `<graph label="${label}" ${NS}>${nodes.map((id) => `<node id="${id}" label="${id}"><graphics x="1" y="2"/></node>`).join('')}</graph>`;
  const files = {
    'cysession.xml': '<cysession/>',
    'One.xgmml': network('One', ['a', 'b']),
    'Two.xgmml': network('Two', ['c']),
  };
  const all = await open(files);
  expect([all.format, all.account.read.nodes]).toEqual(['cys', 3]);
  expect((await open(files, 2)).account.read.nodes).toBe(1);
  await expect(open({ 'cysession.xml': '<cysession/>' })).rejects.toBeInstanceOf(InputError);
});
