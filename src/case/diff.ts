// One difference between two states of a case. It is the undo step, the journal entry, the graph's patch and "added 12 people".
import { keyOf, type CaseRecord } from './records.ts';

export interface Diff {
  readonly added: readonly CaseRecord[];
  readonly updated: readonly (readonly [from: CaseRecord, to: CaseRecord])[];
  readonly removed: readonly CaseRecord[];
}

export const EMPTY: Diff = { added: [], updated: [], removed: [] };

export const isEmpty = (diff: Diff): boolean =>
  diff.added.length === 0 && diff.updated.length === 0 && diff.removed.length === 0;

/** The diff that takes back `diff`. */
export const reverse = (diff: Diff): Diff => ({
  added: diff.removed,
  updated: diff.updated.map(([from, to]) => [to, from] as const),
  removed: diff.added,
});

/** One diff with the effect of all, applied in order. A record added and removed again leaves no trace. */
export function squash(diffs: Iterable<Diff>): Diff {
  const changes = new Map<string, { before?: CaseRecord; after?: CaseRecord }>();
  const note = (before: CaseRecord | undefined, after: CaseRecord | undefined) => {
    const key = keyOf((before ?? after)!);
    const known = changes.get(key);
    if (known) known.after = after;
    else changes.set(key, { before, after });
  };
  for (const diff of diffs) {
    for (const record of diff.removed) note(record, undefined);
    for (const [from, to] of diff.updated) note(from, to);
    for (const record of diff.added) note(undefined, record);
  }
  const added: CaseRecord[] = [];
  const updated: [CaseRecord, CaseRecord][] = [];
  const removed: CaseRecord[] = [];
  for (const { before, after } of changes.values()) {
    if (!before && after) added.push(after);
    else if (before && !after) removed.push(before);
    else if (before && after && before !== after) updated.push([before, after]);
  }
  return { added, updated, removed };
}

/** Every record a diff touches, as it was (`from`) and as it becomes (`to`). */
export function* changesOf(diff: Diff): Generator<{ from?: CaseRecord; to?: CaseRecord }> {
  for (const from of diff.removed) yield { from };
  for (const [from, to] of diff.updated) yield { from, to };
  for (const to of diff.added) yield { to };
}
