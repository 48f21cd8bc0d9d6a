// Writes the GraphML of a Maltego graph, as Maltego 4 reads it: keys d0 to d3, a place for every entity.
import type { Model } from '../../case/schema.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { numberedValues } from '../numbered.ts';
import { element, emptyTag, shown, startTag, XML_DECLARATION, xmlId } from '../xmlWriting.ts';
import { maltegoType } from './mtgxTypes.ts';

const MTG = { 'xmlns:mtg': 'http://maltego.paterva.com/xml/mtgx' };

/** Of the client that made the format what it is. */
export const VERSION = 'maltego.client.version=4.11\nmaltego.graph.version=1.3\n';

/** Where an entity lies that the case has no place for: rows of twenty. */
const [ROW, STEP] = [20, 150] as const;

export function* mtgxText(graph: FlatGraph, model: Model): Generator<string> {
  yield XML_DECLARATION + startTag('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' });
  yield '\n';
  for (const [id, kind, name] of KEYS) yield `${emptyTag('key', { id, for: kind, 'attr.name': name })}\n`;
  yield `${startTag('graph', { id: 'G', edgedefault: 'directed' })}\n`;
  const ids = new Map<string, string>();
  for (const node of graph.nodes) {
    ids.set(node.id, `n${ids.size + 1}`);
    yield nodeText(node, ids, graph.nodeColumns, model);
  }
  let edges = 0;
  for (const edge of graph.edges) yield edgeText(edge, `e${++edges}`, ids, graph.edgeColumns);
  yield '</graph>\n</graphml>\n';
}

const KEYS = [
  ['d0', 'node', 'MaltegoEntity'],
  ['d1', 'node', 'EntityRenderer'],
  ['d2', 'edge', 'MaltegoLink'],
  ['d3', 'edge', 'LinkRenderer'],
] as const;

function nodeText(
  node: FlatNode,
  ids: ReadonlyMap<string, string>,
  columns: readonly FlatColumn[],
  model: Model,
): string {
  const { type, shown: property } = maltegoType(model.schema(node.schema).lineage);
  const label = node.label || node.id;
  const isPlaced = node.x !== undefined && node.y !== undefined;
  const own = { id: xmlId(node.id), shown: shown(label), ...(!isPlaced && { placed: 'false' }) };
  const properties = [
    propertyText(property, 'Name', label),
    ...Array.from(numberedValues(node, columns, own), ({ name, label: display, value }) =>
      propertyText(name, display, value),
    ),
  ];
  const n = ids.size - 1;
  const [x, y] = isPlaced ? [node.x, node.y] : [(n % ROW) * STEP, Math.floor(n / ROW) * STEP];
  const place = emptyTag('mtg:Position', { x, y });
  return (
    `${startTag('node', { id: ids.get(node.id) })}\n` +
    `${data('d0', startTag('mtg:MaltegoEntity', { ...MTG, type }) + list(properties))}</mtg:MaltegoEntity></data>\n` +
    `${data('d1', startTag('mtg:EntityRenderer', MTG) + place)}</mtg:EntityRenderer></data>\n</node>\n`
  );
}

function edgeText(
  edge: FlatEdge,
  id: string,
  ids: ReadonlyMap<string, string>,
  columns: readonly FlatColumn[],
): string {
  const own = { id: xmlId(edge.id), ...(!edge.directed && { directed: 'false' }) };
  const properties = [
    propertyText('maltego.link.manual.type', 'Label', edge.label),
    propertyText('maltego.link.show-label', 'Show Label', '1', 'int'),
    propertyText('maltego.link.is_reversed', 'Is Reversed', 'false', 'boolean'),
    ...Array.from(numberedValues(edge, columns, own), ({ name, label, value }) =>
      propertyText(name, label, value),
    ),
  ];
  const [source, target] = [ids.get(edge.source), ids.get(edge.target)];
  const type = 'maltego.link.manual-link';
  return (
    `${startTag('edge', { id, source, target })}\n` +
    `${data('d2', startTag('mtg:MaltegoLink', { ...MTG, type }) + list(properties))}</mtg:MaltegoLink></data>\n` +
    `${data('d3', emptyTag('mtg:LinkRenderer', MTG))}</data>\n</edge>\n`
  );
}

const data = (key: string, inner: string): string => startTag('data', { key }) + inner;

const list = (properties: readonly string[]): string =>
  `<mtg:Properties>\n${properties.join('\n')}\n</mtg:Properties>`;

const propertyText = (name: string, displayName: string, value: string, type = 'string'): string =>
  startTag('mtg:Property', {
    ...{ displayName, hidden: 'false', name, nullable: 'true', readonly: 'false', type },
  }) +
  element('mtg:Value', {}, value) +
  '</mtg:Property>';
