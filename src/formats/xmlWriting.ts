// Writes XML: every name and value escaped, and what XML forbids shown as U+FFFD.
import type { FlatGraph } from './flat.ts';
import type { Loss } from './format.ts';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

// Control characters, the two non-characters, and halves of surrogate pairs.
const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>"\t\n\r]/g;

/** Attributes in their order; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export const startTag = (name: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>`;
export const emptyTag = (name: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}/>`;
export const element = (name: string, attributes: Attributes, text: string): string =>
  `<${name}${written(attributes)}>${escaped(text)}</${name}>`;

function written(attributes: Attributes): string {
  let all = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) all += ` ${name}="${escaped(String(value))}"`;
  }
  return all;
}

/** Line ends and tabs are escaped too: a reader may turn them into spaces. */
const escaped = (text: string): string => shown(text).replace(SPECIAL, (mark) => ESCAPES.get(mark)!);

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** An id with what XML forbids spelt out, so that two ids never become one. */
export const xmlId = (id: string): string =>
  id.replace(FORBIDDEN, (mark) => `\ufffd${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text with U+FFFD for what XML forbids. */
export const shown = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

const isForbidden = (text: string): boolean => text.search(FORBIDDEN) >= 0;

export const xmlLosses = (graph: FlatGraph): Loss[] =>
  unwritable(graph, 'texts with characters that XML forbids, shown as \ufffd');

/** How many texts of a graph hold characters that XML forbids. */
export function unwritable(graph: FlatGraph, what: string): Loss[] {
  let count = [graph.title, graph.description].filter(isForbidden).length;
  for (const items of [graph.nodes, graph.edges]) {
    for (const { id, label, values } of items) {
      count += [id, label].filter(isForbidden).length;
      for (const texts of values.values()) count += texts.filter(isForbidden).length;
    }
  }
  return count > 0 ? [{ what, count }] : [];
}
