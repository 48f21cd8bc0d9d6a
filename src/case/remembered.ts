// A case under a lens that remembers its answers: for the page, which asks of the same subjects over and over, under lens after lens.
import type { Account } from './account.ts';
import type { Listed } from './kinds.ts';
import type { Dispute } from './disputes.ts';
import { CaseUnderLens } from './lens.ts';
import type { Claim, Id } from './records.ts';
import type { Span } from './spans.ts';
import { subjectsOf, type Subject, type Subjects } from './subjects.ts';
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

/** What one lens makes of one edition of a case. */
class Looks {
  readonly edition: number;
  readonly subjects: Subjects;
  /** By number of the subject. */
  readonly known: (Look | undefined)[];
  /** By number of the kind of claim. */
  verdicts: Uint8Array;

  constructor(edition: number, subjects: Subjects) {
    this.edition = edition;
    this.subjects = subjects;
    this.known = new Array<Look | undefined>(subjects.size);
    this.verdicts = new Uint8Array(subjects.kinds.size);
  }
}

const [UNTRUSTED, TRUSTED, TIMELY] = [1, 2, 3] as const;

/** Says what `CaseUnderLens` says. What it has said is kept until the case changes in more than its views. */
export class Remembered extends CaseUnderLens {
  #looks: Looks | undefined;

  override accountOf(subject: Id): Account {
    const look = this.#at(subject);
    return (look.account ??= look.about.accountOf(super.claimsOf(subject), this));
  }

  override claimsOf(subject: Id): readonly Claim[] {
    return this.accountOf(subject).claims;
  }

  override spanOf(subject: Id): Span | undefined {
    const { about } = this.#at(subject);
    return about.accountOf(this.trustedAmong(about.all), this).span;
  }

  override disputesOf(subject: Id): readonly Dispute[] {
    return (this.#at(subject).disputes ??= this.isDisputed(subject) ? super.disputesOf(subject) : []);
  }

  override passesSubject(subject: Id): boolean {
    return (this.#at(subject).passes ??= super.passesSubject(subject));
  }

  override tiesOf(subject: Id): readonly Tie[] {
    return (this.#at(subject).ties ??= super.tiesOf(subject));
  }

  protected override recordOf(subject: Id) {
    return this.#at(subject).about.record;
  }

  protected override allOf(subject: Id): Listed {
    return this.#at(subject).about.all;
  }

  protected override sayingsOf(subject: Id): Sayings {
    return this.#at(subject).about.sayings;
  }

  protected override trustedAmong(listed: Listed): readonly Claim[] {
    return this.#judgedAtLeast(TRUSTED, listed) ?? super.trustedAmong(listed);
  }

  protected override timelyAmong(listed: Listed): readonly Claim[] {
    return this.#judgedAtLeast(TIMELY, listed) ?? super.timelyAmong(listed);
  }

  #judgedAtLeast(verdict: number, { claims, kinds }: Listed): readonly Claim[] | undefined {
    if (!kinds) return undefined;
    const looks = this.#all();
    const passing: Claim[] = [];
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i]!;
      if ((looks.verdicts[kind] || this.#judge(looks, kind)) >= verdict) passing.push(claims[i]!);
    }
    return passing;
  }

  #judge(looks: Looks, kind: number): number {
    const claim = looks.subjects.kinds.claimOf(kind);
    const verdict = !this.isTrusted(claim) ? UNTRUSTED : this.isTimely(claim) ? TIMELY : TRUSTED;
    if (kind >= looks.verdicts.length) {
      const more = new Uint8Array(2 * kind + 256);
      more.set(looks.verdicts);
      looks.verdicts = more;
    }
    looks.verdicts[kind] = verdict;
    return verdict;
  }

  #all(): Looks {
    const { edition } = this.case;
    if (this.#looks?.edition !== edition) this.#looks = new Looks(edition, subjectsOf(this.case));
    return this.#looks;
  }

  #at(subject: Id): Look {
    const { subjects, known } = this.#all();
    const about = subjects.get(subject);
    return (known[about.number] ??= new Look(about));
  }
}
