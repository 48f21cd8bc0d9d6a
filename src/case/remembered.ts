// A case under a lens that remembers its answers: for the page, which asks of the same subjects over and over, under lens after lens.
import type { Account } from './account.ts';
import type { Kinds, Listed } from './kinds.ts';
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

/** Which kinds of claims pass some stages of a lens. */
class Verdicts {
  readonly #kinds: Kinds;
  /** By number of the kind: 1 for those that pass, 2 for those that do not, 0 for those not judged yet. */
  #known: Uint8Array;

  constructor(kinds: Kinds) {
    this.#kinds = kinds;
    this.#known = new Uint8Array(kinds.size);
  }

  /** Of the claims in a list, those that `judge` lets pass, who is asked about one of each kind. */
  passing({ claims, kinds }: Required<Listed>, judge: (claim: Claim) => boolean): readonly Claim[] {
    const passing: Claim[] = [];
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i]!;
      if ((this.#known[kind] || this.#judge(kind, judge)) === 1) passing.push(claims[i]!);
    }
    return passing;
  }

  #judge(kind: number, judge: (claim: Claim) => boolean): number {
    const verdict = judge(this.#kinds.claimOf(kind)) ? 1 : 2;
    if (kind >= this.#known.length) {
      const known = new Uint8Array(2 * kind + 256);
      known.set(this.#known);
      this.#known = known;
    }
    return (this.#known[kind] = verdict);
  }
}

/** What one lens makes of one edition of a case. */
class Looks {
  readonly edition: number;
  readonly subjects: Subjects;
  /** By number of the subject. */
  readonly known: (Look | undefined)[];
  readonly trusted: Verdicts;
  readonly timely: Verdicts;

  constructor(edition: number, subjects: Subjects) {
    this.edition = edition;
    this.subjects = subjects;
    this.known = new Array<Look | undefined>(subjects.size);
    this.trusted = new Verdicts(subjects.kinds);
    this.timely = new Verdicts(subjects.kinds);
  }
}

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
    if (!isKept(listed)) return super.trustedAmong(listed);
    return this.#all().trusted.passing(listed, (claim) => this.isTrusted(claim));
  }

  protected override timelyAmong(listed: Listed): readonly Claim[] {
    if (!isKept(listed)) return super.timelyAmong(listed);
    return this.#all().timely.passing(listed, (claim) => this.isTrusted(claim) && this.isTimely(claim));
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

const isKept = (listed: Listed): listed is Required<Listed> => listed.kinds !== undefined;
