// The list of single properties against FollowTheMoney's model.
import model from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { isSingle, PLACES, SINGLE, SINGLE_IN } from '../../src/case/single.ts';

interface Schema {
  properties: Record<string, { type: string; stub?: boolean }>;
  edge?: { source: string; target: string };
}
const schemata = Object.entries(model.schemata as unknown as Record<string, Schema>);
const typesOf = (property: string) =>
  schemata.flatMap(([, schema]) => schema.properties[property]?.type ?? []);

test.each([...SINGLE, ...PLACES])('%s is a property of the model, and no name', (property) => {
  expect(typesOf(property)).not.toEqual([]);
  expect(typesOf(property)).not.toContain('name');
});

test.each([...SINGLE_IN])('%s is a property of that very schema', (qualified) => {
  const [schema, property] = qualified.split('.') as [string, string];
  const found = Object.fromEntries(schemata)[schema]?.properties[property];
  expect(found).toBeDefined();
  expect(found!.stub ?? false).toBe(false);
});

test.each(schemata.filter(([, { edge }]) => edge))('both ends of %s are single', (name, { edge }) => {
  expect([edge!.source, edge!.target].map((end) => isSingle(name, end))).toEqual([true, true]);
});

test('what may be shared or several is not single', () => {
  const several = [
    'Vehicle.owner',
    'UserAccount.owner',
    'Person.nationality',
    'Thing.name',
    'LegalEntity.status',
  ];
  expect(several.filter((each) => isSingle(...(each.split('.') as [string, string])))).toEqual([]);
});
