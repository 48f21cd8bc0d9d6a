// No file by Maltego itself was at hand: the samples are built as pymtgx and public exporters build theirs, which Maltego
// is said to open, and as guides to the format describe it.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { flatten } from '../../src/formats/flat.ts';
import { fileNameFor } from '../../src/formats/exporting.ts';
import { mtgx } from '../../src/formats/mtgx/mtgx.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const MTG = 'xmlns:mtg="http://maltego.paterva.com/xml/mtgx"';
const property = (name: string, value: string) =>
  `<mtg:Property displayName="" name="${name}" type="string"><mtg:Value>${value}</mtg:Value></mtg:Property>`;
const entity = (id: string, type: string, properties: string, place = '') =>
  `<node id="${id}"><data key="d4"><mtg:MaltegoEntity ${MTG} type="${type}"><mtg:Properties>${properties}</mtg:Properties><mtg:Notes>seen twice</mtg:Notes></mtg:MaltegoEntity></data>${place}</node>`;
const GRAPH = `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="MaltegoEntity" for="node" id="d4"/><key attr.name="MaltegoLink" for="edge" id="d6"/>
<graph edgedefault="directed" id="G">
${entity('n0', 'maltego.Person', property('person.fullname', 'Ann &amp; Lee') + property('person.firstnames', 'Ann'), `<data key="d5"><mtg:EntityRenderer ${MTG}><mtg:Position x="10" y="-2.5"/></mtg:EntityRenderer></data>`)}
${entity('n1', 'maltego.EmailAddress', property('email', 'ann@example.org'))}
${entity('n2', 'custom.Yacht', property('hull', 'H1'))}
<edge id="e0" source="n0" target="n1"><data key="d6"><mtg:MaltegoLink ${MTG} type="maltego.link.manual-link"><mtg:Properties>${property('maltego.link.manual.type', 'writes from')}${property('maltego.link.thickness', '2')}</mtg:Properties></mtg:MaltegoLink></data></edge>
</graph></graphml>`;
const zipped = (members: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])));
const SAMPLE = zipped({ 'version.properties': 'maltego.graph.version=1.3', 'Graphs/Graph1.graphml': GRAPH });

describe('reading', () => {
  test('entities, links, notes and places', async () => {
    const imported = await readBytes(SAMPLE);
    const flat = flatten(outgoingOf(imported), {});
    expect(imported.format).toBe('mtgx');
    expect(Array.from(flat.nodes, ({ id, label, schema }) => [id, label, schema])).toEqual([
      ['n0', 'Ann & Lee', 'Person'],
      ['n1', 'ann@example.org', 'EmailAddress'],
      ['n2', 'H1', 'custom.Yacht'],
    ]);
    const [ann] = flat.nodes;
    expect([ann!.values.get('firstName'), ann!.values.get('notes')]).toEqual([['Ann'], ['seen twice']]);
    expect([ann!.x, ann!.y]).toEqual([10, -2.5]);
    const [edge] = flat.edges;
    expect([edge!.source, edge!.target, edge!.type]).toEqual(['n0', 'n1', 'writes from']);
  });

  test('the newer form is refused with what to do', async () => {
    const newer = zipped({ 'version.properties': 'x', 'Graphs/Graph1/DataEntities/0': '\u0001' });
    await expect(readBytes(newer)).rejects.toThrow(/save it in Maltego as MTGX/);
  });

  test.each([
    ['no zip', strToU8(GRAPH)],
    ['a damaged zip', SAMPLE.slice(0, 200)],
    [
      'entities declared in the graph',
      zipped({ 'Graphs/Graph1.graphml': '<!DOCTYPE g [<!ENTITY a "b">]><graphml/>' }),
    ],
  ])('%s is refused', async (_, bytes) => {
    await expect(readBytes(bytes, 'f', 'mtgx')).rejects.toThrow(InputError);
  });
});

describe('writing', () => {
  const files = () => unzipSync(bytesFor(mtgx, outgoing(smallRecords())));

  test('is a zip of its own ending, and every entity has a place', () => {
    expect(Object.keys(files()).sort()).toEqual(['Graphs/Graph1.graphml', 'version.properties']);
    const graph = new TextDecoder().decode(files()['Graphs/Graph1.graphml']);
    expect(graph.match(/<mtg:Position /g)).toHaveLength(graph.match(/<node /g)!.length);
    const out = outgoing(smallRecords());
    expect(fileNameFor(mtgx, 'A case', mtgx.write(out, {}))).toBe('a-case.mtgx');
  });

  test('types are Maltego’s own, labels say what is alleged', () => {
    const graph = new TextDecoder().decode(files()['Graphs/Graph1.graphml']);
    expect(graph).toContain('type="maltego.Person"');
    expect(graph).toContain('type="maltego.Company"');
    expect(graph).toContain('<mtg:Value>Rumoured (alleged)</mtg:Value>');
  });

  test('a name that somebody changed in Maltego counts', async () => {
    const members = files();
    const text = new TextDecoder().decode(members['Graphs/Graph1.graphml']);
    const edited = text.replace('<mtg:Value>Parent</mtg:Value>', '<mtg:Value>Parent Ltd</mtg:Value>');
    const zip = zipSync({ ...members, 'Graphs/Graph1.graphml': strToU8(edited) });
    const flat = flatten(outgoingOf(await readBytes(zip)), {});
    const parent = [...flat.nodes].find(({ id }) => id === 'parent')!;
    expect(parent.values.get('name')).toContain('Parent Ltd');
  });
});
