// A fact-check sheet: what a case says under a lens as numbered sentences, each with its sources and the places in them. Plain data.
import type { Credibility, Id, Reliability, Stance } from '../case/records.ts';
import type { SUPPORTS } from './standing.ts';

export interface Report {
  readonly title: string;
  readonly description: string;
  /** The day it was made, in words, where whoever makes it says so. */
  readonly made?: string;
  /** Of all that the case says openly, whatever the lens: `fingerprintOf`. */
  readonly fingerprint: string;
  /** What the lens keeps back, as its chips say it: "stance: only affirmed". Empty where it keeps back nothing. */
  readonly lens: readonly string[];
  /**
   * How many claims pass the lens, of how many; each that passes is evidence of one statement. Those of confidential
   * sources are in neither.
   */
  readonly claims: { readonly shown: number; readonly all: number };
  /** What is left out because its source is confidential. */
  readonly withheld: { readonly claims: number; readonly sources: number };
  /** What rests on least comes first. */
  readonly parts: readonly Part[];
  readonly disputes: readonly ReportedDispute[];
  readonly judgements: readonly ReportedJudgement[];
  /** Those cited, in the order in which they are. */
  readonly sources: readonly ReportedSource[];
  /** What is still to be checked, by kind; empty where nobody asked for it. No claim is among it. */
  readonly leads: readonly ReportedLeads[];
}

/** How much stands behind a statement; the order is that of the parts. */
export type Standing = (typeof SUPPORTS)[number];

/** All statements with as much behind them. */
export interface Part {
  readonly standing: Standing;
  readonly sections: readonly Section[];
}

/** What is said of one entity: its own values, then its ties. */
export interface Section {
  /** Undefined: of ties of which an end does not show. */
  readonly entity?: Id;
  readonly name: string;
  /** "Person". */
  readonly type: string;
  readonly statements: readonly Statement[];
}

/** One sentence and who says so. */
export interface Statement {
  /** From 1, throughout the sheet. */
  readonly number: number;
  /** The entity or relation it is about. */
  readonly subject: Id;
  /** The node or edge of the graph that bears its number in a picture. */
  readonly mark?: Id;
  /** Without its full stop. What is alleged or denied says so itself. */
  readonly text: string;
  readonly stance: Stance;
  /** Whether some source says otherwise. */
  readonly disputed: boolean;
  /** Numbers of the disputes that it takes part in. */
  readonly disputes: readonly number[];
  /** What a ruling makes of it. */
  readonly ruled?: 'preferred' | 'overruled';
  /** "two sources, independence unknown; denied by one source". */
  readonly support: string;
  readonly standing: Standing;
  /** Sources that share no origin, as far as anybody says. */
  readonly voices: number;
  /** Each claim of the sheet is evidence of the first statement that rests on it. */
  readonly evidence: readonly Evidence[];
  /** Numbers of the earlier statements on whose evidence it rests as well. */
  readonly also: readonly number[];
}

/** Who decided something, when and why. */
export interface Signed {
  readonly by?: string;
  /** In words. */
  readonly date?: string;
  readonly reason?: string;
}

/** One claim: who says it, where, and how. */
export interface Evidence {
  readonly claim: Id;
  /** Number of the source in the sheet. */
  readonly source: number;
  /** Titles of the sources quoted inside it, outermost first. */
  readonly quoting: readonly string[];
  /** "At a glance, item 2; page 4"; empty where nobody says. */
  readonly place: string;
  readonly stance: Stance;
  /** "an official, to a broadcaster". */
  readonly credited?: string;
  /** When it was so: "during the trial". */
  readonly held?: string;
  /** As the source spells the value, where that differs. */
  readonly original?: string;
  /** The words of the source, where the case has them. */
  readonly quotes: readonly string[];
  readonly grade?: Signed & { readonly credibility: Credibility };
  readonly notes?: string;
}

export interface ReportedSource {
  readonly number: number;
  readonly id: Id;
  readonly title: string;
  readonly form?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** In words. */
  readonly date?: string;
  readonly accessed?: string;
  readonly address?: string;
  readonly archived?: string;
  readonly file?: string;
  /** Of the file's bytes, in hex. */
  readonly sha256?: string;
  readonly reliability?: Reliability;
  /** Titles of the sources of which it is a whole rewrite, and of those stated to share no origin with it. */
  readonly derivedFrom: readonly string[];
  readonly independentOf: readonly string[];
  readonly notes?: string;
  /** Numbers of the statements that it is evidence of. */
  readonly statements: readonly number[];
}

export interface ReportedDispute {
  /** From 1, in a count of its own. */
  readonly number: number;
  readonly about: readonly string[];
  readonly title: string;
  readonly severity: 'contradiction' | 'precision' | 'stance';
  readonly why: string;
  readonly sides: readonly ReportedSide[];
  /** Whoever judged that it is one, where no rule saw it. */
  readonly judged?: Signed;
  readonly ruling?: Signed;
}

export interface ReportedSide {
  /** The value; where what is disputed is no single value, a statement. */
  readonly says: string;
  /** Numbers of the statements that it rests on. */
  readonly statements: readonly number[];
  /** Who says so, by number of the source, and where. */
  readonly sources: readonly { readonly source: number; readonly places: string }[];
  readonly ruled?: 'preferred' | 'overruled';
}

/** Leads of one kind that nobody has dismissed. */
export interface ReportedLeads {
  readonly label: string;
  /** Why one would look into them. */
  readonly help: string;
  readonly says: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** What was decided beside disputes and grades: that two are one, that claims agree. */
export interface ReportedJudgement extends Signed {
  /** "X and Y are the same". */
  readonly says: string;
  /** Numbers of the statements it is about. */
  readonly statements: readonly number[];
}

/** Every statement in its order. */
export const statementsIn = ({ parts }: Pick<Report, 'parts'>): readonly Statement[] =>
  parts.flatMap(({ sections }) => sections.flatMap(({ statements }) => statements));
