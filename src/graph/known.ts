// What a node and an edge know, worked out when first read: most of a large graph is never looked at.
import type { Account } from '../case/account.ts';
import type { Claim, Id, Stance } from '../case/records.ts';
import { groundOf, isContested, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import type { EdgeAttributes, NodeAttributes } from './graph.ts';

/** Nothing here is a field of its own, so take attributes one by one: a spread finds none. */
export class Node implements NodeAttributes {
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  get kind() {
    return 'entity' as const;
  }
  get schema(): string {
    return this.#account.case.entity(this.#account.subject)!.schema;
  }
  get label(): string {
    return this.#account.name;
  }
  get claims(): readonly Claim[] {
    return this.#account.claims;
  }
  get stance(): Stance {
    return this.#account.stance;
  }
  get disputed(): boolean {
    return this.#account.disputed;
  }
}

export class Edge implements EdgeAttributes {
  readonly account: Account;
  readonly #tie: Tie;
  #voices: number | undefined;
  #ofRelation: boolean | undefined;

  constructor(account: Account, tie: Tie) {
    this.account = account;
    this.#tie = tie;
  }

  get subject(): Id {
    return this.#tie.subject;
  }
  get type(): string {
    return this.#tie.type;
  }
  get label(): string {
    return this.#isRelation ? this.account.label : this.#tie.verb;
  }
  get claims(): readonly Claim[] {
    return this.#isRelation ? this.account.claims : this.#tie.claims;
  }
  get stance(): Stance {
    return groundOf(this.#tie.claims);
  }
  get disputed(): boolean {
    return this.#isRelation ? this.account.disputed : isContested(this.#tie.claims);
  }
  get voices(): number {
    return (this.#voices ??= Math.max(1, tieSupport(this.account.case, this.#tie.claims).voices));
  }

  get #isRelation(): boolean {
    return (this.#ofRelation ??= this.account.case.relation(this.subject) !== undefined);
  }
}

/** By their ties, which stay the same objects while the same claims pass. */
const edges = new WeakMap<Tie, Edge>();

/** The attributes of the edge that a tie of this account makes. */
export function edgeOf(account: Account, tie: Tie): Edge {
  let edge = edges.get(tie);
  if (edge?.account !== account) edges.set(tie, (edge = new Edge(account, tie)));
  return edge;
}
