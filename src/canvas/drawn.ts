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
import { tell, together } from './changing.ts';
import { Kept } from './kept.ts';
import { edgeData, nodeData } from './style.ts';

export class Drawn {
  readonly cy: Core;
  readonly #nodes = new Kept<NodeSingular>('n');
  readonly #edges = new Kept<EdgeSingular>('e');
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
  idOf(element: NodeSingular | EdgeSingular): string | undefined {
    return (element.isNode() ? this.#nodes : this.#edges).idOf(element.id());
  }

  /** The element of a node or an edge; a node where both bear the id. */
  element(id: string): NodeSingular | EdgeSingular | undefined {
    return this.node(id) ?? this.edge(id);
  }
  node(id: string): NodeSingular | undefined {
    return this.#nodes.get(id);
  }
  edge(id: string): EdgeSingular | undefined {
    return this.#edges.get(id);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.cy.batch(() => {
      for (const node of this.#scene.nodes) tell(this.node(node.id)!, nodeData(node, theme));
    });
  }

  /**
   * Brings the elements to the scene. Gives the places of nodes that must move, so that the caller can glide them;
   * newcomers set out from a neighbour that was there before.
   */
  show(scene: Scene): Map<NodeSingular, Point> {
    const before = this.#scene;
    this.#scene = scene;
    const homes = this.#homesOf(scene);
    const bends = bendsOf(scene.edges);
    this.cy.batch(() => {
      this.#drop(before, scene);
      this.#bringNodes(scene, homes);
      this.#bringEdges(scene, bends);
      for (const node of scene.nodes) tell(this.node(node.id)!, nodeData(node, this.#theme));
      for (const edge of scene.edges) tell(this.edge(edge.id)!, edgeData(edge, bends.get(edge.id)!));
    });
    return this.#movesTo(scene);
  }

  #drop(before: Scene, scene: Scene): void {
    const [nodes, edges] = [new Set(scene.nodes.map((node) => node.id)), endsById(scene)];
    const leaving: (NodeSingular | EdgeSingular)[] = [];
    for (const edge of before.edges)
      if (edges.get(edge.id) !== endsOf(edge)) leaving.push(this.#edges.leave(edge.id, endsOf(edge)));
    for (const { id } of before.nodes) if (!nodes.has(id)) leaving.push(this.#nodes.leave(id));
    // At once, since Cytoscape goes through all elements each time that some are removed.
    together(this.cy, leaving).remove();
  }

  #bringNodes({ nodes }: Scene, homes: ReadonlyMap<string, Point>): void {
    const back: NodeSingular[] = [];
    const fresh: ElementDefinition[] = [];
    for (const node of nodes) {
      if (this.node(node.id)) continue;
      const position = homes.get(node.id) ?? { x: node.x, y: node.y };
      const known = this.#nodes.back(node.id);
      if (known) back.push(known.position(position));
      else fresh.push({ group: 'nodes', position, data: this.#newNode(node) });
    }
    this.#put(back, fresh, this.#nodes);
  }

  #bringEdges({ edges }: Scene, bends: ReadonlyMap<string, number>): void {
    const back: EdgeSingular[] = [];
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
  #put<E extends NodeSingular | EdgeSingular>(back: E[], fresh: ElementDefinition[], kept: Kept<E>): void {
    together(this.cy, back).restore();
    this.cy.add(fresh).forEach((element) => kept.made(element as E));
    kept.trim();
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
      const at = node.position();
      if (at.x !== x || at.y !== y) moves.set(node, { x, y });
    }
    return moves;
  }
}

/** An edge whose ends changed is another one on the canvas. */
const endsOf = ({ id, source, target }: SceneEdge): string => JSON.stringify([id, source, target]);
const endsById = (scene: Scene): Map<string, string> =>
  new Map(scene.edges.map((edge) => [edge.id, endsOf(edge)]));
