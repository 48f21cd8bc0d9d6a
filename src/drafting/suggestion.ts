// What drafting gives: suggestions as plain data, each with the words it rests on. None is a claim until it is accepted.
import type { Id, Stance } from '../case/records.ts';

/** Where words stand in the text. Code points, end exclusive, as locators count. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** The words themselves: the text from `start` to `end`. */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

interface Suggested {
  /** Unique within one draft; the same text gives the same keys. */
  readonly key: string;
  /** The first place is where the suggestion is shown in the list; a claim takes the first few along. */
  readonly places: readonly Place[];
  /** From 0 to 1: how much in the text speaks for it. */
  readonly sureness: number;
  /** Why it is suggested, in words. */
  readonly reason: string;
}

export type EntityKind = 'person' | 'organization' | 'place' | 'event';

export interface Match {
  readonly id: Id;
  /** What the case calls it. */
  readonly name: string;
  /** "same name", "sounds like the alias 'Spektor'". */
  readonly reason: string;
}

export interface EntitySuggestion extends Suggested {
  readonly kind: EntityKind;
  /** A type of FollowTheMoney's model. */
  readonly schema: string;
  /** The fullest form of the name in the text. */
  readonly name: string;
  /** The other forms that are names of their own, not a surname alone. */
  readonly aliases: readonly string[];
  /** False for a body or person the text only describes: "a Moscow court", "an aide". */
  readonly named: boolean;
  /** The entity of the case that this is, where one fits. */
  readonly match?: Match;
}

/** A tie between two suggested entities. */
export interface RelationSuggestion extends Suggested {
  readonly kind: 'relation';
  readonly schema: string;
  readonly from: string;
  readonly to: string;
  /** In the text's words: "chairman", "met". */
  readonly role: string;
  readonly stance: Stance;
  /** Key of the entity the text credits with saying so. */
  readonly attributedTo?: string;
  /** EDTF. */
  readonly startDate?: string;
  readonly endDate?: string;
}

/** What somebody is, where the text names no body: "former Deputy Prime Minister". */
export interface RoleSuggestion extends Suggested {
  readonly kind: 'role';
  readonly of: string;
  readonly role: string;
  readonly stance: Stance;
  readonly attributedTo?: string;
}

/** A date (EDTF), an amount (`~140500 USD`) or a length of time (`>P3Y`) with what it is said of. */
export interface FactSuggestion extends Suggested {
  readonly kind: 'date' | 'money' | 'duration';
  readonly value: string;
  /** The clause it stands in: the name of the happening it belongs to. */
  readonly happening: string;
  /** Keys of the people, bodies and cases of the same sentence. */
  readonly involved: readonly string[];
  readonly stance: Stance;
  readonly attributedTo?: string;
}

export type Suggestion = EntitySuggestion | RelationSuggestion | RoleSuggestion | FactSuggestion;

export interface Draft {
  /** In the order of the text. */
  readonly suggestions: readonly Suggestion[];
  /** What the text is written in, where that is not English: the rules of grammar did not apply. */
  readonly language?: string;
  /** UTF-16 units at the end that were not read, where the text is too long. */
  readonly unread?: number;
}

export const isEntity = (one: Suggestion): one is EntitySuggestion =>
  one.kind === 'person' || one.kind === 'organization' || one.kind === 'place' || one.kind === 'event';
