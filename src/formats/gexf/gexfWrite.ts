// Writes GEXF 1.3, or 1.2 for older readers.
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import { Occurrences } from '../occurrences.ts';
import { writeList } from './gexfLists.ts';
import { colourOf } from '../typeColours.ts';
import { wholeDays } from '../wholeDays.ts';
import { Changing } from './gexfChanging.ts';
import { beyondLong } from '../wholeNumbers.ts';
import { element, emptyTag, startTag, XML_DECLARATION, xmlId } from '../xmlWriting.ts';

export type GexfVersion = '1.3' | '1.2';

const NAMESPACES = {
  '1.3': { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz' },
  '1.2': { xmlns: 'http://www.gexf.net/1.2draft', 'xmlns:viz': 'http://www.gexf.net/1.2draft/viz' },
};

/** Only types that Gephi, networkx and 1.2 know alike; a date has none. */
const TYPES = {
  string: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  date: 'string',
  url: 'anyURI',
};

const SIZE = emptyTag('viz:size', { value: 10 });

export function* gexfText(graph: FlatGraph, version: GexfVersion): Generator<string> {
  const writer = new GexfWriter(graph, version);
  yield XML_DECLARATION + startTag('gexf', { ...NAMESPACES[version], version }) + '\n';
  yield `  <meta>${element('creator', {}, 'Clew')}${element('description', {}, describe(graph))}</meta>\n`;
  yield writer.head();
  yield '    <nodes>\n';
  for (const node of graph.nodes) yield writer.node(node);
  yield '    </nodes>\n    <edges>\n';
  for (const edge of graph.edges) yield writer.edge(edge);
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

/** 1.3 has no place for a title: it is the first paragraph. */
const describe = ({ title, description }: FlatGraph): string =>
  description ? `${title}\n\n${description}` : title;

class GexfWriter {
  readonly #graph: FlatGraph;
  readonly #version: GexfVersion;
  readonly #columns: { readonly node: readonly GexfColumn[]; readonly edge: readonly GexfColumn[] };
  readonly #changing: { readonly node: Changing; readonly edge: Changing };
  /** How often two nodes were joined by one kind: Gephi adds up parallel edges of one kind as if they were one. */
  readonly #parallel = new Occurrences();

  constructor(graph: FlatGraph, version: GexfVersion) {
    this.#graph = graph;
    this.#version = version;
    this.#columns = {
      node: typed(graph.nodeColumns, graph.nodes),
      edge: typed(graph.edgeColumns, graph.edges),
    };
    this.#changing = { node: new Changing(graph.nodes), edge: new Changing(graph.edges) };
  }

  head(): string {
    const { nodeColumns, edgeColumns } = this.#graph;
    const dated = [...nodeColumns, ...edgeColumns].some(({ id }) =>
      /^(startDate|endDate|date)( \(|$)/.test(id),
    );
    const changing = this.#changing.node.columns.size + this.#changing.edge.columns.size > 0;
    const dynamic = dated || changing ? { mode: 'dynamic', timeformat: 'date' } : { mode: 'static' };
    const graph = startTag('graph', { defaultedgetype: this.#defaultType(), ...dynamic });
    return `  ${graph}\n${this.#declared('node')}${this.#declared('edge')}`;
  }

  node(node: FlatNode): string {
    const { id, label, schema, x, y, start, end } = node;
    // 1.2 wants a height.
    const z = this.#version === '1.2' ? 0 : undefined;
    const place = x === undefined || y === undefined ? '' : emptyTag('viz:position', { x, y: -y || 0, z });
    const looks = emptyTag('viz:color', colourOf(schema)) + SIZE + place;
    const inside = this.#values('node', node) + spells(start, end) + looks;
    return `      ${startTag('node', { id: xmlId(id), label })}${inside}</node>\n`;
  }

  edge(edge: FlatEdge): string {
    const { id, source, target, directed, label, type, weight, start, end } = edge;
    const ends = { source: xmlId(source), target: xmlId(target) };
    const own = { id: xmlId(id), ...ends, type: directed ? 'directed' : 'undirected', label, weight };
    const kind = this.#kind(source, target, directed, type);
    const inside = this.#values('edge', edge) + spells(start, end);
    return `      ${startTag('edge', this.#version === '1.3' ? { ...own, kind } : own)}${inside}</edge>\n`;
  }

  /**
   * Readers that know one direction only go by the default, so it is what the edges are. None where they are of both
   * kinds: Gephi refuses each that is not of the kind the graph names.
   */
  #defaultType(): string | undefined {
    if (this.#graph.mixed) return undefined;
    for (const { directed } of this.#graph.edges) return directed ? 'directed' : 'undirected';
    return 'directed';
  }

  /** What changes with time is declared apart. */
  #declared(of: 'node' | 'edge'): string {
    const { columns } = this.#changing[of];
    return ['static', 'dynamic']
      .map(
        (mode) =>
          [mode, this.#columns[of].filter(({ id }) => columns.has(id) === (mode === 'dynamic'))] as const,
      )
      .filter(([, all]) => all.length > 0)
      .map(([mode, all]) => {
        const tags = all.map(({ id, type }) => {
          const own = { id: xmlId(id), title: xmlId(id), type: columns.has(id) ? scalar(type) : type };
          return `      ${emptyTag('attribute', own)}\n`;
        });
        const attributes = { class: of, mode: mode === 'dynamic' ? mode : undefined };
        return `    ${startTag('attributes', attributes)}\n${tags.join('')}    </attributes>\n`;
      })
      .join('');
  }

  #values(of: 'node' | 'edge', item: FlatNode | FlatEdge): string {
    const all: string[] = [];
    for (const { id, type } of this.#columns[of]) {
      const own = item.values.get(id);
      if (!own || own.length === 0) continue;
      const stretches = this.#changing[of].stretchesOf(item, id);
      if (stretches) {
        for (const { value, start, end } of stretches)
          all.push(emptyTag('attvalue', { for: xmlId(id), value, start, end }));
      } else {
        const value = type === 'liststring' ? writeList(own, this.#version) : own[0];
        all.push(emptyTag('attvalue', { for: xmlId(id), value }));
      }
    }
    return all.length > 0 ? `<attvalues>${all.join('')}</attvalues>` : '';
  }

  #kind(source: string, target: string, directed: boolean, type: string): string {
    const [a, b] = directed || source < target ? [source, target] : [target, source];
    const before = this.#parallel.add(JSON.stringify([a, b, directed, type]));
    return before === 0 ? type : `${type} ${before + 1}`;
  }
}

/** Open ends are left out. */
function spells(start?: string, end?: string): string {
  const days = wholeDays(start, end);
  return days ? `<spells>${emptyTag('spell', days)}</spells>` : '';
}

/** A value that changes with time is one at a time. */
const scalar = (type: string): string => (type === 'liststring' ? 'string' : type);

interface GexfColumn {
  readonly id: string;
  readonly type: string;
}

function typed(columns: readonly FlatColumn[], items: Iterable<FlatNode | FlatEdge>): GexfColumn[] {
  const beyond = beyondLong(columns, items);
  return columns.map(({ id, type, list }) => ({
    id,
    type: list ? 'liststring' : beyond.has(id) ? 'string' : TYPES[type],
  }));
}
