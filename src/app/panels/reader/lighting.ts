// From a passage to the map: its subjects are selected, its claims lit.
import type { Passage } from '../../../case/anchoring/anchors.ts';
import type { Claim } from '../../../case/records.ts';
import { keyOf, type Reader } from '../../reader.svelte.ts';
import { goTo } from '../../parts/going.ts';
import type { Workspace } from '../../workspace.svelte.ts';

export function lightPassage(w: Workspace, reader: Reader, passage: Passage, claims: readonly Claim[]): void {
  const subjects = [...new Set(claims.map(({ subject }) => subject))];
  const edgesOf = w.graph.getAttribute('edgesOf');
  if (subjects.length === 1) goTo(w, subjects[0]!, claims[0]!.id);
  else
    w.selection.set(
      subjects.filter((id) => w.case.entity(id)),
      subjects.flatMap((id) => edgesOf.get(id) ?? []),
    );
  reader.light({ claims: claims.map(({ id }) => id), passage: keyOf(passage) });
}
