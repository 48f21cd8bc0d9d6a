// Reading what yEd and yFiles draw in GraphML. The samples are made by the description of their elements.
import { expect, test } from 'vitest';
import { graphml } from '../../src/formats/graphml/graphml.ts';
import { eventsOf, said, type Events } from './events.ts';

const read = (inside: string, chosen = {}): Promise<Events> =>
  eventsOf(
    graphml,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">${inside}</graphml>`,
    chosen,
  );
const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome).sort();

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
  expect(outcomes(events)).toEqual(['kept', 'kept', 'refused']);
});

test('takes direction from arrowheads and colours only if asked', async () => {
  const events = await read(yed, { arrows: true, looks: true });
  expect(events.edge('e0').directed).toBe(false);
  expect(said(events.node('n0'))).toMatchObject({ 'viz:color': ['#FFCC00'], 'viz:shape': ['rectangle'] });
});

test('takes labels and places from yFiles for HTML', async () => {
  const { node } = await read(
    `<key id="d4" for="node" attr.name="NodeLabels" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeLabels"/><key id="d5" for="node" attr.name="NodeGeometry" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeGeometry"/>
       <graph><node id="n"><data key="d4"> <x:List><y:Label><y:Label.Text><![CDATA[A & B]]></y:Label.Text></y:Label></x:List> </data>
       <data key="d5"><y:RectD X="10" Y="20" Width="60" Height="40"/></data><port name="p0"/></node></graph>`,
  );
  const { label, x, y } = node('n');
  expect({ label, x, y, ...said(node('n')) }).toEqual({ label: 'A & B', x: 40, y: 40 });
});

const graphics = (inside: string, of = 'node') =>
  read(
    `<key for="node" id="g" yfiles.type="nodegraphics"/><key for="edge" id="h" yfiles.type="edgegraphics"/><graph edgedefault="directed">${
      of === 'node'
        ? `<node id="n"><data key="g">${inside}</data></node>`
        : `<edge id="e" source="a" target="b"><data key="h">${inside}</data></edge>`
    }</graph>`,
    { arrows: true },
  );

test.each([
  [
    'a generic one',
    '<y:GenericNode configuration="x"><y:NodeLabel>A</y:NodeLabel><y:NodeLabel>rows</y:NodeLabel></y:GenericNode>',
    ['A', 'rows'],
  ],
  [
    'a picture',
    '<y:SVGNode><y:NodeLabel>A</y:NodeLabel><y:SVGNodeProperties usingVisualBounds="true"/><y:SVGModel><y:SVGContent refid="1"/></y:SVGModel></y:SVGNode>',
    ['A'],
  ],
  [
    'a class',
    '<y:UMLClassNode><y:NodeLabel>A</y:NodeLabel><y:UML><y:AttributeLabel>x: int</y:AttributeLabel><y:MethodLabel>f()</y:MethodLabel></y:UML></y:UMLClassNode>',
    ['A', 'x: int', 'f()'],
  ],
  [
    'a table',
    '<y:TableNode><y:NodeLabel>A</y:NodeLabel><y:NodeLabel>first row</y:NodeLabel><y:Table><y:Rows><y:Row id="r"/></y:Rows></y:Table></y:TableNode>',
    ['A', 'first row'],
  ],
  [
    'a group that is folded',
    '<y:ProxyAutoBoundsNode><y:Realizers active="1"><y:GroupNode><y:NodeLabel>open</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>A</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode>',
    ['A'],
  ],
  ['one without text', '<y:ShapeNode><y:NodeLabel hasText="false"/></y:ShapeNode>', []],
])('takes the labels of %s from yEd', async (_, inside, [label, ...more]) => {
  const { node } = await graphics(inside);
  expect([node('n').label, said(node('n'))['further labels'] ?? []]).toEqual([label, more]);
});

test.each([
  ['none', 'standard', [['e', 'a', 'b', true]]],
  ['none', 'none', [['e', 'a', 'b', false]]],
  ['standard', 'none', [['e', 'b', 'a', true]]],
  [
    'white_delta',
    'crows_foot_one',
    [
      ['e', 'a', 'b', true],
      ['e (back)', 'b', 'a', true],
    ],
  ],
])('draws arrowheads %s and %s', async (source, target, expected) => {
  const { edges } = await graphics(
    `<y:PolyLineEdge><y:Arrows source="${source}" target="${target}"/></y:PolyLineEdge>`,
    'edge',
  );
  expect(edges.map((edge) => [edge.id, edge.source, edge.target, edge.directed])).toEqual(expected);
});

test('takes yEd’s addresses and descriptions as data', async () => {
  const { node } = await read(
    `<key attr.name="url" attr.type="string" for="node" id="d3"/><key attr.name="description" attr.type="string" for="node" id="d4"/>
       <graph><node id="n"><data key="d3" xml:space="preserve"><![CDATA[https://example.org/?a&b]]></data><data key="d4">Two\nlines</data></node></graph>`,
  );
  expect(said(node('n'))).toEqual({ url: ['https://example.org/?a&b'], description: ['Two\nlines'] });
});
