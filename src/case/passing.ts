// What follows from which claims about a subject pass, whatever the lens: its ties, whether it is in dispute. Remembered between lenses.
import type { ReadonlyCase } from './case.ts';
import { eventOf } from './held.ts';
import { CaseUnderLens } from './lens.ts';
import type { Claim, Id } from './records.ts';
import { rivalriesIn } from './rivalries.ts';
import { tiesOf, type Tie } from './ties.ts';

/** Bits of a number that say which claims pass. */
const MOST_CLAIMS = 31;
/** Answers about one subject that are kept; then they are begun anew. */
const MOST_ANSWERS = 24;

const known = new WeakMap<ReadonlyCase, Passing>();

/** What is known of a case as it stands; begun anew when it changes in more than its views. */
export function passingIn(of: ReadonlyCase): Passing {
  const standing = known.get(of);
  if (standing?.edition === of.edition) return standing;
  const passing = new Passing(of);
  known.set(of, passing);
  return passing;
}

class Passing {
  readonly edition: number;
  readonly #case: ReadonlyCase;
  readonly #open: CaseUnderLens;
  readonly #judged: ReadonlySet<Id>;
  readonly #doubts = new Map<Id, 'never' | 'perhaps' | 'entangled'>();
  readonly #disputed = new Answers<boolean>();
  readonly #ties = new Answers<readonly Tie[]>();

  constructor(of: ReadonlyCase) {
    this.edition = of.edition;
    this.#case = of;
    this.#open = new CaseUnderLens(of);
    this.#judged = new Set(
      [...of.judgements()].flatMap((judgement) =>
        judgement.about === 'compatibility' && judgement.verdict === 'conflict' ? judgement.claims : [],
      ),
    );
  }

  /**
   * Whether the claims that pass are in dispute, which `work` finds out. Disputes grow with the claims: claims that
   * clash do so in whatever company. Hence a subject in no dispute when all claims about it pass is in none.
   */
  isDisputed(subject: Id, passing: readonly Claim[], work: () => boolean): boolean {
    const doubt = this.#doubtOf(subject);
    if (doubt === 'never') return false;
    return doubt === 'entangled' ? work() : this.#disputed.of(subject, this.bitsOf(subject, passing), work);
  }

  /** What `tiesOf` makes of the claims that pass. */
  tiesOf(subject: Id, passing: readonly Claim[]): readonly Tie[] {
    return this.#ties.of(subject, this.bitsOf(subject, passing), () => tiesOf(this.#case, subject, passing));
  }

  /**
   * Whether the disputes about a subject hang on what passes of others: claims about it are held during an event, or
   * judged to conflict with claims about others, or it may exclude another.
   */
  isEntangled(subject: Id): boolean {
    return this.#doubtOf(subject) === 'entangled';
  }

  /** Which of the claims about a subject pass; undefined where they are too many for a number. */
  bitsOf(subject: Id, passing: readonly Claim[]): number | undefined {
    const all = this.#case.claims.claimsOf(subject);
    if (all.length > MOST_CLAIMS) return undefined;
    let [bits, at] = [0, 0];
    // Those that pass come in the same order.
    for (let i = 0; i < all.length; i++) {
      if (all[i] !== passing[at]) continue;
      bits |= 1 << i;
      at++;
    }
    return bits;
  }

  #doubtOf(subject: Id) {
    let doubt = this.#doubts.get(subject);
    if (doubt === undefined) this.#doubts.set(subject, (doubt = this.#look(subject)));
    return doubt;
  }

  #look(subject: Id) {
    if (this.#case.claims.claimsOf(subject).some((claim) => this.#entangles(claim))) return 'entangled';
    if (rivalriesIn(this.#case).of(subject).length > 0) return 'entangled';
    return this.#open.isDisputed(subject) ? 'perhaps' : 'never';
  }

  #entangles({ id, held }: Claim): boolean {
    return (held !== undefined && eventOf(held) !== undefined) || this.#judged.has(id);
  }
}

/** Answers by subject and by which of its claims pass. */
export class Answers<T> {
  readonly #known = new Map<Id, Map<number, T>>();

  of(id: Id, passing: number | undefined, work: () => T): T {
    if (passing === undefined) return work();
    let answers = this.#known.get(id);
    if (!answers || answers.size >= MOST_ANSWERS) this.#known.set(id, (answers = new Map()));
    let answer = answers.get(passing);
    if (answer === undefined) answers.set(passing, (answer = work()));
    return answer;
  }
}
