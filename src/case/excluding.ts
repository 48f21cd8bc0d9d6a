// Relations that exclude each other under a lens: two marriages at one time, two holders of one post, a post taken up after death.
import { mayClash, type About, type Dispute, type Side } from './dispute.ts';
import type { Exclusion } from './exclusions.ts';
import { eventOf } from './held.ts';
import type { CaseUnderLens } from './lens.ts';
import { nameOf } from './names.ts';
import type { Claim, Id } from './records.ts';
import {
  endsIn,
  exclusionsOf,
  facingsOf,
  rivalriesIn,
  says,
  type Facing,
  type Rivalry,
} from './rivalries.ts';
import { certainPart, dated, spanOf, spanOfDate, type Reach } from './spans.ts';
import { datedOn, list, sayDays } from './wording.ts';

/** What finding needs: the lens, the rulings and times of the subject asked about, and what was found before. */
export interface Excluding {
  readonly seen: CaseUnderLens;
  readonly about: About;
  /** By key of the rivalry; kept while neither lens nor case changes. */
  readonly found: Map<string, Dispute | undefined>;
}

/** The disputes that a subject is in because of what is said of others. [R19] to [R24] */
export function excludedOf(asking: Excluding, subject: Id): readonly Dispute[] {
  return rivalriesIn(asking.seen.case)
    .of(subject)
    .flatMap((rivalry) => {
      if (!asking.found.has(rivalry.key)) asking.found.set(rivalry.key, disputeOf(asking, rivalry));
      const dispute = asking.found.get(rivalry.key);
      return dispute?.subjects.includes(subject) ? [dispute] : [];
    });
}

function disputeOf(asking: Excluding, rivalry: Rivalry): Dispute | undefined {
  if (rivalry.kind === 'one') return severalOf(asking, rivalry);
  return rivalry.kind === 'pair' ? pairOf(asking, rivalry) : lifeOf(asking, rivalry);
}

/** A relation as one of several. */
interface Member {
  readonly relation: Id;
  readonly exclusion: Exclusion;
  readonly facings: readonly Facing[];
  /** What makes it so: its ends, its words, its dates. */
  readonly claims: readonly Claim[];
  /** When it certainly was. */
  readonly part: Reach | undefined;
}

const EVER: Reach = { earliest: -Infinity, latest: Infinity };
const DATES = ['startDate', 'endDate', 'date'];

/** As what the claims that pass make of it; none where they do not all say what the exclusion asks for. */
function memberOf({ seen }: Excluding, relation: Id, exclusion: Exclusion): Member[] {
  const all = seen.passesSubject(relation) ? seen.claimsOf(relation) : [];
  const facings = facingsOf(seen.case, relation, exclusion, all);
  if (facings.length === 0 || !says(exclusion.where, all, 'all')) return [];
  const ends = endsIn(seen.case, relation, exclusion);
  const telling = [...ends, exclusion.where?.property, ...DATES];
  const claims = all.filter(({ property, stance }) => stance !== 'denied' && telling.includes(property));
  return [{ relation, exclusion, facings, claims, part: timeOf(claims, ends) }];
}

/** By its dates, or else by when its ends are said to have been such. [R20] */
function timeOf(claims: readonly Claim[], ends: readonly string[]): Reach | undefined {
  const span = spanOf(claims);
  if (span) return certainPart(span);
  const held = claims
    .filter(({ property }) => ends.includes(property))
    .map(({ held }) => (held === undefined || eventOf(held) !== undefined ? undefined : spanOfDate(held)));
  const parts = held.map((one) => one && certainPart(one));
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.reduce((a, b) => a && b && overlap(a, b), EVER);
}

/** The days that both have, if they are more than one: on one day the next takes over from the last. [R20] */
function overlap(a: Reach, b: Reach): Reach | undefined {
  const both = { earliest: Math.max(a.earliest, b.earliest), latest: Math.min(a.latest, b.latest) };
  return both.latest > both.earliest ? both : undefined;
}

/** When both certainly were. What is always so was so when the other was, whenever that is. */
function together(a: Member, b: Member): Reach | undefined {
  if (a.exclusion.always) return b.part ?? EVER;
  if (b.exclusion.always) return a.part ?? EVER;
  return a.part && b.part && overlap(a.part, b.part);
}

const mayBeSet = ({ about }: Excluding, a: readonly Claim[], b: readonly Claim[]): boolean =>
  !a.some((claim) => b.some((other) => !mayClash(about, claim, other)));

/** [R19] [R21] */
function severalOf(asking: Excluding, rivalry: Rivalry & { kind: 'one' }): Dispute | undefined {
  const { at, exclusion, key } = rivalry;
  const { seen } = asking;
  if (exclusion.if && !says(exclusion.if, seen.claimsOf(at), 'all')) return undefined;
  const members = rivalry.relations
    .flatMap((relation) => memberOf(asking, relation, exclusionIn(seen, relation, exclusion.id)))
    .map((member) => ({ ...member, facings: member.facings.filter((facing) => facing.at === at) }))
    .filter(({ facings }) => facings.length > 0);
  const clashing = members.filter((one) => members.some((other) => areRivals(asking, one, other)));
  if (clashing.length < 2) return undefined;
  const partners = new Map<Id, Member[]>();
  for (const member of clashing) {
    const { partner } = member.facings[0]!;
    partners.set(partner, [...(partners.get(partner) ?? []), member]);
  }
  const names = [...partners.keys()].map((partner) => nameOf(seen, partner));
  const joint = exclusion.says.split(' ').at(-1)!;
  const tied = `${exclusion.says} ${list(names.map((name, i) => (i === 0 ? name : `${joint} ${name}`)))}`;
  return {
    ...headOf(key, clashing, `${nameOf(seen, at)}: ${tied}`),
    sides: Array.from(partners.values(), (some, i) => sideOf(some, names[i]!, at)),
    why: `${nameOf(seen, at)} cannot have been ${saidPairs(asking, clashing, exclusion.says)}.`,
  };
}

const exclusionIn = ({ case: of }: CaseUnderLens, relation: Id, id: string): Exclusion =>
  exclusionsOf(of, relation).find((one) => one.id === id)!;

function areRivals(asking: Excluding, a: Member, b: Member): boolean {
  if (a === b || !together(a, b)) return false;
  const { case: of } = asking.seen;
  const two = a.facings.every((mine) =>
    b.facings.every(({ partner }) => rivalriesIn(of).areTwo(mine.partner, partner)),
  );
  return two && mayBeSet(asking, a.claims, b.claims);
}

/** More pairs than these are counted. */
const MOST_PAIRS = 3;

/** "married to Ann and to Bo in 2019, nor to Ann and to Cy in 2015". */
function saidPairs(asking: Excluding, members: readonly Member[], says: string): string {
  const joint = says.split(' ').at(-1)!;
  const who = (member: Member) => `${joint} ${nameOf(asking.seen, member.facings[0]!.partner)}`;
  const pairs = members.flatMap((one, i) =>
    members
      .slice(i + 1)
      .filter((other) => areRivals(asking, one, other))
      .map((other) => `${who(one)} and ${who(other)}${sayDays(together(one, other)!)}`),
  );
  const distinct = [...new Set(pairs)];
  const said = distinct.slice(0, distinct.length > MOST_PAIRS ? MOST_PAIRS - 1 : MOST_PAIRS);
  const more = distinct.length - said.length;
  const verb = says.slice(0, -joint.length);
  return `${verb}${said.join(', nor ')}${more > 0 ? `, nor in ${more} other pairs of them` : ''}`;
}

/** [R22] */
function pairOf(asking: Excluding, { key, relations }: Rivalry & { kind: 'pair' }): Dispute | undefined {
  const { seen } = asking;
  const [mine, others] = relations.map((relation) =>
    exclusionsOf(seen.case, relation).flatMap((exclusion) => memberOf(asking, relation, exclusion)),
  ) as [Member[], Member[]];
  for (const one of mine) {
    for (const other of others) {
      const met = meetingOf(one, other);
      const part = together(one, other);
      if (!met || !part || !mayBeSet(asking, one.claims, other.claims)) continue;
      const [a, b] = met;
      const said = (member: Member, { at, partner }: Facing) => ({
        ...{ who: nameOf(seen, at), says: `${member.exclusion.says} ${nameOf(seen, partner)}` },
      });
      const [x, y] = [said(one, a), said(other, b)];
      const and = x.who === y.who ? y.says : `${y.who} ${y.says}`;
      return {
        ...headOf(key, [one, other], `${x.who}: ${x.says}, ${and}`),
        sides: [sideOf([one], `${x.who}, ${x.says}`), sideOf([other], `${y.who}, ${y.says}`)],
        why: `${x.who} cannot have been ${x.says} and ${and}${sayDays(part)}.`,
      };
    }
  }
  return undefined;
}

/** The facings in which two relations oppose each other. */
function meetingOf(a: Member, b: Member): readonly [Facing, Facing] | undefined {
  const opposes = (list: 'against' | 'reversed') =>
    a.exclusion[list].includes(b.exclusion.id) || b.exclusion[list].includes(a.exclusion.id);
  const [against, reversed] = [opposes('against'), opposes('reversed')];
  for (const mine of a.facings) {
    for (const other of b.facings) {
      const same = mine.at === other.at && mine.partner === other.partner;
      const turned = mine.at === other.partner && mine.partner === other.at;
      if ((same && against) || (turned && reversed && mine.at !== mine.partner)) return [mine, other];
    }
  }
  return undefined;
}

/** [R23] */
function lifeOf(asking: Excluding, rivalry: Rivalry & { kind: 'life' }): Dispute | undefined {
  const { seen, about } = asking;
  const { at, relation, exclusion, key } = rivalry;
  const [member] = memberOf(asking, relation, exclusion);
  const facing = member?.facings.find((one) => one.at === at);
  const span = member && spanOf(member.claims);
  if (!facing || !span || member.facings.some((one) => one.at !== at && one.partner !== at)) return undefined;
  const life = seen.passesSubject(at) ? seen.claimsOf(at) : [];
  const [birth, death] = [dated(life, 'birthDate'), dated(life, 'deathDate')];
  const unborn = birth !== undefined && span.begins.latest < birth.begins.earliest;
  const dead = death !== undefined && span.begins.earliest > death.ends.latest;
  if (!unborn && !dead) return undefined;
  const bounds = life.filter(
    ({ property, stance }) => property === (unborn ? 'birthDate' : 'deathDate') && stance !== 'denied',
  );
  const begun = ['startDate', 'date', 'endDate']
    .map((property) => member.claims.filter((claim) => claim.property === property))
    .find((claims) => claims.length > 0)!;
  if (!bounds.some((claim) => begun.some((other) => mayClash(about, claim, other)))) return undefined;
  const [who, what] = [nameOf(seen, at), `${exclusion.says} ${nameOf(seen, facing.partner)}`];
  const since = `${SINCE[begun[0]!.property]!(begun[0]!.value)}`;
  const born = `${unborn ? 'being born' : 'having died'} ${datedOn(bounds[0]!.value)}`;
  return {
    ...{ id: key, subject: at, subjects: [at, relation], severity: 'contradiction' },
    title: `${who}: ${what} ${unborn ? 'before birth' : 'after death'}`,
    sides: [bounds, begun].map((claims) => ({ value: claims[0]!.value, claims })),
    why: `${who} cannot have been ${what} ${since}, ${born}.`,
  };
}

const SINCE: Readonly<Record<string, (date: string) => string>> = {
  startDate: (date) => `since ${datedOn(date).replace(/^(in|on) /, '')}`,
  endDate: (date) => `until ${datedOn(date).replace(/^(in|on) /, '')}`,
  date: datedOn,
};

const headOf = (id: string, members: readonly Member[], title: string) => {
  const subjects = [...new Set(members.map(({ relation }) => relation))];
  return { id, subject: subjects[0]!, subjects, title, severity: 'contradiction' as const };
};

/** Without the end that all sides have in common. */
const sideOf = (members: readonly Member[], says: string, common?: Id): Side => {
  const claims = members.flatMap((member) => member.claims).filter(({ value }) => value !== common);
  return { value: claims[0]!.value, says, claims };
};
