// The entities that typed words may mean, for pickers.
import { fold } from '../../case/fold.ts';
import type { CaseUnderLens } from '../../case/lens.ts';
import { otherNames } from '../../case/names.ts';
import type { Id } from '../../case/records.ts';
import { say } from './words.ts';

interface Wanted {
  /** Only entities of this schema or one that specialises it. */
  readonly range?: string;
  readonly exclude?: readonly Id[];
  readonly limit: number;
}

/** Entities with a name that holds the words, those that begin with them first; all, by name, where there are none. */
export function candidatesFor(
  seen: CaseUnderLens,
  words: string,
  { range, exclude = [], limit }: Wanted,
): readonly Id[] {
  const asked = fold(words.trim());
  const found: { id: Id; name: string; rank: number }[] = [];
  for (const { id, schema } of seen.case.entities()) {
    if (exclude.includes(id) || (range && !seen.case.model.isA(schema, range))) continue;
    const name = say(seen, id);
    const rank = rankOf(asked, [name, ...otherNames(seen, id)]);
    if (rank < 3) found.push({ id, name, rank });
  }
  found.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'en'));
  return found.slice(0, limit).map(({ id }) => id);
}

/** 0: a name begins with the words; 1: a word of a name does; 2: a name holds them; 3: none does. */
function rankOf(asked: string, names: readonly string[]): number {
  const ranks = names.map((name) => {
    const folded = fold(name);
    if (folded.startsWith(asked)) return 0;
    if (folded.includes(` ${asked}`)) return 1;
    return folded.includes(asked) ? 2 : 3;
  });
  return Math.min(...ranks);
}
