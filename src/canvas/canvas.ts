// The canvas: shows scenes through Cytoscape and reports what the user wants. It never writes.
import cytoscape, { type Core } from 'cytoscape';
import { LABEL } from '../view/labels.ts';
import type { Scene, SceneNode } from '../view/scene.ts';
import { THEMES, type ThemeName } from '../view/theme.ts';
import { Camera, NO_MARGINS, type Margins } from './camera.ts';
import { Drawn } from './drawn.ts';
import { listenToGestures } from './gestures.ts';
import { Glide } from './glide.ts';
import type { Intents } from './intents.ts';
import { keyListener } from './keys.ts';
import { Light, type LitPath } from './light.ts';
import { Marks } from './marks.ts';
import { stylesheet } from './style.ts';

export interface CanvasOptions {
  readonly theme: ThemeName;
  /** What the page lays over the canvas at this moment; asked at each fit. */
  readonly margins?: () => Margins;
  /** Jump instead of gliding; by default as the system's "reduce motion" says. */
  readonly still?: () => boolean;
  /** For tests without a drawing surface. */
  readonly headless?: boolean;
}

export interface Canvas {
  show(scene: Scene): void;
  /** Rings these nodes and lines. Reports nothing. */
  select(ids: readonly string[]): void;
  /** Draws a path in the red thread and fades the rest; nothing: takes it back. */
  light(path: LitPath | undefined): void;
  /** Lights a neighbourhood as the pointer would, for lists beside the canvas. Reports nothing. */
  hover(id: string | undefined): void;
  /** All nodes, or these, clear of the margins. */
  fit(ids?: readonly string[], margins?: Margins): void;
  centre(ids: readonly string[]): void;
  zoom(factor: number): void;
  setTheme(theme: ThemeName): void;
  /** Where nodes lie now, in scene units. */
  positions(): Map<string, readonly [x: number, y: number]>;
  /** Tells assistive technology that a new picture is being made. */
  busy(on: boolean): void;
  /** Takes the element's new size into account; the canvas does so itself where the page can tell. */
  resize(): void;
  destroy(): void;
}

const FAMILY = 'Inter Variable, Inter, sans-serif';

/** Shows scenes in `element`, which must have a size and be positioned. */
export function mountCanvas(element: HTMLElement, intents: Intents, options: CanvasOptions): Canvas {
  let theme = options.theme;
  let family = FAMILY;
  const still = options.still ?? (() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const margins = options.margins ?? (() => NO_MARGINS);
  const cy = core(element, options.headless ?? false);
  cy.style(stylesheet(THEMES[theme], family));
  const drawn = new Drawn(cy, THEMES[theme]);
  const light = new Light(drawn);
  const glide = new Glide(cy);
  const camera = new Camera(cy, still);
  const marks = options.headless ? undefined : new Marks(cy, element, THEMES[theme]);
  const nodesOf = (ids?: readonly string[]): readonly SceneNode[] => {
    const wanted = ids && new Set(ids);
    return wanted ? drawn.scene.nodes.filter((node) => wanted.has(node.id)) : drawn.scene.nodes;
  };
  const restyle = () => cy.style(stylesheet(THEMES[theme], family));
  const released = listenOutside({
    element,
    cy,
    onKey: keyListener({
      drawn,
      light,
      intents,
      arrived: (id) => keepInSight(cy, camera, nodesOf([id]), margins()),
    }),
    onFonts: () => {
      // Another spelling of the same faces: Cytoscape keeps label widths by it, and measured them before the fonts came.
      family = `${FAMILY}, Arial`;
      restyle();
    },
  });
  listenToGestures({ drawn, light, intents });
  return {
    show(scene) {
      const first = drawn.scene.nodes.length === 0;
      if (scene.nodes.length + scene.edges.length > 0) unburden(cy, scene);
      glide.to(drawn.show(scene), first || still());
      light.begin();
    },
    select: (ids) => light.select(ids),
    light: (path) => light.path(path),
    hover: (id) => light.hover(id),
    fit: (ids, given) => camera.fit(nodesOf(ids), given ?? margins()),
    centre: (ids) => camera.centre(nodesOf(ids), margins()),
    zoom: (factor) => camera.zoom(factor, margins()),
    setTheme(name) {
      theme = name;
      drawn.setTheme(THEMES[theme]);
      marks?.setTheme(THEMES[theme]);
      restyle();
    },
    positions() {
      glide.finish();
      return new Map(
        drawn.scene.nodes.map(({ id }) => {
          const { x, y } = drawn.node(id)!.position();
          return [id, [x, y] as const];
        }),
      );
    },
    busy: (on) => element.setAttribute('aria-busy', String(on)),
    resize: () => void cy.resize(),
    destroy() {
      released();
      light.destroy();
      glide.finish();
      marks?.destroy();
      cy.destroy();
    },
  };
}

function core(element: HTMLElement, headless: boolean): Core {
  keepStyleOut(element.ownerDocument);
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

function keepInSight(cy: Core, camera: Camera, nodes: readonly SceneNode[], margins: Margins): void {
  const { zoom, pan } = { zoom: cy.zoom(), pan: cy.pan() };
  const out = nodes.some((node) => {
    const [x, y] = [node.x * zoom + pan.x, node.y * zoom + pan.y];
    return (
      x < margins.left + 40 ||
      y < margins.top + 40 ||
      x > cy.width() - margins.right - 40 ||
      y > cy.height() - margins.bottom - 40
    );
  });
  if (out) camera.centre(nodes, margins);
}

interface Outside {
  readonly element: HTMLElement;
  readonly cy: Core;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFonts: () => void;
}

/** Listens to keys, sizes and fonts; returns the way to stop. */
function listenOutside({ element, cy, onKey, onFonts }: Outside): () => void {
  let listening = true;
  const noMenu = (event: Event) => event.preventDefault();
  element.addEventListener('keydown', onKey);
  element.addEventListener('contextmenu', noMenu);
  const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => cy.resize());
  sizes?.observe(element);
  const fonts: Partial<FontFaceSet> | undefined = element.ownerDocument.fonts;
  const faces = [400, 500, 600].map((weight) =>
    fonts?.load?.(`${weight} ${LABEL.size}px "Inter Variable"`, 'Aя'),
  );
  void Promise.all(faces).then(() => {
    if (listening && fonts) onFonts();
  });
  return () => {
    listening = false;
    sizes?.disconnect();
    element.removeEventListener('keydown', onKey);
    element.removeEventListener('contextmenu', noMenu);
  };
}
