// Values of JSON → attributes, the same for every format that is written in JSON.
import type { Attribute } from './format.ts';
import { Digits, isList, isObject, writeJson, type Json, type JsonObject } from './json.ts';
import type { Tally } from './tally.ts';
import { finite, spelled } from './typedValues.ts';

/** A single value as text; undefined for null, lists and objects. */
export function plain(json: Json | undefined): string | undefined {
  if (json instanceof Digits) return json.text;
  return typeof json === 'string' || typeof json === 'boolean' ? String(json) : undefined;
}

/** An id as text. networkx writes tuples as lists. */
export const idText = (json: Json | undefined): string | undefined =>
  isList(json) ? writeJson(json) : plain(json);

/** The members of an object that are not `own` to the format; null, "" and [] say nothing. */
export function attributesOf(
  object: JsonObject | undefined,
  own: ReadonlySet<string>,
  where: string,
  tally: Tally,
): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [name, value] of object ?? []) {
    const attribute = own.has(name) ? undefined : attributeOfJson(value, where, tally);
    if (attribute) attributes.set(name, attribute);
  }
  return attributes;
}

/** Typed by what the values are; objects as JSON text. Undefined where there is nothing: null, "", an empty list. */
export function attributeOfJson(value: Json, where: string, tally: Tally): Attribute | undefined {
  const items = itemsOf(value);
  if (items.length === 0) return undefined;
  if (items.some((item) => isObject(item) || isList(item))) {
    tally.add('kept', 'Values that are themselves objects were kept as JSON text.', where);
    return { type: 'string', values: [writeJson(value)] };
  }
  return { type: typeOf(items), values: items.map((item) => plain(item)!) };
}

/** What a value or a list holds, without what says nothing. */
export const itemsOf = (value: Json): readonly Json[] =>
  (isList(value) ? value : [value]).filter((item) => item !== null && item !== '');

function typeOf(items: readonly Json[]): Attribute['type'] {
  if (items.every((item) => typeof item === 'boolean')) return 'boolean';
  if (!items.every((item) => item instanceof Digits)) return 'string';
  return items.every((item) => spelled('integer', (item as Digits).text) !== undefined)
    ? 'integer'
    : 'number';
}

/** The value of an attribute that has one; the attribute is gone then. Of a longer list the first, and it stays. */
export function take(attributes: Map<string, Attribute>, name: string): string | undefined {
  const values = attributes.get(name)?.values;
  if (values?.length === 1) attributes.delete(name);
  return values?.[0];
}

/** Where `x` and `y` lay a node, taken out of its attributes; nothing where they are not two finite numbers. */
export function takePlace(
  attributes: Map<string, Attribute>,
  yGrows: 'down' | 'up' = 'down',
): { x?: number; y?: number } {
  const [x, y] = ['x', 'y'].map((name) => {
    const attribute = attributes.get(name);
    return attribute?.values.length === 1 ? finite(attribute.values[0]) : undefined;
  });
  if (x === undefined || y === undefined) return {};
  attributes.delete('x');
  attributes.delete('y');
  return { x, y: yGrows === 'up' ? -y || 0 : y };
}
