// Reads a text with one format and gives what the reader told its sink.
import type { EdgeEvent, Format, NodeEvent } from '../../src/formats/format.ts';
import { quietJob } from '../../src/plugin/job.ts';
import type { Problem } from '../../src/plugin/problem.ts';
import { valuesFor } from '../../src/plugin/settings.ts';

export interface Events {
  readonly nodes: readonly NodeEvent[];
  readonly edges: readonly EdgeEvent[];
  readonly meta: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  node(id: string): NodeEvent;
  edge(id: string): EdgeEvent;
}

export async function eventsOf(
  format: Format,
  text: string,
  chosen: Readonly<Record<string, unknown>> = {},
): Promise<Events> {
  const nodes: NodeEvent[] = [];
  const edges: EdgeEvent[] = [];
  const problems: Problem[] = [];
  const meta = new Map<string, string>();
  const sink = {
    meta: (name: string, value: string) => void meta.set(name, value),
    node: (node: NodeEvent) => void nodes.push(node),
    edge: (edge: EdgeEvent) => void edges.push(edge),
    record: () => {},
    place: () => {},
    problem: (problem: Problem) => void problems.push(problem),
  };
  await format.read(inPieces(text), sink, valuesFor(format.settings, chosen), quietJob());
  const node = (id: string) => nodes.find((one) => one.id === id)!;
  const edge = (id: string) => edges.find((one) => one.id === id)!;
  return { nodes, edges, meta, problems, node, edge };
}

/** Pieces so short that names, entities and characters are cut through. */
export async function* inPieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const step = bytes.length > 10_000 ? 4096 : size;
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

/** Values of an attribute, by its name. */
export const said = ({ attributes }: NodeEvent | EdgeEvent): Record<string, readonly string[]> =>
  Object.fromEntries(Array.from(attributes, ([name, { values }]) => [name, values]));
