// A case under a lens that remembers its answers: for the page, which asks of the same claims over and over.
import type { ReadonlyCase } from './case.ts';
import type { Dispute } from './disputes.ts';
import { CaseUnderLens, OPEN, type Lens } from './lens.ts';
import { passingIn } from './passing.ts';
import type { Claim, Id } from './records.ts';
import type { Tie } from './ties.ts';

/** Answers about one lens and one edition of a case. */
class Answers {
  readonly claims = new Map<Id, readonly Claim[]>();
  readonly disputes = new Map<Id, readonly Dispute[]>();
  readonly disputed = new Map<Id, boolean>();
  readonly ties = new Map<Id, readonly Tie[]>();
  readonly passing = new Map<Id, boolean>();
  readonly edition: number;

  constructor(edition: number) {
    this.edition = edition;
  }
}

/** Says what `CaseUnderLens` says. What it has said is kept until the case changes in more than its views. */
export class Remembered extends CaseUnderLens {
  #answers: Answers;

  /** `like` lends its answers: a look at the same case under the same lens. */
  constructor(of: ReadonlyCase, lens: Lens = OPEN, like?: Remembered) {
    super(of, lens);
    this.#answers = like ? like.#known() : new Answers(of.edition);
  }

  override claimsOf(subject: Id): readonly Claim[] {
    return once(this.#known().claims, subject, () => super.claimsOf(subject));
  }

  override disputesOf(subject: Id): readonly Dispute[] {
    return once(this.#known().disputes, subject, () =>
      this.isDisputed(subject) ? super.disputesOf(subject) : [],
    );
  }

  override isDisputed(subject: Id): boolean {
    return once(this.#known().disputed, subject, () =>
      passingIn(this.case).isDisputed(
        subject,
        this.claimsOf(subject),
        () => super.disputesOf(subject).length > 0,
      ),
    );
  }

  override passesSubject(subject: Id): boolean {
    return once(this.#known().passing, subject, () => super.passesSubject(subject));
  }

  override tiesOf(subject: Id): readonly Tie[] {
    return once(this.#known().ties, subject, () => super.tiesOf(subject));
  }

  protected override tiesSaid(subject: Id): readonly Tie[] {
    return passingIn(this.case).tiesOf(subject, this.claimsOf(subject));
  }

  #known(): Answers {
    const { edition } = this.case;
    if (this.#answers.edition !== edition) this.#answers = new Answers(edition);
    return this.#answers;
  }
}

function once<T>(known: Map<Id, T>, subject: Id, work: () => T): T {
  const standing = known.get(subject);
  if (standing !== undefined) return standing;
  const found = work();
  known.set(subject, found);
  return found;
}
