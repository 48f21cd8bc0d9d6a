// Contradictions: values of one property that cannot both hold, and those that differ only in precision.
import { comparerOf } from './agreement.ts';
import { grouped, head, mayClash, type About, type Dispute, type Group, type Side } from './dispute.ts';
import type { Claim } from './records.ts';
import { list } from './wording.ts';

/** The values that one property is said to have, apart from those denied, if it holds one at a time. [R1] [R5] [R8] */
function rivals({ typeOf }: About, group: Group): Group[] {
  const type = typeOf(group[0].property);
  if (group.length < 2 || !type?.single || type.type === 'name') return [];
  const stated = group.filter(({ stance }) => stance !== 'denied');
  return [...grouped(stated, (claim) => claim.value).values()];
}

/** [R1] to [R5], [R16] */
export function contradictionOf(about: About, group: Group): Dispute[] {
  const values = rivals(about, group);
  if (values.length < 2) return [];
  const { property } = group[0];
  const { type, label } = about.typeOf(property)!;
  const compare = comparerOf(property, type, about.mayBeOne);
  const clashing = values.map((mine) => {
    const clashes = values.map((other) => compare(mine[0].value, other[0].value) === 'clash');
    const against = values.filter((_, i) => clashes[i]).flat();
    const claims = mine.filter((claim) => against.some((other) => mayClash(about, claim, other)));
    return { claims, against: clashes.map(Number).join('') };
  });
  const sides = sidesOf(clashing.filter(({ claims }) => claims.length > 0));
  if (sides.length < 2) return [];
  const cannot = sides.length > 2 ? 'cannot all hold' : 'cannot both hold';
  return [
    {
      ...head(about, property),
      title: label,
      severity: 'contradiction',
      sides,
      // Most who find a dispute only ask whether there is one.
      get why() {
        return `${label} is given as ${sayValues(about, type, sides)}, which ${cannot}${type === 'date' ? swapped(sides) : ''}.`;
      },
    },
  ];
}

/** The first few; more than a sentence holds are counted. */
function sayValues(about: About, type: string, sides: readonly Side[]): string {
  const said = sides.slice(0, sides.length > 5 ? 4 : 5).map(({ value }) => quoted(about.say(type, value)));
  return list(sides.length > 5 ? [...said, `${sides.length - 4} other values`] : said);
}

/** In a list, what has commas of its own would fall apart. */
const quoted = (value: string): string => (/[,;]\s/.test(value) ? `“${value}”` : value);

/** A hint where one date is the other with day and month in each other's place. */
function swapped(sides: readonly Side[]): string {
  const [a, b] = sides.map(({ value }) => /^(\d{4})-(\d\d)-(\d\d)$/.exec(value));
  if (sides.length !== 2 || !a || !b) return '';
  return a[1] === b[1] && a[2] === b[3] && a[3] === b[2] ? ': day and month may have changed places' : '';
}

/** [R17] `against` tells which values clash with these claims': equal for those that clash with the same. */
function sidesOf(values: readonly { claims: readonly Claim[]; against: string }[]): Side[] {
  const sides = new Map<string, Claim[]>();
  for (const { claims, against } of values.toSorted((a, b) => byWeight(a.claims, b.claims))) {
    const side = sides.get(against);
    if (side) side.push(...claims);
    else sides.set(against, [...claims]);
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
  const compare = comparerOf(property, type, about.mayBeOne);
  const found = new Set<string>();
  for (const [i, mine] of values.entries()) {
    for (const other of values.slice(i + 1)) {
      if (!mine.some((claim) => other.some((rival) => mayClash(about, claim, rival)))) continue;
      found.add(compare(mine[0].value, other[0].value));
    }
  }
  if (!found.has('agree') || found.has('clash')) return [];
  const sides = asSides(values);
  const why = `${label} is given as ${sayValues(about, type, sides)}, which agree.`;
  return [{ ...head(about, property, ' ~'), title: label, severity: 'precision', sides, why }];
}
