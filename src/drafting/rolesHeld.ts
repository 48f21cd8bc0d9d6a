// Titles with a name that no tie accounts for: "former Deputy Prime Minister Arkady Dvorkovich".
import type { Member } from './cast.ts';
import type { Clause } from './clauses.ts';
import * as lexicon from './lexicon.ts';
import { textOf, type Span } from './spans.ts';
import type { Held, Tie } from './ties.ts';
import type { Words } from './tokens.ts';

export function rolesHeld(
  words: Words,
  cast: readonly Member[],
  clauses: readonly Clause[],
  ties: readonly Tie[],
): Held[] {
  const found = new Map<string, Held>();
  for (const clause of clauses) {
    for (const mention of clause.mentions) {
      const { member, span } = mention;
      if (member.kind !== 'person' || !cast.includes(member)) continue;
      const title = titleBefore(words, span);
      if (!title) continue;
      const role = textOf(words, title);
      const rank = words.tokens[title.to - 1]!.lower;
      if (lexicon.HONORIFICS.has(rank) || lexicon.FAMILY.has(rank) || NO_ROLES.test(rank)) continue;
      const told = ties.some(
        (tie) =>
          tie.from === member && tie.clause === clause && role.toLowerCase().endsWith(tie.role.toLowerCase()),
      );
      const key = `${member.key}|${role.toLowerCase()}`;
      if (!told && !found.has(key))
        found.set(key, {
          of: member,
          role,
          clause,
          mention: { member, span: { from: title.from, to: span.to } },
        });
    }
  }
  return [...found.values()];
}

/** What somebody is by birth or by paper. */
const NO_ROLES = /^(?:citizen|national|native|resident|man|woman|suspect|defendant)$/;

/** The words of rank directly before a name, with "former" and what else belongs to them. */
function titleBefore({ tokens }: Words, { from }: Span): Span | undefined {
  const sentence = tokens[from]!.sentence;
  let start = from;
  const belongs = (i: number, words: ReadonlySet<string>) => {
    const token = tokens[i];
    return (
      token?.sentence === sentence &&
      !token.possessive &&
      /^\s+$/.test(tokens[i + 1]!.gap) &&
      words.has(token.lower)
    );
  };
  while (start > 0 && belongs(start - 1, start === from ? lexicon.ROLES : BEFORE)) start--;
  return start < from ? { from: start, to: from } : undefined;
}

const BEFORE: ReadonlySet<string> = new Set([...lexicon.ROLES, ...lexicon.ROLE_PREFIXES]);
