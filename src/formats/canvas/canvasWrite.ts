// Writes JSON Canvas: a card of text for each node, with all its values; the same once more, exactly, under "clew".
import { checksum } from '../checksum.ts';
import { columnOf } from '../columns.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { elementText, objectText, parted } from '../jsonWriting.ts';
import { markdownText } from '../markdownText.ts';
import { CARD, OWN } from './canvasCard.ts';

const NONE: ReadonlySet<string> = new Set();
/** Preset colours of the format, 1 to 6, by type. */
const COLOURS = new Map([
  ['Person', '5'],
  ['Organization', '3'],
  ['Company', '3'],
  ['PublicBody', '3'],
  ['Event', '4'],
]);
/** Cards without a place lie in rows below the others, so many abreast. */
const ABREAST = 8;
const APART = 60;
/** Characters of one value on a card; the whole of it is under "clew". */
const LONGEST = 400;

export function* canvasText(graph: FlatGraph): Generator<string> {
  const below = lowest(graph) + CARD.height;
  let loose = 0;
  const nodes = parted(graph.nodes, '  ', (node) => {
    const at = placeOf(node) ?? rowPlace(loose++, below);
    return cardText(node, at, graph.nodeColumns);
  });
  yield '{\n "nodes": [';
  yield* nodes;
  yield '],\n "edges": [';
  yield* parted(graph.edges, '  ', (edge) => lineText(edge, graph.edgeColumns));
  const { title, description } = graph;
  yield `],\n "${OWN}": ${objectText({ title, description: description || undefined })}\n}\n`;
}

type Place = readonly [x: number, y: number];

/** Upper left corner of a card whose middle is the node's place. */
const placeOf = ({ x, y }: FlatNode): Place | undefined =>
  x === undefined || y === undefined
    ? undefined
    : [Math.round(x - CARD.width / 2), Math.round(y - CARD.height / 2)];

const rowPlace = (n: number, top: number): Place => [
  (n % ABREAST) * (CARD.width + APART),
  top + Math.floor(n / ABREAST) * (CARD.height + APART),
];

function lowest({ nodes }: FlatGraph): number {
  let low: number | undefined;
  for (const { y } of nodes) if (y !== undefined) low = Math.max(low ?? y, y);
  return low === undefined ? -CARD.height : Math.ceil(low);
}

function cardText(node: FlatNode, [x, y]: Place, columns: readonly FlatColumn[]): string {
  const text = wordsOf(node, columns);
  const card = {
    ...{ id: node.id, type: 'text', text, x, y, width: CARD.width, height: CARD.height },
    color: COLOURS.get(node.schema),
  };
  const own = { label: node.label, text: checksum(text), at: [x, y], x: node.x, y: node.y };
  const values = `"${OWN}": {"card": ${objectText(own)}, "values": ${elementText({}, columns, node.values, NONE)}}`;
  return `${objectText(card).slice(0, -1)}, ${values}}`;
}

const WORKED_OUT = new Set(['name', 'type', 'stance', 'disputed', 'sources']);

/** The name, the type, and each value on a line of its own, as Markdown that says what it says and no more. */
function wordsOf({ label, schema, values }: FlatNode, columns: readonly FlatColumn[]): string {
  const told = columns.filter(({ id }) => !WORKED_OUT.has(id) && (values.get(id)?.length ?? 0) > 0);
  const lines = told.map(({ id, label: name }) => {
    const { stance } = columnOf(id);
    const said = values.get(id)!.join('; ').slice(0, LONGEST);
    return `${markdownText(name)}: ${markdownText(said)}${stance === 'affirmed' || name.endsWith(`(${stance})`) ? '' : ` (${stance})`}`;
  });
  return [`**${markdownText(label)}**`, markdownText(schema), ...lines].join('\n\n');
}

function lineText(edge: FlatEdge, columns: readonly FlatColumn[]): string {
  const { id, source, target, directed, label, weight, values } = edge;
  const line = { id, fromNode: source, toNode: target, toEnd: directed ? 'arrow' : 'none', label };
  const own = `"${OWN}": {"line": ${objectText({ label, weight })}, "values": ${elementText({}, columns, values, NONE)}}`;
  return `${objectText(line).slice(0, -1)}, ${own}}`;
}
