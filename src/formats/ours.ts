// How Clew knows a node or an edge that it has written itself.
import type { Attributes } from './format.ts';

/** It bears a stance and whether it is disputed. What else the format adds (looks, times) repeats its columns. */
export const isOurs = (attributes: Attributes): boolean =>
  attributes.has('stance') && attributes.has('disputed');

/** What Clew works out itself and no claim says. */
export const DERIVED_NAMES: ReadonlySet<string> = new Set([
  ...['stance', 'disputed', 'sources', 'relation', 'weight', 'type'],
]);

export const TYPE_NAMES: readonly string[] = ['type', 'Type', 'schema'];

/** The type a node or edge is said to have, or an attribute of that name holds. */
export function typeOf({ type, attributes }: { type?: string; attributes: Attributes }): string | undefined {
  if (type !== undefined && type.trim() !== '') return type;
  if (attributes.size === 0) return undefined;
  const attribute = TYPE_NAMES.map((name) => attributes.get(name)).find(
    (one) => one?.type === 'string' && one.values.length === 1,
  );
  return attribute?.values[0]?.trim() === '' ? undefined : attribute?.values[0];
}
