// Going to a subject: selecting it, whether it is a node or lies on a line.
import type { Id } from '../../case/records.ts';
import type { Workspace } from '../workspace.svelte.ts';

/** Selects an entity, or the edges a relation makes; `claim` is a claim or dispute to bring into view with it. */
export function goTo(w: Workspace, subject: Id, claim?: Id): void {
  if (w.case.entity(subject)) w.selection.set([subject]);
  else w.selection.set([], w.graph.getAttribute('edgesOf').get(subject) ?? []);
  w.selection.claim = claim;
}
