// Rivalries: relations that may exclude each other, whatever a lens lets through. What is in none need not be asked about.
import { mayNameOne } from './oneName.ts';
import type { ReadonlyCase } from './case.ts';
import { perEdition } from './editions.ts';
import type { Asked, Exclusion } from './exclusions.ts';
import { fold } from './fold.ts';
import type { Claim, Id } from './records.ts';
import { spanOfDate } from './spans.ts';

/** What so many have is nothing that one has at a time. */
const CROWD = 120;

/** `key` is the id of the dispute that it becomes where it holds. */
export type Rivalry =
  | {
      readonly kind: 'one';
      readonly key: string;
      readonly exclusion: Exclusion;
      readonly at: Id;
      readonly relations: readonly Id[];
    }
  | { readonly kind: 'pair'; readonly key: string; readonly relations: readonly [Id, Id] }
  | {
      readonly kind: 'life';
      readonly key: string;
      readonly exclusion: Exclusion;
      readonly at: Id;
      readonly relation: Id;
    };

/** One end of a relation seen from the other. */
export interface Facing {
  readonly at: Id;
  readonly partner: Id;
}

/** The rivalries of a case as it stands; begun anew when it changes in more than its views. */
export const rivalriesIn = perEdition((of) => new Rivalries(of));

/** The exclusions of a relation's type. */
export function exclusionsOf(of: ReadonlyCase, subject: Id): readonly Exclusion[] {
  const name = of.schemaOf(subject);
  const schema = name === undefined ? undefined : of.model.schema(name);
  return schema?.edge && schema.exclusions.size > 0 ? [...schema.exclusions.values()] : NONE;
}
const NONE: readonly Exclusion[] = [];

/** The properties that hold the two ends, the one's first. */
export function endsIn(of: ReadonlyCase, relation: Id, { from }: Exclusion): readonly [string, string] {
  const { source, target } = of.model.schema(of.schemaOf(relation)!).edge!;
  return from === 'target' ? [target, source] : [source, target];
}

/** Who is what to whom, by claims about a relation; both ways where that is mutual. */
export function facingsOf(
  of: ReadonlyCase,
  relation: Id,
  exclusion: Exclusion,
  claims: readonly Claim[],
): readonly Facing[] {
  const [one, other] = endsIn(of, relation, exclusion).map((end) => [
    ...new Set(stated(claims, end).filter((id) => of.entity(id))),
  ]) as [Id[], Id[]];
  const facings = one.flatMap((at) =>
    other.filter((partner) => partner !== at).map((partner) => ({ at, partner })),
  );
  if (!exclusion.mutual) return facings;
  return [...facings, ...facings.map(({ at, partner }) => ({ at: partner, partner: at }))];
}

/** The values that claims give a property, apart from denied ones. */
export const stated = (claims: readonly Claim[], property: string): readonly string[] =>
  claims
    .filter((claim) => claim.property === property && claim.stance !== 'denied')
    .map(({ value }) => value);

/** Whether `some` or `all` values given are those asked for; none given are not. */
export function says(asked: Asked | undefined, claims: readonly Claim[], which: 'some' | 'all'): boolean {
  if (!asked) return true;
  const meant = stated(claims, asked.property).map((value) => asked.words.has(fold(value)));
  return which === 'all' ? meant.length > 0 && meant.every(Boolean) : meant.some(Boolean);
}

/** Whether what is said of a life and of a relation may put its beginning outside that life. */
export function mayOutlive(life: readonly Claim[], relation: readonly Claim[]): boolean {
  const spans = (claims: readonly Claim[], ...properties: string[]) =>
    properties.flatMap((property) => stated(claims, property)).flatMap((value) => spanOfDate(value) ?? []);
  const births = spans(life, 'birthDate').map(({ begins }) => begins.earliest);
  const deaths = spans(life, 'deathDate').map(({ ends }) => ends.latest);
  if (births.length + deaths.length === 0) return false;
  const begins = spans(relation, 'startDate', 'date');
  const over = [...begins, ...spans(relation, 'endDate')];
  return (
    over.some(({ begins: { latest } }) => births.some((birth) => latest < birth)) ||
    begins.some(({ begins: { earliest } }) => deaths.some((death) => earliest > death))
  );
}

type Oneness = 'one' | 'two' | 'unnamed';

class Rivalries {
  readonly #case: ReadonlyCase;
  readonly #of = new Map<Id, readonly Rivalry[]>();
  readonly #own = new Map<Id, readonly Rivalry[]>();
  readonly #at = new Map<Id, ReadonlySet<Id>>();
  readonly #ones = new Map<string, readonly Rivalry[]>();
  readonly #oneness = new Map<string, Oneness>();
  #identities: ReadonlyMap<string, boolean> | undefined;

  constructor(of: ReadonlyCase) {
    this.#case = of;
  }

  /** Those that a relation, or a person by the dates of their life, is in. */
  of(subject: Id): readonly Rivalry[] {
    let found = this.#of.get(subject);
    if (!found) this.#of.set(subject, (found = this.#look(subject)));
    return found;
  }

  /** Relations at an entity that bear on others there: of types with exclusions, saying what these ask for. */
  at(entity: Id): ReadonlySet<Id> {
    let found = this.#at.get(entity);
    if (!found) {
      const { claims } = this.#case;
      const relations = new Set(Array.from(claims.claimsNaming(entity), ({ subject }) => subject));
      this.#at.set(entity, (found = new Set([...relations].filter((id) => this.#bears(id)).sort())));
    }
    return found;
  }

  /** Whether two entities are certainly two: judged different, or with no name that may be the other's. */
  areTwo(a: Id, b: Id): boolean {
    return this.#known(a, b) === 'two';
  }

  /** Whether two entities may be one, by a judgement or by their names. What has no name is nobody else. */
  mayBeOne(a: Id, b: Id): boolean {
    return this.#known(a, b) === 'one';
  }

  #known(a: Id, b: Id): Oneness {
    const key = pairOf(a, b);
    let known = this.#oneness.get(key);
    if (!known) this.#oneness.set(key, (known = a === b ? 'one' : this.#onenessOf(a, b, key)));
    return known;
  }

  #onenessOf(a: Id, b: Id, key: string): Oneness {
    const judged = (this.#identities ??= identitiesIn(this.#case)).get(key);
    if (judged !== undefined) return judged ? 'two' : 'one';
    const [mine, others] = [this.#namesOf(a), this.#namesOf(b)];
    if (mine.length === 0 || others.length === 0) return 'unnamed';
    return mine.some((name) => others.some((other) => mayNameOne(name, other))) ? 'one' : 'two';
  }

  #namesOf(entity: Id): readonly string[] {
    const { model, claims } = this.#case;
    const schema = model.schema(this.#case.schemaOf(entity) ?? 'Thing');
    return claims
      .claimsOf(entity)
      .filter(
        ({ property, stance }) => stance !== 'denied' && schema.properties.get(property)?.type === 'name',
      )
      .map(({ value }) => value);
  }

  #bears(relation: Id): boolean {
    const claims = this.#case.claims.claimsOf(relation);
    return exclusionsOf(this.#case, relation).some(
      (one) => (one.one || this.#isOpposed(one)) && says(one.where, claims, 'some'),
    );
  }

  #isOpposed({ id }: Exclusion): boolean {
    return this.#case.model.opposed.has(id);
  }

  #look(subject: Id): readonly Rivalry[] {
    const { claims } = this.#case;
    const lived = claims
      .claimsOf(subject)
      .some(({ property }) => property === 'birthDate' || property === 'deathDate');
    const named = lived ? claims.claimsNaming(subject) : [];
    const tied = new Set(Array.from(named, (claim) => claim.subject));
    const lives = [...tied].flatMap((relation) =>
      this.#ofRelation(relation).filter((one) => one.kind === 'life' && one.at === subject),
    );
    return [...this.#ofRelation(subject), ...lives];
  }

  #ofRelation(subject: Id): readonly Rivalry[] {
    let found = this.#own.get(subject);
    if (!found) {
      const claims = this.#case.claims.claimsOf(subject);
      found = exclusionsOf(this.#case, subject)
        .filter(({ where }) => says(where, claims, 'some'))
        .flatMap((exclusion) => this.#lookAt(subject, exclusion, claims));
      this.#own.set(subject, found);
    }
    return found;
  }

  #lookAt(subject: Id, exclusion: Exclusion, claims: readonly Claim[]): readonly Rivalry[] {
    const facings = facingsOf(this.#case, subject, exclusion, claims);
    const ones = [...new Set(facings.map(({ at }) => at))];
    return [
      ...(exclusion.one ? ones.flatMap((at) => this.#oneAt(at, exclusion)) : []),
      ...(this.#isOpposed(exclusion) ? this.#pairsOf(subject, facings) : []),
      ...(exclusion.living ? ones.flatMap((at) => this.#lifeOf(at, subject, exclusion, claims)) : []),
    ];
  }

  #oneAt(at: Id, exclusion: Exclusion): readonly Rivalry[] {
    const key = `${at} ${exclusion.id}`;
    let found = this.#ones.get(key);
    if (!found) this.#ones.set(key, (found = this.#gather(key, at, exclusion)));
    return found;
  }

  #gather(key: string, at: Id, exclusion: Exclusion): readonly Rivalry[] {
    const { claims } = this.#case;
    if (!says(exclusion.if, claims.claimsOf(at), 'some')) return [];
    const relations = [...this.at(at)].filter((id) =>
      exclusionsOf(this.#case, id).some(
        (one) =>
          one.id === exclusion.id &&
          says(one.where, claims.claimsOf(id), 'some') &&
          facingsOf(this.#case, id, one, claims.claimsOf(id)).some((facing) => facing.at === at),
      ),
    );
    if (relations.length < 2 || relations.length > CROWD) return [];
    return [{ kind: 'one', key, exclusion, at, relations }];
  }

  /** Other relations between the same two. */
  #pairsOf(subject: Id, facings: readonly Facing[]): readonly Rivalry[] {
    const others = facings.flatMap(({ at, partner }) => {
      const [few, many] = [this.at(at), this.at(partner)].sort((a, b) => a.size - b.size) as [
        ReadonlySet<Id>,
        ReadonlySet<Id>,
      ];
      return [...few].filter((id) => id !== subject && many.has(id));
    });
    if (others.length > CROWD) return [];
    return [...new Set(others)].map((other) => {
      const relations = [subject, other].sort() as [Id, Id];
      return { kind: 'pair', key: relations.join(' '), relations };
    });
  }

  #lifeOf(at: Id, relation: Id, exclusion: Exclusion, claims: readonly Claim[]): readonly Rivalry[] {
    if (!mayOutlive(this.#case.claims.claimsOf(at), claims)) return [];
    return [{ kind: 'life', key: `${relation} ${exclusion.id} ${at}`, exclusion, at, relation }];
  }
}

const pairOf = (a: Id, b: Id): string => JSON.stringify([a, b].sort());

/** By pair, whether they are judged to be two. */
function identitiesIn(of: ReadonlyCase): ReadonlyMap<string, boolean> {
  const judged = new Map<string, boolean>();
  for (const judgement of of.judgements())
    if (judgement.about === 'identity')
      judged.set(pairOf(...judgement.entities), judgement.verdict === 'different');
  return judged;
}
