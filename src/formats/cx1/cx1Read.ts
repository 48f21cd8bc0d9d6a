// Reads CX1: nodes, edges and what is said of them lie apart and in any order, so all is gathered first.
import { readCx, tellNetwork, type CxAspects, type CxReader } from '../cxAspects.ts';
import { edgeName, TECHNICAL } from '../cytoscapeNames.ts';
import type { Attribute, Sink } from '../format.ts';
import { isList, type JsonObject } from '../json.ts';
import { plain, take } from '../jsonValues.ts';
import type { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';
import { Cx1Attributes } from './cx1Attributes.ts';

const KNOWN: ReadonlySet<string> = new Set([
  ...['numberVerification', 'metaData', '@context', 'ndexStatus', 'status', 'nodes', 'edges'],
  ...['nodeAttributes', 'edgeAttributes', 'networkAttributes', 'cartesianLayout', 'cyGroups'],
  ...['citations', 'supports', 'nodeCitations', 'edgeCitations', 'nodeSupports', 'edgeSupports'],
  ...['cySubNetworks', 'cyNetworkRelations'],
]);

export const readCx1 = (text: string, sink: Sink): void =>
  readCx(text, sink, KNOWN, (aspects, tally) => new Cx1Reader(aspects, sink, tally));

class Cx1Reader implements CxReader {
  readonly #aspects: CxAspects;
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #of: { readonly node: Cx1Attributes; readonly edge: Cx1Attributes };
  readonly #names: ReadonlyMap<string, string>;
  readonly #places = new Map<string, { x: number; y: number }>();
  readonly #groups = new Map<string, string>();

  constructor(aspects: CxAspects, sink: Sink, tally: Tally) {
    this.#aspects = aspects;
    this.#sink = sink;
    this.#tally = tally;
    this.#of = {
      node: new Cx1Attributes('node', aspects, tally),
      edge: new Cx1Attributes('edge', aspects, tally),
    };
    this.#names = new Map(
      aspects.of('nodes').map((node) => [plain(node.get('@id')) ?? '', plain(node.get('n')) ?? '']),
    );
    this.#gatherPlaces();
    this.#gatherGroups();
  }

  network(): void {
    for (const said of this.#aspects.of('networkAttributes')) {
      const [name, value] = [plain(said.get('n')), said.get('v')];
      if (name === undefined || name.startsWith('__')) continue;
      const texts = isList(value) ? value.map(plain) : [plain(value)];
      tellNetwork(name, texts.filter((text) => text !== undefined).join(', '), this.#sink, this.#tally);
    }
    if (this.#aspects.of('cySubNetworks').length > 1)
      this.#tally.add(
        'kept',
        'The file holds several networks of the same nodes; they were read as one.',
        'cySubNetworks',
      );
  }

  node(node: JsonObject, where: string): void {
    const id = plain(node.get('@id'));
    if (id === undefined) return this.#tally.add('refused', 'A node without an @id was left out.', where);
    const attributes = this.#attributes('node', id, where);
    const represents = plain(node.get('r'));
    if (represents) attributes.set('represents', { type: 'string', values: [represents] });
    const parent = this.#groups.get(id);
    if (parent !== undefined) {
      attributes.set('parent', { type: 'string', values: [parent] });
      this.#tally.add('kept', 'Nodes lie in groups; "parent" says in which.', where);
    }
    const label = plain(node.get('n')) ?? attributes.get('name')?.values[0];
    this.#sink.node({ id, label, attributes, ...this.#places.get(id), where });
  }

  edge(edge: JsonObject, where: string): void {
    const [id, source, target] = ['@id', 's', 't'].map((name) => plain(edge.get(name)));
    if (source === undefined || target === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes('edge', id, where);
    const said = attributes.get('interaction')?.values;
    const type = plain(edge.get('i')) ?? (said?.length === 1 ? said[0] : undefined);
    if (said?.length === 1 && said[0] === type) attributes.delete('interaction');
    const name = take(attributes, 'name');
    const [from, to] = [this.#names.get(source) ?? source, this.#names.get(target) ?? target];
    const isMade = type !== undefined && name === edgeName(from, type, to);
    this.#sink.edge({
      id,
      source,
      target,
      directed: this.#directed(attributes, where),
      label: isMade ? undefined : name,
      type,
      attributes,
      where,
    });
  }

  #attributes(of: 'node' | 'edge', id: string | undefined, where: string): Map<string, Attribute> {
    const attributes = id === undefined ? new Map<string, Attribute>() : this.#of[of].attributes(id, where);
    for (const name of TECHNICAL) attributes.delete(name);
    return attributes;
  }

  #directed(attributes: Map<string, Attribute>, where: string): boolean {
    const said = attributes.get('directed');
    if (said?.type === 'boolean') return take(attributes, 'directed') === 'true';
    this.#tally.add(
      'kept',
      'The file does not say whether edges are directed; they were read as directed.',
      where,
    );
    return true;
  }

  /** y grows down, as in the scene. A node drawn in several views lies where the first has it. */
  #gatherPlaces(): void {
    for (const place of this.#aspects.of('cartesianLayout')) {
      const node = plain(place.get('node'));
      const [x, y] = [finite(plain(place.get('x'))), finite(plain(place.get('y')))];
      if (node === undefined || x === undefined || y === undefined) continue;
      if (this.#places.has(node))
        this.#tally.add(
          'kept',
          'Nodes lie in several views; the place in the first was kept.',
          'cartesianLayout',
        );
      else this.#places.set(node, { x, y });
    }
  }

  /** A group is a node of its own, or else known by its name. */
  #gatherGroups(): void {
    for (const group of this.#aspects.of('cyGroups')) {
      const id = plain(group.get('@id'));
      const name = plain(group.get('n')) ?? plain(group.get('name'));
      const parent = id !== undefined && this.#names.has(id) ? id : (name ?? id);
      const members = group.get('nodes');
      if (parent === undefined || !isList(members)) continue;
      for (const member of members.map(plain)) if (member !== undefined) this.#groups.set(member, parent);
    }
  }
}
