// A text cut where suggestions begin and end: runs that belong to one suggestion or to none. Where two overlap, the first in the list of kinds has it.
import type { CodePoints } from '../../../case/anchoring/codePoints.ts';
import { isEntity, type Suggestion } from '../../../drafting/suggestion.ts';
import type { Range } from '../../panels/reader/typesetting.ts';

export interface Segment extends Range {
  readonly key?: string;
  readonly kind?: Suggestion['kind'];
}

/** Runs longer than this are cut, so that what is lit reaches no further than a paragraph. In UTF-16 units. */
const LONGEST = 400;

export function segmentsOf(text: string, points: CodePoints, suggestions: readonly Suggestion[]): Segment[] {
  const marks = suggestions
    .filter((one) => one.kind !== 'relation' && one.kind !== 'role')
    .flatMap((one) =>
      one.places.map((place) => ({
        key: one.key,
        kind: one.kind,
        start: points.unitOf(place.start),
        end: points.unitOf(place.end),
        weight: isEntity(one) && one.kind !== 'event' ? 0 : 1,
      })),
    )
    .sort((a, b) => a.start - b.start || a.weight - b.weight);
  const segments: Segment[] = [];
  let at = 0;
  for (const { key, kind, start, end } of marks) {
    if (start < at) continue;
    segments.push(...plain(text, at, start), { key, kind, start, end });
    at = end;
  }
  return [...segments, ...plain(text, at, text.length)];
}

/** Cut after sentences, so that a tie between two lights up the words between them and little more. */
function* plain(text: string, from: number, to: number): Generator<Segment> {
  while (from < to) {
    const stop = text.slice(from, to).search(/(?<=[.!?\n]["”’]?)\s/);
    const end = stop < 0 || stop > LONGEST ? to : from + stop + 1;
    yield { start: from, end };
    from = end;
  }
}
