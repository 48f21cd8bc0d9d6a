// Writes VNA: what is known of nodes, where they lie, and one row for each tie.
import { packed } from '../csv/csvWrite.ts';
import type { FlatColumn, FlatGraph } from '../flat.ts';
import { quoted, spelled } from './vnaWords.ts';

/** Columns of ties that NetDraw gives a meaning; one of such a name is written as `<name> (property)`. */
const TAKEN: ReadonlySet<string> = new Set([
  'from',
  'to',
  'strength',
  'value',
  'tiestrength',
  'ego',
  'alter',
]);

export function* vnaText(graph: FlatGraph): Generator<string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of graph.nodes) {
    let name = spelled(id);
    for (let n = 2; taken.has(name); n++) name = `${spelled(id)} ${n}`;
    taken.add(name);
    names.set(id, name);
  }
  yield '*Node data\n';
  yield row(['ID', 'label', ...graph.nodeColumns.map(({ id }) => id)].map(heading));
  for (const { id, label, values } of graph.nodes)
    yield row([quoted(names.get(id)!), quoted(label), ...cells(values, graph.nodeColumns)]);
  yield* properties(graph, names);
  yield '*Tie data\n';
  const own = ['from', 'to', 'strength', 'id', 'label', 'directed'];
  const columns = graph.edgeColumns.map(({ id }) => (TAKEN.has(id) ? `${id} (property)` : id));
  yield row([...own, ...columns].map(heading));
  for (const { id, source, target, weight, label, directed, values } of graph.edges)
    yield row([
      ...[quoted(names.get(source)!), quoted(names.get(target)!), String(weight)],
      ...[quoted(id), quoted(label), String(directed)],
      ...cells(values, graph.edgeColumns),
    ]);
}

function* properties({ nodes }: FlatGraph, names: ReadonlyMap<string, string>): Generator<string> {
  let begun = false;
  for (const { id, x, y, label } of nodes) {
    if (x === undefined || y === undefined) continue;
    if (!begun) yield '*Node properties\nID x y shortlabel\n';
    begun = true;
    yield row([quoted(names.get(id)!), String(x), String(y), quoted(label)]);
  }
}

const row = (given: readonly string[]): string => `${given.join(' ')}\n`;

const heading = (name: string): string => (/^[\p{L}\p{N}_.:-]+$/u.test(name) ? name : quoted(name));

/** Numbers bare where NetDraw can read them; every text in quotes. */
const cells = (
  values: ReadonlyMap<string, readonly string[]>,
  columns: readonly FlatColumn[],
): readonly string[] =>
  columns.map(({ id, type }) => {
    const text = packed(values.get(id) ?? []);
    return (type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)
      ? text
      : quoted(text);
  });
