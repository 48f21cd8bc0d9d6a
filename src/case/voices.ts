// Voices: what claims come from, taken together where it shares an origin.
import type { ReadonlyCase } from './case.ts';
import { perEdition } from './editions.ts';
import type { Claim, Id } from './records.ts';

/** The sources of a case as it stands, and those that claims name without it. */
export const originsIn = perEdition((of) => new Origins(of));

/** Not looked at in the count at hand. */
const APART = -1;

/**
 * What a claim comes from is the innermost source quoted, else the source itself, and all that this is a rewrite of.
 * Voices are the connected components of that, found with a forest of disjoint sets over numbered sources
 * (Galler and Fischer 1964).
 */
class Origins {
  readonly #case: ReadonlyCase;
  readonly #numbers = new Map<Id, number>();
  readonly #ids: Id[] = [];
  /** By source, itself first, then all that it is a rewrite of. */
  readonly #origins: (readonly number[] | undefined)[] = [];
  /** By source, one of the same voice; the root of a voice names itself. */
  readonly #with: number[] = [];

  constructor(of: ReadonlyCase) {
    this.#case = of;
  }

  /** Voices behind claims. */
  count(claims: readonly Claim[]): number {
    const found = this.#unite(claims);
    let voices = 0;
    for (const source of found) if (this.#with[source] === source) voices++;
    for (const source of found) this.#with[source] = APART;
    return voices;
  }

  /** The same voices, each as the sources that are part of it. */
  voices(claims: readonly Claim[]): readonly ReadonlySet<Id>[] {
    const found = this.#unite(claims);
    const voices = new Map<number, Set<Id>>();
    for (const source of found) {
      const root = this.#rootOf(source);
      const voice = voices.get(root);
      if (voice) voice.add(this.#ids[source]!);
      else voices.set(root, new Set([this.#ids[source]!]));
    }
    for (const source of found) this.#with[source] = APART;
    return [...voices.values()];
  }

  /** All sources that the claims come from, united in `#with`. */
  #unite(claims: readonly Claim[]): readonly number[] {
    const found: number[] = [];
    for (const { source, via } of claims) {
      const innermost = this.#numberOf(via?.at(-1) ?? source);
      // What one found before is a rewrite of was united with it, and so was all that this is a rewrite of.
      if (this.#with[innermost] !== APART) continue;
      for (const origin of this.#originsOf(innermost)) {
        if (this.#with[origin] === APART) {
          this.#with[origin] = origin;
          found.push(origin);
        }
        this.#with[this.#rootOf(origin)] = this.#rootOf(innermost);
      }
    }
    return found;
  }

  #rootOf(source: number): number {
    let root = source;
    while (this.#with[root] !== root) root = this.#with[root]!;
    return root;
  }

  #numberOf(id: Id): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    this.#with.push(APART);
    return number;
  }

  #originsOf(source: number): readonly number[] {
    const known = this.#origins[source];
    if (known) return known;
    const found = new Set([source]);
    // A set hands out what is added while it is walked.
    for (const one of found)
      for (const id of this.#case.source(this.#ids[one]!)?.derivedFrom ?? []) found.add(this.#numberOf(id));
    return (this.#origins[source] = [...found]);
  }
}
