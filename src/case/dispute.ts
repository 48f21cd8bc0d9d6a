// One dispute, and what its finders share.
import { heldApart, type TimeOf } from './held.ts';
import { judgedCompatible, type JudgementIndex } from './judged.ts';
import type { Claim, CompatibilityJudgement, Id, RulingJudgement, Stance } from './records.ts';
import { sayValue } from './wording.ts';

export interface Dispute {
  /** Stable: `<subject> <property>`, with ` <value>` for a stance, ` ~` for precision; or the judgement's id. */
  readonly id: string;
  /** The first of the subjects. */
  readonly subject: Id;
  readonly subjects: readonly Id[];
  readonly property?: string;
  readonly title: string;
  readonly severity: 'contradiction' | 'precision' | 'stance';
  readonly sides: readonly Side[];
  /** The judgement that found or confirmed it. */
  readonly judgement?: CompatibilityJudgement;
  readonly ruling?: RulingJudgement;
  /** One sentence. */
  readonly why: string;
}

export interface Side {
  readonly value: string;
  /** In words, where the value alone says too little: "married to Bo". */
  readonly says?: string;
  /** Where sides are stances towards one value. */
  readonly stance?: Stance;
  readonly claims: readonly Claim[];
}

/** What of a property is needed here; `Property` of the schema serves. Undefined: unknown, and so many-valued text. */
export type TypeOf = (
  property: string,
) => { readonly type: string; readonly single: boolean; readonly label: string } | undefined;

export interface DisputeOptions {
  /** A claim by id, for judged conflicts that reach beyond this subject. */
  readonly claim?: (id: Id) => Claim | undefined;
  /** A value in words; given names of entities and countries by whoever knows them. */
  readonly say?: (type: string, value: string) => string;
  /** The time of an event (EDTF), for claims held `during:` it. */
  readonly timeOf?: TimeOf;
  /** Whether two entities may be one: judged the same, or by their names. */
  readonly mayBeOne?: (a: Id, b: Id) => boolean;
  /** Disputes that hang on what is said of others, which only the whole case can tell. */
  readonly across?: (about: About) => readonly Dispute[];
}

/** What the finders are told: the subject, and the options with their defaults. */
export interface About extends DisputeOptions {
  readonly subject: Id;
  readonly typeOf: TypeOf;
  readonly index: JudgementIndex;
  readonly say: (type: string, value: string) => string;
  /** Whether two claims hold at different times. */
  readonly apart: (a: Claim, b: Claim) => boolean;
}

export const about = (
  subject: Id,
  typeOf: TypeOf,
  index: JudgementIndex,
  options: DisputeOptions,
): About => ({
  ...options,
  ...{ subject, typeOf, index, say: options.say ?? sayValue, apart: heldApart(options.timeOf) },
});

/** Claims that have something in common. */
export type Group = readonly [Claim, ...Claim[]];

export function grouped(
  claims: readonly Claim[],
  key: (claim: Claim) => string,
): Map<string, [Claim, ...Claim[]]> {
  const groups = new Map<string, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const known = groups.get(key(claim));
    if (known) known.push(claim);
    else groups.set(key(claim), [claim]);
  }
  return groups;
}

export const byId = (a: Dispute, b: Dispute): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** [R10] [R13] */
export const mayClash = ({ index, apart }: About, a: Claim, b: Claim): boolean =>
  !apart(a, b) && !judgedCompatible(index, a, b);

/** Whether claims about one subject deny anything or give a property two values: else none of them clash. [R1] [R6] */
export function mayClashAmong(claims: readonly Claim[]): boolean {
  const values = new Map<string, string>();
  for (const { property, value, stance } of claims) {
    if (stance === 'denied' || (values.get(property) ?? value) !== value) return true;
    values.set(property, value);
  }
  return false;
}

export const head = ({ subject }: About, property: string, more = '') => ({
  id: `${subject} ${property}${more}`,
  subject,
  subjects: [subject],
  property,
});
