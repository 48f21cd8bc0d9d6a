// Whose disputes with others a change may make or end.
import type { ReadonlyCase } from './case.ts';
import { changesOf, type Diff } from './diff.ts';
import type { Claim, Id } from './records.ts';
import { exclusionsOf, mayOutlive, rivalriesIn } from './rivalries.ts';

interface Changed {
  /** Who is one and who is not was judged anew. */
  readonly judged: ReadonlySet<Id>;
  /** Records of these came, went or changed type. */
  readonly retyped: ReadonlySet<Id>;
  /** Claims that stood before, by subject. */
  readonly gone: ReadonlyMap<Id, readonly Claim[]>;
}

function changedBy(diff: Diff): Changed {
  const changed = { judged: new Set<Id>(), retyped: new Set<Id>(), gone: new Map<Id, Claim[]>() };
  for (const { from, to } of changesOf(diff)) {
    if (from?.kind === 'claim')
      changed.gone.set(from.subject, [...(changed.gone.get(from.subject) ?? []), from]);
    for (const record of [from, to]) {
      if (record?.kind === 'entity' || record?.kind === 'relation') changed.retyped.add(record.id);
      if (record?.kind === 'judgement' && record.about === 'identity')
        for (const id of record.entities) changed.judged.add(id);
    }
  }
  return changed;
}

/**
 * The subjects that may exclude, or may have excluded, one of which something is new. `of` is the case with the diff
 * applied.
 */
export function* rivalsOf(of: ReadonlyCase, subjects: ReadonlySet<Id>, diff: Diff): Generator<Id> {
  const { judged, retyped, gone } = changedBy(diff);
  const rivalries = rivalriesIn(of);
  const everSaid = (id: Id) => [...of.claims.claimsOf(id), ...(gone.get(id) ?? [])];
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
