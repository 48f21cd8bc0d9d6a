// Ids: of a claim from its meaning, of anything new at random.
import { digest } from './digest.ts';
import type { Claim, Id } from './records.ts';

/**
 * The id of a claim: the first 20 hex digits (80 bits) of the SHA-256 of what it means, so that the same claim
 * imported twice is one. Locators, wording and notes are not part of it.
 */
export function claimId(claim: Omit<Claim, 'id' | 'kind'>): Id {
  const { source, via, subject, property, value, stance, attributedTo, held = '', language = '' } = claim;
  return digest(
    `[${json(source)},${jsonOf(via)},${json(subject)},${json(property)},${json(value)},` +
      `${json(stance)},${jsonOf(attributedTo)},${json(held)},${json(language)}]`,
  );
}

/** What JSON need not escape. */
const PLAIN = /^[ !#-[\]-~]*$/;
const json = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));
const jsonOf = (list: readonly string[] | undefined): string => (list ? JSON.stringify(list) : '[]');

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
