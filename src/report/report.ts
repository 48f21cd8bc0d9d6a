// A report: what a case says under a lens as numbered sentences, each with its sources and the places in them. Plain data.
import type { Credibility, Id, Reliability, Stance } from '../case/records.ts';

export interface Report {
  readonly title: string;
  readonly description: string;
  /** How many claims pass the lens, of how many. Those of confidential sources are in neither. */
  readonly claims: { readonly shown: number; readonly all: number };
  readonly sections: readonly Section[];
  readonly disputes: readonly ReportedDispute[];
  /** Those cited, in the order in which they are. */
  readonly sources: readonly ReportedSource[];
}

/** What is said of one entity: its own values, then its ties. */
export interface Section {
  readonly entity: Id;
  readonly name: string;
  /** "Person". */
  readonly type: string;
  readonly statements: readonly Statement[];
}

/** One sentence and who says so. Every claim of the lens is evidence of at least one. */
export interface Statement {
  /** From 1, throughout the report. */
  readonly number: number;
  /** The entity or relation it is about. */
  readonly subject: Id;
  /** The edge of the graph that it puts into words, where it is a tie: a picture can bear its number. */
  readonly edge?: string;
  /** Without its full stop. What is alleged or denied says so itself. */
  readonly text: string;
  readonly stance: Stance;
  readonly disputed: boolean;
  /** "two sources, independence unknown". */
  readonly support: string;
  /** Sources that share no origin, as far as anybody says. */
  readonly voices: number;
  readonly evidence: readonly Evidence[];
}

/** One claim: who says it, where, and how. */
export interface Evidence {
  readonly claim: Id;
  /** Number of the source in the report. */
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
  readonly credibility?: Credibility;
  readonly notes?: string;
}

export interface ReportedSource {
  readonly number: number;
  readonly id: Id;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  /** In words. */
  readonly date?: string;
  readonly accessed?: string;
  readonly address?: string;
  readonly archived?: string;
  readonly reliability?: Reliability;
  /** Titles of the sources of which it is a whole rewrite. */
  readonly derivedFrom: readonly string[];
  readonly notes?: string;
}

export interface ReportedDispute {
  readonly about: readonly string[];
  readonly title: string;
  readonly severity: 'contradiction' | 'precision' | 'stance';
  readonly why: string;
  readonly sides: readonly {
    readonly says: string;
    /** Numbers of the statements that it rests on. */
    readonly statements: readonly number[];
    readonly preferred: boolean;
  }[];
  readonly ruling?: { readonly reason?: string; readonly by?: string; readonly date?: string };
}
