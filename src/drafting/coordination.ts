// Names in one enumeration are mostly of one kind: "Morgan Stanley and Baker McKenzie", "her sons, Alaa and Gamal".
import type { Name } from './names.ts';
import { decide, type Group } from './grouping.ts';
import type { Words } from './tokens.ts';

/** How much more must speak for a kind than for the next, that a group is taken as sure. */
const SURE = 2;
const SHARE = 1.6;

/** Gives groups of which little is known the kind of those that they are enumerated with. */
export function coordinated(words: Words, groups: readonly Group[]): void {
  const all = groups
    .flatMap((group) => group.names.map((name) => ({ group, name })))
    .sort((a, b) => a.name.from - b.name.from);
  const sure = new Map(groups.map((group) => [group, lead(group)]));
  for (let i = 1; i < all.length; i++) {
    const [a, b] = [all[i - 1]!, all[i]!];
    if (a.group === b.group || !isEnumerated(words, a.name, b.name)) continue;
    for (const [from, to] of [
      [a.group, b.group],
      [b.group, a.group],
    ] as const) {
      if (from.kind === 'none' || sure.get(from)! < SURE || sure.get(to)! >= SURE) continue;
      to.evidence[from.kind] += SHARE;
    }
  }
  for (const group of groups) if (sure.get(group)! < SURE) decide(group);
}

/** By how much the kind of a group leads. */
function lead({ evidence: { person, organization, place, none } }: Group): number {
  const [most, next] = [person, organization, place, none].sort((a, b) => b - a);
  return most! - next!;
}

/** Whether nothing but a comma or an "and" stands between two names of one sentence. */
function isEnumerated({ tokens, text }: Words, a: Name, b: Name): boolean {
  const begins = b.title?.from ?? b.from;
  if (begins < a.to || begins - a.to > 1 || tokens[a.to - 1]!.sentence !== tokens[b.from]!.sentence) return false;
  const between = text.slice(tokens[a.to - 1]!.end, tokens[begins]!.start).replace(/\s+/g, ' ');
  return /^(?:, | and | or |, and |, or | & )$/.test(between);
}
