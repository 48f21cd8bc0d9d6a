// Contradictions: values of one property that cannot both hold, and those that differ only in precision.
import { compareValues } from './agreement.ts';
import { grouped, head, mayClash, type About, type Dispute, type Group, type Side } from './dispute.ts';
import type { Claim } from './records.ts';
import { list } from './wording.ts';

/** The values that one property is said to have, apart from those denied, if it holds one at a time. [R1] [R5] [R8] */
function rivals({ typeOf }: About, group: Group): Group[] {
  const type = typeOf(group[0].property);
  if (group.length < 2 || !type?.single || type.type === 'name') return [];
  return [
    ...grouped(
      group.filter(({ stance }) => stance !== 'denied'),
      (claim) => claim.value,
    ).values(),
  ];
}

/** [R1] to [R5], [R16] */
export function contradictionOf(about: About, group: Group): Dispute[] {
  const values = rivals(about, group);
  if (values.length < 2) return [];
  const { property } = group[0];
  const { type, label } = about.typeOf(property)!;
  const clashing = values.map((mine) => {
    const others = values.filter(
      (other) => compareValues(property, type, mine[0].value, other[0].value) === 'clash',
    );
    const against = others.flat();
    const claims = mine.filter((claim) => against.some((other) => mayClash(about, claim, other)));
    return { claims, others: others.map(([claim]) => claim.value) };
  });
  const sides = sidesOf(clashing.filter(({ claims }) => claims.length > 0));
  if (sides.length < 2) return [];
  const said = list(sides.map(({ value }) => about.say(type, value)));
  const why = `${label} is given as ${said}, which cannot ${sides.length > 2 ? 'all' : 'both'} hold.`;
  return [{ ...head(about, property), title: label, severity: 'contradiction', sides, why }];
}

/** [R17] */
function sidesOf(values: readonly { claims: readonly Claim[]; others: readonly string[] }[]): Side[] {
  const sides = new Map<string, Claim[]>();
  for (const { claims, others } of values.toSorted((a, b) => byWeight(a.claims, b.claims))) {
    const key = JSON.stringify(others.toSorted());
    sides.set(key, [...(sides.get(key) ?? []), ...claims]);
  }
  return asSides([...sides.values()]);
}

const byWeight = (a: readonly Claim[], b: readonly Claim[]): number =>
  b.length - a.length || (a[0]!.value < b[0]!.value ? -1 : 1);

const asSides = (groups: readonly (readonly Claim[])[]): Side[] =>
  groups.toSorted(byWeight).map((claims) => ({ value: claims[0]!.value, claims }));

/** [R9] */
export function precisionOf(about: About, group: Group): Dispute[] {
  const values = rivals(about, group);
  const { property } = group[0];
  const { type = '', label = '' } = about.typeOf(property) ?? {};
  const found = new Set<string>();
  for (const [i, mine] of values.entries()) {
    for (const other of values.slice(i + 1)) {
      if (!mine.some((claim) => other.some((rival) => mayClash(about, claim, rival)))) continue;
      found.add(compareValues(property, type, mine[0].value, other[0].value));
    }
  }
  if (!found.has('agree') || found.has('clash')) return [];
  const sides = asSides(values);
  const why = `${label} is given as ${list(sides.map(({ value }) => about.say(type, value)))}, which agree.`;
  return [{ ...head(about, property, ' ~'), title: label, severity: 'precision', sides, why }];
}
