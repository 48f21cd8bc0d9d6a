// Texts and columns as a reader sees them, so that what a format does to them is not taken for an edit.
import { columnOf } from './columns.ts';

const UNSEEN =
  '[\\s\\0-\\x1f\\x7f-\\x9f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const UNSEEN_IN_TEXTS = new RegExp(`(?:${UNSEEN}|\\ufffd)+`, 'g');
const UNSEEN_IN_IDS = new RegExp(`(?:${UNSEEN}|\\ufffd(?:[0-9a-f]{4})?)+`, 'g');
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,15})?(e[+-]?\d{1,2})?$/i;

/** A text as a reader sees it, whatever the format made of its blanks, controls and quotes: equal where nobody edited. */
export function asSeen(text: string): string {
  const plain = text.replace(UNSEEN_IN_TEXTS, ' ').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').trim();
  return NUMBER.test(plain) ? String(Number(plain)) : plain;
}

/** The same of ids and of names of attributes, in which what a format cannot hold is spelt out. */
export const idAsSeen = (id: string): string =>
  id.replace(UNSEEN_IN_IDS, ' ').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').trim();

/** Formats that have a meaning of their own for `name` write `name (property)`. */
export const columnAsSeen = (name: string): string => {
  const { property, stance } = columnOf(idAsSeen(name));
  return JSON.stringify([property, stance]);
};

/** Columns with their values as a reader sees them, told apart from one another; empty ones are not seen. */
export function seen(
  columns: readonly (readonly [name: string, values: readonly string[]])[],
): Map<string, string> {
  const all = new Map<string, string[]>();
  for (const [name, values] of columns) {
    const shown = values.map(asSeen).filter((value) => value !== '');
    const column = columnAsSeen(name);
    if (shown.length > 0) all.set(column, [...(all.get(column) ?? []), ...shown]);
  }
  return new Map(Array.from(all, ([name, values]) => [name, JSON.stringify([...new Set(values)].sort())]));
}
