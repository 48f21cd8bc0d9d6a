// Writes a case as a graph file, reads it back and gives both sides as what a graph file can hold.
import type { CaseRecord } from '../../src/case/records.ts';
import { flatten, type FlatEdge, type FlatGraph, type FlatNode } from '../../src/formats/flat.ts';
import type { WritableFormat } from '../../src/formats/format.ts';
import { xmlId } from '../../src/formats/xmlWriting.ts';
import { outgoing } from './cases.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

/** What Clew works out anew from the sources at hand: a file is one source. */
const DERIVED = new Set(['sources', 'disputed', 'relation']);

type Item = Readonly<Record<string, unknown>> & {
  readonly values: readonly (readonly [string, readonly string[]])[];
};
export interface Told {
  readonly name: string;
  readonly nodes: readonly Item[];
  readonly edges: readonly Item[];
}

export async function roundTrip(
  format: WritableFormat,
  records: Iterable<CaseRecord>,
  settings: Readonly<Record<string, string | boolean>> = {},
): Promise<{ before: Told; after: Told }> {
  const out = outgoing(records);
  const back = outgoingOf(await readBytes(bytesFor(format, out, settings)));
  return { before: toldBy(flatten(out, settings)), after: toldBy(flatten(back, settings)) };
}

const toldBy = (graph: FlatGraph): Told => ({
  name: graph.title.trim(),
  nodes: sorted(graph.nodes, ({ id, schema, label, x, y, values }: FlatNode) => ({
    id,
    schema,
    label,
    x,
    y,
    ...said(values),
  })),
  edges: sorted(graph.edges, ({ source, target, directed, type, label, values }: FlatEdge) => ({
    ...{ source, target, directed, type, label },
    ...said(values),
  })),
});

const said = (values: ReadonlyMap<string, readonly string[]>) => ({
  values: [...values].filter(([name]) => !DERIVED.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)),
});

const sorted = <T>(items: Iterable<T>, told: (item: T) => Item): Item[] =>
  Array.from(items, told).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const shown = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

/** The same with what XML cannot hold: ids keep apart what differs, texts show that something was there. */
export const inXml = ({ name, nodes, edges }: Told): Told => ({
  name: shown(name),
  nodes: sorted(nodes, itemInXml),
  edges: sorted(edges, itemInXml),
});

const IDS = new Set(['id', 'source', 'target']);

const itemInXml = ({ values, ...fields }: Item): Item => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value !== 'string' ? value : IDS.has(name) ? xmlId(value) : shown(value),
    ]),
  ),
  values: values
    .map(([name, texts]) => [xmlId(name), texts.map(shown)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
});
