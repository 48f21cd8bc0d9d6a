// The elements of one kind, by the scene's ids: those on the canvas, and those that left and may come back.
import type { EdgeSingular, NodeSingular } from 'cytoscape';

/** So many that left are kept, the last ones: taking one back is much cheaper than making it. */
const MOST = 3000;

/**
 * Ids come from files and Cytoscape uses ids as keys of plain objects and in selectors, so elements are called
 * n1, n2… and e1, e2… there.
 */
export class Kept<E extends NodeSingular | EdgeSingular> {
  readonly #prefix: string;
  readonly #here = new Map<string, E>();
  readonly #gone = new Map<string, E>();
  readonly #ids = new Map<string, string>();
  #count = 0;

  constructor(prefix: string) {
    this.#prefix = prefix;
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

  /** The element that left under this key, to be put on the canvas again. */
  back(id: string, key = id): E | undefined {
    const element = this.#gone.get(key);
    if (element) this.#here.set(id, element);
    this.#gone.delete(key);
    return element;
  }

  /** Gives the element to be taken off the canvas. */
  leave(id: string, key = id): E {
    const element = this.#here.get(id)!;
    this.#here.delete(id);
    this.#gone.set(key, element);
    return element;
  }

  /** Forgets those that left long ago. */
  trim(): void {
    for (const [key, element] of this.#gone) {
      if (this.#gone.size <= MOST) return;
      this.#ids.delete(element.id());
      this.#gone.delete(key);
    }
  }
}
