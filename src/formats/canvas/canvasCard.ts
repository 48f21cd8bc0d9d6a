// What reader and writer of JSON Canvas share: kinds of cards, their size, and how a changed text is known.
import type { Json } from '../json.ts';

export const CARDS: ReadonlySet<Json | undefined> = new Set(['text', 'file', 'link', 'group']);

/** The object in which Clew keeps what a card has no place for. Other programs leave unknown keys alone. */
export const OWN = 'clew';

/** Pixels; the format wants whole ones. */
export const CARD = { width: 260, height: 120 } as const;

/** Whether a text is the one that was written: FNV-1a, 32 bits, in hex. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
