// Where a claim stands and whom it credits, in the same words wherever they are told: page, command line, fact-check sheet.
import type { ReadonlyCase } from './case.ts';
import type { CaseUnderLens } from './lens.ts';
import { nameOf } from './names.ts';
import type { Claim, Id, Locator } from './records.ts';

/** Where a person would look: the place in words, the page; where nobody says either, the range of characters. */
export function sayPlace({ place, page, position, quote }: Locator): string {
  const where = [place ?? '', page ? `page ${page}` : ''].filter(Boolean).join(', ');
  if (where !== '') return where;
  return position ? `characters ${position.start}–${position.end}` : quote ? 'quoted' : '';
}

/** Every place of a claim, each once: "At a glance, item 2; page 4". */
export const sayPlaces = ({ locators = [] }: Pick<Claim, 'locators'>): string =>
  [...new Set(locators.map(sayPlace))].filter((place) => place !== '').join('; ');

/** "an official, to a broadcaster": whom the source credits, nearest to the fact first. Undefined where nobody is. */
export const sayCredit = (
  seen: CaseUnderLens,
  { attributedTo }: Claim,
  name: (id: Id) => string = (id) => nameOf(seen, id),
): string | undefined => (attributedTo?.length ? attributedTo.map(name).join(', to ') : undefined);

export const sourceTitle = (of: ReadonlyCase, source: Id): string =>
  of.source(source)?.title ?? `Missing source ${source}`;
