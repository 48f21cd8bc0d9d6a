// The labels of lines: at rest those that fit, and whole ones for the lines that are being looked at.
import type { EdgeCollection } from 'cytoscape';
import { placeLabels, placeWholeLabels, type PlacedLabel } from '../view/placing.ts';
import type { Scene } from '../view/scene.ts';
import type { Drawn } from './drawn.ts';

/** Of so many lines looked at, each gets its label, fit or not. */
const FEW = 8;

export class EdgeLabels {
  readonly #drawn: Drawn;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  /** Places the labels at rest, as the scene has the nodes or, where a hand moved them, as they lie. */
  rest(moved?: ReadonlyMap<string, readonly [number, number]>): void {
    const { nodes, edges } = this.#drawn.scene;
    const lying = moved && nodes.map((node) => ({ ...node, ...pointOf(moved.get(node.id)) }));
    const placed = placeLabels({ nodes: lying ?? nodes, edges });
    this.#drawn.cy.batch(() => {
      for (const { id } of edges) {
        const label = placed.get(id);
        const edge = this.#drawn.edge(id)!;
        if (label)
          edge.data({ short: label.text, shortX: label.off.x, shortY: label.off.y }).addClass('told');
        else edge.removeClass('told');
      }
    });
  }

  /** Gives these lines whole labels, clear of the nodes they join. Their class `spoken` shows them. */
  speak(lines: EdgeCollection): void {
    const wanted = new Set<string | undefined>(lines.map((edge) => this.#drawn.idOf(edge)));
    const all = this.#drawn.scene;
    const edges = all.edges.filter((edge) => wanted.has(edge.id));
    const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
    const scene: Pick<Scene, 'nodes' | 'edges'> = {
      nodes: all.nodes.filter((node) => ends.has(node.id)),
      edges,
    };
    const placed = placeWholeLabels(scene);
    for (const { id, label } of edges) {
      const found: Pick<PlacedLabel, 'text' | 'off'> | undefined =
        placed.get(id) ?? (edges.length <= FEW ? { text: label, off: { x: 0, y: 0 } } : undefined);
      if (found)
        this.#drawn
          .edge(id)!
          .data({ whole: found.text, wholeX: found.off.x, wholeY: found.off.y })
          .addClass('spoken');
    }
  }
}

const pointOf = (at: readonly [number, number] | undefined) => (at ? { x: at[0], y: at[1] } : {});
