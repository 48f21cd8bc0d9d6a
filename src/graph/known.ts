// What a node and an edge know, worked out when first read: most of a large graph is never looked at.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, relationLabel } from '../case/names.ts';
import type { Claim, Id, Stance } from '../case/records.ts';
import { groundOf, isContested, stanceOf, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import type { CaseGraph, EdgeAttributes, NodeAttributes } from './graph.ts';

/**
 * Asked of what the graph is the projection of now, under whatever lens: attributes stay only as long as they would
 * come out the same. They are no fields of their own, so take them one by one: a spread finds none.
 */
abstract class Known {
  readonly #graph: CaseGraph;

  constructor(graph: CaseGraph) {
    this.#graph = graph;
  }

  protected get seen(): CaseUnderLens {
    return this.#graph.getAttribute('seen')!;
  }
}

export class Node extends Known implements NodeAttributes {
  readonly #id: Id;
  #label: string | undefined;
  #disputed: boolean | undefined;
  #claims: readonly Claim[] | undefined;

  constructor(graph: CaseGraph, id: Id) {
    super(graph);
    this.#id = id;
  }

  get kind() {
    return 'entity' as const;
  }
  get schema(): string {
    return this.seen.case.entity(this.#id)!.schema;
  }
  get label(): string {
    return (this.#label ??= nameOf(this.seen, this.#id));
  }
  get claims(): readonly Claim[] {
    return (this.#claims ??= this.seen.claimsOf(this.#id));
  }
  get stance(): Stance {
    return stanceOf(this.claims);
  }
  get disputed(): boolean {
    return (this.#disputed ??= this.seen.isDisputed(this.#id));
  }
}

export class Edge extends Known implements EdgeAttributes {
  readonly #tie: Tie;
  #label: string | undefined;
  #disputed: boolean | undefined;
  #claims: readonly Claim[] | undefined;
  #voices: number | undefined;

  constructor(graph: CaseGraph, tie: Tie) {
    super(graph);
    this.#tie = tie;
  }

  get subject(): Id {
    return this.#tie.subject;
  }
  get type(): string {
    return this.#tie.type;
  }
  get label(): string {
    return (this.#label ??= this.#ofRelation ? relationLabel(this.seen, this.subject) : this.#tie.verb);
  }
  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#ofRelation ? this.seen.claimsOf(this.subject) : this.#tie.claims);
  }
  get stance(): Stance {
    return groundOf(this.#tie.claims);
  }
  get disputed(): boolean {
    return (this.#disputed ??= this.#ofRelation
      ? this.seen.isDisputed(this.subject)
      : isContested(this.#tie.claims));
  }
  get voices(): number {
    return (this.#voices ??= Math.max(1, tieSupport(this.seen.case, this.#tie.claims).voices));
  }

  get #ofRelation(): boolean {
    return this.seen.case.relation(this.subject) !== undefined;
  }
}
