// What FollowTheMoney's model says of its own properties beyond what a case needs.
import standard from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { Model } from '../../case/schema.ts';

interface RawProperty {
  readonly qname: string;
  readonly reverse?: string;
}
const RAW = new Map(
  Object.entries(
    standard.schemata as unknown as Record<string, { properties?: Record<string, RawProperty> }>,
  ),
);
const MODEL = new Model();

function raw(schema: string, property: string): RawProperty | undefined {
  for (const name of MODEL.schema(schema).lineage) {
    const properties = RAW.get(name)?.properties;
    if (properties && Object.hasOwn(properties, property)) return properties[property];
  }
  return undefined;
}

/** "LegalEntity:ownershipOwner": with the schema that declares it. */
export const qnameOf = (schema: string, property: string): string =>
  raw(schema, property)?.qname ?? `${schema}:${property}`;

/** The property on the other side: "owner" for "ownershipOwner". */
export const reverseOf = (schema: string, property: string): string | undefined =>
  raw(schema, property)?.reverse;
