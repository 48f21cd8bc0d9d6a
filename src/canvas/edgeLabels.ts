// The labels and marks of lines: at rest the labels that fit, and whole ones for the lines that are being looked at.
import type { EdgeCollection, EdgeSingular } from 'cytoscape';
import { EDGE_LABEL } from '../view/labels.ts';
import { placeLabels, placeMarks, placeWholeLabels, type PlacedLabel } from '../view/placing.ts';
import { pointAt, routesOf } from '../view/routes.ts';
import type { SceneNode } from '../view/scene.ts';
import { tell } from './changing.ts';
import type { Drawn } from './drawn.ts';
import { TOLD } from './kept.ts';

/** In the scratch of an edge: how far its mark lies from the middle of its line. */
export const MARK = 'mark';
/** Of so many lines looked at, each gets its label, fit or not. */
const FEW = 8;
/** Pixels on the screen that a label looked at would have, however far away; and scene units it has at most, so as not to outgrow names. */
const LEGIBLE = 8;
const LARGEST = 14;

export class EdgeLabels {
  readonly #drawn: Drawn;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  /** Places labels and marks at rest, as the scene has the nodes or, where a hand moved them, as they lie. */
  rest(moved?: ReadonlyMap<string, readonly [number, number]>): void {
    const { nodes, edges } = this.#drawn.scene;
    const scene = {
      nodes: moved ? nodes.map((node) => ({ ...node, ...pointOf(moved.get(node.id)) })) : nodes,
      edges,
    };
    const placed = placeLabels(scene);
    const routes = routesOf(scene);
    const marks = placeMarks(scene, routes);
    this.#drawn.cy.batch(() => {
      for (const { id } of edges) {
        const label = placed.get(id);
        const mark = marks.get(id);
        const edge = this.#drawn.edge(id)!;
        if (label) tell(edge, { short: label.text, shortX: label.off.x, shortY: label.off.y });
        if (edge.hasClass(TOLD) !== Boolean(label)) edge.toggleClass(TOLD, Boolean(label));
        const middle = mark && pointAt(routes.get(id)!, 0.5);
        if (middle) edge.scratch(MARK, { x: mark.x - middle.x, y: mark.y - middle.y });
      }
    });
  }

  /** Gives these lines whole labels, clear of `nodes` where it can be. Gives those that have one: the class `spoken` shows it. */
  speak(lines: EdgeCollection, nodes: readonly SceneNode[]): EdgeSingular[] {
    const wanted = new Set(lines.map((edge) => this.#drawn.idOf(edge)).filter((id) => id !== undefined));
    if (wanted.size === 0) return [];
    const edges = this.#drawn.scene.edges.filter((edge) => wanted.has(edge.id));
    const size = Math.min(LARGEST, Math.max(EDGE_LABEL.size, LEGIBLE / this.#drawn.cy.zoom()));
    const placed = placeWholeLabels(this.#drawn.scene, wanted, nodes, size);
    return edges.flatMap(({ id, label }) => {
      const found: Pick<PlacedLabel, 'text' | 'off'> | undefined =
        placed.get(id) ?? (edges.length <= FEW ? { text: label, off: { x: 0, y: 0 } } : undefined);
      if (!found) return [];
      const edge = this.#drawn.edge(id)!;
      tell(edge, { whole: found.text, wholeX: found.off.x, wholeY: found.off.y, wholeSize: size });
      return [edge];
    });
  }
}

const pointOf = (at: readonly [number, number] | undefined) => (at ? { x: at[0], y: at[1] } : {});
