// The part of a graph that lies among some of the entities: what a view that draws only these needs, fast under lens after lens.
import type { ReadonlyCase } from '../case/case.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { Answers, passingIn } from '../case/passing.ts';
import type { Claim, Id } from '../case/records.ts';
import type { Tie } from '../case/ties.ts';
import { emptyGraph, type CaseGraph, type EdgeAttributes, type NodeAttributes } from './graph.ts';
import { Edge, Node } from './known.ts';
import { addEdge } from './project.ts';

/** Some entities of a case as it stands, and the subjects that may tie two of them under some lens. */
export class Among {
  readonly #ids: readonly Id[];
  readonly #case: ReadonlyCase;
  readonly #edition: number;
  readonly #subjects: readonly Id[];
  readonly #nodes = new Answers<NodeAttributes>();
  readonly #edges = new Answers<EdgeAttributes>();

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
    graph.setAttribute('seen', seen);
    for (const id of this.#ids)
      if (!graph.hasNode(id) && seen.shows(id)) graph.addNode(id, this.#node(graph, seen, id));
    for (const subject of this.#subjects) {
      const ties = seen
        .tiesOf(subject)
        .filter(({ source, target }) => graph.hasNode(source) && graph.hasNode(target));
      if (ties.length === 0) continue;
      const passing = this.#passing(seen, subject);
      for (const tie of ties) addEdge(graph, tie, this.#edge(graph, tie, passing));
      graph.getAttribute('edgesOf').set(
        subject,
        ties.map(({ id }) => id),
      );
    }
    return graph;
  }

  #node(graph: CaseGraph, seen: CaseUnderLens, id: Id): NodeAttributes {
    const passing = this.#passing(seen, id);
    if (passing === undefined) return new Node(graph, id);
    return this.#nodes.of(id, passing, () => {
      const { kind, schema, label, claims, stance, disputed } = new Node(graph, id);
      return { kind, schema, label, claims, stance, disputed };
    });
  }

  #edge(graph: CaseGraph, tie: Tie, passing: number | undefined): EdgeAttributes {
    if (passing === undefined) return new Edge(graph, tie);
    return this.#edges.of(tie.id, passing, () => {
      const { subject, type, label, claims, stance, disputed, voices } = new Edge(graph, tie);
      return { subject, type, label, claims, stance, disputed, voices };
    });
  }

  /** Which of the claims about a subject pass; undefined where more than that counts. */
  #passing(seen: CaseUnderLens, subject: Id): number | undefined {
    const known = passingIn(this.#case);
    return known.isEntangled(subject) ? undefined : known.bitsOf(subject, seen.claimsOf(subject));
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
