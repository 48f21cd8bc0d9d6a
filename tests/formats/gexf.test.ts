// Reading GEXF by dialect and by trap.
import { describe, expect, test } from 'vitest';
import { gexf } from '../../src/formats/gexf/gexf.ts';
import { readList, writeList } from '../../src/formats/gexf/gexfLists.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { eventsOf, said, type Events } from './events.ts';

const file = (graph: string, attributes = 'defaultedgetype="directed"'): string =>
  `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph ${attributes}>${graph}</graph></gexf>`;
const read = (graph: string, attributes?: string, chosen = {}): Promise<Events> =>
  eventsOf(gexf, file(graph, attributes), chosen);
const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);

describe('reading', () => {
  test('types attributes, keeps digits, fills in defaults', async () => {
    const { node } = await read(
      `<attributes class="node"><attribute id="0" title="n" type="long"><default>7</default></attribute>
       <attribute id="1" title="x" type="double"/><attribute id="2" title="ok" type="boolean"/><attribute id="3" title="u" type="anyURI"/></attributes>
       <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="12345678901234567890"/><attvalue for="1" value="-INF"/>
       <attvalue for="2" value="1"/><attvalue for="3" value="http://a/"/></attvalues></node><node id="b"/></nodes>`,
    );
    expect(node('a').label).toBe('A');
    expect([...node('a').attributes]).toEqual([
      ['n', { type: 'integer', values: ['12345678901234567890'] }],
      ['x', { type: 'number', values: ['-Infinity'] }],
      ['ok', { type: 'boolean', values: ['true'] }],
      ['u', { type: 'url', values: ['http://a/'] }],
    ]);
    expect(said(node('b'))).toEqual({ n: ['7'] });
  });

  test('takes edges before nodes, ids like parts of Object, and 20 kB ids', async () => {
    const long = 'x'.repeat(20_000);
    const { edges, nodes } = await read(
      `<edges><edge source="__proto__" target="${long}"/></edges><nodes><node id="__proto__"/><node id="${long}"/><node id=" 007 "/></nodes>`,
    );
    expect([edges[0]!.source, edges[0]!.target]).toEqual(['__proto__', long]);
    expect(nodes.map(({ id }) => id)).toEqual(['__proto__', long, ' 007 ']);
  });

  test('takes the spellings of 1.0 and 1.1', async () => {
    const { node } = await eventsOf(
      gexf,
      `<gexf xmlns="http://www.gephi.org/gexf" version="1.0"><graph><attributes class="node"><attribute id="0" title="a" type="string"/></attributes>
       <nodes><node id="n"><attvalue id="0" value="v"/></node></nodes></graph></gexf>`,
    );
    expect(said(node('n'))).toEqual({ a: ['v'] });
  });

  test('gives each edge its direction; a mutual one is two', async () => {
    const events = await read(
      `<edges><edge id="d" source="a" target="b"/><edge id="u" type="undirected" source="a" target="b" kind="knows" label="old friends" weight="2.50"/>
       <edge id="m" type="mutual" source="a" target="b"/></edges>`,
    );
    expect(events.edges.map(({ id, source, directed }) => [id, source, directed])).toEqual([
      ['d', 'a', true],
      ['u', 'a', false],
      ['m', 'a', true],
      ['m (back)', 'b', true],
    ]);
    const { type, label } = events.edge('u');
    expect([type, label, said(events.edge('u'))]).toEqual(['knows', 'old friends', { weight: ['2.50'] }]);
    expect(outcomes(events)).toEqual(['mended']);
    expect((await read('<edges><edge source="a" target="b"/></edges>', '')).edges[0]!.directed).toBe(false);
  });

  test('says in which node one lies, nested, by pid or by several parents', async () => {
    const events = await read(
      `<nodes><node id="a"><nodes><node id="b"><nodes><node id="c"/></nodes></node></nodes><edges><edge source="b" target="c"/></edges></node>
       <node id="d" pid="a"/><node id="e"><parents><parent for="a"/><parent for="b"/></parents></node></nodes>`,
    );
    const parents = Object.fromEntries(events.nodes.map((node) => [node.id, said(node).parent]));
    expect(parents).toEqual({ a: undefined, b: ['a'], c: ['b'], d: ['a'], e: ['a', 'b'] });
    expect(events.edges.length).toBe(1);
    expect(outcomes(events)).toEqual(['kept']);
  });

  test('turns y over: it grows up in Gephi', async () => {
    const { node } = await read('<nodes><node id="a"><viz:position x="1.5" y="-2" z="0"/></node></nodes>');
    expect([node('a').x, node('a').y]).toEqual([1.5, 2]);
  });

  test('keeps looks only if asked', async () => {
    const looks =
      '<nodes><node id="a"><viz:color r="255" g="0" b="16" a="None"/><viz:size value="3"/></node></nodes>';
    expect(said((await read(looks)).node('a'))).toEqual({});
    expect(outcomes(await read(looks))).toEqual(['refused']);
    const kept = await read(looks, undefined, { looks: true });
    expect(said(kept.node('a'))).toEqual({ 'viz:color': ['#ff0010'], 'viz:size': ['3'] });
    const more = `<nodes><node id="a"><viz:color r="1" g="2" b="3" a="0.5"/><viz:position x="0" y="0" z="4.5"/><viz:shape value="image" uri="p.png"/></node></nodes>
      <edges><edge id="e" source="a" target="a"><viz:color hex="#abc"/><viz:thickness value="2"/><viz:shape value="dotted"/></edge></edges>`;
    const { node, edge } = await read(more, undefined, { looks: true });
    expect(said(node('a'))).toEqual({ 'viz:color': ['#01020380'], 'viz:z': ['4.5'], 'viz:shape': ['p.png'] });
    expect(said(edge('e'))).toEqual({
      'viz:color': ['#abc'],
      'viz:thickness': ['2'],
      'viz:shape': ['dotted'],
    });
  });

  test.each([
    [
      'dates',
      'timeformat="date"',
      'start="2009-01-05" end="2012-02-01"',
      { startDate: ['2009-01-05'], endDate: ['2012-02-01'] },
    ],
    ['years in numbers', '', 'start="2009.0"', { startDate: ['2009'] }],
    ['an open end of 1.2', '', 'start="2009" endopen="2010"', { startDate: ['2009'], endDate: ['2010'] }],
    ['endless ends', '', 'start="2009" end="Infinity"', { startDate: ['2009'] }],
    ['numbers', '', 'start="1.5" end="20"', { start: ['1.5'], end: ['20'] }],
    [
      'a moment',
      'timeformat="dateTime"',
      'timestamp="2009-01-05T10:00:00Z"',
      { date: ['2009-01-05T10:00:00Z'] },
    ],
    ['moments', '', 'timestamps="[2001, 2003]"', { date: ['2001', '2003'] }],
    [
      'intervals',
      '',
      'intervals="&lt;[2001, 2003]; [2005, 2007]&gt;"',
      { startDate: ['2001'], endDate: ['2007'], spells: ['2001/2003', '2005/2007'] },
    ],
  ])('reads %s', async (_, graph, times, expected) => {
    const { node } = await read(`<nodes><node id="a" ${times}/></nodes>`, `mode="dynamic" ${graph}`);
    expect(said(node('a'))).toEqual(expected);
  });

  test('reads spells and slices, one and several', async () => {
    const { node } = await read(
      `<nodes><node id="a"><spells><spell start="2001-01-01"/></spells></node>
       <node id="b"><slices><slice start="1990" end="1995"/><slice start="2001"/></slices></node></nodes>`,
    );
    expect(said(node('a'))).toEqual({ startDate: ['2001-01-01'] });
    expect(said(node('b'))).toEqual({ startDate: ['1990'], spells: ['1990/1995', '2001/..'] });
  });

  const changing = (values: string, attributes?: string) =>
    read(
      `<attributes class="node" mode="dynamic"><attribute id="p" title="price" type="integer"/><attribute id="l" title="tags" type="liststring"/></attributes><nodes><node id="a"><attvalues>${values}</attvalues></node></nodes>`,
      attributes,
    );

  test.each<[string, string, string | undefined, (string | undefined)[]]>([
    ['in years', 'value="1" start="2009" end="2010"', undefined, ['2009/2010', '2011/..']],
    [
      'in days',
      'value="1" start="2009-02-01" end="2010-03-05"',
      undefined,
      ['2009-02-01/2010-03-05', '2011/..'],
    ],
    ['at a moment', 'value="1" timestamp="2009-02-01"', undefined, ['2009-02-01', '2011/..']],
    [
      'without an open bound of 1.2',
      'value="1" startopen="2009" endopen="2010"',
      undefined,
      ['2009/2010', '2011/..'],
    ],
    [
      'in hours, in the zone of the graph',
      'value="1" start="2009-02-01T10:00:00" end="2009-02-01T12:00:00Z"',
      'timezone="GMT+2"',
      ['2009-02-01T10:00:00+02:00/2009-02-01T12:00:00Z', '2011/..'],
    ],
    ['always', 'value="1" start="-INF" end="INF"', undefined, [undefined, '2011/..']],
    ['without a time', 'value="1"', undefined, [undefined, '2011/..']],
  ])('says when each value was so: %s', async (_, first, attributes, held) => {
    const { node } = await changing(
      `<attvalue for="p" ${first}/><attvalue for="p" value="2" start="2011"/>`,
      attributes,
    );
    expect(node('a').attributes.get('price')).toEqual({ type: 'integer', values: ['1', '2'], held });
  });

  test('says it of each interval and of each item of a list', async () => {
    const { node } = await changing(
      `<attvalue for="p" value="1" intervals="&lt;[2001, 2003]; [2005, 2007]&gt;"/><attvalue for="l" value="a|b" start="2001"/>`,
    );
    expect(node('a').attributes.get('price')).toMatchObject({
      values: ['1', '1'],
      held: ['2001/2003', '2005/2007'],
    });
    expect(node('a').attributes.get('tags')).toMatchObject({
      values: ['a', 'b'],
      held: ['2001/..', '2001/..'],
    });
  });

  test('keeps times in numbers in words', async () => {
    const events = await changing(
      '<attvalue for="p" value="1" start="1.5"/><attvalue for="p" value="2" start="20"/>',
    );
    expect(said(events.node('a'))).toEqual({
      price: ['1', '2'],
      'price (dated)': ['1 (1.5/..)', '2 (20/..)'],
    });
    expect(outcomes(events)).toEqual(['kept']);
  });

  test.each([
    ['the span of the timeline', '<nodes/>', 'mode="dynamic" start="2001" end="2009"', ['refused']],
    ['a slice', '<nodes/>', 'mode="slice" timestamp="2001"', ['kept']],
    ['a zone by name', '<nodes/>', 'timezone="Europe/Berlin"', ['kept']],
    [
      'choices',
      '<attributes class="node"><attribute id="0" title="a" type="string"><options>x|y</options></attribute></attributes>',
      '',
      ['refused'],
    ],
    ['times of attributes', '<attributes class="node" start="2001"/>', '', ['refused']],
    [
      'a value of nothing',
      '<nodes><node id="a"><attvalues><attvalue value="x"/></attvalues></node></nodes>',
      '',
      ['refused'],
    ],
    [
      'open bounds',
      '<nodes><node id="a"><spells><spell startopen="2001-01-01"/></spells></node></nodes>',
      '',
      ['mended'],
    ],
    ['elements of others', '<nodes><node id="a"><note>x</note></node></nodes>', '', ['refused']],
    ['heights', '<nodes><node id="a"><viz:position x="1" y="2" z="3"/></node></nodes>', '', ['refused']],
  ])('tells of %s', async (_, graph, attributes, expected) => {
    expect(outcomes(await read(graph, attributes))).toEqual(expected);
  });

  test('keeps what programs add to nodes and edges, and weights that are no numbers', async () => {
    const { node, edge, problems } = await read(
      `<attributes class="edge"><attribute id="weight" title="Weight" type="double"/></attributes>
       <nodes><node id="a" colour="red"/></nodes><edges><edge id="e" source="a" target="a" weight="heavy" cardinal="2"/>
       <edge id="f" source="a" target="a" weight="2.0"><attvalues><attvalue for="weight" value="2"/></attvalues></edge>
       <edge id="g" source="a" target="a" weight="3"><attvalues><attvalue for="weight" value="2"/></attvalues></edge></edges>`,
    );
    expect(said(node('a'))).toEqual({ colour: ['red'] });
    expect(said(edge('e'))).toEqual({ weight: ['heavy'], cardinal: ['2'] });
    expect(said(edge('f'))).toEqual({ Weight: ['2'] });
    expect(said(edge('g'))).toEqual({ Weight: ['2'], 'weight (of the edge)': ['3'] });
    expect(problems).toHaveLength(3);
  });

  test('takes any prefix or none, and any namespace', async () => {
    const { nodes, edges } = await eventsOf(
      gexf,
      `<g:gexf xmlns:g="urn:x"><g:graph><g:nodes><g:node id="a"><v:position xmlns:v="urn:v" x="1" y="1"/></g:node></g:nodes>
       <g:edges><g:edge source="a" target="a"/></g:edges></g:graph></g:gexf>`,
    );
    expect([nodes[0]!.x, edges.length]).toEqual([1, 1]);
  });

  test('keeps what is not declared, badly typed or named twice, and says so', async () => {
    const events = await read(
      `<attributes class="node"><attribute id="0" title="a" type="integer"/><attribute id="1" title="a" type="string"/><attribute id="2" title="c" type="matrix"/></attributes>
       <nodes><node id="n"><attvalues><attvalue for="0" value="many"/><attvalue for="1" value="x"/><attvalue for="2" value="y"/><attvalue for="9" value="z"/></attvalues></node></nodes>`,
    );
    expect(said(events.node('n'))).toEqual({ a: ['many'], 'a (1)': ['x'], c: ['y'], '9': ['z'] });
    expect(outcomes(events).sort()).toEqual(['kept', 'kept', 'mended', 'mended']);
  });

  test('leaves out a node without id and an edge without an end, and says so', async () => {
    const events = await read('<nodes><node label="x"/></nodes><edges><edge source="a"/></edges>');
    expect([events.nodes, events.edges]).toEqual([[], []]);
    expect(outcomes(events)).toEqual(['refused', 'refused']);
  });

  test('refuses what is not GEXF', async () => {
    await expect(eventsOf(gexf, '<graphml/>')).rejects.toBeInstanceOf(InputError);
    await expect(eventsOf(gexf, '<gexf/>')).rejects.toBeInstanceOf(InputError);
  });
});

describe('lists', () => {
  test.each([
    ['a |b | c', ['a', 'b', 'c']],
    ['a ,b', ['a', 'b']],
    ['[a, b, c]', ['a', 'b', 'c']],
    ["['a', '\\'b\\'', \"c, d\"]", ['a', "'b'", 'c, d']],
    ['[]', []],
    ['["", "x"]', ['', 'x']],
    ['alone', ['alone']],
    ['["unclosed', ['["unclosed']],
  ])('%s', (text, items) => {
    expect(readList(text)).toEqual(items);
  });

  test.each(['1.3', '1.2'] as const)('come back from %s', (version) => {
    for (const items of [['a', 'b'], ['a, b'], ['[x]', '|'], ['"', '\\', '\n\t'], [' a '], ["'"], ['a;b']])
      expect(readList(writeList(items, version))).toEqual(items);
  });
});
