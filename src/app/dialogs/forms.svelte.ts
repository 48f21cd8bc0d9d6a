// Which form is open and what it is about. Menus and keys open forms through this; FormHost.svelte shows them.
import { createContext } from 'svelte';
import type { Dispute } from '../../case/disputes.ts';
import type { Claim, Id, Locator } from '../../case/records.ts';

/** Words of a source's text that something is made from. */
export interface Words {
  readonly text: string;
  readonly source: Id;
  readonly locator: Locator;
}

export type Asked =
  | { readonly kind: 'entity'; readonly words?: Words }
  | { readonly kind: 'relation'; readonly ends: readonly Id[] }
  | {
      readonly kind: 'claim';
      readonly subject: Id;
      readonly claim?: Claim;
      readonly property?: string;
      readonly words?: Words;
    }
  | { readonly kind: 'source'; readonly id?: Id }
  | { readonly kind: 'ruling'; readonly dispute: Dispute; readonly side: number }
  | { readonly kind: 'grade'; readonly claim: Claim }
  | { readonly kind: 'compatibility'; readonly claim: Claim }
  | { readonly kind: 'identity'; readonly entities: readonly [Id, Id] }
  | { readonly kind: 'dismissal'; readonly lead: string; readonly says: string }
  | { readonly kind: 'type'; readonly subject: Id }
  | { readonly kind: 'delete'; readonly subjects: readonly Id[] };

export class Forms {
  open = $state.raw<Asked | undefined>(undefined);
  /** The source last used, offered again by the next form of this session. */
  lastSource = $state.raw<Id | undefined>(undefined);

  /** A new entity; named by words of a text where they are given. */
  entity(words?: Words): void {
    this.open = { kind: 'entity', words };
  }
  /** A new relation, between these where its type can hold them. */
  relation(...ends: readonly (Id | undefined)[]): void {
    this.open = { kind: 'relation', ends: ends.filter((end) => end !== undefined) };
  }
  claimAbout(subject: Id, property?: string, words?: Words): void {
    this.open = { kind: 'claim', subject, property, words };
  }
  editClaim(claim: Claim): void {
    this.open = { kind: 'claim', subject: claim.subject, claim };
  }
  /** A source's own record; a new one without `id`. */
  source(id?: Id): void {
    this.open = { kind: 'source', id };
  }
  /** Prefers this side of a dispute. */
  rule(dispute: Dispute, side: number): void {
    this.open = { kind: 'ruling', dispute, side };
  }
  grade(claim: Claim): void {
    this.open = { kind: 'grade', claim };
  }
  /** Whether this claim and others can all hold. */
  compare(claim: Claim): void {
    this.open = { kind: 'compatibility', claim };
  }
  identify(...entities: readonly [Id, Id]): void {
    this.open = { kind: 'identity', entities };
  }
  dismiss({ id, says }: { readonly id: string; readonly says: string }): void {
    this.open = { kind: 'dismissal', lead: id, says };
  }
  changeType(subject: Id): void {
    this.open = { kind: 'type', subject };
  }
  /** Says what goes with these entities and relations, and deletes them when that is confirmed. */
  delete(subjects: readonly Id[]): void {
    if (subjects.length > 0) this.open = { kind: 'delete', subjects };
  }
  close(): void {
    this.open = undefined;
  }
}

export const [forms, setForms] = createContext<Forms>();
