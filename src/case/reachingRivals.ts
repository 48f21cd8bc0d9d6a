// Whose disputes with others a change may make or end.
import type { ReadonlyCase } from './case.ts';
import type { Claim, Id } from './records.ts';
import { exclusionsOf, mayOutlive, rivalriesIn } from './rivalries.ts';

export interface Changed {
  /** What is said of these is new. */
  readonly subjects: ReadonlySet<Id>;
  /** Who is one and who is not was judged anew. */
  readonly judged: ReadonlySet<Id>;
  /** Records of these came, went or changed type. */
  readonly retyped: ReadonlySet<Id>;
  /** Claims that stood before. */
  readonly gone: readonly Claim[];
}

/** The subjects that may exclude, or may have excluded, one that changed. */
export function* rivalsOf(of: ReadonlyCase, { subjects, judged, retyped, gone }: Changed): Generator<Id> {
  const rivalries = rivalriesIn(of);
  const goneOf = new Map<Id, Claim[]>();
  for (const claim of gone) goneOf.set(claim.subject, [...(goneOf.get(claim.subject) ?? []), claim]);
  const everSaid = (id: Id) => [...of.claims.claimsOf(id), ...(goneOf.get(id) ?? [])];
  const entitiesIn = (id: Id) =>
    new Set(
      everSaid(id)
        .map(({ value }) => value)
        .filter((value) => of.entity(value)),
    );
  for (const id of new Set([...subjects, ...judged])) {
    const ends = retyped.has(id) || exclusionsOf(of, id).length > 0 ? entitiesIn(id) : [];
    for (const end of ends) {
      yield* rivalries.at(end);
      if (mayOutlive(everSaid(end), everSaid(id))) yield end;
    }
    // A name, or a number of seats: it counts where the entity is the one, and where it is one of several.
    for (const relation of rivalries.at(id)) {
      yield relation;
      for (const end of entitiesIn(relation)) yield* rivalries.at(end);
    }
    // Two ends that were two may be one now, and the other way round.
    for (const { subject, property, value } of of.claims.claimsNaming(id))
      if (of.claims.claimsOf(subject).some((other) => other.property === property && other.value !== value))
        yield subject;
    if (everSaid(id).some(({ property }) => property === 'birthDate' || property === 'deathDate'))
      for (const { subject } of of.claims.claimsNaming(id))
        if (
          exclusionsOf(of, subject).some(({ living }) => living) &&
          mayOutlive(everSaid(id), everSaid(subject))
        )
          yield subject;
  }
}
