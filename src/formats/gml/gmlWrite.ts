// Writes GML in ASCII, as networkx, igraph, Gephi, yEd and Cytoscape take it.
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { colourOf } from '../typeColours.ts';
import { GmlKeys, NAMES_KEY, OWN_ID } from './gmlKeys.ts';

export function* gmlText(graph: FlatGraph): Generator<string> {
  const keys = new GmlKeys([...graph.nodeColumns, ...graph.edgeColumns]);
  const numbers = new Map<string, number>();
  yield `Creator "Clew"\nVersion 1\ngraph [\n  directed ${directedByDefault(graph) ? 1 : 0}\n  multigraph 1\n`;
  yield `  label ${string(graph.title)}\n`;
  if (graph.description) yield `  comment ${string(graph.description)}\n`;
  yield namesText(keys);
  for (const node of graph.nodes) {
    numbers.set(node.id, numbers.size);
    yield nodeText(node, numbers.size - 1, keys);
  }
  for (const edge of graph.edges) yield edgeText(edge, graph.mixed, numbers, keys);
  yield ']\n';
}

function directedByDefault({ edges, mixed }: FlatGraph): boolean {
  for (const { directed } of edges) return directed || mixed;
  return true;
}

function namesText(keys: GmlKeys): string {
  const names = Array.from(keys.renamed(), ([key, name]) => `    ${key} ${string(name)}\n`);
  return names.length > 0 ? `  ${NAMES_KEY} [\n${names.join('')}  ]\n` : '';
}

function nodeText({ id, label, schema, values, x, y }: FlatNode, number: number, keys: GmlKeys): string {
  const { r, g, b } = colourOf(schema);
  const fill = [r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('');
  const place = x === undefined || y === undefined ? '' : `x ${real(x)} y ${real(y)} `;
  return (
    `  node [\n    id ${number}\n    label ${string(label)}\n    ${OWN_ID} ${string(id)}\n` +
    `    graphics [ ${place}fill "#${fill}" ]\n${valuesText(values, keys)}  ]\n`
  );
}

/** Where the edges are of both kinds, each says which it is. */
function edgeText(
  edge: FlatEdge,
  mixed: boolean,
  numbers: ReadonlyMap<string, number>,
  keys: GmlKeys,
): string {
  const { id, source, target, directed, label, type, values, weight } = edge;
  // Ids that Clew makes of an edge's ends say nothing more.
  const made = values.has('relation') || id === `${source} ${type} ${target}`;
  return (
    `  edge [\n    source ${numbers.get(source)}\n    target ${numbers.get(target)}\n` +
    (mixed ? `    directed ${directed ? 1 : 0}\n` : '') +
    (label === '' ? '' : `    label ${string(label)}\n`) +
    `    weight ${real(weight)}\n${made ? '' : `    ${OWN_ID} ${string(id)}\n`}${valuesText(values, keys)}  ]\n`
  );
}

/** Several values are the same key several times. */
function valuesText(values: ReadonlyMap<string, readonly string[]>, keys: GmlKeys): string {
  let text = '';
  for (const [id, all] of values) {
    const key = keys.keyOf(id);
    for (const value of all)
      text += `    ${key} ${id === 'disputed' ? flag(value) : keys.isNumeric(id) ? number(value) : string(value)}\n`;
  }
  return text;
}

const flag = (value: string): string => (value === 'true' ? '1' : '0');

/** Numbers that every reader takes for the same stand bare; GML's whole ones have 32 bits. */
function number(value: string): string {
  const bare = /^-?(0|[1-9]\d{0,9})(\.\d{1,15})?$/.test(value) && Math.abs(Number(value)) < 2 ** 31;
  return bare ? value : string(value);
}

/** A real number has a point; JavaScript's `1e-7` has none. */
const real = (value: number): string => {
  const [digits, exponent] = String(value).split('e');
  return exponent === undefined ? digits! : `${digits!.includes('.') ? digits : `${digits}.0`}e${exponent}`;
};

/** ASCII between quotes, anything else as `&#269;`. */
const string = (text: string): string =>
  `"${text.replace(/[^\x20-\x7e]|["&]/gu, (mark) =>
    mark === '"' ? '&quot;' : mark === '&' ? '&amp;' : `&#${mark.codePointAt(0)};`,
  )}"`;
