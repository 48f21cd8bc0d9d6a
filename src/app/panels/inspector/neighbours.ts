// The neighbourhood of an entity as lines to read and to walk.
import type { CaseUnderLens } from '../../../case/lens.ts';
import type { Claim, Id, Stance } from '../../../case/records.ts';
import { saySupport, tieSupport } from '../../../case/support.ts';
import type { CaseGraph } from '../../../graph/graph.ts';
import { say } from '../../parts/words.ts';

export interface TieLine {
  readonly edge: Id;
  readonly subject: Id;
  readonly neighbour: Id;
  readonly name: string;
  /** "director (2014–2019)". */
  readonly words: string;
  readonly direction: 'to' | 'from' | 'with';
  /** The claims behind it. */
  readonly claims: readonly Claim[];
  readonly support: string;
  readonly stance: Stance;
  readonly disputed: boolean;
}

/** Every tie of an entity in the graph, by neighbour's name. */
export function tiesAt(seen: CaseUnderLens, graph: CaseGraph, entity: Id): readonly TieLine[] {
  if (!graph.hasNode(entity)) return [];
  const lines = graph.mapEdges(entity, (edge, attributes, source, target, _s, _t, undirected): TieLine => {
    const neighbour = source === entity ? target : source;
    const claims = tieClaims(seen, graph, edge);
    return {
      edge,
      subject: attributes.subject,
      neighbour,
      name: graph.getNodeAttribute(neighbour, 'label') || say(seen, neighbour),
      words: attributes.label,
      direction: undirected ? 'with' : source === entity ? 'to' : 'from',
      claims,
      support: saySupport(tieSupport(seen.case, claims)),
      stance: attributes.stance,
      disputed: attributes.disputed,
    };
  });
  return lines.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.words.localeCompare(b.words, 'en'));
}

/** The claims of a tie itself: of its ends, or of its property; not all that is said of its relation. */
export function tieClaims(seen: CaseUnderLens, graph: CaseGraph, edge: Id): readonly Claim[] {
  const { subject, claims } = graph.getEdgeAttributes(edge);
  return seen.tiesOf(subject).find(({ id }) => id === edge)?.claims ?? claims;
}
