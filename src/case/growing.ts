// Columns of numbers that grow as they are filled: in pieces, so that growing copies nothing and leaves nothing behind.

/** Numbers in a piece, as a power of two. */
const BITS = 14;
const MASK = (1 << BITS) - 1;

export class Growing<A extends Int32Array | Uint8Array> {
  length = 0;
  readonly #pieces: A[] = [];
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
  }

  push(value: number): void {
    const at = this.length++;
    if ((at & MASK) === 0) this.#pieces.push(this.#make(1 << BITS));
    this.#pieces[at >> BITS]![at & MASK] = value;
  }

  at(index: number): number {
    return this.#pieces[index >> BITS]![index & MASK]!;
  }

  /** All of it in one. */
  whole(): A {
    const whole = this.#make(this.length);
    this.#pieces.forEach((piece, i) => {
      const from = i << BITS;
      whole.set(piece.subarray(0, this.length - from), from);
    });
    return whole;
  }
}

export const integers = (): Growing<Int32Array> => new Growing((length) => new Int32Array(length));
export const bytes = (): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length));
