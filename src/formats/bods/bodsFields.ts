// The fields of a record of BODS → attributes in FollowTheMoney's words. What is more than a word is also kept whole.
import type { Attribute } from '../format.ts';
import { isList, isObject, writeJson, type Json, type JsonObject } from '../json.ts';
import { attributeOfJson, plain } from '../jsonValues.ts';
import type { Tally } from '../tally.ts';
import { interestName, schemaOfEntity, SCHEMES, typeOfSchema, type RecordKind } from './bodsWords.ts';

export type Found = Map<string, Attribute>;

/** Fields with an own property, or that other fields are made of. */
const SPELT: ReadonlySet<string> = new Set([
  ...['isComponent', 'entityType', 'personType', 'name', 'names', 'alternateNames', 'jurisdiction'],
  ...['identifiers', 'addresses', 'nationalities', 'taxResidencies', 'placeOfBirth', 'uri', 'foundingDate'],
  ...['subject', 'interestedParty', 'interests'],
]);

/** The attributes of an entity or a person. */
export function attributesOfRecord(
  kind: RecordKind,
  details: JsonObject,
  where: string,
  tally: Tally,
): Found {
  const found: Found = new Map();
  if (kind === 'entity') entityFields(details, found);
  else personFields(details, found);
  putAll(found, 'identifiers', kind === 'entity' ? 'registrationNumber' : 'idNumber', details);
  for (const address of objectsIn(details.get('addresses'))) add(found, 'address', addressText(address));
  keepWhole(details.get('addresses'), 'addresses', found, (one) => sizeOf(one) > 1);
  putOthers(details, found, where, tally);
  return found;
}

function entityFields(details: JsonObject, found: Found): void {
  const type = details.get('entityType');
  const name = isObject(type) ? plain(type.get('type')) : undefined;
  if (isObject(type) && sizeOf(type) > 1) add(found, 'entityType', writeJson(type));
  else if (name !== typeOfSchema(schemaOfEntity(name))) add(found, 'entityType', name);
  add(found, 'name', plain(details.get('name')));
  for (const name of itemsIn(details.get('alternateNames'))) add(found, 'alias', plain(name));
  const jurisdiction = details.get('jurisdiction');
  if (isObject(jurisdiction)) add(found, 'jurisdiction', codeOf(jurisdiction));
  add(found, 'website', plain(details.get('uri')));
  add(found, 'incorporationDate', plain(details.get('foundingDate')), 'date');
}

/** Each kind of name by the property for it; those that only spell another one otherwise are aliases. */
const NAMES = new Map([
  ['legal', 'name'],
  ['former', 'previousName'],
]);

function personFields(details: JsonObject, found: Found): void {
  const type = plain(details.get('personType'));
  if (type !== 'knownPerson') add(found, 'personType', type);
  objectsIn(details.get('names')).forEach((name, i) => {
    const property = NAMES.get(plain(name.get('type')) ?? '') ?? (i === 0 ? 'name' : 'alias');
    add(found, property, plain(name.get('fullName')));
    add(found, 'firstName', plain(name.get('givenName')));
    add(found, 'middleName', plain(name.get('patronymicName')));
    add(found, 'lastName', plain(name.get('familyName')));
  });
  for (const country of objectsIn(details.get('nationalities'))) add(found, 'nationality', codeOf(country));
  for (const country of objectsIn(details.get('taxResidencies'))) add(found, 'taxResidency', codeOf(country));
  const birth = details.get('placeOfBirth');
  if (isObject(birth)) {
    add(found, 'birthPlace', plain(birth.get('address')));
    const country = birth.get('country');
    if (isObject(country)) add(found, 'birthCountry', codeOf(country));
  }
}

function putAll(found: Found, field: string, property: string, details: JsonObject): void {
  for (const one of objectsIn(details.get(field)))
    add(found, SCHEMES.get(plain(one.get('scheme')) ?? '') ?? property, plain(one.get('id')));
  keepWhole(details.get(field), field, found, (one) => !SCHEMES.has(plain(one.get('scheme')) ?? ''));
}

/** The field as JSON text where some of it says more than its property does. */
function keepWhole(
  value: Json | undefined,
  field: string,
  found: Found,
  isMore: (one: JsonObject) => boolean,
): void {
  if (isList(value) && objectsIn(value).some(isMore)) add(found, field, writeJson(value));
}

function putOthers(details: JsonObject, found: Found, where: string, tally: Tally): void {
  for (const [name, value] of details) {
    if (SPELT.has(name) || found.has(name)) continue;
    const attribute = attributeOfJson(value, where, tally);
    const isDate = /Date$/.test(name);
    if (attribute) found.set(name, isDate ? { ...attribute, type: 'date' } : attribute);
  }
}

/** The attributes of one interest of a relationship, and what is said of the relationship itself. */
export function attributesOfInterest(
  details: JsonObject,
  interest: JsonObject | undefined,
  where: string,
  tally: Tally,
): Found {
  const found: Found = new Map();
  if (plain(details.get('isComponent')) === 'true') add(found, 'isComponent', 'true');
  putOthers(details, found, where, tally);
  if (!interest) return found;
  add(found, 'role', interestName(plain(interest.get('type')) ?? ''));
  const share = interest.get('share');
  if (isObject(share)) putShare(share, found);
  add(found, 'description', plain(interest.get('details')));
  add(found, 'directOrIndirect', plain(interest.get('directOrIndirect') ?? interest.get('interestLevel')));
  const spelt = new Set(['type', 'share', 'details', 'directOrIndirect', 'interestLevel']);
  const others = new Map([...interest].filter(([name]) => !spelt.has(name)));
  putOthers(others, found, where, tally);
  return found;
}

/** Until 0.3 the word "exclusive" was a yes or no beside the bound, since then it is the bound. */
function putShare(share: JsonObject, found: Found): void {
  add(found, 'percentage', plain(share.get('exact')), 'number');
  for (const bound of ['minimum', 'maximum']) {
    const exclusive = `exclusive${bound[0]!.toUpperCase()}${bound.slice(1)}`;
    const [inside, outside] = [plain(share.get(bound)), plain(share.get(exclusive))];
    const isOutside = outside === 'true';
    if (inside !== undefined) add(found, shareName(isOutside ? exclusive : bound), inside, 'number');
    if (outside !== undefined && outside !== 'true' && outside !== 'false')
      add(found, shareName(exclusive), outside, 'number');
  }
}

/** minimum → shareMinimum. */
export const shareName = (bound: string): string => `share${bound[0]!.toUpperCase()}${bound.slice(1)}`;

function add(
  found: Found,
  name: string,
  value: string | undefined,
  type: Attribute['type'] = 'string',
): void {
  if (value === undefined || value === '') return;
  const values = found.get(name)?.values ?? [];
  if (!values.includes(value)) found.set(name, { type, values: [...values, value] });
}

/** FollowTheMoney writes codes of countries small. */
const codeOf = (country: JsonObject): string | undefined =>
  plain(country.get('code'))?.toLowerCase() ?? plain(country.get('name'));

function addressText(address: JsonObject): string | undefined {
  const [text, code] = [plain(address.get('address')), plain(address.get('postCode'))];
  const country = address.get('country');
  const name = isObject(country) ? plain(country.get('name')) : plain(country);
  const more = [code, name].filter((word) => word !== undefined && !text?.includes(word));
  return [text, ...more].filter((word) => word !== undefined).join(', ') || undefined;
}

const itemsIn = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
export const objectsIn = (value: Json | undefined): readonly JsonObject[] => itemsIn(value).filter(isObject);
const sizeOf = (object: JsonObject): number => object.size;

/** Who made the statement, when, and where it comes from. */
export function attributesOfStatement(statement: JsonObject): Found {
  const found: Found = new Map();
  for (const name of ['statementId', 'statementID', 'declaration', 'declarationSubject', 'recordStatus'])
    add(found, name === 'statementID' ? 'statementId' : name, plain(statement.get(name)));
  add(found, 'statementDate', plain(statement.get('statementDate')), 'date');
  const published = statement.get('publicationDetails');
  if (isObject(published)) {
    const publisher = published.get('publisher');
    if (isObject(publisher))
      add(found, 'publishedBy', plain(publisher.get('name')) ?? plain(publisher.get('url')));
    add(found, 'publicationDate', plain(published.get('publicationDate')), 'date');
    add(found, 'license', plain(published.get('license')));
  }
  const source = statement.get('source');
  if (isObject(source)) putSource(source, found);
  for (const name of ['annotations']) {
    const value = statement.get(name);
    if (isList(value) && value.length > 0) add(found, name, writeJson(value));
  }
  return found;
}

function putSource(source: JsonObject, found: Found): void {
  const types = source.get('type');
  for (const type of isList(types) ? types : [types ?? null]) add(found, 'sourceType', plain(type));
  add(found, 'sourceUrl', plain(source.get('url')), 'url');
  add(found, 'retrievedAt', plain(source.get('retrievedAt')), 'date');
  const by = source.get('assertedBy');
  for (const one of objectsIn(isObject(by) ? [by] : by)) {
    add(found, 'publisher', plain(one.get('name')));
    add(found, 'publisherUrl', plain(one.get('uri')), 'url');
  }
}
