// Which subjects are in dispute, remembered between lenses by which of their claims pass.
import type { ReadonlyCase } from './case.ts';
import { eventOf } from './held.ts';
import { CaseUnderLens } from './lens.ts';
import type { Claim, Id } from './records.ts';

/** What is known of a subject: whether it is in dispute by which claims pass; nothing, where that is not all that counts. */
type Doubt = Map<string, boolean> | 'never' | 'entangled';

const known = new WeakMap<ReadonlyCase, Doubts>();

/** The doubts about a case as it stands. */
export function doubtsIn(of: ReadonlyCase): Doubts {
  const standing = known.get(of);
  if (standing?.edition === of.edition) return standing;
  const doubts = new Doubts(of);
  known.set(of, doubts);
  return doubts;
}

/**
 * Disputes grow with the claims: claims that clash do so in whatever company. Hence what is in no dispute when all
 * claims about it pass is in none under any lens. Where claims are held during an event, or judged to conflict with
 * those of others, what passes of these counts as well, and nothing is remembered.
 */
class Doubts {
  readonly edition: number;
  readonly #open: CaseUnderLens;
  readonly #judged: ReadonlySet<Id>;
  readonly #doubts = new Map<Id, Doubt>();

  constructor(of: ReadonlyCase) {
    this.edition = of.edition;
    this.#open = new CaseUnderLens(of);
    this.#judged = new Set(
      [...of.judgements()].flatMap((judgement) =>
        judgement.about === 'compatibility' && judgement.verdict === 'conflict' ? judgement.claims : [],
      ),
    );
  }

  /** `work` finds out whether the claims that pass are in dispute. */
  isDisputed(subject: Id, passing: readonly Claim[], work: () => boolean): boolean {
    const doubt = this.#doubtOf(subject);
    if (doubt === 'never') return false;
    if (doubt === 'entangled') return work();
    const key = passing.map(({ id }) => id).join(' ');
    let disputed = doubt.get(key);
    if (disputed === undefined) doubt.set(key, (disputed = work()));
    return disputed;
  }

  /** Whether what is known of others decides over the disputes about a subject. */
  isEntangled(subject: Id): boolean {
    return this.#doubtOf(subject) === 'entangled';
  }

  #doubtOf(subject: Id): Doubt {
    let doubt = this.#doubts.get(subject);
    if (doubt === undefined) this.#doubts.set(subject, (doubt = this.#look(subject)));
    return doubt;
  }

  #look(subject: Id): Doubt {
    if (this.#open.case.claims.claimsOf(subject).some((claim) => this.#entangles(claim))) return 'entangled';
    return this.#open.isDisputed(subject) ? new Map() : 'never';
  }

  #entangles({ id, held }: Claim): boolean {
    return (held !== undefined && eventOf(held) !== undefined) || this.#judged.has(id);
  }
}
