// Commands on sources and the case's own header: what each would change, as a diff.
import type { ReadonlyCase } from '../case.ts';
import { EMPTY, squash, type Diff } from '../diff.ts';
import type { Header, Id, Source } from '../records.ts';
import { deleteClaims } from './claims.ts';

/** Adds a source, or puts it in the place of the one with its id. */
export function putSource(of: ReadonlyCase, source: Source): Diff {
  const from = of.source(source.id);
  return from ? { ...EMPTY, updated: [[from, source]] } : { ...EMPTY, added: [source] };
}

/** Deletes a source with every claim that rests on it or came through it. */
export function deleteSource(of: ReadonlyCase, id: Id): Diff {
  const source = of.source(id);
  if (!source) return EMPTY;
  const claims: Id[] = [];
  for (const claim of of.claims) if (claim.source === id || claim.via?.includes(id)) claims.push(claim.id);
  return squash([deleteClaims(of, claims), { ...EMPTY, removed: [source] }]);
}

/** Changes the case's name, description or vocabulary. */
export const changeHeader = (of: ReadonlyCase, change: Partial<Omit<Header, 'kind' | 'id'>>): Diff => ({
  ...EMPTY,
  updated: [[of.header, { ...of.header, ...change }]],
});
