// Ids: of a claim from its meaning, of anything new at random.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Claim, Id } from './records.ts';

/**
 * The id of a claim: the first 20 hex digits (80 bits) of the SHA-256 of what it means, so that the same claim
 * imported twice is one. Locators, wording and notes are not part of it.
 */
export function claimId(claim: Omit<Claim, 'id' | 'kind'>): Id {
  const meaning = [
    claim.source,
    claim.via ?? [],
    claim.subject,
    claim.property,
    claim.value,
    claim.stance,
    claim.attributedTo ?? [],
    claim.held ?? '',
    claim.language ?? '',
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(meaning)))).slice(0, 20);
}

/** A claim with its id. */
export const claimOf = (parts: Omit<Claim, 'id' | 'kind'>): Claim => ({
  kind: 'claim',
  id: claimId(parts),
  ...parts,
});

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random id of 16 characters (80 bits), for records made by hand. */
export function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
}
