// Node size and colour by a measure: computed off the main thread, on the graph under the lens, and again when that changes.
import { untrack } from 'svelte';
import * as views from '../case/commands/views.ts';
import { ANALYSES } from '../analyses/index.ts';
import type { Client } from '../worker/client.ts';
import { pack } from '../worker/crossing.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Every column that an analysis gives, as `<analysis>.<column>`, with its words. */
export const COLUMNS = ANALYSES.flatMap((analysis) =>
  Object.entries(analysis.gives).map(([column, { label, type, says }]) => ({
    id: `${analysis.id}.${column}`,
    analysis,
    label,
    type,
    says: says ?? analysis.says,
  })),
);

export const columnOf = (id: string | undefined) => COLUMNS.find((column) => column.id === id);

/** Sizes or colours nodes by a column; by nothing, where that is undefined. One step. */
export async function measureBy(
  w: Workspace,
  client: Client,
  use: 'size' | 'colour',
  id: string | undefined,
): Promise<void> {
  if (id && !(await measure(w, client, id))) return;
  const words = use === 'size' ? 'Size' : 'Colour';
  const by = columnOf(id)?.label.toLowerCase();
  const label = by ? `${words} by ${by}` : use === 'size' ? 'All the same size' : 'Colour by type';
  w.run(label, views.changeView(w.case, { [use]: id }));
}

/**
 * Measures again what the look shows and was measured on another graph: after a change of the case or the lens, on
 * undo, or when a case is opened. Call it in an effect; it follows the graph and the look.
 */
export function keepMeasured(w: Workspace, client: Client): void {
  const { graph, view } = w;
  untrack(() => {
    for (const id of new Set([view.size, view.colour])) {
      const analysis = columnOf(id)?.analysis;
      if (analysis && w.columns.get(analysis.id)?.of !== graph) void measure(w, client, id!);
    }
  });
}

/** Computes the analysis that gives a column for the graph as it is now. False where it was cancelled. */
async function measure(w: Workspace, client: Client, id: string): Promise<boolean> {
  const analysis = columnOf(id)?.analysis;
  if (!analysis) return false;
  const of = w.graph;
  const columns = await w.jobs.run(`Measuring: ${analysis.label}`, (signal, progress) =>
    client.run('analyse', { analysis: analysis.id, graph: pack(of) }, { signal, progress }),
  );
  if (!columns) return false;
  w.columns = new Map([...w.columns, [analysis.id, { of, columns }]]);
  return true;
}
