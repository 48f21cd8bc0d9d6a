// GML: the old plain-text format that nearly every program for graphs reads.
import type { Settings, Values } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses, type FlatGraph } from '../flat.ts';
import type { Format, Part } from '../format.ts';
import { LOOKS } from '../keptLooks.ts';
import { pullThrough } from '../pulledText.ts';
import { GmlReader } from './gmlRead.ts';
import { GmlParser } from './gmlTree.ts';
import { gmlText } from './gmlWrite.ts';

const MIME = 'text/x-gml';

/** Blanks and comments, then the first key. */
const FIRST = /^(?:\s|#[^\n\r]*(?:[\n\r]|$))*([A-Za-z]\w*)\s*(?=[\s["\d])/;

export const gml = {
  id: 'gml',
  label: 'GML',
  usedBy: 'igraph, networkx, Gephi, yEd, Cytoscape, Tulip',
  extensions: ['gml'],
  mime: MIME,
  settings: {
    ...GRAPH_SETTINGS,
    ...CARRIER,
    ascii: {
      type: 'boolean',
      default: true,
      label: 'Letters beyond ASCII as numbers',
      help: '&#269; for č, as the format wants it: networkx takes nothing else. igraph and Gephi take the letters themselves.',
    },
    ...LOOKS,
  } satisfies Settings,
  sniff({ text }) {
    const first = FIRST.exec(text)?.[1];
    if (first === undefined) return 0;
    if (/^graph$/i.test(first)) return /^(?:\s|#[^\n\r]*[\n\r])*graph\s*\[/i.test(text) ? 1 : 0;
    return /^[ \t]*graph\s*\[\s*\S/im.test(text) && !/[{}]/.test(text.slice(0, text.search(/graph\s*\[/i)))
      ? 0.9
      : 0;
  },
  async read(chunks, sink, settings) {
    const reader = new GmlReader(sink, settings.looks === true);
    await pullThrough(chunks, new GmlParser(reader).file());
    reader.end();
  },
  streams: true,
  writeGraph: writeGml,
  write: (out, settings) => writeGml(flatten(out, settings), settings),
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;

function writeGml(graph: FlatGraph, settings: Values): readonly Part[] {
  const text = gmlText(graph);
  return [{ name: 'case.gml', mime: MIME, text: settings.ascii === false ? inLetters(text) : text }];
}

/** Numbers of letters as the letters; controls and halves of surrogate pairs stay numbers. */
function* inLetters(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces)
    yield piece.replace(/&#(\d{3,7});/g, (entity, digits: string) => {
      const letter = String.fromCodePoint(Number(digits));
      return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(letter) ? letter : entity;
    });
}
