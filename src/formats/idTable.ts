// A great many ids in two buffers, outside the heap of objects, and their order.

/** Bytes of UTF-8 compare as code points do. */
export class IdTable {
  #bytes = new Uint8Array(1 << 16);
  #used = 0;
  #starts = new Float64Array(1 << 10);
  #lengths = new Uint32Array(1 << 10);
  #count = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  get size(): number {
    return this.#count;
  }

  add(id: string): void {
    if (this.#count === this.#lengths.length) {
      this.#starts = grown(this.#starts, new Float64Array(this.#count * 2));
      this.#lengths = grown(this.#lengths, new Uint32Array(this.#count * 2));
    }
    this.set(this.#count++, id);
  }

  /** Gives entry `i` another id; the old one's bytes stay unused. */
  set(i: number, id: string): void {
    while (this.#bytes.length - this.#used < id.length * 3)
      this.#bytes = grown(this.#bytes, new Uint8Array(this.#bytes.length * 2));
    const { written } = this.#encoder.encodeInto(id, this.#bytes.subarray(this.#used));
    this.#starts[i] = this.#used;
    this.#lengths[i] = written;
    this.#used += written;
  }

  at(i: number): string {
    const start = this.#starts[i]!;
    return this.#decoder.decode(this.#bytes.subarray(start, start + this.#lengths[i]!));
  }

  compare(i: number, j: number): number {
    const [a, b] = [this.#starts[i]!, this.#starts[j]!];
    const [m, n] = [this.#lengths[i]!, this.#lengths[j]!];
    for (let k = 0; k < m && k < n; k++) {
      const order = this.#bytes[a + k]! - this.#bytes[b + k]!;
      if (order !== 0) return order;
    }
    return m - n;
  }

  /** The entries in code point order of their ids; of equal ones the first comes first. */
  inOrder(): Uint32Array {
    const order = Uint32Array.from({ length: this.#count }, (_, i) => i);
    return order.sort((i, j) => this.compare(i, j) || i - j);
  }
}

function grown<T extends Float64Array | Uint32Array | Uint8Array>(old: T, longer: T): T {
  longer.set(old);
  return longer;
}
