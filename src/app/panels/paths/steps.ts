// The steps of a path in words: who is tied to whom, how and when, and on whose word.
import type { CaseUnderLens } from '../../../case/lens.ts';
import type { Claim, Id, Stance } from '../../../case/records.ts';
import { saySupport, supportOf } from '../../../case/support.ts';
import type { CaseGraph } from '../../../graph/graph.ts';
import type { Path } from '../../../graph/paths.ts';
import { sayChainShort } from '../../parts/words.ts';

export interface Step {
  readonly edge: Id;
  /** Reads as a sentence: `first` `verb` `second`, then the rest. */
  readonly first: string;
  readonly verb: string;
  readonly second: string;
  /** "chairman (2014–2019)"; empty where the verb says it all. */
  readonly detail: string;
  readonly stance: Stance;
  readonly disputed: boolean;
  readonly support: string;
  /** "Document 1", "The Insider, in Document 2". */
  readonly sources: readonly string[];
  /** Other ties between the same two. */
  readonly others: number;
}

/** The steps of a path in a graph of the case under the lens. */
export const stepsOf = (seen: CaseUnderLens, graph: CaseGraph, path: Path): readonly Step[] =>
  path.edges.map((edge, i) => {
    const attributes = graph.getEdgeAttributes(edge);
    const claims = tieClaims(seen, edge, attributes.subject, attributes.claims);
    return {
      edge,
      ...wordsOf(seen, graph, edge),
      stance: attributes.stance,
      disputed: attributes.disputed,
      support: saySupport(supportOf(seen.case, claims)),
      sources: [...new Set(claims.map((claim) => sayChainShort(seen.case, claim)))],
      others: path.parallel[i]?.length ?? 0,
    };
  });

/** The claims of the tie itself, not all that is said of its relation. */
const tieClaims = (
  seen: CaseUnderLens,
  edge: Id,
  subject: Id,
  otherwise: readonly Claim[],
): readonly Claim[] => seen.tiesOf(subject).find(({ id }) => id === edge)?.claims ?? otherwise;

function wordsOf(
  seen: CaseUnderLens,
  graph: CaseGraph,
  edge: Id,
): Pick<Step, 'first' | 'verb' | 'second' | 'detail'> {
  const { subject, type, label } = graph.getEdgeAttributes(edge);
  const [first, second] = graph.extremities(edge).map((id) => graph.getNodeAttribute(id, 'label')) as [
    string,
    string,
  ];
  if (!seen.case.relation(subject)) return { first, verb: `· ${label}:`, second, detail: '' };
  const verb = seen.case.model.schema(type).edge?.label ?? 'is tied to';
  // The verb alone, or with dates behind it, need not be said twice.
  const detail = label.startsWith(verb) ? label.slice(verb.length).trim() : label;
  return { first, verb, second, detail };
}
