// The elements on the canvas, kept by id from scene to scene: `show` updates only what changed.
import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape';
import { bendsOf } from '../view/routes.ts';
import { EMPTY_SCENE, type Point, type Scene, type SceneEdge, type SceneNode } from '../view/scene.ts';
import type { Theme } from '../view/theme.ts';
import { edgeData, nodeData } from './style.ts';

/**
 * Ids come from files and Cytoscape uses ids as keys of plain objects and in selectors, so elements are called
 * n1, n2… and e1, e2… there.
 */
class Names {
  readonly #prefix: string;
  readonly #byId = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  #count = 0;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }
  of(id: string): string {
    let name = this.#byId.get(id);
    if (!name) {
      name = `${this.#prefix}${++this.#count}`;
      this.#byId.set(id, name);
      this.#ids.set(name, id);
    }
    return name;
  }
  known(id: string): string | undefined {
    return this.#byId.get(id);
  }
  idOf(name: string): string | undefined {
    return this.#ids.get(name);
  }
  forget(id: string): void {
    const name = this.#byId.get(id);
    if (name) this.#ids.delete(name);
    this.#byId.delete(id);
  }
}

export class Drawn {
  readonly cy: Core;
  readonly #names = new Names('n');
  readonly #edgeNames = new Names('e');
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
    return (element.isNode() ? this.#names : this.#edgeNames).idOf(element.id());
  }

  /** The element of a node or an edge; a node where both bear the id. */
  element(id: string): NodeSingular | EdgeSingular | undefined {
    return this.node(id) ?? this.edge(id);
  }
  node(id: string): NodeSingular | undefined {
    const name = this.#names.known(id);
    return name ? this.cy.getElementById(name) : undefined;
  }
  edge(id: string): EdgeSingular | undefined {
    const name = this.#edgeNames.known(id);
    return name ? (this.cy.getElementById(name) as unknown as EdgeSingular) : undefined;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.cy.batch(() => {
      for (const node of this.#scene.nodes) this.node(node.id)!.data(nodeData(node, theme));
    });
  }

  /**
   * Brings the elements to the scene. Gives the places of nodes that must move, so that the caller can glide them;
   * newcomers set out from a neighbour that was there before.
   */
  show(scene: Scene): Map<NodeSingular, Point> {
    const before = this.#scene;
    this.#scene = scene;
    const moves = new Map<NodeSingular, Point>();
    this.cy.batch(() => {
      this.#drop(before, scene);
      this.#showNodes(before, scene, moves);
      this.#showEdges(before, scene);
    });
    return moves;
  }

  #drop(before: Scene, scene: Scene): void {
    const [nodes, edges] = [new Set(scene.nodes.map((node) => node.id)), endsById(scene)];
    for (const { id, source, target } of before.edges) {
      if (edges.get(id) === endsOf({ source, target })) continue;
      this.edge(id)!.remove();
      this.#edgeNames.forget(id);
    }
    for (const { id } of before.nodes) {
      if (nodes.has(id)) continue;
      this.node(id)!.remove();
      this.#names.forget(id);
    }
  }

  #showNodes(before: Scene, scene: Scene, moves: Map<NodeSingular, Point>): void {
    const old = new Map(before.nodes.map((node) => [node.id, node]));
    const homes = this.#homesOf(scene);
    for (const node of scene.nodes) {
      const standing = this.node(node.id);
      if (!standing) {
        const data = { ...nodeData(node, this.#theme), id: this.#names.of(node.id) };
        const home = homes.get(node.id);
        const added = this.cy.add({ group: 'nodes', data, position: home ?? { x: node.x, y: node.y } });
        if (home) moves.set(added, { x: node.x, y: node.y });
        continue;
      }
      if (!alike(old.get(node.id)!, node, ['x', 'y'])) standing.data(nodeData(node, this.#theme));
      const { x, y } = standing.position();
      if (x !== node.x || y !== node.y) moves.set(standing, { x: node.x, y: node.y });
    }
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

  #showEdges(before: Scene, scene: Scene): void {
    const old = new Map(before.edges.map((edge) => [edge.id, edge]));
    const bends = bendsOf(scene.edges);
    const fresh: ElementDefinition[] = [];
    for (const edge of scene.edges) {
      const bend = bends.get(edge.id)!;
      const standing = this.edge(edge.id);
      if (!standing) fresh.push(this.#newEdge(edge, bend));
      else if (!alike(old.get(edge.id)!, edge, []) || standing.data('bend') !== bend)
        standing.data(edgeData(edge, bend));
    }
    if (fresh.length > 0) this.cy.add(fresh);
  }

  #newEdge(edge: SceneEdge, bend: number): ElementDefinition {
    const ends = { source: this.#names.of(edge.source), target: this.#names.of(edge.target) };
    return { group: 'edges', data: { ...edgeData(edge, bend), ...ends, id: this.#edgeNames.of(edge.id) } };
  }
}

const endsOf = ({ source, target }: { source: string; target: string }): string =>
  JSON.stringify([source, target]);
const endsById = (scene: Scene): Map<string, string> =>
  new Map(scene.edges.map((edge) => [edge.id, endsOf(edge)]));

function alike<T extends SceneNode | SceneEdge>(a: T, b: T, but: readonly (keyof T)[]): boolean {
  if (a === b) return true;
  return (Object.keys(b) as (keyof T)[]).every((key) => {
    if (but.includes(key) || a[key] === b[key]) return true;
    return Array.isArray(a[key]) && Array.isArray(b[key]) && a[key].join('\n') === b[key].join('\n');
  });
}
