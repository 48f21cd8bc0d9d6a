// GraphML by dialect and by trap.
import { describe, expect, test } from 'vitest';
import { graphml } from '../../src/formats/graphml/graphml.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const read = (inside: string, chosen = {}): Promise<Events> =>
  eventsOf(
    graphml,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">${inside}</graphml>`,
    chosen,
  );
const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome).sort();

describe('reading', () => {
  test('types data, fills in defaults, takes booleans in every spelling', async () => {
    const events = await read(
      `<key id="d0" for="node" attr.name="age" attr.type="int"><default> 5 </default></key><key id="d1" for="all" attr.name="ok" attr.type="boolean"/>
       <key id="d2" attr.name="big" attr.type="long"/><key id="d3" for="node" attr.name="x1" attr.type="double"/>
       <graph edgedefault="directed"><node id="a"><data key="d0"> 3 </data><data key="d1">TRUE</data><data key="d2">12345678901234567890</data><data key="d3">NaN</data></node>
       <node id="b"/><edge source="a" target="b"><data key="d1">0</data></edge></graph>`,
    );
    expect([...events.node('a').attributes]).toEqual([
      ['age', { type: 'integer', values: ['3'] }],
      ['ok', { type: 'boolean', values: ['true'] }],
      ['big', { type: 'integer', values: ['12345678901234567890'] }],
      ['x1', { type: 'number', values: ['NaN'] }],
    ]);
    expect(said(events.node('b'))).toEqual({ age: ['5'] });
    expect(said(events.edges[0]!)).toEqual({ ok: ['false'] });
    expect(events.problems).toEqual([]);
  });

  test('gives each edge its direction', async () => {
    const { edges } = await read(
      `<graph edgedefault="directed"><edge source="a" target="b"/><edge source="a" target="b" directed="false"/><edge source="a" target="b" directed="1"/></graph>
       <graph><edge source="a" target="b"/></graph>`,
    );
    expect(edges.map(({ directed }) => directed)).toEqual([true, false, true, false]);
  });

  test('takes keys that come after their use, or hold for another element, or are not declared', async () => {
    const events = await read(
      `<graph edgedefault="directed"><node id="a"><data key="late">1</data><data key="none">2</data></node><node id="b"/>
       <edge source="a" target="b"><data key="late">3</data></edge></graph><key id="late" for="node" attr.name="n" attr.type="int"/>`,
    );
    expect(said(events.node('a'))).toEqual({ n: ['1'], none: ['2'] });
    expect(said(events.edges[0]!)).toEqual({ n: ['3'] });
    expect(outcomes(events)).toEqual(['kept', 'kept']);
  });

  test('takes one id for two domains, and one name for two keys', async () => {
    const events = await read(
      `<key id="k" for="node" attr.name="of node" attr.type="string"/><key id="k" for="edge" attr.name="of edge" attr.type="string"/>
       <key id="d0" for="node" attr.name="v" attr.type="int"/><key id="d1" for="node" attr.name="v" attr.type="string"/>
       <graph><node id="a"><data key="k">x</data><data key="d1">y</data></node><edge id="e" source="a" target="a"><data key="k">z</data></edge></graph>`,
    );
    expect(said(events.node('a'))).toEqual({ 'of node': ['x'], v: ['y'] });
    expect(said(events.edge('e'))).toEqual({ 'of edge': ['z'] });
  });

  test('keeps as text what is of an unknown or another type', async () => {
    const events = await read(
      `<key id="a" for="node" attr.name="a" attr.type="colour"/><key id="b" for="node" attr.name="b" attr.type="int"/>
       <graph><node id="n"><data key="a">red</data><data key="b">many</data></node></graph>`,
    );
    expect([...events.node('n').attributes.values()].map(({ type }) => type)).toEqual(['string', 'string']);
    expect(outcomes(events)).toEqual(['kept', 'mended']);
  });

  test('keeps a nested node’s data to itself and says in which node it lies', async () => {
    const events = await read(
      `<key id="l" for="node" attr.name="label" attr.type="string"/><graph edgedefault="directed"><node id="n0"><data key="l">outer</data>
       <graph id="n0:" edgedefault="undirected"><node id="n0::n0"><data key="l">inner</data></node><edge source="n0::n0" target="n0"/></graph></node></graph>`,
    );
    expect(events.nodes.map(({ id, label }) => [id, label])).toEqual([
      ['n0::n0', 'inner'],
      ['n0', 'outer'],
    ]);
    expect(said(events.node('n0::n0'))).toEqual({ parent: ['n0'] });
    expect(events.edges[0]!.directed).toBe(false);
  });

  test('makes an edge of a hyperedge with two ends, and an event of one with more', async () => {
    const events = await read(
      `<graph><node id="a"/><node id="b"/><node id="c"/><hyperedge id="two"><endpoint node="a" type="out"/><endpoint node="b" type="in"/></hyperedge>
       <hyperedge id="three"><desc>a meeting</desc><endpoint node="a"/><endpoint node="b" type="in"/><endpoint node="c" type="out"/></hyperedge></graph>`,
    );
    expect(events.edges.map(({ source, target, directed }) => [source, target, directed])).toEqual([
      ['b', 'a', true],
      ['three', 'a', false],
      ['b', 'three', true],
      ['three', 'c', true],
    ]);
    expect([events.node('three').type, said(events.node('three'))]).toEqual([
      'Event',
      { description: ['a meeting'] },
    ]);
    expect(outcomes(events)).toEqual(['mended']);
  });

  test('puts what is said of the graph where it belongs', async () => {
    const events = await read(
      `<key id="n" for="graph" attr.name="name" attr.type="string"/><key id="m" for="graph" attr.name="m" attr.type="double"/>
       <graph><desc>About it</desc><data key="n">A net</data><data key="m">3</data><node id="a"><graph><data key="n">inner</data></graph></node></graph>`,
    );
    expect([...events.meta]).toEqual([
      ['name', 'A net'],
      ['description', 'About it'],
    ]);
    expect(outcomes(events)).toEqual(['refused', 'refused']);
  });

  test('takes Gephi’s label, place and kind', async () => {
    const { node, edges } = await read(
      `${['label', 'x', 'y'].map((name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="${name === 'label' ? 'string' : 'float'}"/>`).join('')}
       <key id="weight" for="edge" attr.name="weight" attr.type="double"/><key id="edgelabel" for="edge" attr.name="Edge Label" attr.type="string"/>
       <graph><node id="a"><data key="label">[A]</data><data key="x">1</data><data key="y">-2</data></node>
       <edge source="a" target="a" label="knows"><data key="weight">2</data></edge></graph>`,
    );
    expect([node('a').label, node('a').x, node('a').y, said(node('a'))]).toEqual(['[A]', 1, 2, {}]);
    expect([edges[0]!.type, said(edges[0]!)]).toEqual(['knows', { weight: ['2'] }]);
  });

  test('takes types as TinkerPop, APOC and Cytoscape write them', async () => {
    const events = await read(
      `<key id="labelV" for="node" attr.name="labelV" attr.type="string"/><key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
       <key id="i" for="edge" attr.name="interaction" attr.type="string"/><key id="t" for="node" attr.name="tags" attr.type="string" attr.list="long"/>
       <graph><node id="a"><data key="labelV">person</data></node><node id="b" labels=":Person:Spy"><data key="t">[1, 12345678901234567890]</data></node>
       <edge id="e" source="a" target="b"><data key="labelE">knows</data></edge><edge id="f" source="a" target="b"><data key="i">pays</data></edge></graph>`,
    );
    expect(events.nodes.map(({ type }) => type)).toEqual(['person', 'Person']);
    expect(events.edges.map(({ type }) => type)).toEqual(['knows', 'pays']);
    expect(said(events.node('b'))).toEqual({
      tags: ['1', '12345678901234567890'],
      labels: ['Person', 'Spy'],
    });
  });

  test('takes lists in JSON as lists', async () => {
    const { node } = await read(
      `<key id="s" for="node" attr.name="s" attr.type="string"/><graph><node id="a"><data key="s">["x","y"]</data></node>
       <node id="b"><data key="s">[not json]</data></node><node id="c"><data key="s">[{"a":1}]</data></node></graph>`,
    );
    expect([node('a'), node('b'), node('c')].map((one) => said(one).s)).toEqual([
      ['x', 'y'],
      ['[not json]'],
      ['[{"a":1}]'],
    ]);
  });

  const yed = `<key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/><key for="graphml" id="r" yfiles.type="resources"/>
    <graph edgedefault="directed"><node id="n0"><data key="d0"><y:ShapeNode><y:Geometry height="30.0" width="60.0" x="10.0" y="-20.0"/><y:Fill color="#FFCC00" transparent="false"/>
    <y:NodeLabel alignment="center">Ann<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel></y:NodeLabel><y:NodeLabel>boss</y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>
    <node id="n1" yfiles.foldertype="group"><data key="d0"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:NodeLabel>Group</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
    <graph id="n1:" edgedefault="directed"><node id="n1::n0"/></graph></node>
    <edge id="e0" source="n0" target="n1"><data key="d1"><y:PolyLineEdge><y:Arrows source="none" target="none"/><y:EdgeLabel>knows</y:EdgeLabel></y:PolyLineEdge></data></edge></graph>
    <data key="r"><y:Resources/></data>`;

  test('takes labels, places and groups from yEd', async () => {
    const events = await read(yed);
    const { label, x, y } = events.node('n0');
    expect({ label, x, y, ...said(events.node('n0')) }).toEqual({
      label: 'Ann',
      x: 40,
      y: -5,
      'further labels': ['boss'],
    });
    expect([events.node('n1').label, said(events.node('n1::n0')).parent]).toEqual(['Group', ['n1']]);
    expect([events.edge('e0').label, events.edge('e0').directed]).toEqual(['knows', true]);
    expect(outcomes(events)).toEqual(['kept', 'refused']);
  });

  test('takes direction from arrowheads and colours only if asked', async () => {
    const events = await read(yed, { arrows: true, looks: true });
    expect(events.edge('e0').directed).toBe(false);
    expect(said(events.node('n0'))['viz:color']).toEqual(['#FFCC00']);
  });

  test('takes labels and places from yFiles for HTML', async () => {
    const { node } = await read(
      `<key id="d4" for="node" attr.name="NodeLabels" y:attr.uri="u"/><key id="d5" for="node" attr.name="NodeGeometry" y:attr.uri="u"/>
       <graph><node id="n"><data key="d4"> <x:List><y:Label><y:Label.Text><![CDATA[A & B]]></y:Label.Text></y:Label></x:List> </data>
       <data key="d5"><y:RectD X="10" Y="20" Width="60" Height="40"/></data><port name="p0"/></node></graph>`,
    );
    const { label, x, y } = node('n');
    expect({ label, x, y, ...said(node('n')) }).toEqual({ label: 'A & B', x: 40, y: 40 });
  });

  test('leaves out a node without id and an edge without an end, and says so', async () => {
    const events = await read('<graph><node/><edge source="a"/></graph>');
    expect([events.nodes, events.edges, outcomes(events)]).toEqual([[], [], ['refused', 'refused']]);
  });

  test('refuses what is not GraphML', async () => {
    await expect(eventsOf(graphml, '<gexf/>')).rejects.toBeInstanceOf(InputError);
    await expect(eventsOf(graphml, '<graphml/>')).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  const text = (settings = {}) =>
    new TextDecoder().decode(bytesFor(graphml, outgoing(smallRecords()), settings));

  test('declares every key once, with name and type', () => {
    const keys = Array.from(
      text().matchAll(/<key id="(.*?)" for="(.*?)" attr.name="(.*?)" attr.type="(.*?)"\/>/g),
      ([, ...key]) => key,
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(new Set(keys.map(([id]) => id)).size).toBe(keys.length);
    expect(new Set(keys.map(([, of, name]) => `${of} ${name}`)).size).toBe(keys.length);
    expect(new Set(keys.map(([, , , type]) => type))).toEqual(
      new Set(['string', 'double', 'int', 'boolean']),
    );
  });

  test('never uses d3 and d7, which Gephi takes for yEd’s labels', () => {
    expect(text()).not.toMatch(/<key id="d\d+"/);
  });

  test('says of each edge whether it is directed', () => {
    expect(text()).toContain('directed="false"');
    expect(text({ directed: true })).not.toContain('directed="false"');
  });

  test('is recognised by content alone', () => {
    const head = (head: string) => ({ text: head, bytes: new Uint8Array(0) });
    expect([graphml.sniff(head(text())), graphml.sniff(head('<gexf>'))]).toEqual([1, 0]);
  });
});
