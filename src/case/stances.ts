// Stances: claims that somebody makes and somebody else denies.
import { byId, grouped, head, mayClash, type About, type Dispute, type Group, type Side } from './dispute.ts';
import { STANCES, type Claim } from './records.ts';
import { list } from './wording.ts';

/** Who speaks: a source, through those it quotes, for those it credits. [R6] */
const voiceOf = ({ source, via = [], attributedTo = [] }: Claim): string =>
  JSON.stringify([source, via, attributedTo]);

/** [R6] to [R8] */
export function stancesOf(about: About, group: Group): Dispute[] {
  if (!group.some(({ stance }) => stance === 'denied')) return [];
  return [...grouped(group, (claim) => claim.value).values()].flatMap((same) => stanceOf(about, same));
}

function stanceOf(about: About, same: Group): Dispute[] {
  const opposed = (a: Claim, b: Claim) =>
    (a.stance === 'denied') !== (b.stance === 'denied') && voiceOf(a) !== voiceOf(b) && mayClash(about, a, b);
  const taking = same.filter((claim) => same.some((other) => opposed(claim, other)));
  if (taking.length === 0) return [];
  const { property, value } = same[0];
  const { type, label } = about.typeOf(property) ?? { type: 'text', label: property };
  const title = () => (property === 'id' ? 'Existence' : `${label}: ${about.say(type, value)}`);
  const sides = stanceSides(taking, value);
  return [
    {
      ...head(about, property, ` ${value}`),
      // Most who find a dispute only ask whether there is one.
      get title() {
        return title();
      },
      severity: 'stance',
      sides,
      get why() {
        return whyStance(title(), sides);
      },
    },
  ];
}

const stanceSides = (claims: readonly Claim[], value: string): Side[] =>
  STANCES.map((stance) => ({
    value,
    stance,
    claims: claims.filter((claim) => claim.stance === stance),
  })).filter((side) => side.claims.length > 0);

function whyStance(title: string, sides: readonly Side[]): string {
  const sources = sides.map(({ claims }) => new Set(claims.map(({ source }) => source)));
  const all = new Set(sources.flatMap((ids) => [...ids])).size;
  if (all === 1) return `${title} is ${list(sides.map(({ stance }) => stance!))} in the same source.`;
  const pair = all === 2 && sides.length === 2;
  const by = sides.map(({ stance }, i) => {
    const { size } = sources[i]!;
    return `${stance} by ${pair && i === 1 ? 'another' : (NUMBERS[size] ?? String(size))}${i === 0 ? ` ${size === 1 ? 'source' : 'sources'}` : ''}`;
  });
  return `${title} is ${list(by)}.`;
}
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** [R18] */
export function joinEnds({ typeOf }: About, stances: readonly Dispute[]): Dispute[] {
  const joined = new Map<string, Dispute[]>();
  for (const dispute of stances.toSorted(byId)) {
    const type = typeOf(dispute.property!);
    const isEnd = type?.single && type.type === 'entity';
    const voices = dispute.sides.map(({ stance, claims }) => [
      stance,
      [...new Set(claims.map(voiceOf))].sort(),
    ]);
    const key = isEnd ? JSON.stringify(voices) : dispute.id;
    joined.set(key, [...(joined.get(key) ?? []), dispute]);
  }
  return [...joined.values()].map((ends) => {
    if (ends.length === 1) return ends[0]!;
    const title = ends.map((end) => end.title).join(', ');
    const claims = ends.flatMap(({ sides }) => sides.flatMap((side) => side.claims));
    const sides = stanceSides(claims, ends[0]!.sides[0]!.value);
    return { ...ends[0]!, title, sides, why: whyStance(title, sides) };
  });
}
