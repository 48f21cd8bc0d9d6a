// Values of a node or an edge → the fields of a type of STIX; what no field can say just so is left for the remainder.
import { countryName } from '../../case/schema.ts';
import { columnId, type FlatColumn } from '../columns.ts';
import { isList, isObject, readJson, writeJson } from '../json.ts';
import { isNumber } from '../jsonWriting.ts';
import type { Untaken } from '../remainder.ts';
import { Tally } from '../tally.ts';
import { ANY_TYPE, propertyOf, STIX_TYPES, TIMESTAMP, type StixField, type StixType } from './stixFields.ts';
import { typeOfId } from './stixIds.ts';

/** JSON text of each field, in the order of the table. */
export type FieldTexts = Map<string, string>;

/** Fields that are written otherwise: names, ends, markings, and what Clew's own values go beside. */
const APART: ReadonlySet<string> = new Set([
  ...['name', 'relationship_type', 'source_ref', 'target_ref', 'sighting_of_ref', 'where_sighted_refs'],
]);

/** Takes from `untaken` what the type's fields can hold; reading them gives exactly the same values. */
export function fit(
  type: string,
  schema: string,
  untaken: Untaken,
  columns: ReadonlyMap<string, FlatColumn>,
): FieldTexts {
  const known = STIX_TYPES.get(type);
  const texts: FieldTexts = new Map();
  for (const field of (known ?? ANY_TYPE).fields.values()) {
    if (APART.has(field.name)) continue;
    const column = columnId(propertyOf(schema, field.name), 'affirmed');
    const text = textOf(field, untaken.of(column));
    if (text === undefined) continue;
    texts.set(field.name, text);
    untaken.take(column);
  }
  fitOthers(texts, known, untaken, columns);
  return texts;
}

/** Fields that the standard does not list: `x_…` in its own types, any in types that others add. */
function fitOthers(
  texts: FieldTexts,
  known: StixType | undefined,
  untaken: Untaken,
  columns: ReadonlyMap<string, FlatColumn>,
): void {
  for (const name of untaken.names) {
    if (!(known ? /^x_[a-z0-9_]{1,247}$/ : /^[a-z][a-z0-9_]{2,249}$/).test(name)) continue;
    if (texts.has(name) || ['name', 'type', 'extensions', 'spec_version', 'marking'].includes(name)) continue;
    const values = untaken.of(name)!;
    const column = columns.get(name);
    if (
      !column ||
      values.length > 1 !== column.list ||
      values.includes('') ||
      values.some((value) => column.list && jsonOf(value))
    )
      continue;
    const scalars = values.map(
      (value) => jsonOf(value) ?? (isNumber(value, column.type) ? value : JSON.stringify(value)),
    );
    texts.set(name, column.list ? `[${scalars.join(',')}]` : scalars[0]!);
    untaken.take(name);
  }
}

function textOf(field: StixField, values: readonly string[] | undefined): string | undefined {
  if (!values || (!field.list && values.length !== 1)) return undefined;
  const texts = values.map((value) => scalar(field, value));
  if (!texts.every((text) => text !== undefined)) return undefined;
  return field.list ? `[${texts.join(',')}]` : texts[0];
}

function scalar({ kind, reference, name }: StixField, value: string): string | undefined {
  switch (kind) {
    case 'boolean':
      return value === 'true' || value === 'false' ? value : undefined;
    case 'integer':
      return /^(0|-?[1-9]\d{0,14})$/.test(value) && isInRange(name, value) ? value : undefined;
    case 'number':
      return isNumber(value, 'number') ? value : undefined;
    case 'timestamp':
      return TIMESTAMP.test(value) ? JSON.stringify(value) : undefined;
    case 'json':
      return jsonOf(value);
    case 'text':
      return textField(name, reference, value);
  }
}

function textField(name: string, reference: boolean, value: string): string | undefined {
  if (value === '' || (reference && typeOfId(value) === undefined)) return undefined;
  // Read as the type itself, see `typeOfObject`.
  if (name === 'identity_class' && ['individual', 'organization'].includes(value)) return undefined;
  if (name !== 'country') return JSON.stringify(value);
  // ISO 3166-1; FollowTheMoney writes it small and also knows countries that are gone.
  return /^[a-z]{2}$/.test(value) && countryName(value) !== value
    ? JSON.stringify(value.toUpperCase())
    : undefined;
}

const isInRange = (name: string, value: string): boolean =>
  name !== 'confidence' || (Number(value) >= 0 && Number(value) <= 100);

/** Text that stands for an object or a list, as reading such a value gives it. */
function jsonOf(value: string): string | undefined {
  if (!/^[[{]/.test(value)) return undefined;
  try {
    JSON.parse(value);
    const json = readJson(value, new Tally());
    const items = isList(json) ? json : [json];
    const isNested = items.some((item) => isObject(item) || isList(item));
    return isNested && writeJson(json) === value ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What 2.1 demands and 2.0 did not know: every pattern was one of STIX, and no malware was said to be a family. */
const SINCE_2_1: readonly (readonly [type: string, field: string, text: string])[] = [
  ['indicator', 'pattern_type', '"stix"'],
  ['malware', 'is_family', 'false'],
];

/** Fields that must be filled in for the object to be one of 2.1. */
export const missing = (type: string, texts: FieldTexts): (readonly [field: string, text: string])[] =>
  SINCE_2_1.flatMap(([of, field, text]) =>
    of === type && !texts.has(field) ? [[field, text] as const] : [],
  );

/** Whether all is there that the type demands. */
export function isComplete(type: string, given: FieldTexts): boolean {
  const texts = new Map([...given, ...missing(type, given)]);
  const known = STIX_TYPES.get(type);
  if (!known) return true;
  for (const { name, required } of known.fields.values())
    if (required && name !== 'created' && name !== 'modified' && !texts.has(name)) return false;
  return known.oneOf.length === 0 || known.oneOf.some((names) => names.every((name) => texts.has(name)));
}
