// Every analysis run over a graph, with the names of the highest.
import { ANALYSES } from '../analyses/index.ts';
import type { CaseGraph } from '../graph/graph.ts';
import type { Job } from '../plugin/job.ts';
import { valuesFor } from '../plugin/settings.ts';

export interface Measured {
  /** `<analysis id>.<column>`. */
  readonly id: string;
  readonly label: string;
  readonly says: string;
  /** The highest, highest first; empty for a measure that names groups. */
  readonly top: readonly { readonly id: string; readonly label: string; readonly value: number }[];
  /** How many groups, for a measure that names them. */
  readonly groups?: number;
}

export async function measuresOf(graph: CaseGraph, job: Job, most: number): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { id, says, settings, gives, run } of ANALYSES) {
    const columns = await run(graph, valuesFor(settings), job);
    for (const [name, { label, type }] of Object.entries(gives)) {
      const values = columns[name]!;
      const isGroup = type === 'group';
      const groups = isGroup ? { groups: new Set(values.values()).size } : {};
      measured.push({
        id: `${id}.${name}`,
        label,
        says,
        top: isGroup ? [] : highest(graph, values, most),
        ...groups,
      });
    }
  }
  return measured;
}

const highest = (graph: CaseGraph, values: ReadonlyMap<string, number>, most: number): Measured['top'] =>
  Array.from(values, ([id, value]) => ({ id, label: graph.getNodeAttribute(id, 'label'), value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1))
    .slice(0, most);
