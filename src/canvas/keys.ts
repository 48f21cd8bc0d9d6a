// The keyboard on the canvas: arrows walk to neighbours, Enter expands, the menu key opens the menu.
import type { NodeSingular } from 'cytoscape';
import type { Point } from '../view/scene.ts';
import type { Drawn } from './drawn.ts';
import type { Intents } from './intents.ts';
import type { Light } from './light.ts';

const WAYS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

interface Heard {
  readonly drawn: Drawn;
  readonly light: Light;
  readonly intents: Intents;
  /** Told where the walk has come to, so that it stays in sight. */
  readonly arrived: (id: string) => void;
}

/** Handles keys pressed on the canvas element itself; returns the listener. */
export function keyListener({ drawn, light, intents, arrived }: Heard): (event: KeyboardEvent) => void {
  const current = (): NodeSingular | undefined => {
    const id = light.selected.findLast((one) => drawn.node(one));
    return id === undefined ? undefined : drawn.node(id);
  };
  const walk = (way: Point, add: boolean): void => {
    const from = current();
    const to = from ? nearest(from, way) : middlemost(drawn);
    const id = to && drawn.idOf(to);
    if (id === undefined) return;
    intents({ type: 'select', ids: [id], add });
    arrived(id);
  };
  return (event) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS.get(event.key);
    const node = current();
    const menu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (way) walk(way, event.shiftKey);
    else if (node && event.key === 'Enter')
      intents({ type: 'expand', id: drawn.idOf(node)!, at: node.renderedPosition() });
    else if (node && menu)
      intents({ type: 'menu', target: { kind: 'node', id: drawn.idOf(node)! }, at: node.renderedPosition() });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The neighbour that lies most in that direction: near, and at most 75° off. */
function nearest(from: NodeSingular, way: Point): NodeSingular | undefined {
  const here = from.position();
  let best: NodeSingular | undefined;
  let least = Infinity;
  from
    .neighborhood()
    .nodes()
    .forEach((node) => {
      const { x, y } = node.position();
      const [dx, dy] = [x - here.x, y - here.y];
      const distance = Math.hypot(dx, dy);
      const ahead = dx * way.x + dy * way.y;
      if (ahead <= distance * Math.cos((75 * Math.PI) / 180)) return;
      const cost = (distance * distance) / ahead;
      if (cost < least) [best, least] = [node, cost];
    });
  return best;
}

/** Where a walk begins: the node nearest to the middle of what is seen. */
function middlemost({ cy }: Drawn): NodeSingular | undefined {
  const { x1, x2, y1, y2 } = cy.extent();
  const away = (node: NodeSingular) =>
    Math.hypot(node.position().x - (x1 + x2) / 2, node.position().y - (y1 + y2) / 2);
  return cy
    .nodes()
    .toArray()
    .sort((a, b) => away(a) - away(b))[0];
}
