// What the timeline says of a happening, and what it lights on the map.
import type { CaseUnderLens } from '../../../case/lens.ts';
import { possiblyDuring, type Reach } from '../../../case/spans.ts';
import type { Id } from '../../../case/records.ts';
import { saySupport, supportOf } from '../../../case/support.ts';
import { list } from '../../../case/wording.ts';
import type { CaseGraph } from '../../../graph/graph.ts';
import { sentenceOf } from '../../../graph/sentences.ts';
import type { Bar, Happening } from '../../../view/timeline/bars.ts';
import { sourceTitle } from '../../../case/saying.ts';
import { say, sayType } from '../../parts/words.ts';

export interface Told {
  readonly text: string;
  /** "2012–2018, alleged"; empty where there is neither date nor doubt. */
  readonly when: string;
  /** Its type, and who takes part in an event. */
  readonly about: string;
  readonly sources: readonly string[];
  readonly support: string;
}

/** `graph` is the projection of `seen`. */
export function tell(seen: CaseUnderLens, graph: CaseGraph, { subject, isRelation, ...it }: Happening): Told {
  const type = sayType(seen.case, subject);
  const when = [it.dates, it.stance === 'affirmed' ? '' : it.stance].filter(Boolean).join(', ');
  const edge = isRelation ? graph.getAttribute('edgesOf').get(subject)?.[0] : undefined;
  if (edge !== undefined) {
    const { text, dates, sources, support } = sentenceOf(seen, graph, edge);
    return { text, when: it.dates || dates, about: type, sources, support };
  }
  const claims = seen.claimsOf(subject);
  const dated = claims.filter(({ property }) => /^(start|end)?date$/i.test(property));
  const support = supportOf(seen.case, dated.length > 0 ? dated : claims);
  const others = it.with.map((id) => say(seen, id));
  return {
    text: it.what,
    when,
    about: others.length > 0 ? `${type} with ${list(others)}` : type,
    sources: support.sources.map((id) => sourceTitle(seen.case, id)),
    support: saySupport(support),
  };
}

/** The nodes and edges of a graph that can have been so in a moment: what happens, and who takes part. */
export function litIn(
  graph: CaseGraph,
  bars: readonly Bar[],
  moment: Reach,
): { nodes: readonly Id[]; edges: readonly Id[] } {
  const nodes = new Set<Id>();
  const edges = new Set<Id>();
  for (const { subject, isRelation, span } of bars) {
    if (!possiblyDuring(span, moment)) continue;
    if (!isRelation && graph.hasNode(subject)) nodes.add(subject);
    const its = isRelation
      ? (graph.getAttribute('edgesOf').get(subject) ?? [])
      : graph.hasNode(subject)
        ? graph.edges(subject)
        : [];
    for (const edge of its) {
      edges.add(edge);
      for (const end of graph.extremities(edge)) nodes.add(end);
    }
  }
  return { nodes: [...nodes], edges: [...edges] };
}
