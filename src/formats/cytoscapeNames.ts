// Columns that belong to a running Cytoscape, or that say again what another says.
import type { Attribute } from './format.ts';

export const TECHNICAL: readonly string[] = [
  'SUID',
  'selected',
  'shared_name',
  'shared name',
  'shared_interaction',
  'shared interaction',
];

/** The name that Cytoscape makes for an edge: "A (owns) B". */
export const edgeName = (source: string, type: string, target: string): string =>
  `${source} (${type}) ${target}`;

/** The type inside a name that Cytoscape has made of the names of both ends. */
export function typeInName(name: string, source: string, target: string): string | undefined {
  const [before, after] = [`${source} (`, `) ${target}`];
  const type = name.slice(before.length, name.length - after.length);
  return type !== '' && name === before + type + after ? type : undefined;
}

/** The single value of an attribute that has a field of its own in an event; several stay an attribute. */
export function take(attributes: Map<string, Attribute>, name: string): string | undefined {
  const values = attributes.get(name)?.values;
  if (values?.length === 1) attributes.delete(name);
  return values?.[0];
}
