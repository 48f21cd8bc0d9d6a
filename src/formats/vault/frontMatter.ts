// The front matter of a note as plain data: every value with the digits and the spelling it has there.
import type { Document, YAMLMap } from 'yaml';
import { LIMITS } from '../limits.ts';

/** A value, `plain` where it stands without quotes and may be a number, a date or true. */
export interface Word {
  readonly text: string;
  readonly plain: boolean;
}
/** Maps, since keys come from files. */
export type Yaml = Word | readonly Yaml[] | ReadonlyMap<string, Yaml>;

export const isWord = (yaml: Yaml | undefined): yaml is Word =>
  yaml !== undefined && !Array.isArray(yaml) && !(yaml instanceof Map);
export const isYamlList = (yaml: Yaml | undefined): yaml is readonly Yaml[] => Array.isArray(yaml);
export const isYamlMap = (yaml: Yaml | undefined): yaml is ReadonlyMap<string, Yaml> => yaml instanceof Map;

/** Values in one front matter, and aliases followed in it, so that aliases of aliases fill no memory. */
const MOST = 2_000_000;
const MOST_ALIASES = 1_000;

export interface Note {
  readonly fields: ReadonlyMap<string, Yaml>;
  /** Why the front matter could not be read, where it could not. */
  readonly fault?: string;
  readonly body: string;
}

const NONE: ReadonlyMap<string, Yaml> = new Map();

/** A note taken apart. Front matter is between a first line of `---` and the next. */
export async function noteOf(text: string): Promise<Note> {
  const open = /^---[ \t]*\r?\n/.exec(text);
  const close = open && /^(---|\.\.\.)[ \t]*(\r?\n|$)/m.exec(text.slice(open[0].length));
  if (!open || !close) return { fields: NONE, body: text };
  const matter = text.slice(open[0].length, open[0].length + close.index);
  const body = text.slice(open[0].length + close.index + close[0].length);
  // What Clew wrote itself holds all ties of an entity, which may be many.
  const most = matter.startsWith('clew: ') ? 16 * LIMITS.text : LIMITS.text;
  if (matter.length > most) return { fields: NONE, body, fault: 'it is too long' };
  if (isDeep(matter)) return { fields: NONE, body, fault: 'it is nested too deep' };
  const yaml = await import('yaml');
  try {
    // "failsafe" makes nothing of a value but text, knows no tags and merges nothing.
    const document = yaml.parseDocument(matter, {
      schema: 'failsafe',
      logLevel: 'silent',
      uniqueKeys: false,
      // Looking up the line of each error takes a time that grows with the square.
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error) return { fields: NONE, body, fault: error.message.split('\n')[0]!.slice(0, 200) };
    const fields = new Taking(yaml, document).value(document.contents, 0);
    return { fields: isYamlMap(fields) ? fields : NONE, body };
  } catch (error) {
    return { fields: NONE, body, fault: error instanceof TooMuch ? error.message : 'it is nested too deep' };
  }
}

/** Whether brackets or marks of lists lie deeper than any note's: the parser takes a time that grows with the square. */
function isDeep(matter: string): boolean {
  let [depth, deepest] = [0, 0];
  for (const [mark] of matter.replace(/"(?:[^"\\]|\\.)*"/gs, '').matchAll(/[[\]{}]/g)) {
    depth = mark === '[' || mark === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest > LIMITS.depth || /(?:[-?:][ \t]+){257}/.test(matter);
}

class TooMuch extends Error {}

/** The tree of a document as plain data, aliases followed within bounds. */
class Taking {
  readonly #yaml: typeof import('yaml');
  readonly #document: Document;
  #taken = 0;
  #followed = 0;

  constructor(yaml: typeof import('yaml'), document: Document) {
    this.#yaml = yaml;
    this.#document = document;
  }

  value(node: unknown, depth: number): Yaml | undefined {
    const { isAlias, isMap, isScalar, isSeq } = this.#yaml;
    if (++this.#taken > MOST) throw new TooMuch('it repeats itself too often');
    if (depth > LIMITS.depth) throw new TooMuch('it is nested too deep');
    if (isAlias(node) && ++this.#followed > MOST_ALIASES) throw new TooMuch('it repeats itself too often');
    if (isAlias(node)) return this.value(node.resolve(this.#document), depth + 1);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item, depth + 1));
      return items.filter((item) => item !== undefined);
    }
    if (isMap(node)) return this.#map(node, depth);
    return isScalar(node) && node.value !== null && node.value !== undefined
      ? { text: String(node.value), plain: node.type === 'PLAIN' }
      : undefined;
  }

  #map({ items }: YAMLMap, depth: number): Yaml {
    const map = new Map<string, Yaml>();
    for (const { key, value } of items) {
      const [name, said] = [this.value(key, depth + 1), this.value(value, depth + 1)];
      if (isWord(name) && said !== undefined) map.set(name.text, said);
    }
    return map;
  }
}
