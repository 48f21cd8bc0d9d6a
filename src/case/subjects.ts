// The subjects of a case as it stands, and what follows from which claims about them pass, remembered between lenses.
import { Account } from './account.ts';
import type { ReadonlyCase } from './case.ts';
import { perEdition } from './editions.ts';
import { eventOf } from './held.ts';
import { CaseUnderLens } from './lens.ts';
import type { Claim, Id } from './records.ts';
import { sayingsOf, type Sayings } from './voiced.ts';

/** Accounts of one subject that are kept; then they are begun anew. */
const MOST_ACCOUNTS = 24;

/** What is known of the subjects of a case; begun anew when it changes in more than its views. */
export const subjectsOf = perEdition((of) => new Subjects(of));

class Subjects {
  readonly #open: CaseUnderLens;
  readonly #judged: ReadonlySet<Id>;
  readonly #known = new Map<Id, Subject>();

  constructor(of: ReadonlyCase) {
    this.#open = new CaseUnderLens(of);
    this.#judged = new Set(
      [...of.judgements()].flatMap((judgement) =>
        judgement.about === 'compatibility' && judgement.verdict === 'conflict' ? judgement.claims : [],
      ),
    );
  }

  get(id: Id): Subject {
    let subject = this.#known.get(id);
    if (!subject) this.#known.set(id, (subject = new Subject(this.#open, id, this.#isEntangled(id))));
    return subject;
  }

  /** Whether claims about it are held during an event, or judged to conflict with claims about others. */
  #isEntangled(id: Id): boolean {
    const entangles = ({ id, held }: Claim) =>
      (held !== undefined && eventOf(held) !== undefined) || this.#judged.has(id);
    return this.#open.case.claims.claimsOf(id).some(entangles);
  }
}

export class Subject {
  readonly #open: CaseUnderLens;
  readonly #id: Id;
  /** Whether its disputes hang on what passes of others. */
  readonly #entangled: boolean;
  readonly #whole: Account;
  readonly #accounts: Account[] = [];
  #sayings: Sayings | undefined;

  constructor(open: CaseUnderLens, id: Id, entangled: boolean) {
    this.#open = open;
    this.#id = id;
    this.#entangled = entangled;
    this.#whole = new Account(open, id, open.claimsOf(id));
  }

  get sayings(): Sayings {
    return (this.#sayings ??= sayingsOf(this.#open.case, this.#id));
  }

  /** What those of its claims tell that pass `seen`: the same account whatever lens lets just these pass. */
  accountOf(claims: readonly Claim[], seen: CaseUnderLens): Account {
    if (this.#entangled) return new Account(seen, this.#id, claims);
    if (claims.length === this.#whole.claims.length) return this.#whole;
    for (const account of this.#accounts) if (areSame(account.claims, claims)) return account;
    if (this.#accounts.length >= MOST_ACCOUNTS) this.#accounts.length = 0;
    const account = new Account(this.#open, this.#id, claims, this.#whole);
    this.#accounts.push(account);
    return account;
  }
}

/** Those that pass always come in the same order. */
function areSame(a: readonly Claim[], b: readonly Claim[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
