// The elements on the canvas, kept by id from scene to scene: `show` updates only what changed.
import type {
  Core,
  EdgeDataDefinition,
  EdgeSingular,
  ElementDefinition,
  NodeDataDefinition,
  NodeSingular,
} from 'cytoscape';
import { bendsOf } from '../view/routes.ts';
import { EMPTY_SCENE, type Point, type Scene, type SceneEdge, type SceneNode } from '../view/scene.ts';
import type { Theme } from '../view/theme.ts';
import { putAsTheyWere, tell, together } from './changing.ts';
import { Kept } from './kept.ts';
import { edgeData, nodeData, stylesheet } from './style.ts';

type Element = NodeSingular | EdgeSingular;

interface Back<E> {
  readonly element: E;
  readonly same: boolean;
}

export class Drawn {
  readonly cy: Core;
  readonly #nodes = new Kept<NodeSingular>('n', () => '');
  readonly #edges = new Kept<EdgeSingular>('e', endsAt);
  #theme: Theme;
  #scene: Scene = EMPTY_SCENE;

  constructor(cy: Core, theme: Theme) {
    this.cy = cy;
    this.#theme = theme;
  }

  get scene(): Scene {
    return this.#scene;
  }
  get theme(): Theme {
    return this.#theme;
  }

  /** The scene's id of an element. */
  idOf(element: Element): string | undefined {
    return (element.isNode() ? this.#nodes : this.#edges).idOf(element.id());
  }

  /** The element of a node or an edge; a node where both bear the id. */
  element(id: string): Element | undefined {
    return this.node(id) ?? this.edge(id);
  }
  node(id: string): NodeSingular | undefined {
    return this.#nodes.get(id);
  }
  edge(id: string): EdgeSingular | undefined {
    return this.#edges.get(id);
  }

  /** Shows all in another theme, or with names in another `family`. */
  restyle(theme: Theme, family: string): void {
    this.#theme = theme;
    // Those that left were styled by the sheet before.
    this.#nodes.forget(0);
    this.#edges.forget(0);
    this.cy.batch(() => {
      for (const node of this.#scene.nodes) tell(this.node(node.id)!, nodeData(node, theme));
    });
    this.cy.style(stylesheet(theme, family));
  }

  /**
   * Brings the elements to the scene. Gives the places of nodes that must move, so that the caller can glide them;
   * newcomers set out from a neighbour that was there before, and what comes back from where it left.
   */
  show(scene: Scene): Map<NodeSingular, Point> {
    const before = this.#scene;
    this.#scene = scene;
    const homes = this.#homesOf(scene);
    const bends = bendsOf(scene.edges);
    this.cy.batch(() => {
      this.#drop(before, scene);
      this.#bringNodes(scene, homes);
      for (const node of scene.nodes) tell(this.node(node.id)!, nodeData(node, this.#theme));
      this.#bringEdges(scene, bends);
      for (const edge of scene.edges) tell(this.edge(edge.id)!, edgeData(edge, bends.get(edge.id)!));
    });
    return this.#movesTo(scene);
  }

  #drop(before: Scene, scene: Scene): void {
    const [nodes, edges] = [new Set(scene.nodes.map((node) => node.id)), endsById(scene)];
    const leaving: Element[] = [];
    for (const edge of before.edges)
      if (edges.get(edge.id) !== endsOf(edge)) leaving.push(this.#edges.leave(edge.id, endsOf(edge)));
    for (const { id } of before.nodes) if (!nodes.has(id)) leaving.push(this.#nodes.leave(id));
    // At once, since Cytoscape goes through all elements each time that some are removed.
    together(this.cy, leaving).remove();
  }

  #bringNodes({ nodes }: Scene, homes: ReadonlyMap<string, Point>): void {
    const back: Back<NodeSingular>[] = [];
    const fresh: ElementDefinition[] = [];
    for (const node of nodes) {
      if (this.node(node.id)) continue;
      const known = this.#nodes.back(node.id);
      const position = homes.get(node.id) ?? { x: node.x, y: node.y };
      if (known) back.push(known);
      else fresh.push({ group: 'nodes', position, data: this.#newNode(node) });
    }
    this.#put(back, fresh, this.#nodes);
  }

  #bringEdges({ edges }: Scene, bends: ReadonlyMap<string, number>): void {
    const back: Back<EdgeSingular>[] = [];
    const fresh: ElementDefinition[] = [];
    for (const edge of edges) {
      if (this.edge(edge.id)) continue;
      const known = this.#edges.back(edge.id, endsOf(edge));
      if (known) back.push(known);
      else fresh.push({ group: 'edges', data: this.#newEdge(edge, bends.get(edge.id)!) });
    }
    this.#put(back, fresh, this.#edges);
  }

  /** Puts on the canvas again what was there before, and what is made anew. */
  #put<E extends Element>(back: readonly Back<E>[], fresh: ElementDefinition[], kept: Kept<E>): void {
    const those = (same: boolean) => back.filter((one) => one.same === same).map(({ element }) => element);
    together(this.cy, those(false)).restore();
    putAsTheyWere(this.cy, those(true));
    this.cy.add(fresh).forEach((element) => kept.made(element as E));
    kept.forget();
  }

  #newNode(node: SceneNode): NodeDataDefinition {
    return { ...nodeData(node, this.#theme), id: this.#nodes.nameFor(node.id) };
  }

  #newEdge(edge: SceneEdge, bend: number): EdgeDataDefinition {
    const [source, target] = [this.node(edge.source)!.id(), this.node(edge.target)!.id()];
    return { ...edgeData(edge, bend), source, target, id: this.#edges.nameFor(edge.id) };
  }

  /** Where newcomers come from: the place of a neighbour that is on the canvas already. */
  #homesOf({ edges }: Scene): Map<string, Point> {
    const homes = new Map<string, Point>();
    for (const { source, target } of edges) {
      const [from, to] = [this.node(source), this.node(target)];
      if (from && !to) homes.set(target, { ...from.position() });
      if (to && !from) homes.set(source, { ...to.position() });
    }
    return homes;
  }

  #movesTo({ nodes }: Scene): Map<NodeSingular, Point> {
    const moves = new Map<NodeSingular, Point>();
    for (const { id, x, y } of nodes) {
      const node = this.node(id)!;
      if (!isAt(node, { x, y })) moves.set(node, { x, y });
    }
    return moves;
  }
}

function isAt(node: NodeSingular, { x, y }: Point): boolean {
  const at = node.position();
  return at.x === x && at.y === y;
}

/** What the way of a line follows from; nothing for a loop, which makes room for all the other loops there. */
function endsAt(edge: EdgeSingular): string | undefined {
  if (edge.isLoop()) return undefined;
  const ends = [edge.source(), edge.target()].map((node) => {
    const { x, y } = node.position();
    return [x, y, node.data('size'), node.data('shape')];
  });
  return ends.join(' ');
}

/** An edge whose ends changed is another one on the canvas. */
const endsOf = ({ id, source, target }: SceneEdge): string => JSON.stringify([id, source, target]);
const endsById = (scene: Scene): Map<string, string> =>
  new Map(scene.edges.map((edge) => [edge.id, endsOf(edge)]));
