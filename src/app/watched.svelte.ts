// Makes anything that offers `listen` readable as a reactive value, so that the core needs to know no runes.
import { createSubscriber } from 'svelte/reactivity';

export class Watched<T> {
  readonly #value: T;
  readonly #subscribe: () => void;

  constructor(value: T, listen: (changed: () => void) => () => void) {
    this.#value = value;
    this.#subscribe = createSubscriber(listen);
  }

  get current(): T {
    this.#subscribe();
    return this.#value;
  }
}
