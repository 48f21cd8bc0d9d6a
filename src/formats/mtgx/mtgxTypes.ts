// Maltego's types of entities and the property that holds the value of each, by its own standard entities.

/** By Maltego's type: what a case calls it, and the property that is shown. */
const TYPES: readonly (readonly [maltego: string, type: string, shown: string])[] = [
  ['maltego.Person', 'Person', 'person.fullname'],
  ['maltego.Company', 'Company', 'title'],
  ['maltego.Organization', 'Organization', 'title'],
  ['maltego.Location', 'Address', 'location.name'],
  ['maltego.Document', 'Document', 'title'],
  ['maltego.Phrase', 'Phrase', 'text'],
  ['maltego.EmailAddress', 'EmailAddress', 'email'],
  ['maltego.PhoneNumber', 'PhoneNumber', 'phonenumber'],
  ['maltego.Alias', 'Alias', 'alias'],
  ['maltego.Domain', 'Domain', 'fqdn'],
  ['maltego.DNSName', 'DNSName', 'fqdn'],
  ['maltego.Website', 'Website', 'fqdn'],
  ['maltego.URL', 'URL', 'short-title'],
  ['maltego.IPv4Address', 'IPv4Address', 'ipv4-address'],
  ['maltego.Image', 'Image', 'description'],
];
const SHOWN = new Map(TYPES.map(([maltego, , shown]) => [maltego, shown]));
const OURS = new Map(TYPES.map(([maltego, type]) => [maltego, type]));

/** "maltego.Person" → "Person"; what others define keeps its whole name. */
export const typeOf = (maltego: string): string =>
  OURS.get(maltego) ?? /^maltego\.(\w+)$/.exec(maltego)?.[1] ?? maltego;

export const shownProperty = (maltego: string): string | undefined => SHOWN.get(maltego);

/** A phrase is any text: Maltego shows an entity of a type that it does not know as nothing. */
export function maltegoType(lineage: readonly string[]): { type: string; shown: string } {
  const found = lineage
    .map((schema) => TYPES.find(([, type]) => type === schema))
    .find((one) => one !== undefined);
  const [type, , shown] = found ?? TYPES.find(([, name]) => name === 'Phrase')!;
  return { type, shown };
}

/** Properties of Maltego's that FollowTheMoney has a name for. */
export const PROPERTIES = new Map([
  ['person.firstnames', 'firstName'],
  ['person.lastname', 'lastName'],
  ['country', 'country'],
  ['countrycode', 'country'],
  ['streetaddress', 'street'],
  ['location.area', 'region'],
  ['latitude', 'latitude'],
  ['longitude', 'longitude'],
  ['city', 'city'],
]);
