// Which columns hold whole numbers that 64 bits cannot: as text they keep their digits.
import type { FlatColumn, FlatEdge, FlatNode } from './flat.ts';

export function beyondLong(
  columns: readonly FlatColumn[],
  items: Iterable<FlatNode | FlatEdge>,
): ReadonlySet<string> {
  const beyond = new Set<string>();
  const whole = columns.filter(({ type }) => type === 'integer').map(({ id }) => id);
  if (whole.length === 0) return beyond;
  for (const { values } of items) {
    for (const id of whole) if (values.get(id)?.some((value) => value.length > 18)) beyond.add(id);
  }
  return beyond;
}
