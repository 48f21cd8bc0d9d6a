// Trivial Graph Format: nodes with labels, a line of `#`, edges with labels. Nothing else has a place.
import { InputError } from '../../plugin/problem.ts';
import { flatten, GRAPH_SETTINGS, graphLosses, type FlatGraph } from '../flat.ts';
import type { Format, Sink } from '../format.ts';
import { oneLine, plainLines } from '../plainLines.ts';
import { Tally } from '../tally.ts';
import { isTgf } from './tgfSniff.ts';

const MIME = 'text/plain';

export const tgf = {
  id: 'tgf',
  label: 'TGF (Trivial Graph Format)',
  usedBy: 'yEd, Gephi; labels only',
  extensions: ['tgf'],
  mime: MIME,
  settings: GRAPH_SETTINGS,
  sniff: ({ text }) => (isTgf(text) ? 0.9 : 0),
  read: (chunks, sink) => readTgf(chunks, sink),
  write: (out, settings) => [{ name: 'case.tgf', mime: MIME, text: tgfText(flatten(out, settings)) }],
  loses(out, settings) {
    const flat = flatten(out, settings);
    const anew = Array.from(flat.nodes).filter(({ id }) => !isPlain(id)).length;
    const own = [
      { what: 'types of nodes and edges', count: flat.nodeCount + flat.edgeCount },
      { what: 'ids that cannot stand in a line, replaced', count: anew },
    ];
    const all = graphLosses(out, settings, { labelsOnly: true });
    return [...all, ...own.filter(({ count }) => count > 0)];
  },
} satisfies Format;

/** TGF says nothing of direction; yEd draws arrows, so edges are read as directed. */
async function readTgf(chunks: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  const tally = new Tally();
  let [number, parted] = [0, false];
  for await (const line of plainLines(chunks)) {
    const where = `line ${++number}`;
    const text = line.trim();
    if (text === '') continue;
    if (text === '#') {
      if (parted) tally.add('mended', 'A second line of “#” was passed over.', where);
      parted = true;
    } else if (parted) edge(text, where, sink, tally);
    else {
      const [id, label] = firstWord(text);
      sink.node({ id, label: label || undefined, attributes: new Map(), where });
    }
  }
  if (!parted)
    throw new InputError('There is no line of “#” alone, which parts nodes from edges in TGF. Add it.');
  tally.tell((problem) => sink.problem(problem));
}

function edge(text: string, where: string, sink: Sink, tally: Tally): void {
  const [source, rest] = firstWord(text);
  const [target, label] = firstWord(rest);
  if (target === '') return tally.add('refused', 'An edge without a target was left out.', where);
  sink.edge({ source, target, directed: true, label: label || undefined, attributes: new Map(), where });
}

function firstWord(text: string): [word: string, rest: string] {
  const end = text.search(/\s/);
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end).trim()];
}

const isPlain = (id: string): boolean =>
  id.length <= 200 && /^[^\s#\0-\x1f]+$/.test(id) && !/\p{Cs}/u.test(id);

function* tgfText(graph: FlatGraph): Generator<string> {
  const taken = new Set(Array.from(graph.nodes, ({ id }) => id));
  const others = new Map<string, string>();
  const idOf = (id: string): string => {
    if (isPlain(id)) return id;
    let other = others.get(id) ?? `n${others.size + 1}`;
    while (!others.has(id) && taken.has(other)) other += '_';
    others.set(id, other);
    return other;
  };
  for (const { id, label } of graph.nodes) yield `${idOf(id)} ${oneLine(label)}\n`;
  yield '#\n';
  for (const { source, target, label } of graph.edges)
    yield `${idOf(source)} ${idOf(target)} ${oneLine(label)}\n`;
}
