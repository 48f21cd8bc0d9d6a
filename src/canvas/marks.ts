// Marks drawn over the elements, on a canvas of their own: what is disputed, denied, pinned, and how much is hidden.
import type { Core } from 'cytoscape';
import { LABEL } from '../view/labels.ts';
import type { Point, SceneNode } from '../view/scene.ts';
import { CORNERS } from '../view/shapes.ts';
import type { Theme } from '../view/theme.ts';
import type { Drawn } from './drawn.ts';
import { MARK } from './edgeLabels.ts';

/** Zoom below which marks would only be dirt. */
const TOO_FAR = 0.35;
/** Radius of a mark in scene units. */
const RADIUS = 7.5;

export class Marks {
  readonly #drawn: Drawn;
  readonly #cy: Core;
  readonly #layer: HTMLCanvasElement;
  #due: number | undefined;

  /** Lays a canvas over those of Cytoscape, and draws whenever they are drawn. */
  constructor(drawn: Drawn, element: HTMLElement) {
    this.#drawn = drawn;
    this.#cy = drawn.cy;
    this.#layer = element.ownerDocument.createElement('canvas');
    this.#layer.setAttribute('aria-hidden', 'true');
    Object.assign(this.#layer.style, {
      position: 'absolute',
      inset: '0',
      width: '100%',
      height: '100%',
      pointerEvents: 'none',
      zIndex: '5',
    });
    element.append(this.#layer);
    this.#cy.on('render', this.draw);
  }

  get #theme(): Theme {
    return this.#drawn.theme;
  }

  /** Sees that they are drawn in the next frame even if Cytoscape, which knows nothing of them, has nothing to draw. */
  again(): void {
    this.#due ??= requestAnimationFrame(this.draw);
  }

  destroy(): void {
    this.#done();
    this.#cy.off('render', this.draw);
    this.#layer.remove();
  }

  #done(): void {
    if (this.#due !== undefined) cancelAnimationFrame(this.#due);
    this.#due = undefined;
  }

  readonly draw = (): void => {
    this.#done();
    const context = this.#layer.getContext('2d');
    if (!context) return;
    const ratio = this.#layer.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const [width, height] = [Math.round(this.#cy.width() * ratio), Math.round(this.#cy.height() * ratio)];
    if (this.#layer.width !== width || this.#layer.height !== height)
      Object.assign(this.#layer, { width, height });
    const { zoom, pan } = { zoom: this.#cy.zoom(), pan: this.#cy.pan() };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    if (zoom < TOO_FAR) return;
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio);
    this.#drawAll(context);
  };

  #drawAll(context: CanvasRenderingContext2D): void {
    const { x1, x2, y1, y2 } = this.#cy.extent();
    const seen = ({ x, y }: Point) => x > x1 - 40 && x < x2 + 40 && y > y1 - 40 && y < y2 + 40;
    for (const { id, disputed, stance } of this.#drawn.scene.edges) {
      if (!disputed && stance !== 'denied') continue;
      const edge = this.#drawn.edge(id)!;
      const [middle, off] = [edge.midpoint(), edge.scratch(MARK) as Point | undefined];
      const at = { x: middle.x + (off?.x ?? 0), y: middle.y + (off?.y ?? 0) };
      if (!seen(at)) continue;
      context.globalAlpha = edge.effectiveOpacity();
      if (disputed) this.#disputed(context, at);
      else cross(context, at, this.#theme);
    }
    for (const node of this.#drawn.scene.nodes) {
      if (!node.disputed && !node.pinned && node.hiddenNeighbours === 0) continue;
      const element = this.#drawn.node(node.id)!;
      if (!seen(element.position())) continue;
      context.globalAlpha = element.effectiveOpacity();
      this.#drawNode(context, node, element.position());
    }
    context.globalAlpha = 1;
  }

  #drawNode(context: CanvasRenderingContext2D, node: SceneNode, at: Point): void {
    const { disputed, pinned, hiddenNeighbours: hidden } = node;
    const half = node.size / 2;
    const corner = CORNERS[node.shape];
    const right = { x: at.x + corner.x * half, y: at.y + corner.y * half };
    const left = at.x - corner.x * half;
    if (disputed) this.#disputed(context, hidden > 0 ? { x: left, y: right.y } : right);
    if (pinned) this.#pin(context, { x: left, y: at.y - corner.y * half });
    if (hidden > 0) this.#badge(context, `+${hidden > 99 ? '99' : hidden}`, right);
  }

  #disputed(context: CanvasRenderingContext2D, { x, y }: Point): void {
    const { ground, paper, warn } = this.#theme;
    disc(context, x, y, RADIUS + 1.5, ground);
    disc(context, x, y, RADIUS, paper);
    Object.assign(context, { strokeStyle: warn, lineWidth: 1.7, lineCap: 'round' });
    context.stroke();
    context.beginPath();
    context.moveTo(x, y - 3.6);
    context.lineTo(x, y + 0.8);
    context.moveTo(x, y + 3.6);
    context.lineTo(x, y + 3.7);
    context.stroke();
  }

  #badge(context: CanvasRenderingContext2D, text: string, { x, y }: Point): void {
    context.font = `600 10px ${LABEL.family}`;
    const width = Math.max(16, context.measureText(text).width + 9);
    context.beginPath();
    context.roundRect(x - width / 2 - 1.5, y - 9, width + 3, 18, 9);
    context.fillStyle = this.#theme.ground;
    context.fill();
    context.beginPath();
    context.roundRect(x - width / 2, y - 7.5, width, 15, 7.5);
    context.fillStyle = this.#theme.ink;
    context.fill();
    // Paper cut out of a faded badge, not faded paper on it.
    context.globalAlpha = 1;
    Object.assign(context, { fillStyle: this.#theme.paper, textAlign: 'center', textBaseline: 'middle' });
    context.fillText(text, x, y + 0.5);
  }

  #pin(context: CanvasRenderingContext2D, { x, y }: Point): void {
    disc(context, x, y, 4, this.#theme.ground);
    disc(context, x, y, 2.4, this.#theme.soft);
  }
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function cross(context: CanvasRenderingContext2D, { x, y }: Point, theme: Theme): void {
  disc(context, x, y, 7, theme.ground);
  Object.assign(context, { strokeStyle: theme.soft, lineWidth: 1.8, lineCap: 'round' });
  context.beginPath();
  context.moveTo(x - 3.5, y - 3.5);
  context.lineTo(x + 3.5, y + 3.5);
  context.moveTo(x + 3.5, y - 3.5);
  context.lineTo(x - 3.5, y + 3.5);
  context.stroke();
}
