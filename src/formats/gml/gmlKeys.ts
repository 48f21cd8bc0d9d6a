// The keys of GML that mean something to Clew, and keys for names that GML does not allow.
import type { FlatColumn } from '../flat.ts';

/** Holds the id that a node or edge has in the case: GML's own ids are whole numbers. */
export const OWN_ID = 'clewId';
/** A list in the graph: by key, the name it stands for. */
export const NAMES_KEY = 'attributeNames';
/** Lists that say how something looks, in small letters. */
export const GRAPHICS: ReadonlySet<string> = new Set(['graphics', 'labelgraphics']);

const TAKEN = [
  ...['id', 'label', 'source', 'target', 'directed', 'weight', 'graphics', 'LabelGraphics', 'labelGraphics'],
  ...['node', 'edge', 'graph', 'gid', OWN_ID, NAMES_KEY],
];

/** Keys for names: letters and digits of ASCII, beginning with a letter, each once. */
export class GmlKeys {
  readonly #keys = new Map<string, string>();
  readonly #used = new Set(TAKEN.map((key) => key.toLowerCase()));

  readonly #texts: ReadonlySet<string>;

  constructor(columns: readonly FlatColumn[]) {
    this.#texts = new Set(
      columns.filter(({ type }) => type !== 'integer' && type !== 'number').map(({ id }) => id),
    );
    for (const { id } of columns) this.keyOf(id);
  }

  /** Whether all values of that name are numbers, of nodes and of edges. */
  isNumeric(name: string): boolean {
    return !this.#texts.has(name);
  }

  keyOf(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const words = name.slice(0, 200).match(/[A-Za-z0-9]+/g) ?? [];
    const joined = words.map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
    const stem = (/^[A-Za-z]/.test(joined) ? joined : `a${joined}`).slice(0, 60);
    let key = stem;
    for (let n = 2; this.#used.has(key.toLowerCase()); n++) key = `${stem}${n}`;
    this.#used.add(key.toLowerCase());
    this.#keys.set(name, key);
    return key;
  }

  /** Keys that are not the name itself, with what they stand for. */
  *renamed(): Generator<[key: string, name: string]> {
    for (const [name, key] of this.#keys) if (key !== name) yield [key, name];
  }
}
