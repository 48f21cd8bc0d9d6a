// What is lit: the selection, a path, and the neighbourhood under the pointer while the rest fades.
import type { Collection, CollectionReturnValue, Core, EdgeCollection } from 'cytoscape';
import { together } from './changing.ts';
import type { Drawn } from './drawn.ts';
import { EdgeLabels } from './edgeLabels.ts';

/** Nodes and edges by their ids: of a path, or of a moment. */
export interface LitPath {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** Milliseconds before the lights come back on when the pointer leaves, so that crossing a gap does not flicker. */
const LEAVE = 80;

export class Light {
  readonly #drawn: Drawn;
  readonly #cy: Core;
  readonly #labels: EdgeLabels;
  #selected: readonly string[] = [];
  #path: LitPath | undefined;
  #moment: LitPath | undefined;
  #hovered: string | undefined;
  /** Who bears which class. */
  readonly #dressed = new Map<string, Collection>();
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
    this.#cy = drawn.cy;
    this.#labels = new EdgeLabels(drawn);
  }

  get selected(): readonly string[] {
    return this.#selected;
  }

  select(ids: readonly string[]): void {
    this.#selected = ids;
    this.again();
  }

  path(path: LitPath | undefined): void {
    this.#path = path;
    this.again();
  }

  /** Leaves these as they are and dims the rest: all of it, where there are none. */
  moment(moment: LitPath | undefined): void {
    this.#moment = moment;
    this.again();
  }

  /** Lights the neighbourhood of a node or the ends of an edge; nothing: lets go after a moment. */
  hover(id: string | undefined): void {
    clearTimeout(this.#leaving);
    if (id !== undefined) return this.#setHovered(id);
    if (this.#hovered !== undefined) this.#leaving = setTimeout(() => this.#setHovered(undefined), LEAVE);
  }

  /** Places the labels at rest and lights all anew, as after a new scene. */
  begin(): void {
    this.#labels.rest();
    this.again();
  }

  /** Puts labels at rest where they fit now that nodes were moved by hand. */
  moved(positions: ReadonlyMap<string, readonly [number, number]>): void {
    this.#labels.rest(positions);
  }

  again(): void {
    const { hovered, path, moment, selected } = this.#collections();
    const lit = hovered.nonempty() ? neighbourhood(hovered) : path.union(moment);
    const none = this.#cy.collection();
    const { nodes } = this.#drawn.scene;
    const near = hovered.nonempty() ? nodes.filter((node) => lit.has(this.#drawn.node(node.id)!)) : nodes;
    const rest =
      lit.nonempty() || this.#moment
        ? this.#cy.elements().difference(lit).difference(selected.nodes())
        : none;
    this.#cy.batch(() => {
      const spoken = (hovered.nonempty() ? lit : path).edges().union(selected.edges()) as EdgeCollection;
      this.#dress({
        selected,
        path,
        hovered,
        lit: hovered.nonempty() ? lit : none,
        near: hovered.nonempty() ? none : (selected.nodes().connectedEdges() as CollectionReturnValue),
        spoken: together(this.#cy, this.#labels.speak(spoken, near)),
        faint: hovered.nonempty() ? rest : none,
        dim: hovered.nonempty() ? none : rest,
      });
    });
  }

  /** Only who gains or loses a class is touched: Cytoscape styles whatever it is told about anew. */
  #dress(classes: Readonly<Record<string, Collection>>): void {
    for (const [name, now] of Object.entries(classes)) {
      const had = this.#dressed.get(name) ?? this.#cy.collection();
      had.difference(now).removeClass(name);
      now.difference(had).addClass(name);
      this.#dressed.set(name, now);
    }
  }

  destroy(): void {
    clearTimeout(this.#leaving);
  }

  #setHovered(id: string | undefined): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.again();
  }

  #collections(): Record<'hovered' | 'path' | 'moment' | 'selected', Collection> {
    const of = (ids: readonly string[], find: (id: string) => ReturnType<Drawn['element']>) =>
      together(
        this.#cy,
        ids.map(find).filter((element) => element !== undefined),
      );
    const both = (lit: LitPath | undefined) =>
      of(lit?.nodes ?? [], (id) => this.#drawn.node(id)).union(
        of(lit?.edges ?? [], (id) => this.#drawn.edge(id)),
      );
    return {
      hovered: of(this.#hovered === undefined ? [] : [this.#hovered], (id) => this.#drawn.element(id)),
      path: both(this.#path),
      moment: both(this.#moment),
      selected: of(this.#selected, (id) => this.#drawn.element(id)),
    };
  }
}

const neighbourhood = (of: Collection): Collection =>
  of.union(of.nodes().neighborhood()).union(of.edges().connectedNodes());
