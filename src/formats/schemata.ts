// Two sets of a case's own types as one.
import type { SchemaAddition } from '../case/records.ts';

/** The standing types with the properties and exclusions that are new to them, then the types that are new. */
export function joinedSchemata(
  standing: readonly SchemaAddition[],
  incoming: readonly SchemaAddition[],
): readonly SchemaAddition[] {
  const types = new Map(standing.map((type) => [type.name, type]));
  for (const type of incoming) {
    const known = types.get(type.name);
    const properties = known?.properties ?? [];
    const fresh = (type.properties ?? []).filter(
      ({ name }) => !properties.some((property) => property.name === name),
    );
    const exclusive = known?.exclusive ?? [];
    const exclusions = (type.exclusive ?? []).filter(
      ({ name }) => !exclusive.some((exclusion) => exclusion.name === name),
    );
    if (!known) types.set(type.name, type);
    else if (fresh.length + exclusions.length > 0)
      types.set(type.name, {
        ...known,
        ...(fresh.length > 0 && { properties: [...properties, ...fresh] }),
        ...(exclusions.length > 0 && { exclusive: [...exclusive, ...exclusions] }),
      });
  }
  const joined = [...types.values()];
  return joined.length === standing.length && joined.every((type, i) => type === standing[i])
    ? standing
    : joined;
}
