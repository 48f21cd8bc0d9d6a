// XGMML by trap: bare ampersands, groups, references, lists, formulas, made-up names, documents that are none.
import { describe, expect, test } from 'vitest';
import { xgmml } from '../../src/formats/xgmml/xgmml.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { inXml, roundTrip } from './graphRoundTrip.ts';
import { bytesFor } from './roundTrip.ts';

const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);
const NAMESPACES =
  'xmlns="http://www.cs.rpi.edu/XGMML" xmlns:cy="http://www.cytoscape.org" xmlns:xlink="http://www.w3.org/1999/xlink"';
const read = (inside: string, head = 'directed="1"') =>
  eventsOf(xgmml, `<?xml version="1.0"?>\n<graph label="N" ${NAMESPACES} ${head}>${inside}</graph>`);

describe('reading', () => {
  test('types values and lists, and takes text between the tags', async () => {
    const events = await read(
      `<node id="-1" label="A"><att name="n" type="integer" value="12345678901234567890" cy:type="Long"/>
       <att name="r" type="real" value="1.50"/><att name="b" type="boolean" value="1"/><att name="empty" type="string"/>
       <att name="l" type="list" cy:elementType="Integer"><att type="integer" value="1"/><att type="integer" value="2"/></att>
       <att name="t">between</att><att name="f" type="integer" value="=$x + 1" cy:equation="true"/>
       <att name="m" type="map"><att name="k" value="v"/></att><att name="__proto__" value="p"/>
       <graphics x="1.5" y="-2"/></node>`,
    );
    const { label, x, y, attributes } = events.node('-1');
    expect({ label, x, y }).toEqual({ label: 'A', x: 1.5, y: -2 });
    expect([...attributes]).toEqual([
      ['n', { type: 'integer', values: ['12345678901234567890'] }],
      ['r', { type: 'number', values: ['1.50'] }],
      ['b', { type: 'boolean', values: ['true'] }],
      ['l', { type: 'integer', values: ['1', '2'] }],
      ['t', { type: 'string', values: ['between'] }],
      ['f', { type: 'string', values: ['=$x + 1'] }],
      ['m', { type: 'string', values: ['k=v'] }],
      ['__proto__', { type: 'string', values: ['p'] }],
    ]);
    expect(outcomes(events)).toEqual(['kept']);
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  test('finds the type of an edge in its name or in "interaction", and its direction by edge, then by graph', async () => {
    const events = await read(
      `<edge source="a" target="b" label="Ann (pp) Bob"/><node id="a" label="Ann"/><node id="b" label="Bob"/>
       <edge id="2" source="a" target="b" label="51 %" cy:directed="0"><att name="interaction" value="owns"/></edge>`,
    );
    expect(events.edges.map(({ type, label, directed }) => [type, label, directed])).toEqual([
      ['pp', undefined, true],
      ['owns', '51 %', false],
    ]);
    const silent = await read('<edge source="a" target="b"/>', '');
    expect(silent.edges[0]!.directed).toBe(false);
  });

  test('escapes bare ampersands outside CDATA, and leaves entities alone', async () => {
    const filler = 'x'.repeat(300);
    const events = await read(
      `<node id="a" label="R&D &amp; ${filler} &#65;&"><att name="&n" value="&x"/><att name="c"><![CDATA[a & b]]></att></node>`,
    );
    expect(events.node('a').label).toBe(`R&D & ${filler} A&`);
    expect(said(events.node('a'))).toEqual({ '&n': ['&x'], c: ['a & b'] });
    expect(outcomes(events)).toEqual(['mended']);
  });

  test('reads groups in groups, and members that are only referred to', async () => {
    const events = await read(
      `<node id="g" label="G"><att name="size" type="integer" value="3"/><att><graph label="inner">
         <node id="a"/><node xlink:href="#b"/><node id="h"><att><graph><node id="c"/><edge source="a" target="c"/></graph></att></node>
       </graph></att><att name="after" value="x"/></node><node id="b" label="B"/>`,
    );
    expect(events.nodes.map((node) => [node.id, said(node).parent?.[0]])).toEqual([
      ['a', 'g'],
      ['c', 'h'],
      ['h', 'g'],
      ['g', undefined],
      ['b', 'g'],
    ]);
    expect(said(events.node('g'))).toEqual({ size: ['3'], after: ['x'] });
    expect(events.edges).toHaveLength(1);
    expect(events.meta.get('name')).toBe('N');
  });

  test.each([
    ['RDF of the desktop', '<att name="networkMetadata"><rdf:RDF xmlns:rdf="r"><rdf:d/></rdf:RDF></att>', []],
    ['what is said of the network', '<att name="organism" value="man"/>', ['refused']],
    [
      'looks',
      '<node id="a"><graphics fill="#fff" x="1" y="1"><att name="z" value="1"/></graphics></node>',
      ['refused'],
    ],
    ['edges without ends, nodes without id', '<edge source="a"/><node/>', ['refused', 'refused']],
  ])('tells of %s', async (_, inside, expected) => {
    expect(outcomes(await read(inside))).toEqual(expected);
  });

  test('takes a DOCTYPE with an address and a namespace declared twice', async () => {
    const text = `<!DOCTYPE graph SYSTEM "http://www.cs.rpi.edu/xgmml.dtd"><graph xmlns:cy="c" xmlns:cy="c"><node id="a"/></graph>`;
    expect(outcomes(await eventsOf(xgmml, text))).toEqual(['kept', 'mended']);
  });

  test.each([
    '',
    '<gexf/>',
    '<graph>',
    '<graph><node id="a"></graph>',
    '<!DOCTYPE graph [<!ENTITY a "b">]><graph/>',
  ])('refuses %s', async (text) => {
    await expect(eventsOf(xgmml, text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  test.each([
    ['the small case', smallRecords],
    ['the nasty case', nastyRecords],
  ])('%s comes back', async (_, records) => {
    const { before, after } = await roundTrip(xgmml, records());
    expect(inXml(after)).toEqual(inXml(before));
  });

  test('gives lists and types as Cytoscape has them', () => {
    const text = new TextDecoder().decode(bytesFor(xgmml, outgoing(smallRecords())));
    expect(text).toContain('<att name="name (property)" type="list" cy:type="List" cy:elementType="String">');
    expect(text).toContain('<graphics x="1" y="-2.5"/>');
    expect(text).toMatch(/<edge id="[^"]+" label="[^"]*" source="[^"]+" target="[^"]+" cy:directed="[01]">/);
  });
});
