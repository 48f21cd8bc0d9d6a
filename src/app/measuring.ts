// Node size and colour by a measure: computed off the main thread, on the graph under the lens.
import * as views from '../case/commands/views.ts';
import { ANALYSES } from '../analyses/index.ts';
import type { Client } from '../worker/client.ts';
import { pack } from '../worker/crossing.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Sizes or colours nodes by `<analysis>.<column>`; by nothing, where that is undefined. One step. */
export async function measureBy(
  w: Workspace,
  client: Client,
  use: 'size' | 'colour',
  column: string | undefined,
): Promise<void> {
  if (column && !(await measure(w, client, column))) return;
  const words = use === 'size' ? 'Size' : 'Colour';
  w.run(column ? `${words} by ${column}` : `${words}: plain`, views.changeView(w.case, { [use]: column }));
}

/** Computes the analysis that gives a column for the graph as it is now. False where it was cancelled. */
export async function measure(w: Workspace, client: Client, column: string): Promise<boolean> {
  const analysis = ANALYSES.find(({ id }) => id === column.split('.')[0]);
  if (!analysis) return false;
  const columns = await w.jobs.run(`Measuring: ${analysis.label}`, (signal, progress) =>
    client.run('analyse', { analysis: analysis.id, graph: pack(w.graph) }, { signal, progress }),
  );
  if (!columns) return false;
  w.columns = new Map([...w.columns, [analysis.id, columns]]);
  return true;
}
