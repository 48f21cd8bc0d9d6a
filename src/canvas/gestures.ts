// Cytoscape's events → intents: click, box, double click, right click, drag, hover.
import type { Core, EdgeSingular, EventObject, NodeSingular } from 'cytoscape';
import type { Point } from '../view/scene.ts';
import type { Drawn } from './drawn.ts';
import type { Intents, Target } from './intents.ts';
import type { Light } from './light.ts';

interface Heard {
  readonly drawn: Drawn;
  readonly light: Light;
  readonly intents: Intents;
}

/** Listens until the Cytoscape core is destroyed. */
export function listenToGestures(heard: Heard): void {
  listenToTaps(heard);
  listenToBox(heard);
  listenToDrags(heard);
  listenToPointer(heard);
}

const adds = (event: EventObject): boolean => {
  const { shiftKey, ctrlKey, metaKey } = (event.originalEvent ?? {}) as Partial<MouseEvent>;
  return Boolean(shiftKey || ctrlKey || metaKey);
};

const at = (event: EventObject): Point => ({
  x: event.renderedPosition?.x ?? 0,
  y: event.renderedPosition?.y ?? 0,
});

const elementOf = (event: EventObject): NodeSingular | EdgeSingular | undefined =>
  event.target === event.cy ? undefined : (event.target as NodeSingular | EdgeSingular);

function listenToTaps({ drawn, intents }: Heard): void {
  const cy: Core = drawn.cy;
  cy.on('tap', (event) => {
    const element = elementOf(event);
    const id = element && drawn.idOf(element);
    if (id !== undefined) intents({ type: 'select', ids: [id], add: adds(event) });
    else if (!adds(event)) intents({ type: 'select', ids: [], add: false });
  });
  cy.on('dbltap', (event) => {
    const element = elementOf(event);
    const id = element && drawn.idOf(element);
    if (!element) intents({ type: 'new', at: at(event), place: { ...event.position } });
    else if (id !== undefined && element.isNode()) intents({ type: 'expand', id, at: at(event) });
  });
  // `taphold` is a long press: touch screens have no right button.
  cy.on('cxttap taphold', (event) => {
    const { pointerType, touches } = (event.originalEvent ?? {}) as {
      pointerType?: string;
      touches?: unknown;
    };
    if (event.type === 'taphold' && pointerType !== 'touch' && !touches) return;
    intents({ type: 'menu', target: targetOf(elementOf(event), drawn), at: at(event) });
  });
}

function targetOf(element: NodeSingular | EdgeSingular | undefined, drawn: Drawn): Target {
  const id = element && drawn.idOf(element);
  return id === undefined ? { kind: 'ground' } : { kind: element!.isNode() ? 'node' : 'edge', id };
}

/** Cytoscape tells `box` of each element in the box, right after `boxend`. */
function listenToBox({ drawn, light, intents }: Heard): void {
  let boxed: string[] = [];
  drawn.cy.on('box', 'node', (event) => {
    const id = drawn.idOf(event.target as NodeSingular);
    if (id !== undefined && !light.selected.includes(id)) boxed.push(id);
  });
  drawn.cy.on('boxend', () => {
    queueMicrotask(() => {
      if (boxed.length > 0) intents({ type: 'select', ids: boxed, add: true });
      boxed = [];
    });
  });
}

/** The whole selection moves with the node under the pointer; where all come to lie is told once, at the end. */
function listenToDrags({ drawn, light, intents }: Heard): void {
  const starts = new Map<NodeSingular, Point>();
  let moved = false;
  drawn.cy.on('grab', 'node', (event) => {
    const grabbed = event.target as NodeSingular;
    starts.clear();
    moved = false;
    const id = drawn.idOf(grabbed);
    const together = id !== undefined && light.selected.includes(id) ? light.selected : [];
    for (const node of [grabbed, ...together.map((other) => drawn.node(other))])
      if (node) starts.set(node, { ...node.position() });
  });
  drawn.cy.on('drag', 'node', (event) => {
    const grabbed = event.target as NodeSingular;
    const start = starts.get(grabbed);
    if (!start) return;
    moved = true;
    const { x, y } = grabbed.position();
    drawn.cy.batch(() => {
      for (const [node, from] of starts)
        if (node !== grabbed) node.position({ x: from.x + x - start.x, y: from.y + y - start.y });
    });
  });
  drawn.cy.on('free', 'node', () => {
    if (!moved) return;
    moved = false;
    const positions = new Map<string, readonly [number, number]>();
    for (const node of starts.keys()) {
      const id = drawn.idOf(node);
      if (id !== undefined) positions.set(id, [Math.round(node.position().x), Math.round(node.position().y)]);
    }
    light.moved(positions);
    intents({ type: 'move', positions });
  });
}

function listenToPointer({ drawn, light, intents }: Heard): void {
  let dragging = false;
  const tell = (id: string | undefined) => {
    if (dragging) return;
    light.hover(id);
    intents({ type: 'hover', id });
  };
  drawn.cy.on('grab boxstart', () => {
    light.hover(undefined);
    dragging = true;
  });
  drawn.cy.on('free boxend', () => {
    dragging = false;
  });
  drawn.cy.on('mouseover', 'node, edge', (event) =>
    tell(drawn.idOf(event.target as NodeSingular | EdgeSingular)),
  );
  drawn.cy.on('mouseout', 'node, edge', () => tell(undefined));
}
