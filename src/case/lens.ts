// The lens: what one chooses to believe and look at. Evaluated here, obeyed by everything.
import type { ReadonlyCase } from './case.ts';
import {
  disputesOf,
  indexJudgements,
  type Dispute,
  type DisputeOptions,
  type JudgementIndex,
} from './disputes.ts';
import { nameOf } from './names.ts';
import { countryName, topicName } from './schema.ts';
import { sayValue } from './wording.ts';
import type { Claim, Entity, Id, Relation, Source } from './records.ts';
import { tiesOf, type Tie } from './ties.ts';

/** Which ids of a facet pass: only these, or all but these. */
export interface Choice {
  readonly mode: 'only' | 'except';
  readonly ids: readonly string[];
}

export interface Lens {
  /** A claim passes if its source and every source it came through do. */
  readonly sources?: Choice;
  readonly stances?: Choice;
  /** A claim credited to nobody passes unless `only` is asked for. */
  readonly attributedTo?: Choice;
  readonly entityTypes?: Choice;
  /** Schemata of relations, and names of the properties that tie one entity to another. */
  readonly relationTypes?: Choice;
  /** Only what takes part in a dispute, and what it is tied to. */
  readonly disputedOnly?: boolean;
}

export const OPEN: Lens = {};

/** The facets of a lens that hold a choice, in the order in which they are applied. */
export const FACETS = ['sources', 'stances', 'attributedTo', 'entityTypes', 'relationTypes'] as const;
export type Facet = (typeof FACETS)[number];

export const admits = (choice: Choice | undefined, id: string): boolean =>
  !choice || choice.ids.includes(id) === (choice.mode === 'only');

/** The lens with one id of a facet let through or kept back. */
export function toggled(lens: Lens, facet: Facet, id: string): Lens {
  const choice = lens[facet] ?? { mode: 'except', ids: [] };
  const ids = choice.ids.includes(id) ? choice.ids.filter((other) => other !== id) : [...choice.ids, id];
  return withChoice(lens, facet, { ...choice, ids });
}

/** The lens with all of these ids of a facet let through, or all kept back where all were let through. */
export function toggledTogether(lens: Lens, facet: Facet, ids: readonly string[]): Lens {
  const off = ids.filter((id) => !admits(lens[facet], id));
  return (off.length > 0 ? off : ids).reduce((next, id) => toggled(next, facet, id), lens);
}

/** The lens with only these ids of a facet let through; asking again for the same ones lets all through. */
export function narrowed(lens: Lens, facet: Facet, ids: readonly string[]): Lens {
  const choice = lens[facet];
  const already =
    choice?.mode === 'only' && choice.ids.length === ids.length && ids.every((id) => choice.ids.includes(id));
  return withChoice(lens, facet, already ? undefined : { mode: 'only', ids });
}

export function withChoice(lens: Lens, facet: Facet, choice: Choice | undefined): Lens {
  const { [facet]: _, ...rest } = lens;
  return !choice || (choice.mode === 'except' && choice.ids.length === 0)
    ? rest
    : { ...rest, [facet]: choice };
}

export const isOpen = (lens: Lens): boolean => FACETS.every((facet) => !lens[facet]) && !lens.disputedOnly;

/**
 * A case under a lens. Nothing is copied: each question filters the claims of one subject when asked, so it stays
 * true while the case changes. An entity shows if a claim of its own passes or a shown relation ends at it.
 */
export class CaseUnderLens {
  readonly case: ReadonlyCase;
  readonly lens: Lens;

  constructor(of: ReadonlyCase, lens: Lens = OPEN) {
    this.case = of;
    this.lens = lens;
  }

  passes(claim: Claim): boolean {
    const { sources, stances, attributedTo } = this.lens;
    if (!admits(sources, claim.source) || claim.via?.some((id) => !admits(sources, id))) return false;
    if (!admits(stances, claim.stance)) return false;
    if (!attributedTo) return true;
    const credited = claim.attributedTo ?? [];
    return attributedTo.mode === 'only'
      ? credited.some((id) => attributedTo.ids.includes(id))
      : !credited.some((id) => attributedTo.ids.includes(id));
  }

  /** The claims about a subject that pass. */
  claimsOf(subject: Id): readonly Claim[] {
    return this.case.claims.claimsOf(subject).filter((claim) => this.passes(claim));
  }

  /** The disputes among the claims about a subject that pass. */
  disputesOf(subject: Id): readonly Dispute[] {
    const schema = this.case.schemaOf(subject);
    if (!schema) return [];
    const typeOf = (property: string) => this.case.model.property(schema, property);
    return disputesOf(subject, this.claimsOf(subject), typeOf, this.#judgements(), this.#disputing);
  }

  /** The ties that show between shown entities, by relation or by property of `subject`. */
  tiesOf(subject: Id): readonly Tie[] {
    if (!this.#typePasses(subject) || !this.#disputePasses(subject)) return [];
    const { relationTypes } = this.lens;
    return tiesOf(this.case, subject, this.claimsOf(subject)).filter(
      (tie) =>
        admits(relationTypes, tie.type) && this.#typePasses(tie.source) && this.#typePasses(tie.target),
    );
  }

  /** Ties of others that end at an entity: those of relations, and those of properties that name it. */
  *tiesAt(entity: Id): Generator<Tie> {
    const asked = new Set<Id>([entity]);
    yield* this.tiesOf(entity);
    for (const { subject } of this.case.claims.claimsNaming(entity)) {
      if (asked.has(subject)) continue;
      asked.add(subject);
      for (const tie of this.tiesOf(subject)) if (tie.source === entity || tie.target === entity) yield tie;
    }
  }

  shows(entity: Id): boolean {
    if (!this.case.entity(entity) || !this.#typePasses(entity)) return false;
    if (this.#disputePasses(entity) && this.case.claims.claimsOf(entity).some((claim) => this.passes(claim)))
      return true;
    return !this.tiesAt(entity).next().done;
  }

  *entities(): Generator<Entity> {
    for (const entity of this.case.entities()) if (this.shows(entity.id)) yield entity;
  }

  /** Relations with at least one tie that shows. */
  *relations(): Generator<Relation> {
    for (const relation of this.case.relations()) if (this.tiesOf(relation.id).length > 0) yield relation;
  }

  *disputes(): Generator<Dispute> {
    const told = new Set<string>();
    for (const subject of this.case.claims.subjects()) {
      if (!this.#typePasses(subject)) continue;
      for (const dispute of this.disputesOf(subject)) {
        if (told.has(dispute.id)) continue;
        told.add(dispute.id);
        yield dispute;
      }
    }
  }

  /** How much is kept back. */
  hidden(): { claims: number; of: number } {
    let claims = 0;
    for (const claim of this.case.claims)
      if (!this.passes(claim) || !this.#typePasses(claim.subject)) claims++;
    return { claims, of: this.case.claims.size };
  }

  readonly #disputing: DisputeOptions = {
    claim: (id) => {
      const claim = this.case.claims.claim(id);
      return claim && this.passes(claim) ? claim : undefined;
    },
    say: (type, value) => sayValue(type, value, { nameOf: (id) => nameOf(this, id), countryName, topicName }),
    timeOf: (event) => this.claimsOf(event).find(({ property }) => property === 'date')?.value,
  };

  #indexed: { readonly version: number; readonly index: JudgementIndex } | undefined;

  #judgements(): JudgementIndex {
    const { version } = this.case;
    if (this.#indexed?.version !== version)
      this.#indexed = { version, index: indexJudgements(this.case.judgements()) };
    return this.#indexed.index;
  }

  #typePasses(subject: Id): boolean {
    const entity = this.case.entity(subject);
    if (entity) return admits(this.lens.entityTypes, entity.schema);
    const relation = this.case.relation(subject);
    return relation !== undefined && admits(this.lens.relationTypes, relation.schema);
  }

  #disputePasses(subject: Id): boolean {
    return !this.lens.disputedOnly || this.disputesOf(subject).length > 0;
  }
}

/** The lens with every confidential source kept back: what leaves the machine is looked at through this. */
export function withoutConfidential(lens: Lens, sources: Iterable<Source>): Lens {
  const secret = Array.from(sources)
    .filter((source) => source.confidential)
    .map((source) => source.id);
  if (secret.length === 0) return lens;
  const { mode, ids } = lens.sources ?? { mode: 'except', ids: [] };
  const kept = mode === 'only' ? ids.filter((id) => !secret.includes(id)) : [...new Set([...ids, ...secret])];
  return { ...lens, sources: { mode, ids: kept } };
}
