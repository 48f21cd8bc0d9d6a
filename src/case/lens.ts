// A case under a lens: the one place where a lens is evaluated, obeyed by everything.
import { Account } from './account.ts';
import type { Listed } from './kinds.ts';
import type { ReadonlyCase } from './case.ts';
import type { About } from './dispute.ts';
import { disputesOf, precisionDifferences, type Dispute, type DisputeOptions } from './disputes.ts';
import { excludedOf } from './excluding.ts';
import { credibleEnough, hasFloors, reliableEnough } from './grades.ts';
import { eventOf } from './held.ts';
import { judgementsAbout, judgementsOf } from './judged.ts';
import { admits, OPEN, type Lens } from './lensChoice.ts';
import { nameOf } from './names.ts';
import { countryName, topicName } from './schema.ts';
import {
  certainlyDuring,
  possiblyDuring,
  spanOf,
  spanOfDate,
  windowOf,
  type Reach,
  type Span,
} from './spans.ts';
import { sayValue } from './wording.ts';
import type { Claim, CredibilityJudgement, Entity, Id, Relation } from './records.ts';
import { rivalriesIn } from './rivalries.ts';
import type { Tie } from './ties.ts';
import { sayingsOf, voiced, type Sayings } from './voiced.ts';

export * from './lensChoice.ts';

interface Knowledge {
  readonly edition: number;
  /** Whether a source passes. */
  readonly sources: Map<Id, boolean>;
  readonly times: Map<string, boolean>;
  /** By rivalry, what it comes to. */
  readonly excluded: Map<string, Dispute | undefined>;
}

/**
 * A case under a lens. Nothing is copied: each question filters the claims of one subject when asked, so it stays
 * true while the case changes. An entity shows if a claim of its own passes or a shown relation ends at it.
 *
 * | stage | keeps back |
 * |---|---|
 * | L1 | claims whose source, or one they came through, is not chosen or graded too low |
 * | L2 | claims of other stances, of too low credibility, credited otherwise |
 * | L3 | subjects of other types |
 * | L4 | claims held at another time; events and relations dated to another time |
 * | L5 | values that too few voices give; a name needs as many voices for its bearer, since nobody repeats a name |
 * | L6 | subjects that are in no dispute, if only disputes are asked for |
 *
 * What shows though no claim that passes names it is labelled by a name from outside the lens, in brackets
 * (`nameOutside` in names.ts): "[Ann Ahlberg]". No claim passes by that.
 */
export class CaseUnderLens {
  readonly case: ReadonlyCase;
  readonly lens: Lens;
  /** Undefined: every time. */
  readonly #window: Reach | undefined;
  readonly #choosesSources: boolean;
  /** Whether some claims may be kept back. */
  readonly #choosesClaims: boolean;
  /** Whether some subjects may be kept back for what they are or when. */
  readonly #choosesSubjects: boolean;

  constructor(of: ReadonlyCase, lens: Lens = OPEN) {
    this.case = of;
    this.lens = lens;
    this.#window = lens.time && windowOf(lens.time.when);
    this.#choosesSources = lens.sources !== undefined || hasFloors(lens);
    this.#choosesClaims =
      this.#choosesSources || Boolean(lens.stances ?? lens.attributedTo ?? this.#window ?? lens.voices);
    this.#choosesSubjects = Boolean(lens.entityTypes ?? lens.relationTypes ?? this.#window);
  }

  passes(claim: Claim): boolean {
    if (!this.isTrusted(claim) || !this.isTimely(claim)) return false;
    return !this.lens.voices || this.claimsOf(claim.subject).some(({ id }) => id === claim.id);
  }

  /** What the claims about a subject tell that pass. */
  accountOf(subject: Id): Account {
    return new Account(this, subject);
  }

  /** The claims about a subject that pass. */
  claimsOf(subject: Id): readonly Claim[] {
    const all = this.allOf(subject);
    if (!this.#choosesClaims) return all.claims;
    const timely = this.timelyAmong(all);
    const { voices } = this.lens;
    if (!voices || timely.length === 0) return timely;
    return voiced(this.case, timely, this.sayingsOf(subject), voices, (listed) => this.timelyAmong(listed));
  }

  /** The span that the trusted claims about a subject give it. */
  spanOf(subject: Id): Span | undefined {
    return spanOf(this.trustedAmong(this.allOf(subject)));
  }

  /** The disputes among the claims about a subject that pass. */
  disputesOf(subject: Id): readonly Dispute[] {
    return this.disputesAmong(subject, this.claimsOf(subject));
  }

  /** The disputes among some of the claims about a subject. */
  disputesAmong(subject: Id, claims: readonly Claim[]): readonly Dispute[] {
    const schema = this.case.schemaOf(subject);
    if (!schema) return [];
    const typeOf = (property: string) => this.case.model.property(schema, property);
    const across = (about: About) =>
      excludedOf({ seen: this, about, found: this.#knowledge().excluded }, subject);
    const options = { ...this.#disputing, across };
    return disputesOf(subject, claims, typeOf, judgementsOf(this.case), options);
  }

  /** Whether any of the claims about a subject that pass are in dispute. */
  isDisputed(subject: Id): boolean {
    return this.accountOf(subject).disputed;
  }

  /** Values that agree without saying the same, as "2022" and "March 2022". */
  precisionDifferencesOf(subject: Id): readonly Dispute[] {
    const schema = this.case.schemaOf(subject);
    if (!schema) return [];
    const typeOf = (property: string) => this.case.model.property(schema, property);
    return precisionDifferences(subject, this.claimsOf(subject), typeOf, this.#disputing);
  }

  /** What a person judged of a claim's credibility. */
  credibilityOf({ id }: Claim): CredibilityJudgement | undefined {
    return judgementsOf(this.case).credibility.get(id);
  }

  /** Claims without those that a ruling put behind another one of them. */
  standing(claims: readonly Claim[]): readonly Claim[] {
    const { rulings } = judgementsOf(this.case);
    if (rulings.size === 0) return claims;
    const overruled = new Set(judgementsAbout(rulings, claims).flatMap(({ over }) => over));
    return claims.filter(({ id }) => !overruled.has(id));
  }

  /** Whether anything said of a subject is looked at, though no end of it may show. */
  tells(subject: Id): boolean {
    return this.passesSubject(subject) && this.#disputePasses(subject);
  }

  /** Whether a subject is of a type and of a time that are looked at. [L3] [L4] */
  passesSubject(subject: Id): boolean {
    return this.#typePasses(subject) && this.#isOfTheTime(subject);
  }

  /** The ties that show between shown entities, by relation or by property of `subject`. */
  tiesOf(subject: Id): readonly Tie[] {
    if (!this.tells(subject)) return [];
    const { relationTypes } = this.lens;
    const { ties } = this.accountOf(subject);
    const passes = (tie: Tie) =>
      admits(relationTypes, tie.type) && this.passesSubject(tie.source) && this.passesSubject(tie.target);
    return !this.#choosesSubjects || ties.every(passes) ? ties : ties.filter(passes);
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
    if (!this.case.entity(entity) || !this.passesSubject(entity)) return false;
    if (this.#disputePasses(entity) && this.claimsOf(entity).length > 0) return true;
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
      if (!this.passesSubject(subject)) continue;
      for (const dispute of this.disputesOf(subject)) {
        if (told.has(dispute.id)) continue;
        told.add(dispute.id);
        yield dispute;
      }
    }
  }

  /** How much is kept back. */
  hidden(): { claims: number; of: number } {
    let claims = this.case.claims.size;
    for (const subject of this.case.claims.subjects())
      if (this.passesSubject(subject)) claims -= this.claimsOf(subject).length;
    return { claims, of: this.case.claims.size };
  }

  readonly #disputing: DisputeOptions = {
    claim: (id) => {
      const claim = this.case.claims.claim(id);
      return claim && this.passes(claim) ? claim : undefined;
    },
    say: (type, value) => sayValue(type, value, { nameOf: (id) => nameOf(this, id), countryName, topicName }),
    mayBeOne: (a, b) => rivalriesIn(this.case).mayBeOne(a, b),
    timeOf: (event) => this.claimsOf(event).find(({ property }) => property === 'date')?.value,
  };

  #known: Knowledge | undefined;

  /** What serves many questions, worked out once for each edition of the case. */
  #knowledge() {
    const { edition } = this.case;
    if (this.#known?.edition !== edition)
      this.#known = { edition, sources: new Map(), times: new Map(), excluded: new Map() };
    return this.#known;
  }

  protected recordOf(subject: Id): Entity | Relation | undefined {
    return this.case.entity(subject) ?? this.case.relation(subject);
  }

  protected allOf(subject: Id): Listed {
    return { claims: this.case.claims.claimsOf(subject).slice() };
  }

  protected sayingsOf(subject: Id): Sayings {
    return sayingsOf(this.case, subject);
  }

  /** Those that pass L1 and L2. */
  protected trustedAmong({ claims }: Listed): readonly Claim[] {
    return claims.filter((claim) => this.isTrusted(claim));
  }

  /** Those that pass L1 to L4. */
  protected timelyAmong({ claims }: Listed): readonly Claim[] {
    return claims.filter((claim) => this.isTrusted(claim) && this.isTimely(claim));
  }

  /** [L1] [L2] */
  protected isTrusted(claim: Claim): boolean {
    const { stances, attributedTo, credibility } = this.lens;
    if (this.#choosesSources && !this.#sourcePasses(claim.source)) return false;
    if (this.#choosesSources && claim.via?.some((id) => !this.#sourcePasses(id))) return false;
    if (!admits(stances, claim.stance)) return false;
    if (credibility && !credibleEnough(this.lens, this.credibilityOf(claim)?.credibility)) return false;
    if (!attributedTo) return true;
    const credited = claim.attributedTo ?? [];
    return attributedTo.mode === 'only'
      ? credited.some((id) => attributedTo.ids.includes(id))
      : !credited.some((id) => attributedTo.ids.includes(id));
  }

  #sourcePasses(id: Id): boolean {
    const { sources } = this.#knowledge();
    let passes = sources.get(id);
    if (passes === undefined) {
      passes = admits(this.lens.sources, id) && reliableEnough(this.lens, this.case.source(id)?.reliability);
      sources.set(id, passes);
    }
    return passes;
  }

  #typePasses(subject: Id): boolean {
    const record = this.recordOf(subject);
    if (!record) return false;
    const { entityTypes, relationTypes } = this.lens;
    return admits(record.kind === 'entity' ? entityTypes : relationTypes, record.schema);
  }

  /** [L4] Persons and the like are of every time, unless they bear dates as events do. */
  #isOfTheTime(subject: Id): boolean {
    if (!this.#window) return true;
    const span = this.spanOf(subject);
    if (span) return this.#isDuring(span);
    const schema = this.case.schemaOf(subject);
    return this.lens.time!.sure === 'possibly' || !schema || !this.case.model.isA(schema, 'Interval');
  }

  /** [L4] */
  protected isTimely({ held }: Claim): boolean {
    if (!this.#window || held === undefined) return true;
    const { times } = this.#knowledge();
    let timely = times.get(held);
    if (timely === undefined) times.set(held, (timely = this.#isOfTheTimeOf(held)));
    return timely;
  }

  #isOfTheTimeOf(held: string): boolean {
    const event = eventOf(held);
    const span = event === undefined ? spanOfDate(held) : this.spanOf(event);
    return span ? this.#isDuring(span) : this.lens.time!.sure === 'possibly';
  }

  #isDuring(span: Span): boolean {
    return (this.lens.time!.sure === 'certainly' ? certainlyDuring : possiblyDuring)(span, this.#window!);
  }

  #disputePasses(subject: Id): boolean {
    return !this.lens.disputedOnly || this.isDisputed(subject);
  }
}
