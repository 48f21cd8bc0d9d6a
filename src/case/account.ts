// What the claims about a subject that pass a lens tell, each answer worked out when first asked for.
import type { ReadonlyCase } from './case.ts';
import { mayClashAmong } from './dispute.ts';
import type { CaseUnderLens } from './lens.ts';
import { entityName, relationWords } from './names.ts';
import type { Claim, Id, Stance } from './records.ts';
import { spanOf, type Span } from './spans.ts';
import { stanceOf } from './support.ts';
import { tiesOf, type Tie } from './ties.ts';

export class Account {
  readonly subject: Id;
  readonly #seen: CaseUnderLens;
  /** The account that all claims about the subject give. */
  readonly #whole: Account | undefined;
  /** An account of the same claims, which lends its answers. */
  readonly #like: Account | undefined;
  #claims: readonly Claim[] | undefined;
  #name: string | undefined;
  #label: string | undefined;
  #disputed: boolean | undefined;
  #ties: readonly Tie[] | undefined;
  #span: Span | null | undefined;

  /** Of these `claims`, which pass `seen`; without them, `seen` is asked for them in time. */
  constructor(
    seen: CaseUnderLens,
    subject: Id,
    { claims, whole, like }: { claims?: readonly Claim[]; whole?: Account; like?: Account } = {},
  ) {
    this.#seen = seen;
    this.subject = subject;
    this.#claims = claims;
    this.#whole = whole;
    this.#like = like;
  }

  /** The same, but for disputes that hang on what else passes a lens. */
  under(seen: CaseUnderLens): Account {
    return new Account(seen, this.subject, { claims: this.claims, like: this });
  }

  get case(): ReadonlyCase {
    return this.#seen.case;
  }
  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#seen.claimsOf(this.subject));
  }
  /** What the subject is called as an entity. */
  get name(): string {
    return (this.#name ??= this.#like?.name ?? entityName(this.case, this.subject, this.#standing));
  }
  /** The words on the subject's line as a relation. */
  get label(): string {
    return (this.#label ??= this.#like?.label ?? relationWords(this.case, this.subject, this.#standing));
  }
  get stance(): Stance {
    return stanceOf(this.claims);
  }
  get disputed(): boolean {
    return (this.#disputed ??=
      this.#mayBeDisputed() && this.#seen.disputesAmong(this.subject, this.claims).length > 0);
  }
  /** The ties that the claims make, whatever is looked at. */
  get ties(): readonly Tie[] {
    return (this.#ties ??= this.#like?.ties ?? tiesOf(this.case, this.subject, this.claims));
  }
  get span(): Span | undefined {
    if (this.#span === undefined) this.#span = (this.#like ? this.#like.span : spanOf(this.claims)) ?? null;
    return this.#span ?? undefined;
  }

  /** Claims that clash do so in whatever company: what is in no dispute when all is told is in none when less is. */
  #mayBeDisputed(): boolean {
    return !this.#whole || (this.#whole.disputed && mayClashAmong(this.claims));
  }

  get #standing(): readonly Claim[] {
    return this.#seen.standing(this.claims);
  }
}
