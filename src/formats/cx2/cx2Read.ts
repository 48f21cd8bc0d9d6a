// Reads CX2 as NDEx, Cytoscape Web and the desktop write it.
import { readCx, tellNetwork, type CxAspects, type CxReader } from '../cxAspects.ts';
import { edgeName, TECHNICAL } from '../cytoscapeNames.ts';
import type { Attribute, Sink } from '../format.ts';
import { isObject, type JsonObject } from '../json.ts';
import { plain, take } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import type { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';
import { Cx2Columns } from './cx2Columns.ts';

const KNOWN: ReadonlySet<string> = new Set([
  ...['CXVersion', 'hasFragments', 'metaData', 'attributeDeclarations', 'networkAttributes'],
  ...['nodes', 'edges', 'status'],
]);

export const readCx2 = (text: string, sink: Sink): void =>
  readCx(text, sink, KNOWN, (aspects, tally) => new Cx2Reader(aspects, sink, tally));

class Cx2Reader implements CxReader {
  readonly #aspects: CxAspects;
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #columns: { readonly nodes: Cx2Columns; readonly edges: Cx2Columns };
  /** Ids and names by the number in the file. */
  readonly #nodes = new Map<string, { readonly id: string; readonly name: string }>();

  constructor(aspects: CxAspects, sink: Sink, tally: Tally) {
    const declared = (of: string) =>
      aspects
        .of('attributeDeclarations')
        .map((one) => one.get(of))
        .filter(isObject);
    this.#aspects = aspects;
    this.#sink = sink;
    this.#tally = tally;
    this.#columns = {
      nodes: new Cx2Columns(declared('nodes'), tally),
      edges: new Cx2Columns(declared('edges'), tally),
    };
  }

  network(): void {
    for (const said of this.#aspects.of('networkAttributes')) {
      for (const [name, value] of said) {
        if (name === 'ndexSchema' || name.startsWith('HCX::'))
          this.#tally.add(
            'kept',
            'The network is a hierarchy of other networks (HCX); its own nodes and edges were read.',
            'networkAttributes',
          );
        else tellNetwork(name, plain(value), this.#sink, this.#tally);
      }
    }
  }

  node(node: JsonObject, where: string): void {
    const number = plain(node.get('id'));
    if (number === undefined) return this.#tally.add('refused', 'A node without an id was left out.', where);
    const attributes = this.#attributes('nodes', node, where);
    const ours = isOurs(attributes);
    const id = (ours ? take(attributes, 'id') : undefined) ?? number;
    const label = take(attributes, 'name');
    if (ours) attributes.delete('name');
    if (!this.#nodes.has(number)) this.#nodes.set(number, { id, name: label ?? id });
    this.#sink.node({ id, label, attributes, ...placeOf(node), where });
  }

  edge(edge: JsonObject, where: string): void {
    const [number, from, to] = ['id', 's', 't'].map((name) => plain(edge.get(name)));
    if (from === undefined || to === undefined)
      return this.#tally.add('refused', 'An edge without a source or a target was left out.', where);
    const attributes = this.#attributes('edges', edge, where);
    const [source, target] = [from, to].map((end) => this.#nodes.get(end) ?? { id: end, name: end });
    const id = (isOurs(attributes) ? take(attributes, 'id') : undefined) ?? number;
    const type = take(attributes, 'interaction');
    const name = take(attributes, 'name');
    const isMade = type !== undefined && name === edgeName(source!.name, type, target!.name);
    this.#sink.edge({
      id,
      source: source!.id,
      target: target!.id,
      directed: this.#directed(attributes, where),
      label: isMade ? undefined : name,
      type,
      attributes,
      where,
    });
  }

  #attributes(of: 'nodes' | 'edges', element: JsonObject, where: string): Map<string, Attribute> {
    const attributes = this.#columns[of].attributes(element.get('v'), where);
    for (const name of TECHNICAL) attributes.delete(name);
    return attributes;
  }

  /** CX2 has no field for it. */
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
}

/** y grows down, as in the scene; z is only what lies over what. */
function placeOf(node: JsonObject): { x?: number; y?: number } {
  const [x, y] = [finite(plain(node.get('x'))), finite(plain(node.get('y')))];
  return x === undefined || y === undefined ? {} : { x, y };
}
