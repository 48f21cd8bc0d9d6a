// A case too large to draw whole opens on its most tied entities; the rest is found, expanded to, and in the table.
import type { CaseRecord, Id, View } from '../case/records.ts';

/** Above so many nodes the map would stand still. */
export const MOST_DRAWN = 1500;
const FIRST_DRAWN = 300;

/** The view a large case opens with; undefined for one that can be drawn whole or has a view already. */
export function viewOfMostTied(records: readonly CaseRecord[]): View | undefined {
  const mentions = new Map<Id, number>();
  for (const record of records) if (record.kind === 'entity') mentions.set(record.id, 0);
  const hasView = records.some((record) => record.kind === 'view' && record.only);
  if (mentions.size <= MOST_DRAWN || hasView) return undefined;
  for (const record of records) {
    if (record.kind !== 'claim') continue;
    const count = mentions.get(record.value);
    if (count !== undefined) mentions.set(record.value, count + 1);
  }
  const ranked = [...mentions].sort((a, b) => b[1] - a[1]).slice(0, FIRST_DRAWN);
  return {
    kind: 'view',
    id: '0-most-tied',
    name: `The ${FIRST_DRAWN} most tied`,
    only: ranked.map(([id]) => id),
  };
}
