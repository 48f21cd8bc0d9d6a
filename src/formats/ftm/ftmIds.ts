// Ids that FollowTheMoney takes.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Id } from '../../case/records.ts';

/** followthemoney/types/entity.py. */
export const isSafeId = (id: string): boolean => /^[0-9a-zA-Z]([0-9a-zA-Z.-]{0,198}[0-9a-zA-Z])?$/.test(id);

/** The id itself, or a hash of it. */
export const safeId = (id: Id): string =>
  isSafeId(id) ? id : `clew-${bytesToHex(sha256(utf8ToBytes(id))).slice(0, 24)}`;
