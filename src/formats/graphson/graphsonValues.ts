// Values as the versions of GraphSON type them → plain JSON, and attributes of it.
import type { Attribute } from '../format.ts';
import { Digits, isList, isObject, type Json, type JsonObject } from '../json.ts';
import { attributeOfJson, plain } from '../jsonValues.ts';
import type { Tally } from '../tally.ts';
import { spelled } from '../typedValues.ts';

/** A type of Java before a value, in a list of two: version 1 with types. */
const JAVA = /^(java|org\.apache\.tinkerpop)\.[\w.$]+$/;
const MOMENTS = new Set<Json | undefined>(['g:Date', 'g:Timestamp', 'java.util.Date', 'java.sql.Timestamp']);
const WHOLE =
  /^(g:Int(32|64)|gx:(BigInteger|Int16|Short|Byte)|integer|long|short|byte|java\.(lang\.(Integer|Long|Short|Byte)|math\.BigInteger))$/;
const FRACTIONS =
  /^(g:(Double|Float)|gx:BigDecimal|float|double|java\.(lang\.(Double|Float)|math\.BigDecimal))$/;

const OF_BLUEPRINTS = new Set<Json | undefined>([
  ...['integer', 'long', 'short', 'byte', 'float', 'double', 'string', 'boolean', 'list', 'map'],
]);

/** Whether it is a value with its type as Blueprints writes them. */
export const isBlueprints = (json: JsonObject): boolean =>
  json.size === 2 && json.has('value') && OF_BLUEPRINTS.has(json.get('type'));

interface Typed {
  readonly type: string | undefined;
  readonly value: Json;
}

/** `{"@type", "@value"}` of versions 2 and 3, `["java.lang.Long", 1]` of version 1, `{"type", "value"}` of Blueprints. */
function typed(json: Json): Typed {
  if (isObject(json)) {
    const [type, value] = [plain(json.get('@type')), json.get('@value')];
    if (type !== undefined && value !== undefined) return { type, value };
    if (isBlueprints(json)) return { type: plain(json.get('type'))!, value: json.get('value')! };
  }
  if (isList(json) && json.length === 2 && typeof json[0] === 'string' && JAVA.test(json[0]))
    return { type: json[0], value: json[1]! };
  return { type: undefined, value: json };
}

/** The same without types. Numbers keep their digits; maps have their keys as text. */
export function untyped(json: Json): Json {
  const { type, value } = typed(json);
  if (type !== undefined && MOMENTS.has(type)) return moment(value);
  if (type === 'g:Map') return mapOf(value);
  const text = plain(value);
  if (type !== undefined && text !== undefined) {
    if (WHOLE.test(type)) return spelled('integer', text) === undefined ? text : new Digits(text);
    if (FRACTIONS.test(type)) {
      const number = spelled('number', text);
      return number === undefined ? text : new Digits(number);
    }
  }
  if (isList(value)) return value.map(untyped);
  if (!isObject(value)) return value;
  return new Map(
    [...value].filter(([name]) => name !== '@class').map(([name, member]) => [name, untyped(member)]),
  );
}

/** Milliseconds since 1970 as a day where they are midnight, else as a moment in UTC. */
function moment(value: Json): Json {
  const date = new Date(Number(plain(value) ?? NaN));
  if (Number.isNaN(date.getTime())) return value;
  return date.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}

/** Keys and values in turn. */
function mapOf(value: Json): Json {
  if (!isList(value)) return untyped(value);
  const map = new Map<string, Json>();
  for (let i = 0; i + 1 < value.length; i += 2) {
    const key = untyped(value[i]!);
    map.set(plain(key) ?? JSON.stringify(i / 2), untyped(value[i + 1]!));
  }
  return map;
}

export function idOf(json: Json | undefined): string | undefined {
  if (json === undefined) return undefined;
  const id = untyped(json);
  // JanusGraph has ids of edges made of parts.
  return plain(id) ?? (isObject(id) ? plain(id.get('relationId')) : undefined);
}

/** An attribute of values, each with its type; a list among them counts as its items. */
export function attributeOfTyped(
  values: readonly Json[],
  where: string,
  tally: Tally,
): Attribute | undefined {
  const dates = values.length > 0 && values.every((value) => MOMENTS.has(typed(value).type));
  const items = values.flatMap((value) => {
    const one = untyped(value);
    return isList(one) ? one : [one];
  });
  const attribute = attributeOfJson(items.length === 1 ? items[0]! : items, where, tally);
  return attribute && dates ? { ...attribute, type: 'date' } : attribute;
}
