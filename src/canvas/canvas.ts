// The canvas: shows scenes through Cytoscape and reports what the user wants. It never writes.
import cytoscape, { type Core } from 'cytoscape';
import { LABEL } from '../view/labels.ts';
import type { Scene, SceneNode } from '../view/scene.ts';
import { THEMES, type ThemeName } from '../view/theme.ts';
import { Camera, NO_PADDING, type Padding } from './camera.ts';
import { Drawn } from './drawn.ts';
import { listenToGestures } from './gestures.ts';
import { Glide } from './glide.ts';
import type { Intents } from './intents.ts';
import { keyListener } from './keys.ts';
import { Light, type LitPath } from './light.ts';
import { Marks } from './marks.ts';

export interface CanvasOptions {
  readonly theme: ThemeName;
  /** Pixels at each side that the page covers with something of its own; kept clear when fitting. */
  readonly padding?: Padding;
  /** Jump instead of gliding; by default as the system's "reduce motion" says. */
  readonly still?: () => boolean;
  /** For tests without a drawing surface. */
  readonly headless?: boolean;
}

export interface Canvas {
  show(scene: Scene): void;
  /** Rings these nodes and lines. Reports nothing. */
  select(ids: readonly string[]): void;
  /** Draws a path in the red thread and dims the rest; nothing: takes it back. */
  light(path: LitPath | undefined): void;
  /** Dims all but these, as while time is played; nothing: takes it back. */
  moment(moment: LitPath | undefined): void;
  /** Lights a neighbourhood as the pointer would, for lists beside the canvas. Reports nothing. */
  hover(id: string | undefined): void;
  /** All nodes, or these, clear of the padding. */
  fit(ids?: readonly string[], padding?: Padding): void;
  centre(ids: readonly string[]): void;
  zoom(factor: number): void;
  setTheme(theme: ThemeName): void;
  /** Where nodes lie now, in scene units. */
  positions(): Map<string, readonly [x: number, y: number]>;
  /** Width over height of the free part of the canvas, for layouts. */
  aspect(): number;
  /** Resolves when what is shown has been drawn, in its own fonts. */
  drawn(): Promise<void>;
  /** Tells assistive technology that a new picture is being made. */
  busy(on: boolean): void;
  destroy(): void;
}

/**
 * Shows scenes in `element`, which must have a size and be positioned. It becomes a stop of the Tab key; unless the page
 * names it otherwise, it says what its keys do.
 */
export const mountCanvas = (element: HTMLElement, intents: Intents, options: CanvasOptions): Canvas =>
  new Mounted(element, intents, options);

const FAMILY = 'Inter Variable, Inter, sans-serif';
const reducesMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

class Mounted implements Canvas {
  readonly #element: HTMLElement;
  readonly #cy: Core;
  readonly #drawn: Drawn;
  readonly #light: Light;
  readonly #glide: Glide;
  readonly #camera: Camera;
  readonly #marks: Marks | undefined;
  readonly #padding: Padding;
  readonly #still: () => boolean;
  readonly #release: () => void;
  readonly #fonts: Promise<unknown>;
  #theme: ThemeName;
  #family = FAMILY;
  /** What the user asked to see whole and has not moved away from since; kept whole when the size changes. */
  #fitted: { readonly ids?: readonly string[]; readonly padding: Padding } | undefined;

  constructor(element: HTMLElement, intents: Intents, options: CanvasOptions) {
    this.#element = element;
    this.#theme = options.theme;
    this.#padding = options.padding ?? NO_PADDING;
    this.#still = options.still ?? reducesMotion;
    const cy = core(element, options.headless ?? false);
    this.#cy = cy;
    this.#drawn = new Drawn(cy, THEMES[options.theme]);
    this.#light = new Light(this.#drawn);
    this.#glide = new Glide(cy);
    this.#camera = new Camera(cy, this.#still);
    this.#marks = options.headless ? undefined : new Marks(this.#drawn, element);
    this.#restyle();
    introduce(element);
    cy.on('tapstart', () => element.focus({ preventScroll: true }));
    const parts = { drawn: this.#drawn, light: this.#light, intents };
    listenToGestures(parts);
    const onKey = keyListener({ ...parts, arrived: (id) => this.#keepInSight([id]) });
    cy.on('dragpan scrollzoom pinchzoom', () => (this.#fitted = undefined));
    this.#release = listenOutside({ element, onKey, onSize: () => this.#resize() });
    this.#fonts = facesLoaded(element.ownerDocument).then(() => {
      if (!cy.destroyed()) this.#measureAnew();
    });
  }

  show(scene: Scene): void {
    const first = this.#drawn.scene.nodes.length === 0;
    unburden(this.#cy, scene);
    this.#glide.to(this.#drawn.show(scene), first || this.#still());
    this.#light.begin();
    this.#marks?.again();
  }

  select(ids: readonly string[]): void {
    this.#light.select(ids);
  }

  light(path: LitPath | undefined): void {
    this.#light.path(path);
  }

  moment(moment: LitPath | undefined): void {
    this.#light.moment(moment);
  }

  hover(id: string | undefined): void {
    this.#light.hover(id);
  }

  fit(ids?: readonly string[], padding = this.#padding): void {
    this.#fitted = { ids, padding };
    this.#camera.fit(this.#nodes(ids), padding);
  }

  centre(ids: readonly string[]): void {
    this.#fitted = undefined;
    this.#camera.centre(this.#nodes(ids), this.#padding);
  }

  zoom(factor: number): void {
    this.#fitted = undefined;
    this.#camera.zoom(factor, this.#padding);
  }

  setTheme(name: ThemeName): void {
    if (name === this.#theme) return;
    this.#theme = name;
    this.#restyle();
  }

  positions(): Map<string, readonly [x: number, y: number]> {
    this.#glide.finish();
    const place = ({ id }: SceneNode) => {
      const { x, y } = this.#drawn.node(id)!.position();
      return [id, [x, y] as const] as const;
    };
    return new Map(this.#drawn.scene.nodes.map(place));
  }

  aspect(): number {
    return this.#camera.aspect(this.#padding);
  }

  async drawn(): Promise<void> {
    await this.#fonts;
    if (this.#marks) await new Promise<void>((drawn) => this.#cy.one('render', () => drawn()).forceRender());
  }

  busy(on: boolean): void {
    this.#element.setAttribute('aria-busy', String(on));
  }

  destroy(): void {
    this.#release();
    this.#light.destroy();
    this.#glide.finish();
    this.#marks?.destroy();
    this.#cy.destroy();
  }

  #resize(): void {
    this.#cy.resize();
    if (this.#fitted) this.#camera.fit(this.#nodes(this.#fitted.ids), this.#fitted.padding, true);
  }

  #nodes(ids?: readonly string[]): readonly SceneNode[] {
    const wanted = ids && new Set(ids);
    return this.#drawn.scene.nodes.filter((node) => !wanted || wanted.has(node.id));
  }

  #restyle(): void {
    this.#drawn.restyle(THEMES[this.#theme], this.#family);
    this.#marks?.again();
  }

  /** Cytoscape keeps label widths by font family, and took them before the fonts came: another spelling, same faces. */
  #measureAnew(): void {
    this.#family = `${FAMILY}, Arial`;
    this.#restyle();
  }

  #keepInSight(ids: readonly string[]): void {
    const nodes = this.#nodes(ids);
    if (!nodes.every((node) => this.#camera.sees(node, this.#padding)))
      this.#camera.centre(nodes, this.#padding);
  }
}

function core(element: HTMLElement, headless: boolean): Core {
  keepStyleOut(element.ownerDocument);
  // It warns of each line whose ends lie on one another, as they do while newcomers set out from a neighbour.
  cytoscape.warnings(false);
  return cytoscape({
    container: headless ? undefined : element,
    headless,
    styleEnabled: true,
    autounselectify: true,
    boxSelectionEnabled: true,
    minZoom: 0.05,
    maxZoom: 4,
    multiClickDebounceTime: 280,
  });
}

/**
 * Cytoscape puts a <style> into the page unless one with this id is there; a strict Content-Security-Policy would
 * refuse it. What it would say, the element's own style says.
 */
function keepStyleOut(page: Document): void {
  const id = '__________cytoscape_stylesheet';
  if (page.getElementById(id)) return;
  const stand = page.createElement('meta');
  stand.id = id;
  page.head.append(stand);
}

/** Above so many elements lines are left out while the picture moves, so that it moves smoothly. */
const HEAVY = 2500;

function unburden(cy: Core, scene: Scene): void {
  const renderer = (
    cy as unknown as { renderer(): { hideEdgesOnViewport?: boolean } | undefined }
  ).renderer();
  if (renderer) renderer.hideEdgesOnViewport = scene.nodes.length + scene.edges.length > HEAVY;
}

function introduce(element: HTMLElement): void {
  const words = 'Map of the case. Arrow keys walk along the lines, Enter expands, Shift+F10 opens the menu.';
  const attributes = { tabindex: '0', role: 'application', 'aria-label': words };
  for (const [name, value] of Object.entries(attributes))
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
}

interface Outside {
  readonly element: HTMLElement;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onSize: () => void;
}

/** Listens to keys and sizes; returns the way to stop. */
function listenOutside({ element, onKey, onSize }: Outside): () => void {
  const noMenu = (event: Event) => event.preventDefault();
  element.addEventListener('keydown', onKey);
  element.addEventListener('contextmenu', noMenu);
  const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(onSize);
  sizes?.observe(element);
  return () => {
    sizes?.disconnect();
    element.removeEventListener('keydown', onKey);
    element.removeEventListener('contextmenu', noMenu);
  };
}

/** The page's faces for names on the canvas; at once where a page has none. */
function facesLoaded(page: Document): Promise<unknown> {
  const fonts: Partial<FontFaceSet> | undefined = page.fonts;
  const weights = [400, 500, 600];
  return Promise.all(
    weights.map((weight) => fonts?.load?.(`${weight} ${LABEL.size}px "Inter Variable"`, 'Aя')),
  );
}
