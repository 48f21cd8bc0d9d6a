// Posts: relations in which somebody holds a place in an organization, and for how long.
import type { CaseUnderLens } from '../case/lens.ts';
import type { Id } from '../case/records.ts';
import type { Span } from '../case/spans.ts';

const TYPES = ['Directorship', 'Employment', 'Membership', 'Occupancy', 'Representation'];

export interface Post {
  readonly relation: Id;
  readonly holder: Id;
  /** The organization, or the position that is held. */
  readonly place: Id;
  /** Undefined where no claim dates it. */
  readonly span: Span | undefined;
}

/** The posts that show under a lens, in the order of the case. */
export function* postsOf(seen: CaseUnderLens): Generator<Post> {
  for (const { id, schema } of seen.case.relations()) {
    if (!TYPES.some((type) => seen.case.model.isA(schema, type))) continue;
    for (const { source, target } of seen.tiesOf(id))
      yield { relation: id, holder: source, place: target, span: seen.spanOf(id) };
  }
}
