// The part of a graph that lies among some of the entities: what a view that draws only these needs, fast under lens after lens.
import type { ReadonlyCase } from '../case/case.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import type { Claim, Id } from '../case/records.ts';
import { emptyGraph, type CaseGraph } from './graph.ts';
import { Node } from './known.ts';
import { addEdges } from './project.ts';

/** Some entities of a case as it stands, and the subjects that may tie two of them under some lens. */
export class Among {
  readonly #ids: readonly Id[];
  readonly #case: ReadonlyCase;
  readonly #edition: number;
  readonly #subjects: readonly Id[];

  constructor(of: ReadonlyCase, ids: readonly Id[]) {
    this.#case = of;
    this.#edition = of.edition;
    this.#ids = ids;
    this.#subjects = subjectsAmong(of, new Set(ids));
  }

  /** Whether it tells of these entities, in the case as it stands. */
  tellsOf(of: ReadonlyCase, ids: readonly Id[]): boolean {
    return this.#case === of && this.#edition === of.edition && this.#ids === ids;
  }

  /** What `project(seen)` has of these entities and of their ties to each other. */
  project(seen: CaseUnderLens): CaseGraph {
    const graph = emptyGraph();
    for (const id of this.#ids)
      if (!graph.hasNode(id) && seen.shows(id)) graph.addNode(id, new Node(seen.accountOf(id)));
    for (const subject of this.#subjects) {
      const ties = seen.tiesOf(subject);
      const inside = ties.filter(({ source, target }) => graph.hasNode(source) && graph.hasNode(target));
      addEdges(graph, seen, subject, inside);
    }
    return graph;
  }
}

function subjectsAmong(of: ReadonlyCase, ids: ReadonlySet<Id>): readonly Id[] {
  const named = new Map<Id, Claim>();
  const found = new Set(ids);
  for (const id of ids) {
    for (const claim of of.claims.claimsNaming(id)) {
      const other = named.get(claim.subject);
      if (!other) named.set(claim.subject, claim);
      else if (other.value !== claim.value || other.property !== claim.property) found.add(claim.subject);
    }
  }
  return [...found];
}
