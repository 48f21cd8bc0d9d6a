// Reading GraphML by dialect and by trap.
import { describe, expect, test } from 'vitest';
import { graphml } from '../../src/formats/graphml/graphml.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { eventsOf, said, type Events } from './events.ts';
import { readBytes } from './roundTrip.ts';

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

  test('keeps what is said of the ends of a hyperedge, with their ports', async () => {
    const { edges } = await read(
      `<key id="r" for="endpoint" attr.name="role" attr.type="string"/><graph><hyperedge id="h"><endpoint node="a" port="N"><data key="r">host</data></endpoint>
       <endpoint node="b"/><endpoint node="c"><desc>late</desc></endpoint></hyperedge><hyperedge id="p"><endpoint node="a" port="S"><data key="r">x</data></endpoint><endpoint node="b"/></hyperedge></graph>`,
    );
    expect(edges.map(said)).toEqual([
      { role: ['host'], port: ['N'] },
      {},
      { description: ['late'] },
      { sourceport: ['S'], 'source role': ['x'] },
    ]);
  });

  test('keeps elements inside data as text', async () => {
    const events = await read(
      `<key id="d" for="node" attr.name="address"/><graph><node id="n"><data key="d"><a:street xmlns:a="urn:a">1 Main St</a:street><a:city xmlns:a="urn:a">X</a:city></data></node></graph>`,
    );
    expect(said(events.node('n'))).toEqual({ 'address street': ['1 Main St'], 'address city': ['X'] });
    expect(outcomes(events)).toEqual(['kept']);
  });

  test('takes Neo4j’s labels from attributes, from data, or both', async () => {
    const { nodes, edges } = await read(
      `<key id="labels" for="node" attr.name="labels"/><key id="label" for="edge" attr.name="label"/><graph edgedefault="directed">
       <node id="n0" labels=":Movie:Film"><data key="labels">:Movie:Film</data></node><node id="n1"><data key="labels">:Person</data></node>
       <edge id="e0" source="n1" target="n0" label="ACTED_IN"><data key="label">ACTED_IN</data></edge></graph>`,
    );
    expect(nodes.map((node) => [node.type, said(node)])).toEqual([
      ['Movie', { labels: ['Movie', 'Film'] }],
      ['Person', {}],
    ]);
    expect([edges[0]!.type, edges[0]!.label, said(edges[0]!)]).toEqual(['ACTED_IN', 'ACTED_IN', {}]);
  });

  test('takes Gephi’s colours and sizes as looks, and its edge labels', async () => {
    const colours = `${['r', 'g', 'b', 'size'].map((name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="${name === 'size' ? 'float' : 'int'}"/>`).join('')}
      <key id="edgelabel" for="edge" attr.name="Edge Label" attr.type="string"/><graph><node id="a"><data key="r">255</data><data key="g">0</data><data key="b">16</data><data key="size">4.5</data></node>
      <edge id="e" source="a" target="a"><data key="edgelabel">old friends</data></edge></graph>`;
    const events = await read(colours);
    expect([said(events.node('a')), events.edge('e').label, outcomes(events)]).toEqual([
      {},
      'old friends',
      ['refused'],
    ]);
    expect(said((await read(colours, { looks: true })).node('a'))).toEqual({
      'viz:color': ['#ff0010'],
      'viz:size': ['4.5'],
    });
  });

  test.each([
    [
      'descriptions of keys',
      '<key id="d" for="node" attr.name="n"><desc>Years</desc></key><graph/>',
      ['refused'],
    ],
    [
      'what lies in other files',
      '<graph><node id="a"><locator xlink:href="b.graphml"/></node></graph>',
      ['refused'],
    ],
    [
      'what is said of ports',
      '<key id="d" for="port" attr.name="n"/><graph><node id="a"><port name="N"><data key="d">1</data></port></node></graph>',
      ['refused'],
    ],
    ['ends without a node', '<graph><hyperedge><endpoint/></hyperedge></graph>', ['mended', 'refused']],
    [
      'attributes that programs add',
      '<graph><node id="a" colour="red" parse.indegree="1"/></graph>',
      ['kept'],
    ],
  ])('tells of %s', async (_, inside, expected) => {
    const events = await read(inside);
    expect(outcomes(events)).toEqual(expected);
    expect(events.meta.size).toBe(0);
  });

  test.each(['true', '1', 'True', 'TRUE'])('takes directed="%s"', async (directed) => {
    const { edges } = await read(
      `<graph edgedefault="undirected"><edge source="a" target="b" directed="${directed}"/></graph>`,
    );
    expect(edges[0]!.directed).toBe(true);
  });

  test('ignores an external document type, refuses an internal one', async () => {
    const doctype = (inside: string) =>
      eventsOf(graphml, `<?xml version="1.0"?><!DOCTYPE graphml ${inside}><graphml><graph/></graphml>`);
    expect(outcomes(await doctype('SYSTEM "graphml.dtd"'))).toEqual(['kept']);
    await expect(doctype('[<!ENTITY x "y">]')).rejects.toBeInstanceOf(InputError);
  });

  test('takes any prefix or none, and any namespace', async () => {
    const { nodes, edges } = await eventsOf(
      graphml,
      `<g:graphml xmlns:g="urn:odd"><g:key id="k" for="node" attr.name="n"/><g:graph edgedefault="Directed"><g:node id="a"><g:data key="k">1</g:data></g:node><g:edge source="a" target="a"/></g:graph></g:graphml>`,
    );
    expect([said(nodes[0]!), edges[0]!.directed]).toEqual([{ n: ['1'] }, true]);
  });

  test('an attribute called id is no claim that something exists', async () => {
    const file = `<graphml><key id="i" for="node" attr.name="id" attr.type="string"/><graph><node id="a"><data key="i">a</data></node><node id="b"><data key="i">other</data></node></graph></graphml>`;
    const claims = (await readBytes(file)).records.flatMap((record) =>
      record.kind === 'claim' ? [[record.subject, record.property, record.value]] : [],
    );
    expect(claims).toEqual([
      ['a', 'name', 'a'],
      ['b', 'id (text)', 'other'],
      ['b', 'name', 'b'],
    ]);
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
