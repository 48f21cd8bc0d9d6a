// Columns that belong to a running Cytoscape, or that say again what another says.
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
