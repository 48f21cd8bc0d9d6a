// Values of JSON → text and attributes.
import type { Attribute } from './format.ts';
import { Digits, isList, isObject, writeJson, type Json } from './json.ts';
import type { Tally } from './tally.ts';
import { spelled } from './typedValues.ts';

/** A single value as text; undefined for null, lists and objects. */
export function plain(json: Json | undefined): string | undefined {
  if (json instanceof Digits) return json.text;
  return typeof json === 'string' || typeof json === 'boolean' ? String(json) : undefined;
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
