// The camera: what part of the scene is seen, clear of whatever the page lays over the canvas.
import type { Core } from 'cytoscape';
import { boxOfLines } from '../view/labels.ts';
import type { SceneNode } from '../view/scene.ts';

/** Pixels at each side of the canvas that something else covers. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Closer than this, few nodes would look like toys. */
const CLOSEST_FIT = 1.25;
/** Air between the outermost box and the padding, in pixels. */
const AIR = 14;
const MILLISECONDS = 260;

export class Camera {
  readonly #cy: Core;
  readonly #still: () => boolean;

  /** `still`: whether to jump rather than glide. */
  constructor(cy: Core, still: () => boolean) {
    this.#cy = cy;
    this.#still = still;
  }

  /** Shows all of these nodes, labels included, between the padding. */
  fit(nodes: readonly SceneNode[], padding: Padding, jump = false): void {
    if (nodes.length === 0 || this.#cy.width() === 0) return;
    const { left, top, right, bottom } = boundsOf(nodes);
    const room = this.#room(padding);
    const zoom = Math.min(
      CLOSEST_FIT,
      room.width / Math.max(1, right - left),
      room.height / Math.max(1, bottom - top),
    );
    this.#look((left + right) / 2, (top + bottom) / 2, Math.max(this.#cy.minZoom(), zoom), padding, jump);
  }

  /** Brings these nodes to the middle without changing the zoom, unless one could not read them. */
  centre(nodes: readonly SceneNode[], padding: Padding): void {
    if (nodes.length === 0 || this.#cy.width() === 0) return;
    const { left, top, right, bottom } = boundsOf(nodes);
    this.#look((left + right) / 2, (top + bottom) / 2, Math.max(0.7, this.#cy.zoom()), padding, false);
  }

  /** Zooms about the middle of what is free. */
  zoom(factor: number, padding: Padding): void {
    const room = this.#room(padding);
    const at = { x: padding.left + AIR + room.width / 2, y: padding.top + AIR + room.height / 2 };
    const level = Math.min(this.#cy.maxZoom(), Math.max(this.#cy.minZoom(), this.#cy.zoom() * factor));
    const { x, y } = this.#cy.pan();
    const share = level / this.#cy.zoom();
    this.#go({ zoom: level, pan: { x: at.x - (at.x - x) * share, y: at.y - (at.y - y) * share } }, false);
  }

  /** Whether a node lies in what is free. */
  sees({ x, y }: SceneNode, { top, right, bottom, left }: Padding): boolean {
    const [zoom, pan] = [this.#cy.zoom(), this.#cy.pan()];
    const [across, down] = [x * zoom + pan.x, y * zoom + pan.y];
    const [width, height] = [this.#cy.width() - right - AIR, this.#cy.height() - bottom - AIR];
    return across > left + AIR && down > top + AIR && across < width && down < height;
  }

  /** Width over height of what is free. */
  aspect(padding: Padding): number {
    const { width, height } = this.#room(padding);
    return width / height;
  }

  #room({ top, right, bottom, left }: Padding): { width: number; height: number } {
    return {
      width: Math.max(40, this.#cy.width() - left - right - 2 * AIR),
      height: Math.max(40, this.#cy.height() - top - bottom - 2 * AIR),
    };
  }

  #look(x: number, y: number, zoom: number, padding: Padding, jump: boolean): void {
    const room = this.#room(padding);
    const pan = {
      x: padding.left + AIR + room.width / 2 - x * zoom,
      y: padding.top + AIR + room.height / 2 - y * zoom,
    };
    this.#go({ zoom, pan }, jump);
  }

  #go(to: { zoom: number; pan: { x: number; y: number } }, jump: boolean): void {
    this.#cy.stop(true);
    if (jump || this.#still()) this.#cy.viewport(to);
    else this.#cy.animate({ ...to, duration: MILLISECONDS, easing: 'ease-out-cubic' });
  }
}

/** The rectangle that holds nodes with their labels and marks. */
function boundsOf(nodes: readonly SceneNode[]): { left: number; top: number; right: number; bottom: number } {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const node of nodes) {
    const box = boxOfLines(node.lines, node.size);
    bounds.left = Math.min(bounds.left, node.x - box.width / 2);
    bounds.right = Math.max(bounds.right, node.x + box.width / 2);
    bounds.top = Math.min(bounds.top, node.y + box.dy - box.height / 2);
    bounds.bottom = Math.max(bounds.bottom, node.y + box.dy + box.height / 2);
  }
  return bounds;
}
