// No file by i2 itself was at hand: the samples are built as public generators build theirs, in the dialect of
// Analyst's Notebook (ends by reference) and in that of iBase (ends by ids of entities).
import { describe, expect, test } from 'vitest';
import { anx } from '../../src/formats/anx/anx.ts';
import { flatten } from '../../src/formats/flat.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const REFERENCES = `<?xml version="1.0" encoding="UTF-8"?>
<Chart IdReferenceLinking="true" Rigorous="true">
<LinkTypeCollection><LinkType Id="LT1" Name="Phone call"/></LinkTypeCollection>
<EntityTypeCollection><EntityType Id="ET1" Name="Person"/></EntityTypeCollection>
<AttributeClassCollection><AttributeClass Id="AC1" Name="Age" Type="AttNumber"/></AttributeClassCollection>
<ChartItemCollection>
<ChartItem Id="L1" Label="twice" DateSet="true" TimeSet="true" DateTime="2020-01-02T03:04:05.000">
 <Link End1Reference="N1" End2Reference="N2"><LinkStyle ArrowStyle="ArrowOnTail" LinkTypeReference="LT1" Strength="Unconfirmed"/></Link></ChartItem>
<ChartItem Id="N1" Label="Ann&#xA;Lee" Description="a baker" XPosition="10">
 <AttributeCollection><Attribute AttributeClassReference="AC1" Value="3"/></AttributeCollection>
 <CardCollection><Card Summary="seen" Text="at home" SourceReference="file 7"/></CardCollection>
 <End X="10" Y="20"><Entity Identity="ann"><Icon><IconStyle EntityTypeReference="ET1"/></Icon></Entity></End></ChartItem>
<ChartItem Id="N2" Label="A meeting" DateSet="true" TimeSet="false" DateTime="2020-01-02T00:00:00.000"><End X="30" Y="20"><Event/></End></ChartItem>
</ChartItemCollection></Chart>`;
const IBASE = `<Chart IdReferenceLinking="false"><ChartItemCollection>
<ChartItem Label="Bob"><End X="1" Y="2"><Entity EntityId="P1" Identity="bob"><Icon><IconStyle Type="Person"/></Icon></Entity></End></ChartItem>
<ChartItem Label="Acme"><End X="3" Y="4"><Entity EntityId="P2"><Icon><IconStyle Type="Yacht club"/></Icon></Entity></End></ChartItem>
<ChartItem Label="owns"><Link End1Id="P1" End2Id="P2"><LinkStyle Type="Owner" ArrowStyle="ArrowOnHead"/></Link></ChartItem>
<ChartItem Label="lost"><Link End1Id="P1"/></ChartItem>
</ChartItemCollection></Chart>`;

const read = async (input: string | Uint8Array) => {
  const imported = await readBytes(input);
  expect(imported.format).toBe('anx');
  const flat = flatten(outgoingOf(imported), {});
  return { imported, nodes: [...flat.nodes], edges: [...flat.edges] };
};

describe('reading', () => {
  test('ends by reference, types by reference, cards, dates and attributes', async () => {
    const { nodes, edges } = await read(REFERENCES);
    const [ann, meeting] = nodes;
    expect([ann!.id, ann!.label, ann!.schema, ann!.x, ann!.y]).toEqual(['N1', 'Ann\nLee', 'Person', 10, 20]);
    expect(ann!.values.get('Age')).toEqual(['3']);
    expect(ann!.values.get('card')).toEqual(['seen: at home']);
    expect(ann!.values.get('sourceReference')).toEqual(['file 7']);
    expect([meeting!.schema, meeting!.values.get('date')]).toEqual(['Event', ['2020-01-02']]);
    const [call] = edges;
    expect([call!.source, call!.target, call!.directed, call!.type]).toEqual([
      'N2',
      'N1',
      true,
      'Phone call',
    ]);
    expect(call!.values.get('strength')).toEqual(['Unconfirmed']);
    expect(call!.values.get('date')).toEqual(['2020-01-02T03:04:05']);
  });

  test('ends by ids of entities, in UTF-16 as i2 saves', async () => {
    const bytes = new Uint8Array(2 + IBASE.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, true);
    for (let i = 0; i < IBASE.length; i++) view.setUint16(2 + i * 2, IBASE.charCodeAt(i), true);
    const { nodes, edges, imported } = await read(bytes);
    expect(nodes.map(({ id, schema }) => [id, schema])).toEqual([
      ['P1', 'Person'],
      ['P2', 'Yacht club'],
    ]);
    expect(edges.map(({ source, target, type }) => [source, target, type])).toEqual([['P1', 'P2', 'Owner']]);
    expect(imported.account.refused).toBe(1);
  });

  test('another XML is refused', async () => {
    await expect(readBytes('<Table/>', 'f', 'anx')).rejects.toThrow(InputError);
  });
});

describe('writing', () => {
  const text = () => new TextDecoder().decode(bytesFor(anx, outgoing(smallRecords()), { denied: true }));

  test('ids are of one name space, every reference has its object', () => {
    const ids = Array.from(text().matchAll(/ Id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const pattern = / (?:EntityType|LinkType|Strength|End1|End2|AttributeClass)Reference="([^"]*)"/g;
    const references = Array.from(text().matchAll(pattern), ([, id]) => id);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(references.length).toBeGreaterThan(50);
  });

  test('what is only alleged is a dashed line, what is denied a dotted one', () => {
    expect(text()).toMatch(/<LinkStyle [^>]*Strength="Unconfirmed" StrengthReference="Salleged"/);
    expect(text()).toMatch(/<LinkStyle [^>]*Strength="Tentative" StrengthReference="Sdenied"/);
  });

  test('an item that was moved or renamed in i2 is moved and renamed', async () => {
    const edited = text()
      .replace('X="1" Y="-2"', 'X="7" Y="8"')
      .replace('Label="Parent"', 'Label="Parent Ltd"');
    const { nodes } = await read(edited);
    expect(nodes.find(({ id }) => id === 'ann')).toMatchObject({ x: 7, y: 8 });
    expect(nodes.find(({ id }) => id === 'parent')!.values.get('name')).toContain('Parent Ltd');
  });
});
