// The elements of one kind, by the scene's ids: those on the canvas, and those that left and may come back.
import type { EdgeSingular, NodeSingular } from 'cytoscape';

/** So many that left are kept, the last ones: taking one back is much cheaper than making it. */
const MOST = 3000;

interface Gone<E> {
  readonly element: E;
  /** What its look followed from when it left, beside its own data. */
  readonly look: string | undefined;
}

/**
 * Ids come from files and Cytoscape uses ids as keys of plain objects and in selectors, so elements are called
 * n1, n2… and e1, e2… there.
 */
export class Kept<E extends NodeSingular | EdgeSingular> {
  readonly #prefix: string;
  readonly #look: (element: E) => string | undefined;
  readonly #here = new Map<string, E>();
  readonly #gone = new Map<string, Gone<E>>();
  readonly #ids = new Map<string, string>();
  #count = 0;

  /** `look` says what the look of an element follows from, beside its own data; nothing where that cannot be told. */
  constructor(prefix: string, look: (element: E) => string | undefined) {
    this.#prefix = prefix;
    this.#look = look;
  }

  /** The element on the canvas that bears the scene's id. */
  get(id: string): E | undefined {
    return this.#here.get(id);
  }

  /** The scene's id of what Cytoscape calls so. */
  idOf(name: string): string | undefined {
    return this.#ids.get(name);
  }

  /** A name for the element that is about to be made for this id. */
  nameFor(id: string): string {
    const name = `${this.#prefix}${++this.#count}`;
    this.#ids.set(name, id);
    return name;
  }

  /** Takes note of an element that was made under a name given here. */
  made(element: E): void {
    this.#here.set(this.#ids.get(element.id())!, element);
  }

  /** Gives the element to be taken off the canvas. `key` says what it was, so that only the same comes back. */
  leave(id: string, key = id): E {
    const element = this.#here.get(id)!;
    this.#here.delete(id);
    // Whoever asks has a style that is due applied; once off the canvas it would be applied by halves.
    element.numericStyle('opacity');
    if (isPlain(element)) this.#gone.set(key, { element, look: this.#look(element) });
    else this.#ids.delete(element.id());
    return element;
  }

  /** The element that left under this key, to be put on the canvas again, and whether it looks as it did. */
  back(id: string, key = id): { element: E; same: boolean } | undefined {
    const gone = this.#gone.get(key);
    if (!gone) return undefined;
    this.#gone.delete(key);
    this.#here.set(id, gone.element);
    const same = gone.look !== undefined && this.#look(gone.element) === gone.look;
    return { element: gone.element, same };
  }

  /** Forgets those that left long ago, or all that left. */
  forget(most = MOST): void {
    for (const [key, { element }] of this.#gone) {
      if (this.#gone.size <= most) return;
      this.#ids.delete(element.id());
      this.#gone.delete(key);
    }
  }
}

/** Who leaves lit, dimmed or in somebody's hand is not kept: none of that holds when he comes back. */
const isPlain = (element: NodeSingular | EdgeSingular): boolean =>
  !(element.isNode() && element.grabbed()) &&
  (element.classes() as unknown as string[]).every((name) => name === TOLD);

/** The class of a line whose label stands at rest. */
export const TOLD = 'told';
