// Ids made from names: version 5 of RFC 4122, so that the same name gives the same id everywhere.
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** A name space of our own, drawn once. */
const CLEW = '7d3c7c1e-51ce-4f6e-9d0a-5f1b5d3f9a61';

/** RFC 4122, section 4.3. */
export function uuid5(name: string, namespace = CLEW): string {
  const space = hexToBytes(namespace.replaceAll('-', ''));
  const hash = sha1(new Uint8Array([...space, ...new TextEncoder().encode(name)])).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
