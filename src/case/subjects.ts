// The subjects of a case as it stands, and what follows from which claims about them pass, remembered between lenses.
import { Account } from './account.ts';
import { Kinds, type Listed } from './kinds.ts';
import type { ReadonlyCase } from './case.ts';
import { perEdition } from './editions.ts';
import { eventOf } from './held.ts';
import { CaseUnderLens } from './lens.ts';
import { rivalriesIn } from './rivalries.ts';
import type { Claim, Entity, Id, Relation } from './records.ts';
import { sayingsOf, type Sayings } from './voiced.ts';

/** Accounts of one subject that are kept; then they are begun anew. */
const MOST_ACCOUNTS = 24;

/** What is known of the subjects of a case; begun anew when it changes in more than its views. */
export const subjectsOf = perEdition((of) => new Subjects(of));

export class Subjects {
  /** All claims pass. */
  readonly open: CaseUnderLens;
  readonly kinds: Kinds;
  readonly #judged: ReadonlySet<Id>;
  readonly #known = new Map<Id, Subject>();
  /** Who is asked about is mostly asked about again. */
  #last: Subject | undefined;

  constructor(of: ReadonlyCase) {
    this.open = new CaseUnderLens(of);
    this.kinds = new Kinds(of);
    this.#judged = new Set(
      [...of.judgements()].flatMap((judgement) =>
        judgement.about === 'compatibility' && judgement.verdict === 'conflict' ? judgement.claims : [],
      ),
    );
  }

  get(id: Id): Subject {
    if (this.#last?.id === id) return this.#last;
    let subject = this.#known.get(id);
    if (!subject) this.#known.set(id, (subject = new Subject(this, id, this.#known.size)));
    return (this.#last = subject);
  }

  get size(): number {
    return this.#known.size;
  }

  /** Whether a claim is held during an event, or judged to conflict with others. */
  entangles({ id, held }: Claim): boolean {
    return (held !== undefined && eventOf(held) !== undefined) || this.#judged.has(id);
  }
}

export class Subject {
  readonly id: Id;
  /** In the order in which they were asked about. */
  readonly number: number;
  readonly record: Entity | Relation | undefined;
  /** All claims about it. */
  readonly all: Required<Listed>;
  readonly #in: Subjects;
  /** Whether its disputes hang on what passes of others: claims about it are judged with those, or it may exclude another. */
  readonly #entangled: boolean;
  readonly #whole: Account;
  readonly #accounts: Account[] = [];
  /** By account, `#printOf` its claims. */
  readonly #prints: number[] = [];
  #sayings: Sayings | undefined;

  constructor(among: Subjects, id: Id, number: number) {
    const { open, kinds } = among;
    this.#in = among;
    this.id = id;
    this.number = number;
    this.record = open.case.entity(id) ?? open.case.relation(id);
    this.all = kinds.listed(open.claimsOf(id));
    this.#entangled =
      this.all.claims.some((claim) => among.entangles(claim)) || rivalriesIn(open.case).of(id).length > 0;
    this.#whole = new Account(open, id, { claims: this.all.claims });
  }

  get sayings(): Sayings {
    return (this.#sayings ??= this.#sort());
  }

  /** What those of its claims tell that pass `seen`: the same account whatever lens lets just these pass. */
  accountOf(claims: readonly Claim[], seen: CaseUnderLens): Account {
    const account = this.#standing(claims);
    return this.#entangled ? account.under(seen) : account;
  }

  #standing(claims: readonly Claim[]): Account {
    if (claims.length === this.all.claims.length) return this.#whole;
    const print = this.#printOf(claims);
    for (let at = this.#prints.indexOf(print); at >= 0; at = this.#prints.indexOf(print, at + 1))
      if (areSame(this.#accounts[at]!.claims, claims)) return this.#accounts[at]!;
    return this.#keep(print, new Account(this.#in.open, this.id, { claims, whole: this.#whole }));
  }

  #keep(print: number, account: Account): Account {
    if (this.#accounts.length >= MOST_ACCOUNTS) this.#accounts.length = this.#prints.length = 0;
    this.#accounts.push(account);
    this.#prints.push(print);
    return account;
  }

  /** A number that seldom fits other claims of its, which come in the order of all. */
  #printOf(claims: readonly Claim[]): number {
    let [print, at] = [0, 0];
    for (const claim of this.all.claims) {
      const passes = claim === claims[at];
      if (passes) at++;
      print = (Math.imul(print, 33) + (passes ? 1 : 2)) & 0x3fff_ffff;
    }
    return print;
  }

  /** Who is asked for voices alone need be named by a claim of each kind only once. */
  #sort(): Sayings {
    const { open, kinds } = this.#in;
    const { naming, ...own } = sayingsOf(open.case, this.id, (claims) => kinds.listed(claims));
    return { ...own, naming: kinds.eachOnce(naming.claims) };
  }
}

function areSame(a: readonly Claim[], b: readonly Claim[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
