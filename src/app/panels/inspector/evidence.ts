// What is said of an entity or a relation: its claims by property and value, and the disputes they are in.
import type { ReadonlyCase } from '../../../case/case.ts';
import type { Dispute } from '../../../case/disputes.ts';
import type { CaseUnderLens } from '../../../case/lens.ts';
import type { Claim, Id, Stance } from '../../../case/records.ts';
import type { Schema } from '../../../case/schema.ts';
import { stanceOf } from '../../../case/support.ts';
import type { CaseGraph } from '../../../graph/graph.ts';
import { sayPlaces } from '../../../case/saying.ts';
import { sayChainShort, sayIn, sayProperty } from '../../parts/words.ts';

export interface ValueGroup {
  readonly value: string;
  /** The value in words. */
  readonly says: string;
  /** The entity that the value names, where it names one. */
  readonly entity?: Id;
  readonly claims: readonly Claim[];
  readonly stance: Stance;
}

export interface PropertyGroup {
  readonly property: string;
  readonly label: string;
  readonly values: readonly ValueGroup[];
}

/** The claims about a subject that pass the lens, by property and value; what matters most to its type first. */
export function propertiesOf(seen: CaseUnderLens, subject: Id): readonly PropertyGroup[] {
  const schema = seen.case.model.schema(seen.case.schemaOf(subject) ?? 'Thing');
  const groups = Array.from(
    grouped(seen.claimsOf(subject), ({ property }) => property),
    ([property, claims]) => ({
      property,
      label: sayProperty(seen.case, schema.name, property),
      values: valuesOf(seen, schema, property, claims),
    }),
  );
  const rank = rankIn(schema);
  return groups.sort((a, b) => rank(a.property) - rank(b.property) || a.label.localeCompare(b.label, 'en'));
}

/** Claims on one property by value; the value with most claims first. */
export function valuesOf(
  seen: CaseUnderLens,
  schema: Schema,
  property: string,
  claims: readonly Claim[],
): readonly ValueGroup[] {
  const groups = Array.from(
    grouped(claims, ({ value }) => value),
    ([value, group]) => ({
      value,
      says: sayIn(seen, schema.name, property, value),
      entity:
        schema.properties.get(property)?.type === 'entity' && seen.case.entity(value) ? value : undefined,
      claims: group,
      stance: stanceOf(group),
    }),
  );
  return groups.sort((a, b) => b.claims.length - a.claims.length || a.says.localeCompare(b.says, 'en'));
}

/** The order in which a type's properties are shown: ends, names, what the type features, all else; mentions last. */
export function rankIn(schema: Schema): (property: string) => number {
  const first = [schema.edge?.source, schema.edge?.target, 'role', ...schema.caption, ...schema.featured];
  return (property) => {
    if (property === 'id') return 1000;
    const at = first.indexOf(property);
    return at < 0 ? first.length : at;
  };
}

/** The disputes among the claims about a subject; for an entity also those about its ties and the events it is in. */
export function disputesAbout(seen: CaseUnderLens, graph: CaseGraph, subject: Id): readonly Dispute[] {
  const subjects = new Set([subject]);
  if (graph.hasNode(subject)) {
    graph.forEachEdge(subject, (_edge, tie, source, target) => {
      if (tie.disputed) subjects.add(tie.subject);
      const other = source === subject ? target : source;
      const { schema, disputed } = graph.getNodeAttributes(other);
      if (disputed && (seen.case.model.isA(schema, 'Event') || seen.case.model.isA(schema, 'CourtCase')))
        subjects.add(other);
    });
  }
  const found = new Map<Id, Dispute>();
  for (const id of subjects) for (const dispute of seen.disputesOf(id)) found.set(dispute.id, dispute);
  return [...found.values()];
}

/** Each document that carries the claims, once, with the first place that is given in it. */
export function carriersOf(
  of: ReadonlyCase,
  claims: readonly Claim[],
): readonly { chain: string; place: string }[] {
  const carriers = new Map<string, string>();
  for (const claim of claims) {
    const chain = sayChainShort(of, claim);
    if (!carriers.get(chain)) carriers.set(chain, sayPlaces(claim));
  }
  return Array.from(carriers, ([chain, place]) => ({ chain, place }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
