// The records a case is made of. All are plain, immutable JSON; ids are opaque strings.
import type { TableMapping } from './tableMapping.ts';

/** An opaque id. Unique among the records of one kind. */
export type Id = string;

export type Stance = 'affirmed' | 'alleged' | 'denied';
export const STANCES: readonly Stance[] = ['affirmed', 'alleged', 'denied'];

/** Admiralty scale of a source; F (cannot be judged) is what an ungraded source counts as. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
/** Admiralty scale of a piece of information; 6: cannot be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** Something that says something: a document, a post, a dataset, a person, a file. */
export interface Source {
  readonly kind: 'source';
  readonly id: Id;
  /** What it is called; its own title where it has one. */
  readonly title: string;
  /** article, post, statement, dataset, interview, file… in one word. */
  readonly form?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** EDTF, only what the source bears itself. */
  readonly date?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly address?: string;
  /** EDTF. */
  readonly accessed?: string;
  readonly archived?: string;
  /** File name of the text the locators point into, and its SHA-256 in hex. */
  readonly file?: string;
  readonly sha256?: string;
  /** How the columns of its tables are meant, so that the next file of the kind is read alike. */
  readonly tables?: readonly TableMapping[];
  readonly reliability?: Reliability;
  readonly confidential?: boolean;
  /** Sources of which this one is a whole rewrite. */
  readonly derivedFrom?: readonly Id[];
  /** Sources stated to share no origin with this one. Absent: nobody said. */
  readonly independentOf?: readonly Id[];
  readonly notes?: string;
}

/** A person, an organization, an event…; `schema` names a FollowTheMoney schema or a specialisation of one. */
export interface Entity {
  readonly kind: 'entity';
  readonly id: Id;
  readonly schema: string;
}

/** A tie between entities. Its ends are claims, so that an end can be disputed. */
export interface Relation {
  readonly kind: 'relation';
  readonly id: Id;
  readonly schema: string;
}

/** Where the words stand that a claim rests on. */
export interface Locator {
  /** The source in whose text this is; the claim's own source if absent. */
  readonly document?: Id;
  /** W3C TextPositionSelector; code points of the file, end exclusive. */
  readonly position?: { readonly start: number; readonly end: number };
  /** W3C TextQuoteSelector. */
  readonly quote?: { readonly exact: string; readonly prefix?: string; readonly suffix?: string };
  readonly page?: string;
  /** Where a person would look: "At a Glance, item 2". */
  readonly place?: string;
}

/** One thing that one source says: *source* says that *subject* has *property* = *value*. */
export interface Claim {
  readonly kind: 'claim';
  /** `claimId(claim)`: a hash of source, via, subject, property, value, stance, attributedTo, held and language. */
  readonly id: Id;
  /** An entity or a relation. */
  readonly subject: Id;
  /** A property of the subject's schema; `id` says only that the subject exists. */
  readonly property: string;
  /** In the canonical spelling of the property's type; an entity's id where the property takes an entity. */
  readonly value: string;
  /** As the source spells it, where that differs. */
  readonly original?: string;
  readonly source: Id;
  /** Sources quoted inside the source, outermost first. */
  readonly via?: readonly Id[];
  readonly stance: Stance;
  /** Whom the source credits, nearest to the fact first: "an official, to a broadcaster". Entity ids. */
  readonly attributedTo?: readonly Id[];
  /** When it was so: EDTF, or `during:<entity id>` for the time of an event. */
  readonly held?: string;
  /** BCP 47 language of the value. */
  readonly language?: string;
  readonly locators?: readonly Locator[];
  readonly notes?: string;
}

interface Judged {
  readonly kind: 'judgement';
  readonly id: Id;
  /** EDTF day. */
  readonly date?: string;
  readonly by?: string;
  readonly reason?: string;
}

/** Two entities are one, are not, or it is open. */
export interface IdentityJudgement extends Judged {
  readonly about: 'identity';
  readonly verdict: 'same' | 'different' | 'unsure';
  readonly entities: readonly [Id, Id];
}
export interface CredibilityJudgement extends Judged {
  readonly about: 'credibility';
  readonly claim: Id;
  readonly credibility: Credibility;
}
/** Whether claims can all hold, where no rule can see it. */
export interface CompatibilityJudgement extends Judged {
  readonly about: 'compatibility';
  readonly verdict: 'conflict' | 'compatible';
  /** A few words that name the question: "How long the second term is". */
  readonly title?: string;
  readonly claims: readonly Id[];
}
/** Prefers one side of a dispute, deleting nothing. */
export interface RulingJudgement extends Judged {
  readonly about: 'ruling';
  readonly prefer: readonly Id[];
  readonly over: readonly Id[];
}
/** A lead that is not worth following, and why. */
export interface LeadJudgement extends Judged {
  readonly about: 'lead';
  readonly verdict: 'dismissed';
  /** As `Lead.id` has it. */
  readonly lead: string;
}
/** What *you* decide: dated, signed, with a reason, removable, deleting nothing. */
export type Judgement =
  IdentityJudgement | CredibilityJudgement | CompatibilityJudgement | RulingJudgement | LeadJudgement;

/**
 * A saved look. Positions are in the units of the scene (pixels at zoom 1), y down. The view with the id `working` is
 * the look at hand: hiding and expanding change it, undo brings it back, and it goes into no file.
 */
export interface View {
  readonly kind: 'view';
  readonly id: Id;
  readonly name: string;
  readonly lens?: import('./lens.ts').Lens;
  readonly layout?: string;
  readonly hidden?: readonly Id[];
  /** Only these are drawn, with what was brought in since: a case may be too large to draw whole. */
  readonly only?: readonly Id[];
  readonly placements?: Readonly<Record<Id, readonly [number, number]>>;
  readonly pinned?: readonly Id[];
  /** Only what lies within so many steps of these. */
  readonly focus?: { readonly ids: readonly Id[]; readonly steps: number };
  /** Types of values (address, phone, email…) that show as nodes where entities share them. */
  readonly shared?: readonly string[];
  /** Node size and colour by a measure: `<analysis id>.<column>`. */
  readonly size?: string;
  readonly colour?: string;
}

/** The case's own name and vocabulary. There is one, with the id `case`. */
export interface Header {
  readonly kind: 'header';
  readonly id: 'case';
  readonly name: string;
  readonly description?: string;
  readonly language?: string;
  /** Types of its own, each specialising a standard one. */
  readonly schemata?: readonly SchemaAddition[];
  /** Top-level keys of the file that this version does not know; kept for a newer one. */
  readonly unknown?: Readonly<Record<string, unknown>>;
}

/** A type of the case's own, in the shape of FollowTheMoney's model. */
export interface SchemaAddition {
  readonly name: string;
  readonly label: string;
  readonly plural?: string;
  readonly extends: readonly string[];
  readonly description?: string;
  /** For relation types; absent where the parent's ends serve. */
  readonly edge?: {
    readonly source: string;
    readonly target: string;
    readonly directed: boolean;
    readonly label?: string;
  };
  readonly properties?: readonly PropertyAddition[];
  /** For relation types: what such relations cannot be together. */
  readonly exclusive?: readonly ExclusionAddition[];
}
/** Some values of a property: those that are one of these words as a whole, whatever their case and accents. */
export interface Wording {
  readonly property: string;
  readonly words: readonly string[];
}
/**
 * What relations of a type cannot be together. Inherited by the types that extend it; one that bears the name of an
 * inherited one goes in its place.
 */
export interface ExclusionAddition {
  readonly name: string;
  /** What the one is to the other, up to the other's name: "married to", "chaired by". */
  readonly says: string;
  /** The end of the one; the source if absent. */
  readonly from?: 'source' | 'target';
  /** It reads the same from both ends. */
  readonly mutual?: boolean;
  /** Only relations that say so: "spouse". */
  readonly where?: Wording;
  /** The one has one such relation at a time… */
  readonly one?: boolean;
  /** …where this is said of the one: that a post has one seat. */
  readonly if?: Wording;
  /** Cannot be at one time between the same two: names of exclusions, of another type as "Family.parent". */
  readonly against?: readonly string[];
  /** Likewise, the other way round: nobody is a child of their child. */
  readonly reversed?: readonly string[];
  /** Once so, always so: no dates are needed to say that it overlaps. */
  readonly always?: boolean;
  /** It does not begin before the one is born, or after their death. */
  readonly living?: boolean;
}
export interface PropertyAddition {
  readonly name: string;
  readonly label: string;
  /** A type of FollowTheMoney's model, or `duration`. */
  readonly type: string;
  /** For type `entity`: the schema of the value. */
  readonly range?: string;
  /** Whether one subject has one value at a time. */
  readonly single?: boolean;
  /** The standard property it specialises, to which an export falls back. */
  readonly specialises?: string;
}

export const WORKING = 'working';

export type CaseRecord = Header | Source | Entity | Relation | Claim | Judgement | View;
export type Kind = CaseRecord['kind'];
export const KINDS: readonly Kind[] = [
  'header',
  'source',
  'entity',
  'relation',
  'claim',
  'judgement',
  'view',
];

/** The key of a record among all records of a case. */
export const keyOf = (record: CaseRecord): string => `${record.kind} ${record.id}`;
