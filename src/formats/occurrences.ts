// How often each of a great many texts was met, in a few bytes for each.

/** FNV-1a over UTF-16 units, 32 bits (public domain, Fowler, Noll, Vo), from a seed. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The last bits of a product say little of the first units; murmur3's end mixes them (public domain, Appleby).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Texts by 64 bits of hash, open addressing: 10 to 20 bytes a text, whatever its length. That two of a million texts
 * are taken for one has odds of 1 in 30 million.
 */
export class Occurrences {
  #size = 0;
  #first = new Uint32Array(1024);
  #second = new Uint32Array(1024);
  /** 0: free. */
  #counts = new Uint16Array(1024);

  /** How often the text was added before. */
  add(text: string): number {
    if (this.#size * 2 >= this.#counts.length) this.#grow();
    const [first, second] = [hashOf(text, 0x811c9dc5), hashOf(text, 0x2f0b4c47)];
    const at = this.#find(first, second);
    const before = this.#counts[at]!;
    if (before === 0) this.#put(at, first, second, 1);
    else this.#counts[at] = Math.min(before + 1, 0xffff);
    return before;
  }

  #find(first: number, second: number): number {
    const mask = this.#counts.length - 1;
    let at = first & mask;
    while (this.#counts[at] !== 0 && (this.#first[at] !== first || this.#second[at] !== second))
      at = (at + 1) & mask;
    return at;
  }

  #put(at: number, first: number, second: number, count: number): void {
    this.#first[at] = first;
    this.#second[at] = second;
    this.#counts[at] = count;
    this.#size++;
  }

  #grow(): void {
    const [first, second, counts] = [this.#first, this.#second, this.#counts];
    const length = counts.length * 2;
    [this.#first, this.#second] = [new Uint32Array(length), new Uint32Array(length)];
    this.#counts = new Uint16Array(length);
    this.#size = 0;
    for (let i = 0; i < counts.length; i++)
      if (counts[i] !== 0) this.#put(this.#find(first[i]!, second[i]!), first[i]!, second[i]!, counts[i]!);
  }
}
