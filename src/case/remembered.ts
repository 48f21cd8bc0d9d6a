// A case under a lens that remembers its answers: for the page, which asks of the same subjects over and over, under lens after lens.
import type { Account } from './account.ts';
import type { Dispute } from './disputes.ts';
import { CaseUnderLens } from './lens.ts';
import type { Claim, Id } from './records.ts';
import type { Span } from './spans.ts';
import { subjectsOf, type Subject } from './subjects.ts';
import type { Tie } from './ties.ts';
import type { Sayings } from './voiced.ts';

/** What one lens makes of a subject, as far as it has been asked. */
class Look {
  readonly about: Subject;
  account: Account | undefined;
  passes: boolean | undefined;
  ties: readonly Tie[] | undefined;
  disputes: readonly Dispute[] | undefined;

  constructor(about: Subject) {
    this.about = about;
  }
}

/** Says what `CaseUnderLens` says. What it has said is kept until the case changes in more than its views. */
export class Remembered extends CaseUnderLens {
  #looks = new Map<Id, Look>();
  #edition = -1;

  override accountOf(subject: Id): Account {
    const look = this.#lookAt(subject);
    return (look.account ??= look.about.accountOf(super.claimsOf(subject), this));
  }

  override claimsOf(subject: Id): readonly Claim[] {
    return this.accountOf(subject).claims;
  }

  override spanOf(subject: Id): Span | undefined {
    return this.#lookAt(subject).about.accountOf(this.trustedClaims(subject), this).span;
  }

  override disputesOf(subject: Id): readonly Dispute[] {
    return (this.#lookAt(subject).disputes ??= this.isDisputed(subject) ? super.disputesOf(subject) : []);
  }

  override passesSubject(subject: Id): boolean {
    return (this.#lookAt(subject).passes ??= super.passesSubject(subject));
  }

  override tiesOf(subject: Id): readonly Tie[] {
    return (this.#lookAt(subject).ties ??= super.tiesOf(subject));
  }

  protected override sayingsOf(subject: Id): Sayings {
    return this.#lookAt(subject).about.sayings;
  }

  #lookAt(subject: Id): Look {
    if (this.#edition !== this.case.edition) {
      this.#edition = this.case.edition;
      this.#looks = new Map();
    }
    let look = this.#looks.get(subject);
    if (!look) this.#looks.set(subject, (look = new Look(subjectsOf(this.case).get(subject))));
    return look;
  }
}
