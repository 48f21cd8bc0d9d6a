// Writes a case in a format and reads it back, as every round-trip test does.
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens, OPEN } from '../../src/case/lens.ts';
import { bytesOf, write } from '../../src/formats/exporting.ts';
import { flatten } from '../../src/formats/flat.ts';
import type { Outgoing, WritableFormat } from '../../src/formats/format.ts';
import { read, type Import } from '../../src/formats/importing.ts';
import { quietJob } from '../../src/plugin/job.ts';
import type { Values } from '../../src/plugin/settings.ts';

export const bytesFor = (format: WritableFormat, out: Outgoing, settings = {}): Uint8Array =>
  bytesOf(write(format, out, settings, quietJob()));

export const readBytes = (bytes: Uint8Array | string, name = 'file', format?: string): Promise<Import> =>
  read(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { name, format }, quietJob());

/** The import as a case, to be written again. */
export const outgoingOf = (imported: Import): Outgoing => ({
  seen: new CaseUnderLens(new Case(imported.records), OPEN),
  placements: imported.placements,
});

/** Nodes and edges with their values, without what names the sources: that is the file after a round trip. */
export function contentOf(
  out: Outgoing,
  settings: Values = {},
  spell: (text: string) => string = (text) => text,
): { nodes: readonly string[]; edges: readonly string[] } {
  const flat = flatten(out, settings);
  const plain = (values: ReadonlyMap<string, readonly string[]>) =>
    [...values]
      .filter(([id]) => !['sources', 'disputed', 'relation'].includes(id))
      .map(([id, list]): [string, string[]] => [spell(id), list.map(spell).sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const line = (parts: unknown[], values: ReadonlyMap<string, readonly string[]>) =>
    JSON.stringify([...parts.map((part) => (typeof part === 'string' ? spell(part) : part)), plain(values)]);
  return {
    nodes: Array.from(flat.nodes, ({ id, values }) => line([id], values)).sort(),
    edges: Array.from(flat.edges, ({ source, target, directed, type, values }) =>
      line([source, target, directed, type], values),
    ).sort(),
  };
}
