// What the bench of formats runs of Clew, bundled so that each measurement starts with nothing but the code it needs.
import type { Case } from '../../../src/case/case.ts';
import { CaseUnderLens, OPEN } from '../../../src/case/lens.ts';
import { bytesOf, write } from '../../../src/formats/exporting.ts';
import { formatFor, WRITABLE } from '../../../src/formats/index.ts';
import { read } from '../../../src/formats/importing.ts';
import { piecesOf } from '../../../src/formats/intake.ts';
import { quietJob } from '../../../src/plugin/job.ts';
import { valuesFor } from '../../../src/plugin/settings.ts';

export interface Counts {
  nodes: number;
  edges: number;
}

/** The reader alone, with a sink that drops what it is told. */
export async function toEvents(bytes: Uint8Array, id: string): Promise<Counts> {
  const counts = { nodes: 0, edges: 0 };
  const sink = {
    meta() {},
    node: () => void counts.nodes++,
    edge: () => void counts.edges++,
    record: ({ kind }: { kind: string }) => {
      if (kind === 'entity') counts.nodes++;
      if (kind === 'relation') counts.edges++;
    },
    place() {},
    problem() {},
  };
  const format = formatFor(id)!;
  const job = quietJob();
  await format.read(piecesOf(bytes, job), sink, valuesFor(format.settings, undefined), job);
  return counts;
}

/** What opening a file does, on the command line and in the page. */
export async function toCase(bytes: Uint8Array, id: string): Promise<Case> {
  return (await read(bytes, { name: `bench.${id}`, format: id }, quietJob())).case();
}

export const countsOf = (of: Case): Counts => ({
  nodes: [...of.entities()].length,
  edges: [...of.relations()].length,
});

export function toBytes(of: Case, id: string): Uint8Array {
  const format = WRITABLE.find((one) => one.id === id)!;
  const out = { seen: new CaseUnderLens(of, OPEN), placements: new Map() };
  return bytesOf(write(format, out, {}, quietJob()));
}
