// Writes a bundle of minivan, version 1.0.0 of its schema: types as a partition with their colours, the rest to be ignored.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { objectText, parted, writtenName } from '../jsonWriting.ts';
import { colourOf } from '../typeColours.ts';
import { listsText, TAKEN, untyped } from './graphologyWrite.ts';

export function* bundleText(graph: FlatGraph): Generator<string> {
  const { title, description } = graph;
  const settings = { type: 'mixed', multi: true };
  const about = {
    title,
    description: description || undefined,
    bundleVersion: '1.0.0',
    consolidated: false,
    settings,
  };
  yield `${objectText(about).slice(0, -1)},\n"graph": {\n`;
  yield* listsText(graph);
  yield '\n},\n"model": {"defaultNodeColor": "schema",\n "nodeAttributes": [';
  yield* parted(
    attributesOf(graph.nodes, graph.nodeColumns, ({ schema }) => schema),
    '  ',
    objectText,
  );
  yield '],\n "edgeAttributes": [';
  yield* parted(
    attributesOf(graph.edges, graph.edgeColumns, ({ type }) => type),
    '  ',
    objectText,
  );
  yield ']\n}}\n';
}

/** A slug is part of an address, so columns are numbered. */
function attributesOf<T extends FlatNode | FlatEdge>(
  items: Iterable<T>,
  columns: readonly FlatColumn[],
  typeOf: (item: T) => string,
): Record<string, unknown>[] {
  const counts = new Map<string, number>();
  const types = new Map<string, number>();
  for (const item of items) {
    types.set(typeOf(item), (types.get(typeOf(item)) ?? 0) + 1);
    for (const id of item.values.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const others = untyped(columns).map((column, i) => ({
    slug: `attribute-${i + 1}`,
    label: column.label,
    key: writtenName(column, TAKEN),
    count: counts.get(column.id) ?? 0,
    type: 'ignore',
  }));
  return [partition(types), ...others];
}

function partition(types: ReadonlyMap<string, number>): Record<string, unknown> {
  const count = [...types.values()].reduce((sum, one) => sum + one, 0);
  // `fromEntries` makes a member of "__proto__" too.
  const modalities = Object.fromEntries(
    Array.from(types, ([value, of]) => [value, { value, color: cssColour(value), count: of }]),
  );
  const order = { modalitiesOrder: [...types.keys()], modalities };
  return {
    slug: 'schema',
    label: 'Type',
    key: 'schema',
    count,
    type: 'partition',
    cardinality: types.size,
    ...order,
  };
}

function cssColour(type: string): string {
  const { r, g, b } = colourOf(type);
  return `rgb(${r}, ${g}, ${b})`;
}
