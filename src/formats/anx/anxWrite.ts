// Writes an i2 chart with no more than charts are known to need that Analyst's Notebook opens: strengths, types, classes
// of attributes, then items. Ends are named by the ids of items.
import { STANCES, type Stance } from '../../case/records.ts';
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { numberedValues } from '../numbered.ts';
import { colourOf } from '../typeColours.ts';
import { emptyTag, shown, startTag, XML_DECLARATION, xmlId } from '../xmlWriting.ts';

/** What i2 itself calls them. */
const STRENGTHS: Readonly<Record<Stance, readonly [name: string, dots: string]>> = {
  affirmed: ['Confirmed', 'DotStyleSolid'],
  alleged: ['Unconfirmed', 'DotStyleDashed'],
  denied: ['Tentative', 'DotStyleDotted'],
};
const ICONS = new Map([
  ['Person', 'person'],
  ['Organization', 'office'],
  ['Company', 'office'],
  ['Address', 'place'],
  ['Vehicle', 'car'],
]);
/** Where an item lies that the case has no place for: rows of twenty. */
const [ROW, STEP] = [20, 120] as const;

export function* anxText(given: FlatGraph): Generator<string> {
  // What is used must be defined first, so that each is walked several times.
  const graph = { ...given, nodes: [...given.nodes], edges: [...given.edges] };
  const types = numbered(graph.nodes, ({ schema }) => schema, 'ET');
  const links = numbered(graph.edges, ({ type }) => type, 'LT');
  const classes = classesOf(graph);
  yield XML_DECLARATION + startTag('Chart', { IdReferenceLinking: 'true', Rigorous: 'true' });
  yield '\n<StrengthCollection>\n';
  for (const stance of STANCES) {
    const [Name, DotStyle] = STRENGTHS[stance];
    yield `${emptyTag('Strength', { Id: `S${stance}`, Name, DotStyle })}\n`;
  }
  yield '</StrengthCollection>\n<LinkTypeCollection>\n';
  for (const [type, Id] of links) yield `${emptyTag('LinkType', { Id, Name: shown(type), Colour: 0 })}\n`;
  yield '</LinkTypeCollection>\n<EntityTypeCollection>\n';
  for (const [type, Id] of types) yield `${entityType(type, Id)}\n`;
  yield '</EntityTypeCollection>\n<AttributeClassCollection>\n';
  for (const [name, Id] of classes)
    yield `${emptyTag('AttributeClass', { Id, Name: name, Type: 'AttText' })}\n`;
  yield '</AttributeClassCollection>\n<ChartItemCollection>\n';
  const ids = new Map<string, string>();
  for (const node of graph.nodes) {
    ids.set(node.id, `N${ids.size + 1}`);
    yield nodeText(node, graph, ids, { types, classes });
  }
  let count = 0;
  for (const edge of graph.edges) yield edgeText(edge, graph, `L${++count}`, ids, { types: links, classes });
  yield '</ChartItemCollection>\n</Chart>\n';
}

interface Defined {
  readonly types: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, string>;
}

/** Ids of one letter and a number each, by name. All ids of a chart share one name space. */
function numbered<T>(items: Iterable<T>, nameOf: (item: T) => string, letters: string): Map<string, string> {
  const ids = new Map<string, string>();
  for (const item of items) {
    const name = nameOf(item);
    if (!ids.has(name)) ids.set(name, `${letters}${ids.size + 1}`);
  }
  return ids;
}

function classesOf(graph: FlatGraph): Map<string, string> {
  const classes = new Map<string, string>();
  const note = (name: string) => {
    if (!classes.has(name)) classes.set(name, `AC${classes.size + 1}`);
  };
  for (const node of graph.nodes)
    for (const { name } of numberedValues(node, graph.nodeColumns, ownOf(node))) note(name);
  for (const edge of graph.edges)
    for (const { name } of numberedValues(edge, graph.edgeColumns, { id: '' })) note(name);
  return classes;
}

/** COLORREF: blue, green, red, eight bits each. */
function entityType(type: string, Id: string): string {
  const { r, g, b } = colourOf(type);
  return emptyTag('EntityType', {
    ...{ Id, Name: shown(type), PreferredRepresentation: 'RepresentAsIcon' },
    ...{ IconFile: ICONS.get(type) ?? 'anon', Colour: b * 65_536 + g * 256 + r },
  });
}

function ownOf({ id, label, x, y }: FlatNode): Record<string, string> {
  const place: Record<string, string> =
    x === undefined || y === undefined ? { placed: 'false' } : { place: `${x} ${y}` };
  return { id: xmlId(id), shown: shown(label), ...place };
}

function nodeText(
  node: FlatNode,
  graph: FlatGraph,
  ids: ReadonlyMap<string, string>,
  defined: Defined,
): string {
  const n = ids.size - 1;
  const [x, y] =
    node.x === undefined || node.y === undefined
      ? [(n % ROW) * STEP, Math.floor(n / ROW) * STEP]
      : [Math.round(node.x), Math.round(node.y)];
  const style = { Type: shown(node.schema), EntityTypeReference: defined.types.get(node.schema) };
  const values = numberedValues(node, graph.nodeColumns, ownOf(node));
  return (
    `${startTag('ChartItem', { Id: ids.get(node.id), Label: node.label, XPosition: x, ...dateOf(node) })}\n` +
    attributes(values, defined) +
    cards(node) +
    `${startTag('End', { X: x, Y: y, Z: 0 })}${startTag('Entity', { Identity: xmlId(node.id), LabelIsIdentity: 'false' })}` +
    `<Icon>${emptyTag('IconStyle', style)}</Icon></Entity></End>\n</ChartItem>\n`
  );
}

function edgeText(
  edge: FlatEdge,
  graph: FlatGraph,
  Id: string,
  ids: ReadonlyMap<string, string>,
  defined: Defined,
): string {
  const stance = STANCES.find((one) => one === edge.values.get('stance')?.[0]) ?? 'affirmed';
  const style = {
    ArrowStyle: edge.directed ? 'ArrowOnHead' : 'ArrowNone',
    ...{ Strength: STRENGTHS[stance][0], StrengthReference: `S${stance}` },
    ...{ Type: shown(edge.type), LinkTypeReference: defined.types.get(edge.type) },
  };
  const ends = { End1Reference: ids.get(edge.source), End2Reference: ids.get(edge.target) };
  const values = numberedValues(edge, graph.edgeColumns, { id: xmlId(edge.id) });
  return (
    `${startTag('ChartItem', { Id, Label: edge.label, ...dateOf(edge) })}\n` +
    attributes(values, defined) +
    cards(edge) +
    `${startTag('Link', ends)}${emptyTag('LinkStyle', style)}</Link>\n</ChartItem>\n`
  );
}

function attributes(values: ReturnType<typeof numberedValues>, { classes }: Defined): string {
  const all = Array.from(values, ({ name, value }) =>
    emptyTag('Attribute', { AttributeClass: name, Value: value, AttributeClassReference: classes.get(name) }),
  );
  return `<AttributeCollection>\n${all.join('\n')}\n</AttributeCollection>\n`;
}

/** A card for each source. */
function cards({ values }: FlatNode | FlatEdge): string {
  const all = (values.get('sources') ?? []).map((Summary) =>
    emptyTag('Card', { Summary, SourceReference: Summary }),
  );
  return all.length > 0 ? `<CardCollection>\n${all.join('\n')}\n</CardCollection>\n` : '';
}

/** A start that is a whole day: the chart has one date, and no partial ones. */
const dateOf = ({ start }: FlatNode | FlatEdge) =>
  start !== undefined && /^\d{4}-\d\d-\d\d$/.test(start)
    ? { DateSet: 'true', TimeSet: 'false', DateTime: `${start}T00:00:00.000` }
    : {};
