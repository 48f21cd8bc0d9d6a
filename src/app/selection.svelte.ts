// What is selected, hovered and lit: the session's own, never saved, never a step of the history.
import type { Id } from '../case/records.ts';
import type { Path } from '../graph/paths.ts';

export class Selection {
  /** Entities, in the order in which they were selected. */
  nodes = $state.raw<readonly Id[]>([]);
  /** Edges of the graph. */
  edges = $state.raw<readonly Id[]>([]);
  /** The path shown, lit by the red thread. */
  path = $state.raw<Path | undefined>(undefined);
  /** What is of the moment that the timeline plays; the rest is dimmed. */
  moment = $state.raw<Pick<Path, 'nodes' | 'edges'> | undefined>(undefined);
  /** A claim or a dispute to bring into view in the inspector. */
  claim = $state.raw<Id | undefined>(undefined);

  get isEmpty(): boolean {
    return this.nodes.length === 0 && this.edges.length === 0;
  }

  set(nodes: readonly Id[], edges: readonly Id[] = []): void {
    this.nodes = nodes;
    this.edges = edges;
    this.claim = undefined;
  }

  /** Adds what is not selected; takes away what is. */
  toggle(nodes: readonly Id[], edges: readonly Id[] = []): void {
    this.nodes = flipped(this.nodes, nodes);
    this.edges = flipped(this.edges, edges);
  }

  clear(): void {
    this.set([]);
  }
}

const flipped = (standing: readonly Id[], ids: readonly Id[]): readonly Id[] => [
  ...standing.filter((id) => !ids.includes(id)),
  ...ids.filter((id) => !standing.includes(id)),
];
