// The neighbourhood of an entity as lines to read and to walk.
import type { CaseUnderLens } from '../../../case/lens.ts';
import type { Id, Stance } from '../../../case/records.ts';
import { saySupport, supportOf } from '../../../case/support.ts';
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
  readonly support: string;
  readonly stance: Stance;
  readonly disputed: boolean;
}

/** Every tie of an entity in the graph, by neighbour's name. */
export function tiesAt(seen: CaseUnderLens, graph: CaseGraph, entity: Id): readonly TieLine[] {
  if (!graph.hasNode(entity)) return [];
  const lines = graph.mapEdges(entity, (edge, attributes, source, target, _s, _t, undirected): TieLine => {
    const neighbour = source === entity ? target : source;
    return {
      edge,
      subject: attributes.subject,
      neighbour,
      name: graph.getNodeAttribute(neighbour, 'label') || say(seen, neighbour),
      words: attributes.label,
      direction: undirected ? 'with' : source === entity ? 'to' : 'from',
      support: saySupport(supportOf(seen.case, attributes.claims)),
      stance: attributes.stance,
      disputed: attributes.disputed,
    };
  });
  return lines.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.words.localeCompare(b.words, 'en'));
}

/** Entities tied to every one of these, and not among them. */
export function commonNeighbours(graph: CaseGraph, ids: readonly Id[]): readonly Id[] {
  const [first, ...rest] = ids.filter((id) => graph.hasNode(id));
  if (first === undefined || rest.length === 0) return [];
  return graph
    .neighbors(first)
    .filter((id) => !ids.includes(id) && rest.every((other) => graph.areNeighbors(id, other)));
}
