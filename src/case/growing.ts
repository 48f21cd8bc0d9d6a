// Columns of numbers that grow as they are filled, eight bytes a number at most while they do.

export class Growing<A extends Int32Array | Uint8Array> {
  length = 0;
  #held: A;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#held = make(1024);
  }

  push(value: number): void {
    if (this.length === this.#held.length) {
      const larger = this.#make(this.length + (this.length >> 1));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.length++] = value;
  }

  at(index: number): number {
    return this.#held[index]!;
  }

  set(index: number, value: number): void {
    this.#held[index] = value;
  }

  /** What has been filled, of no more than its length. */
  cut(): A {
    return this.#held.slice(0, this.length) as A;
  }
}

export const integers = (): Growing<Int32Array> => new Growing((length) => new Int32Array(length));
export const bytes = (): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length));
