// What is worked out once for each edition of a case.
import type { ReadonlyCase } from './case.ts';

/** `work`, done anew for a case only when it has changed in more than its views. */
export function perEdition<T>(work: (of: ReadonlyCase) => T): (of: ReadonlyCase) => T {
  const known = new WeakMap<ReadonlyCase, { readonly edition: number; readonly found: T }>();
  return (of) => {
    const standing = known.get(of);
    if (standing?.edition === of.edition) return standing.found;
    const found = work(of);
    known.set(of, { edition: of.edition, found });
    return found;
  };
}
