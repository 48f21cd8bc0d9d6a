// Names in one enumeration are mostly of one kind: "Morgan Stanley and Baker McKenzie", "her sons, Alaa and Gamal".
import { decide, type Group } from './group.ts';
import type { Name } from './spans.ts';
import type { Words } from './tokens.ts';

/** How much more must speak for a kind than for the next, that a group is taken as sure. */
const SURE = 2;
const SHARE = 1.8;

interface Mention {
  readonly group: Group;
  readonly name: Name;
}

/** Gives groups of which little is known the kind of those that they are enumerated with. */
export function coordinated(words: Words, groups: readonly Group[]): void {
  const sure = new Map(groups.map((group) => [group, lead(group)]));
  for (const row of enumerations(words, groups))
    for (const [i, { group }] of row.entries()) {
      if (sure.get(group)! >= SURE) continue;
      for (const other of [row[i - 1]?.group, row[i + 1]?.group])
        if (other && other !== group && other.kind !== 'none' && sure.get(other)! >= SURE)
          group.evidence[other.kind] += SHARE;
    }
  for (const group of groups) if (sure.get(group)! < SURE) decide(group);
}

/** By how much the kind of a group leads. */
function lead({ evidence: { person, organization, place, none } }: Group): number {
  const [most, next] = [person, organization, place, none].sort((a, b) => b - a);
  return most! - next!;
}

/** Rows of names with nothing but commas and an "and" between. Two with a comma are mostly an apposition. */
function enumerations(words: Words, groups: readonly Group[]): Mention[][] {
  const all = groups
    .flatMap((group) => group.names.map((name) => ({ group, name })))
    .sort((a, b) => a.name.from - b.name.from);
  const rows: { mentions: Mention[]; closed: boolean }[] = [];
  for (const mention of all) {
    const row = rows.at(-1);
    const joint = row ? between(words, row.mentions.at(-1)!.name, mention.name) : '';
    if (!row || !/^(?:, | and | or |, and |, or | & )$/.test(joint))
      rows.push({ mentions: [mention], closed: false });
    else {
      row.mentions.push(mention);
      row.closed ||= joint !== ', ';
    }
  }
  return rows.filter(({ mentions, closed }) => closed || mentions.length > 2).map(({ mentions }) => mentions);
}

/** What stands between two names of one sentence, with the title of the second left out. */
function between({ tokens, text }: Words, a: Name, b: Name): string {
  const begins = b.title?.from ?? b.from;
  if (begins < a.to || tokens[a.to - 1]!.sentence !== tokens[b.from]!.sentence) return '';
  return text.slice(tokens[a.to - 1]!.end, tokens[begins]!.start).replace(/\s+/g, ' ');
}
