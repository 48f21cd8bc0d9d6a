// Pajek: networks of social science, .net and .paj.
import type { Settings } from '../../plugin/settings.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { LOOKS } from '../keptLooks.ts';
import { oneLine, plainLines } from '../plainLines.ts';
import { PajekReader } from './pajekRead.ts';
import { pajekText } from './pajekWrite.ts';

const MIME = 'text/plain';
/** Blanks and comments, then a word with a star. */
const FIRST =
  /^(?:\s|%[^\n\r]*[\n\r]|\/\*[^*]*\*\/)*\*(network|vertices|nodes|partition|vector|cluster|permutation|hierarchy|arcs|edges|arcslist|edgeslist|matrix)\b(?! data| properties)/i;

export const pajek = {
  id: 'pajek',
  label: 'Pajek',
  usedBy: 'Pajek, networkx, igraph, Gephi; labels and weights only',
  extensions: ['net', 'paj'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    relations: {
      type: 'boolean',
      default: false,
      label: 'Write types of ties as relations',
      help: 'Pajek itself knows them; networkx and igraph do not.',
    },
    ...LOOKS,
  } satisfies Settings,
  sniff: ({ text }) => (FIRST.test(text) ? 1 : 0),
  async read(chunks, sink, settings) {
    const reader = new PajekReader(sink, settings.looks === true);
    for await (const line of plainLines(chunks)) reader.line(line);
    reader.end();
  },
  write(out, settings) {
    return [
      { name: 'case.net', mime: MIME, text: pajekText(flatten(out, settings), settings.relations === true) },
    ];
  },
  loses(out, settings) {
    const flat = flatten(out, settings);
    const placed = [...flat.nodes].filter(({ x }) => x !== undefined).length;
    const labels = [...flat.nodes, ...flat.edges].filter(
      ({ label }) => label.includes('"') || oneLine(label) !== label,
    );
    const own = [
      { what: 'ids, written as numbers', count: flat.nodeCount },
      { what: 'positions, of which shares of the whole are kept', count: placed },
      { what: 'labels with quotes or line ends, which were replaced', count: labels.length },
      { what: 'types of nodes', count: flat.nodeCount },
      { what: 'types of edges', count: settings.relations === true ? 0 : flat.edgeCount },
      { what: 'the name of the case', count: 1 },
    ];
    const all = graphLosses(out, settings, { positions: true, mixed: true, labelsOnly: true });
    return [...all, ...own.filter(({ count }) => count > 0)];
  },
} satisfies Format;
