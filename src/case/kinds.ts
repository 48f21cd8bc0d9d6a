// Claims that are alike to a lens, up to the voices it asks for: by the same sources, in the same words of doubt, judged alike.
import type { ReadonlyCase } from './case.ts';
import { judgementsOf } from './judged.ts';
import type { Claim, Id } from './records.ts';

/** Some claims in order; for who keeps them, the kinds that they are of. */
export interface Listed {
  readonly claims: readonly Claim[];
  readonly kinds?: readonly number[];
}

/** The kinds of the claims of a case as it stands, numbered as they are met. */
export class Kinds {
  readonly #case: ReadonlyCase;
  readonly #numbers = new Map<Id, Map<string, number>>();
  readonly #first: Claim[] = [];

  constructor(of: ReadonlyCase) {
    this.#case = of;
  }

  get size(): number {
    return this.#first.length;
  }

  /** A claim of that kind. */
  claimOf(kind: number): Claim {
    return this.#first[kind]!;
  }

  listed(claims: readonly Claim[]): Required<Listed> {
    return { claims, kinds: claims.map((claim) => this.#kindOf(claim)) };
  }

  /** One claim of each kind among these. */
  eachOnce(claims: readonly Claim[]): Required<Listed> {
    const kinds = [...new Set(claims.map((claim) => this.#kindOf(claim)))];
    return { claims: kinds.map((kind) => this.claimOf(kind)), kinds };
  }

  #kindOf(claim: Claim): number {
    const { source, stance, via, attributedTo, held } = claim;
    let ofSource = this.#numbers.get(source);
    if (!ofSource) this.#numbers.set(source, (ofSource = new Map()));
    const grade = judgementsOf(this.#case).credibility.get(claim.id)?.credibility;
    const plain = !via && !attributedTo && held === undefined && grade === undefined;
    const key = plain ? stance : JSON.stringify([stance, via, attributedTo, held, grade]);
    let kind = ofSource.get(key);
    if (kind === undefined) ofSource.set(key, (kind = this.#first.push(claim) - 1));
    return kind;
  }
}
