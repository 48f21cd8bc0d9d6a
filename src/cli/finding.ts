// Finds the one entity that a person means by an id or a name.
import { fold } from '../case/fold.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, otherNames } from '../case/names.ts';
import type { Id } from '../case/records.ts';
import { searchIndex } from '../case/search.ts';
import { Ending, EXIT } from './exit.ts';
import { inline } from './terminal.ts';

/** How many a message lists of those that fit. */
const LISTED = 8;

/**
 * By id, else by a whole name, else by search, which knows other spellings and scripts. Throws an `Ending` that lists
 * the candidates where several fit.
 */
export function findEntity(seen: CaseUnderLens, text: string): Id {
  if (seen.case.entity(text)) return text;
  const hits = searchIndex(seen)
    .search(text)
    .filter((hit) => hit.kind === 'entity');
  const exact = hits.filter(({ id }) =>
    [nameOf(seen, id), ...otherNames(seen, id)].some((name) => fold(name) === fold(text)),
  );
  const named = exact.length > 0 ? exact : hits.filter((hit) => hit.byName);
  const fitting = named.length > 0 ? named : hits;
  if (fitting.length === 1) return fitting[0]!.id;
  if (fitting.length === 0)
    throw new Ending(EXIT.notFound, `Nobody and nothing here is called "${inline(text)}".`);
  const listed = fitting.slice(0, LISTED).map(({ label, id }) => `${inline(label)} (${inline(id)})`);
  const more = fitting.length > LISTED ? ` and ${fitting.length - LISTED} more` : '';
  throw new Ending(EXIT.notFound, `"${inline(text)}" fits several: ${listed.join(', ')}${more}. Give an id.`);
}
