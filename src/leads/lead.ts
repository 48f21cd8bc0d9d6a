// What a lead is: a plain sentence worked out from the case that is worth a reporter's while. Never a claim.
import type { CaseUnderLens } from '../case/lens.ts';
import type { Id } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { sentencesOf } from '../graph/sentences.ts';
import { titleOf } from '../case/names.ts';

export interface Lead {
  /** Stable as long as what it speaks of is: the rule and the ids it is about. */
  readonly id: string;
  /** One sentence. */
  readonly says: string;
  /** Entities and relations it is about, the first to be shown first. */
  readonly about: readonly Id[];
  /** Sources it is about. */
  readonly sources?: readonly Id[];
}

export interface LeadRule {
  readonly id: string;
  /** What its leads are called together: "Rests on one source". */
  readonly label: string;
  /** Why one would look into it. */
  readonly help: string;
  /**
   * The leads under a lens, in an order that does not depend on chance. `graph` is the case projected under the same
   * lens. Yields nothing (`undefined`) now and then where it looks for long, so that the page can draw in between.
   */
  find(seen: CaseUnderLens, graph: CaseGraph): Generator<Lead | undefined>;
}

/** A relation as a sentence without its full stop. */
export function sayRelation(seen: CaseUnderLens, graph: CaseGraph, relation: Id): string {
  const [edge] = graph.getAttribute('edgesOf').get(relation) ?? [];
  if (edge === undefined) return titleOf(seen, relation);
  const path = { nodes: graph.extremities(edge), edges: [edge], parallel: [[]] };
  return sentencesOf(seen, graph, path)[0]!.text;
}
