// The entities that typed words may mean, for pickers.
import type { CaseUnderLens } from '../../case/lens.ts';
import type { Id } from '../../case/records.ts';
import { searchIndex, type SearchIndex } from '../../case/search.ts';
import { say } from './words.ts';

interface Wanted {
  /** Only entities of this schema or one that specialises it. */
  readonly range?: string;
  readonly exclude?: readonly Id[];
  readonly limit: number;
}

/** Hits asked for before the range and the excluded are taken out. */
const ASKED = 400;

// One index for each look at the case, built when somebody first types.
const INDEXES = new WeakMap<CaseUnderLens, SearchIndex>();

/** Entities found by the words, best first; all, by name, where there are none. */
export function candidatesFor(
  seen: CaseUnderLens,
  words: string,
  { range, exclude = [], limit }: Wanted,
): readonly Id[] {
  const fits = (id: Id) =>
    !exclude.includes(id) && (!range || seen.case.model.isA(seen.case.schemaOf(id) ?? 'Thing', range));
  const found = words.trim() === '' ? byName(seen) : byWords(seen, words);
  return found.filter(fits).slice(0, limit);
}

function byWords(seen: CaseUnderLens, words: string): readonly Id[] {
  let index = INDEXES.get(seen);
  if (!index) INDEXES.set(seen, (index = searchIndex(seen)));
  const hits = index.search(words, ASKED).filter(({ kind }) => kind === 'entity');
  return hits.map(({ id }) => id);
}

const byName = (seen: CaseUnderLens): readonly Id[] =>
  Array.from(seen.entities(), ({ id }) => ({ id, name: say(seen, id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ id }) => id);
