// The objects of a STIX bundle: one version of each, and what STIX 2.0 packs into observed data unpacked.
import { InputError } from '../../plugin/problem.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { plain } from '../jsonValues.ts';
import type { Tally } from '../tally.ts';

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly json: JsonObject;
  /** "object 12 (malware)". */
  readonly where: string;
}

/** Whether JSON is a bundle, or an object of STIX or a list of them without one. */
export function looksLikeStix(json: Json | undefined): boolean {
  if (isList(json)) return json.length > 0 && isObject(json[0]) && isStixObject(json[0]);
  if (!isObject(json)) return false;
  const isBundle =
    json.get('type') === 'bundle' &&
    (json.has('objects') || (plain(json.get('id')) ?? '').startsWith('bundle--'));
  return isBundle || isStixObject(json);
}

const isStixObject = (json: JsonObject): boolean => {
  const [type, id] = [plain(json.get('type')), plain(json.get('id'))];
  return type !== undefined && id !== undefined && id.startsWith(`${type}--`);
};

/** By id, in the order of the file. Of several versions the newest stays, and the tally hears of the others. */
export function stixObjects(document: Json, tally: Tally): ReadonlyMap<string, StixObject> {
  const objects = new Map<string, StixObject>();
  listOf(document).forEach((json, i) => {
    const where = `object ${i + 1}`;
    const [type, id] = isObject(json) ? [plain(json.get('type')), plain(json.get('id'))] : [];
    if (type === undefined || id === undefined)
      return tally.add('refused', 'An object without a type or an id was left out.', where);
    put(objects, { type, id, json: json as JsonObject, where: `${where} (${type.slice(0, 100)})` }, tally);
  });
  for (const object of [...objects.values()]) unpackObserved(object, objects);
  return objects;
}

function listOf(document: Json): readonly Json[] {
  if (isList(document)) return document;
  if (isObject(document) && document.get('type') !== 'bundle' && document.has('id')) return [document];
  const objects = isObject(document) ? document.get('objects') : undefined;
  if (isList(objects)) return objects;
  if (isObject(document) && document.get('type') === 'bundle' && objects === undefined) return [];
  throw new InputError('This is not a STIX bundle: it has no list of "objects".');
}

function put(objects: Map<string, StixObject>, object: StixObject, tally: Tally): void {
  const known = objects.get(object.id);
  if (!known) {
    objects.set(object.id, object);
    return;
  }
  const versions = [known, object].sort((a, b) => (versionOf(a) < versionOf(b) ? -1 : 1));
  objects.set(object.id, versions[1]!);
  tally.add('kept', 'An older version of an object was passed over for the newest.', versions[0]!.where);
}

const versionOf = ({ json }: StixObject): string => plain(json.get('modified')) ?? '';

/** STIX 2.0 lists observables inside observed data and names them by keys of that list. */
function unpackObserved(observed: StixObject, objects: Map<string, StixObject>): void {
  const packed = observed.json.get('objects');
  if (observed.type !== 'observed-data' || !isObject(packed)) return;
  const idOf = (key: string): string => `${observed.id} ${key}`;
  const renamed = (json: Json): Json => {
    if (isList(json)) return json.map(renamed);
    return typeof json === 'string' && packed.has(json) ? idOf(json) : json;
  };
  for (const [key, json] of packed) {
    const type = isObject(json) ? plain(json.get('type')) : undefined;
    if (!isObject(json) || type === undefined) continue;
    const members = Array.from(json, ([name, value]): [string, Json] => [
      name,
      isReference(name) ? renamed(value) : value,
    ]);
    const inner = new Map<string, Json>([...members, ['id', idOf(key)]]);
    objects.set(idOf(key), { type, id: idOf(key), json: inner, where: `${observed.where}, ${key}` });
  }
  const outer = new Map<string, Json>([...observed.json, ['object_refs', [...packed.keys()].map(idOf)]]);
  outer.delete('objects');
  objects.set(observed.id, { ...observed, json: outer });
}

export const isReference = (field: string): boolean => /_refs?$/.test(field);

/** What names other objects, in a field for one or for several. */
export const referencesIn = (value: Json | undefined): readonly string[] =>
  (isList(value) ? value : [value]).filter((one) => typeof one === 'string');

/** What a reader takes the object for: a type of FollowTheMoney's where the standard's says as much, else its own. */
export function typeOfObject(type: string, identityClass: string | undefined): string {
  if (type === 'identity') return IDENTITIES.get(identityClass ?? '') ?? 'LegalEntity';
  return TYPES.get(type) ?? type;
}

const TYPES = new Map([
  ['location', 'Address'],
  ['incident', 'Event'],
]);
const IDENTITIES = new Map([
  ['individual', 'Person'],
  ['organization', 'Organization'],
  ['group', 'Organization'],
  ['class', 'Thing'],
  ['system', 'Thing'],
]);

/** Fields that make a name where there is no "name", best first. */
const NAMES = [
  ...['name', 'value', 'path', 'key', 'display_name', 'account_login', 'user_id', 'subject', 'product'],
  ...['command_line', 'url', 'abstract', 'content', 'explanation', 'pattern', 'serial_number', 'number'],
];

export function nameOfObject(json: JsonObject): string | undefined {
  for (const field of NAMES) {
    const text = plain(json.get(field))?.trim();
    if (text) return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  }
  return undefined;
}
