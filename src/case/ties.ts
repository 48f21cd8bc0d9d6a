// Ties: which entities a subject's claims join. The one place that says what becomes an edge of the graph.
import type { ReadonlyCase } from './case.ts';
import type { Claim, Id } from './records.ts';

/** One line between two entities. A relation with two owners and one asset is two ties. */
export interface Tie {
  /** The relation's id (with its ends, where it has several ties), or `subject property value`. */
  readonly id: Id;
  /** A relation, or the entity whose property it is. */
  readonly subject: Id;
  readonly source: Id;
  readonly target: Id;
  readonly directed: boolean;
  /** The schema of the relation, or the property. */
  readonly type: string;
  /** "works for", or the property's label. */
  readonly verb: string;
  /** The claims that make this tie: those of its two ends, or of the property. */
  readonly claims: readonly Claim[];
}

/** The entities that claims give a property, each with the claims that do. */
function byValue(of: ReadonlyCase, claims: readonly Claim[], property: string): readonly [Id, Claim[]][] {
  const groups = new Map<Id, Claim[]>();
  for (const claim of claims) {
    if (claim.property !== property || !of.entity(claim.value)) continue;
    const group = groups.get(claim.value);
    if (group) group.push(claim);
    else groups.set(claim.value, [claim]);
  }
  return [...groups];
}

/**
 * The ties that `claims` about a subject make. A relation joins every source with every target, as in
 * FollowTheMoney's projection (followthemoney/graph.py); an entity is joined to each entity its properties name.
 */
export function tiesOf(of: ReadonlyCase, subject: Id, claims: readonly Claim[]): readonly Tie[] {
  const name = of.schemaOf(subject);
  if (!name) return [];
  const schema = of.model.schema(name);
  return of.relation(subject) && schema.edge
    ? relationTies(of, subject, claims, { ...schema.edge, type: name })
    : propertyTies(of, subject, claims, name);
}

function relationTies(
  of: ReadonlyCase,
  subject: Id,
  claims: readonly Claim[],
  edge: { source: string; target: string; directed: boolean; label: string; type: string },
): readonly Tie[] {
  const sources = byValue(of, claims, edge.source);
  const targets = byValue(of, claims, edge.target);
  const several = sources.length * targets.length > 1;
  return sources.flatMap(([source, fromClaims]) =>
    targets.map(([target, toClaims]) => ({
      id: several ? derivedId(of, `${subject} ${source} ${target}`) : subject,
      subject,
      source,
      target,
      directed: edge.directed,
      type: edge.type,
      verb: edge.label,
      claims: [...fromClaims, ...toClaims],
    })),
  );
}

/** Sets a derived id apart from a relation that bears it, as relations do that were read from an export of this case. */
export const APART = '′';

const derivedId = (of: ReadonlyCase, id: Id): Id => (of.relation(id) ? derivedId(of, id + APART) : id);

function propertyTies(
  of: ReadonlyCase,
  subject: Id,
  claims: readonly Claim[],
  schema: string,
): readonly Tie[] {
  const groups = new Map<string, { property: string; value: Id; claims: Claim[] }>();
  for (const claim of claims) {
    const property = of.model.property(schema, claim.property);
    if (property?.type !== 'entity' || property.stub || !of.entity(claim.value)) continue;
    const key = `${subject} ${claim.property} ${claim.value}`;
    const group = groups.get(key);
    if (group) group.claims.push(claim);
    else groups.set(key, { property: claim.property, value: claim.value, claims: [claim] });
  }
  return Array.from(groups, ([key, { property, value, claims }]) => ({
    id: derivedId(of, key),
    subject,
    source: subject,
    target: value,
    directed: true,
    type: property,
    verb: of.model.property(schema, property)!.label.toLowerCase(),
    claims,
  }));
}
