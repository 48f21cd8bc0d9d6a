// The definitions of Clew's two extensions of STIX, which every bundle that uses them must carry.
import { AUTHOR, ENTITY_EXTENSION, VALUES_EXTENSION } from './stixIds.ts';

/** `date` is a moment in UTC. */
export function extensionObjects(date: string): readonly object[] {
  const common = { spec_version: '2.1', created: date, modified: date };
  const definition = (id: string, name: string, description: string, schema: string, type: string) => ({
    ...{ type: 'extension-definition', id, ...common, created_by_ref: AUTHOR },
    ...{ name, description, schema, version: '1.0.0', extension_types: [type] },
  });
  return [
    { type: 'identity', id: AUTHOR, ...common, name: 'Clew', identity_class: 'system' },
    definition(
      VALUES_EXTENSION,
      'Values of a Clew case',
      'What the fields of STIX cannot say of an object: its id and type in the case, its stance, further values.',
      'An object with case_id, schema and stance (text), disputed and directed (true or false), place (two numbers), added (names of fields that are no values), shown (text) and columns (objects with name, type and values).',
      'property-extension',
    ),
    definition(
      ENTITY_EXTENSION,
      'An entity of a Clew case',
      'Something for which STIX has no object, such as a vehicle or a court case.',
      'An object with a name. The values extension says which type of FollowTheMoney it has.',
      'new-sdo',
    ),
  ];
}
