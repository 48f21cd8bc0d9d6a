// Ids of STIX objects: `type--uuid`, made from ours so that the same case gives the same ids.
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** A UUID of our own, drawn once; the standard keeps its own namespace for observables. */
const CLEW = '7d3c7c1e-51ce-4f6e-9d0a-5f1b5d3f9a61';

const ID =
  /^([a-z][a-z0-9-]{1,248}[a-z0-9])--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/;

/** The type that an id of STIX begins with; undefined where it is none. */
export const typeOfId = (id: string): string | undefined => ID.exec(id)?.[1];

/** A version 5 UUID: RFC 4122, section 4.3. */
export function uuid5(name: string, namespace = CLEW): string {
  const space = hexToBytes(namespace.replaceAll('-', ''));
  const hash = sha1(new Uint8Array([...space, ...new TextEncoder().encode(name)])).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Adds an object of a type to a case's ids. Two cases give two ids to what both call "ann". */
export class StixIds {
  readonly #namespace: string;

  constructor(caseName: string) {
    this.#namespace = uuid5(`case ${caseName}`);
  }

  make(type: string, ...names: readonly string[]): string {
    return `${type}--${uuid5(names.map((name) => JSON.stringify(name)).join(' '), this.#namespace)}`;
  }
}

/** "works for" → "works-for"; "related-to", as the standard says, where no letter of the name can be kept. */
export const kebab = (words: string): string =>
  words
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '') || 'related-to';

/** Both extensions of ours, which the bundle defines itself. */
export const VALUES_EXTENSION = `extension-definition--${uuid5('extension values')}`;
export const ENTITY_EXTENSION = `extension-definition--${uuid5('extension entity')}`;
/** The program, as the author of its extensions. */
export const AUTHOR = `identity--${uuid5('clew')}`;
