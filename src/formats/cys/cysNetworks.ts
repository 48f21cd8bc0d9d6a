// The networks of a Cytoscape 3 session: which nodes and edges each has. A network file holds a root, in it the networks
// that are shown (`cy:registered`), and in the nodes that are groups the graphs of their members.
import { finite } from '../typedValues.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';

export interface SessionEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
}

export interface Network {
  readonly id: string;
  readonly label: string;
  /** Its nodes, those that it refers to included. */
  readonly nodes: Set<string>;
  readonly edges: Set<string>;
}

interface Open {
  readonly kind: 'graph' | 'node';
  readonly id: string;
  /** Of a graph that is a network of its own. */
  readonly network?: Network;
}

/** Collects over all network files of a session. SUIDs are of one kind in all of them. */
export class SessionNetworks implements XmlVisitor {
  /** Labels by SUID. */
  readonly nodes = new Map<string, { label?: string; where: string }>();
  readonly edges = new Map<string, SessionEdge & { where: string }>();
  /** Groups by member. */
  readonly groups = new Map<string, Set<string>>();
  readonly networks: Network[] = [];
  readonly #open: Open[] = [];
  /** Name of the file at hand, for the account. */
  file = '';

  open(name: string, own: XmlAttributes, at: XmlPlace): void {
    const where = `${this.file}, line ${at.line}`;
    if (name === 'graph') this.#graph(own);
    else if (name === 'node') this.#node(own, where);
    else if (name === 'edge') this.#edge(own, where);
  }

  close(name: string): void {
    if (name === 'graph' || name === 'node') this.#open.pop();
  }

  #graph(own: XmlAttributes): void {
    const id = own.id ?? '';
    const group = this.#open.some(({ kind }) => kind === 'node');
    const shown = !group && own['cy:registered'] !== '0' && own['xlink:href'] === undefined;
    const network = { id, label: own.label ?? id, nodes: new Set<string>(), edges: new Set<string>() };
    if (shown) this.networks.push(network);
    this.#open.push({ kind: 'graph', id, ...(shown && { network }) });
  }

  #node(own: XmlAttributes, where: string): void {
    const id = referred(own) ?? own.id ?? '';
    if (own.id !== undefined) this.nodes.set(own.id, { label: own.label, where });
    this.#network?.nodes.add(id);
    const group = this.#open.findLast(({ kind }) => kind === 'node');
    if (group) this.groups.set(id, (this.groups.get(id) ?? new Set<string>()).add(group.id));
    this.#open.push({ kind: 'node', id });
  }

  #edge(own: XmlAttributes, where: string): void {
    const id = referred(own) ?? own.id ?? '';
    const { source, target } = own;
    if (source !== undefined && target !== undefined)
      this.edges.set(id, { id, source, target, directed: own['cy:directed'] !== '0', where });
    this.#network?.edges.add(id);
  }

  /** The network around what is read; members of its groups are its own too. */
  get #network(): Network | undefined {
    return this.#open.findLast(({ network }) => network)?.network;
  }
}

const referred = (own: XmlAttributes): string | undefined => own['xlink:href']?.replace(/^.*#/, '');

type Places = Map<string, readonly [x: number, y: number]>;

/** Where the views of each network lay its nodes, by SUID of the node; of several views the first counts. */
export class SessionViews implements XmlVisitor {
  readonly places = new Map<string, Places>();
  #view: Places = new Map();
  #node: string | undefined;

  open(name: string, own: XmlAttributes, at: XmlPlace): void {
    if (name === 'graph' && at.depth === 1) {
      const network = own['cy:networkId'] ?? '';
      this.#view = this.places.get(network) ?? new Map();
      this.places.set(network, this.#view);
    }
    if (name === 'node') this.#node = own['cy:nodeId'];
    if (name !== 'graphics' || this.#node === undefined || this.#view.has(this.#node)) return;
    const [x, y] = [finite(own.x), finite(own.y)];
    if (x !== undefined && y !== undefined) this.#view.set(this.#node, [x, y]);
  }

  close(name: string): void {
    if (name === 'node') this.#node = undefined;
  }
}
