// DOT: the language of Graphviz.
import type { Settings } from '../../plugin/settings.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { LOOKS } from '../keptLooks.ts';
import { pullThrough } from '../pulledText.ts';
import { unwritable } from '../xmlWriting.ts';
import { DotParser } from './dotParser.ts';
import { DotReader } from './dotRead.ts';
import { dotText } from './dotWrite.ts';

const MIME = 'text/vnd.graphviz';

/** `strict digraph "name" {`; names are one, but two are a mistake of DOT, not of another format. */
const START =
  /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"(?:[^"\\]|\\[^]){0,30000}"|[^\s{"[\]]{1,1000})){0,2}\s*\{/i;

export const dot = {
  id: 'dot',
  label: 'DOT (Graphviz)',
  usedBy: 'Graphviz, Gephi, networkx, code and build tools',
  extensions: ['dot', 'gv'],
  mime: MIME,
  settings: { ...GRAPH_SETTINGS, ...CARRIER, ...LOOKS } satisfies Settings,
  sniff: ({ text }) => (START.test(withoutComments(text)) ? 1 : 0),
  async read(chunks, sink, settings) {
    const reader = new DotReader(sink, settings.looks === true);
    await pullThrough(chunks, new DotParser(reader.builder).file());
    reader.end();
  },
  write: (out, settings) => [{ name: 'case.dot', mime: MIME, text: dotText(flatten(out, settings)) }],
  loses: (out, settings) =>
    graphLosses(out, settings, { positions: true, mixed: true, lists: true }, () =>
      unwritable(flatten(out, settings), 'texts with control characters, shown as \ufffd'),
    ),
} satisfies Format;

/** From the first word on. */
function withoutComments(text: string): string {
  for (let at = 0; ;) {
    while (at < text.length && text[at]! <= ' ') at++;
    const block = text.startsWith('/*', at);
    if (!block && text[at] !== '#' && !text.startsWith('//', at)) return text.slice(at);
    const end = text.indexOf(block ? '*/' : '\n', at + 1);
    if (end < 0) return '';
    at = end + (block ? 2 : 1);
  }
}
