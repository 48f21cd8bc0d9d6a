// Moves nodes to new places in a short glide, so that the eye can follow them.
import type { Core, NodeSingular } from 'cytoscape';
import type { Point } from '../view/scene.ts';

const MILLISECONDS = 320;
/** Above so many nodes they jump: moving them all each frame would stutter. */
const MOST = 400;

export class Glide {
  readonly #cy: Core;
  #frame: number | undefined;
  #targets = new Map<NodeSingular, Point>();

  constructor(cy: Core) {
    this.#cy = cy;
  }

  /** Sets off for these places; whoever is still under way to other ones keeps going. */
  to(moves: ReadonlyMap<NodeSingular, Point>, still: boolean): void {
    // Who left the canvas may come back, but not to go on where he was going then.
    for (const node of this.#targets.keys()) if (node.removed()) this.#targets.delete(node);
    for (const [node, place] of moves) this.#targets.set(node, place);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    if (still || this.#targets.size > MOST) this.finish();
    else if (this.#targets.size > 0) this.#run();
  }

  /** Puts everyone at the end of their way. */
  finish(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#place(1, new Map());
    this.#targets = new Map();
  }

  #run(): void {
    const from = new Map(Array.from(this.#targets.keys(), (node) => [node, { ...node.position() }]));
    const began = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, now - began) / MILLISECONDS);
      this.#place(1 - (1 - share) ** 3, from);
      if (share < 1) this.#frame = requestAnimationFrame(step);
      else this.finish();
    };
    this.#frame = requestAnimationFrame(step);
  }

  #place(share: number, from: ReadonlyMap<NodeSingular, Point>): void {
    this.#cy.batch(() => {
      for (const [node, to] of this.#targets) {
        if (node.removed() || node.grabbed()) continue;
        const start = from.get(node) ?? to;
        node.position({ x: start.x + (to.x - start.x) * share, y: start.y + (to.y - start.y) * share });
      }
    });
  }
}
