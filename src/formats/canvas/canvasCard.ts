// What reader and writer of JSON Canvas share: kinds of cards, and their size.
import type { Json } from '../json.ts';

export const CARDS: ReadonlySet<Json | undefined> = new Set(['text', 'file', 'link', 'group']);

/** The object in which Clew keeps what a card has no place for. Other programs leave unknown keys alone. */
export const OWN = 'clew';

/** Pixels; the format wants whole ones. */
export const CARD = { width: 260, height: 120 } as const;
