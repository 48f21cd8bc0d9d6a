// Reads DOT: tells nodes, edges and what they say; how they are drawn only on demand.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, EdgeEvent, Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { finite, spelled } from '../typedValues.ts';
import type { DotEdge, DotListener, DotNode, DotScope, DotValue } from './dotBuilder.ts';
import { DotBuilder } from './dotBuilder.ts';
import { textOfHtml, textOfRecord, unescaped } from './dotLabels.ts';
import { DRAWN, OWN_ID } from './dotNames.ts';
import { withoutEntities } from '../entities.ts';

/** Attributes that nodes have from defaults, in all: few words can give many to many. */
const MOST_INHERITED = 1_000_000;

const PLACE = /^\s*([-+\d.eE]{1,40})\s*,\s*([-+\d.eE]{1,40})/;

export class DotReader implements DotListener {
  readonly builder = new DotBuilder(this);
  readonly #sink: Sink;
  readonly #keepLooks: boolean;
  readonly #tally = new Tally();
  #graphs = 0;
  #graphName = '';
  #inherited = 0;

  constructor(sink: Sink, keepLooks: boolean) {
    this.#sink = sink;
    this.#keepLooks = keepLooks;
  }

  odd(what: string, where: string): void {
    this.#tally.add('mended', what, where);
  }

  graph(name: string | undefined, root: DotScope): void {
    if (++this.#graphs > 1) {
      this.#tally.add('kept', 'The file holds several graphs; they were read as one.', 'the file');
      return;
    }
    this.#graphName = name ?? '';
    const label = root.of('graph').get('label');
    const names = new Map([['G', this.#graphName]]);
    this.#sink.meta('name', (label && this.#label(label, names)) || this.#graphName);
    const comment = root.of('graph').get('comment');
    if (comment) this.#sink.meta('description', unescaped(comment.text));
  }

  /** Call when the file has been read. */
  end(): void {
    if (this.#graphs === 0)
      throw new InputError('There is no graph in this DOT file. It begins with “graph {” or “digraph {”.');
    for (const node of this.builder.nodes.values()) this.#node(node);
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  edge({ source, target, directed, attributes, where }: DotEdge): void {
    const dir = attributes.get('dir')?.text;
    const names = new Map([
      ['T', source],
      ['H', target],
      ['E', `${source}${directed ? '->' : '--'}${target}`],
      ['G', this.#graphName],
    ]);
    const said = this.#attributes('edge', attributes, names, where);
    const label = attributes.get('label');
    const [from, to] = dir === 'back' ? [target, source] : [source, target];
    if (dir === 'back')
      this.#tally.add('kept', 'Edges with dir=back were read the way their arrow points.', where);
    if (dir === 'both') this.#tally.add('kept', 'Edges with dir=both were read as undirected.', where);
    if (attributes.has('tailport') || attributes.has('headport'))
      this.#tally.add('kept', 'Ports, where an edge meets its node, were left out.', where);
    const edge: EdgeEvent = {
      id: attributes.get(OWN_ID)
        ? unescaped(attributes.get(OWN_ID)!.text)
        : attributes.get('id')?.text || undefined,
      source: this.#idOf(from),
      target: this.#idOf(to),
      directed: dir === 'none' || dir === 'both' ? false : dir === 'forward' || dir === 'back' || directed,
      label: (label && this.#label(label, names)) || undefined,
      attributes: said,
      where,
    };
    this.#sink.edge(edge);
  }

  #idOf(id: string): string {
    const own = this.builder.nodes.get(id)?.own.get(OWN_ID);
    return own ? unescaped(own.text) : id;
  }

  #node({ id, own, defaults, clusters, where }: DotNode): void {
    const all = defaults.size === 0 ? own : new Map([...defaults, ...own]);
    if ((this.#inherited += all.size - own.size) > MOST_INHERITED)
      throw new InputError(
        `${where}: What is set for all nodes makes more than ${MOST_INHERITED} attributes. Take out what is not needed.`,
      );
    const names = new Map([
      ['N', id],
      ['G', this.#graphName],
    ]);
    const attributes = this.#attributes('node', all, names, where);
    const inside = Array.from(clusters, (cluster) => this.#clusterName(cluster));
    if (inside.length > 0) {
      attributes.set('cluster', { type: 'string', values: [...new Set(inside)] });
      this.#tally.add('kept', 'Nodes lie in clusters; "cluster" says in which.', where);
    }
    const label = all.get('label');
    const isRecord = /record/i.test(all.get('shape')?.text.slice(0, 20) ?? '');
    const text = label && this.#label(label, names, isRecord);
    const place = PLACE.exec(all.get('pos')?.text ?? '');
    const [x, y] = [finite(place?.[1]), finite(place?.[2])];
    // Graphviz's y grows up, the scene's down.
    const position = x === undefined || y === undefined ? undefined : { x, y: -y || 0 };
    this.#sink.node({ id: this.#idOf(id), label: text || undefined, attributes, ...position, where });
  }

  #clusterName(cluster: DotScope): string {
    const label = cluster.of('graph').get('label');
    return (label && this.#label(label, new Map([['G', cluster.name ?? '']]))) || (cluster.name ?? '');
  }

  #label({ text, html }: DotValue, names: ReadonlyMap<string, string>, isRecord = false): string {
    if (html) return textOfHtml(text);
    return withoutEntities(unescaped(isRecord ? textOfRecord(text) : text, names)).trim();
  }

  #attributes(
    of: 'node' | 'edge',
    all: ReadonlyMap<string, DotValue>,
    names: ReadonlyMap<string, string>,
    where: string,
  ): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    const ours = all.has('stance') && all.has('disputed');
    for (const [name, value] of all) {
      const drawn = DRAWN[of].has(name);
      if (
        name === 'label' ||
        name === OWN_ID ||
        (of === 'edge' && name === 'id') ||
        (drawn && !this.#keepLooks)
      )
        continue;
      const attribute = ours ? ownAttribute(value.text) : this.#attribute(name, value, names);
      if (attribute) attributes.set(drawn ? `viz:${name}` : ours ? unescaped(name) : name, attribute);
      if (value.html) this.#tally.add('kept', 'HTML was kept as its text.', where);
    }
    return attributes;
  }

  #attribute(name: string, value: DotValue, names: ReadonlyMap<string, string>): Attribute | undefined {
    if (value.html) return { type: 'string', values: [textOfHtml(value.text)] };
    if (value.text === '') return undefined;
    if (/label$/.test(name)) return { type: 'string', values: [this.#label(value, names)] };
    if (name === 'URL' || name === 'href') return { type: 'url', values: [value.text] };
    const weight = name === 'weight' ? spelled('number', value.text) : undefined;
    return weight === undefined
      ? { type: 'string', values: [value.text] }
      : { type: 'number', values: [weight] };
  }
}

/** As Clew writes them: with escapes, and a list in JSON. */
function ownAttribute(written: string): Attribute | undefined {
  const text = unescaped(written);
  if (text === '') return undefined;
  if (!text.startsWith('[')) return { type: 'string', values: [text] };
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((item) => typeof item === 'string'))
      return { type: 'string', values: list };
  } catch {
    // No list, then, but a text that begins with a bracket.
  }
  return { type: 'string', values: [text] };
}
