// Tables: nodes.csv and edges.csv with Gephi's headers; on reading any table of nodes or edges, or a zip of both.
import { layoutOf, shapeOf } from './csvDialect.ts';
import { readTable } from './csvRead.ts';
import { tablesOf } from './csvWrite.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { joined } from '../pieces.ts';
import { isTgf } from '../tgf/tgfSniff.ts';
import { isZip } from '../zip.ts';
import { isTableSet, tablesIn } from './csvZip.ts';

export const csv = {
  id: 'csv',
  label: 'Tables (CSV)',
  usedBy: 'Gephi, Excel, R, pandas, Cosmograph; nodes and edges apart',
  extensions: ['csv', 'tsv', 'txt', 'zip'],
  mime: 'text/csv',
  settings: {
    part: {
      type: 'choice',
      default: 'both',
      label: 'Tables',
      choices: [
        { id: 'both', label: 'Both, in a zip' },
        { id: 'nodes', label: 'Nodes only' },
        { id: 'edges', label: 'Edges only' },
      ],
    },
    excel: {
      type: 'boolean',
      default: false,
      label: 'For spreadsheets',
      help: 'Puts a quote before what could be taken for a formula, and a byte order mark first. Clew takes both away on reading.',
    },
    ...GRAPH_SETTINGS,
    ...CARRIER,
  },

  sniff: (head) => (head.members ? (isTableSet(head.members) ? 0.9 : 0) : sniffText(head)),

  async read(chunks, sink) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const bytes = joined(pieces);
    if (!isZip(bytes)) return readTable(new TextDecoder().decode(bytes), '', sink);
    for (const { name, text } of await tablesIn(bytes, sink)) await readTable(text, name, sink);
  },

  writeGraph: tablesOf,
  write: (out, settings) => tablesOf(flatten(out, settings), settings),

  loses(out, settings) {
    const all = graphLosses(out, settings, { positions: settings.part !== 'edges', mixed: true });
    return settings.part === 'both' || settings.part === undefined ? all : [...all, OTHER_TABLE];
  },
} satisfies Format;

const OTHER_TABLE = { what: 'the other table', count: 1 };

/** How other text formats begin, so that their commas and tabs are not taken for columns. */
const OTHERS =
  /^\s*(<|\{|\[|(strict\s+)?(di)?graph\b|creator\b|\*(vertices|network|node data)|dl\b|nodedef>|@prefix|prefix\b|create\b|match\b|merge\b|flowchart\b|%pdf|---|#!|"?(canonical_id|entity_id)"?,"?(entity_id|prop)"?,)/i;

function sniffText({ text }: Head): number {
  if (OTHERS.test(text) || isTgf(text) || text.slice(0, 1000).includes('\u0000')) return 0;
  if (/^sep=.\r?\n/.test(text)) return 0.9;
  const shape = shapeOf(text.slice(0, 32_000));
  if (!shape) return 0;
  const rows = text
    .slice(0, 32_000)
    .split(/\r\n|\r|\n/)
    .filter((row) => row !== '' && !row.startsWith('#'))
    .slice(0, 20);
  const cells = rows.map((row) => row.split(shape.delimiter).map((cell) => cell.replace(/^"|"$/g, '')));
  const layout = cells.length > 0 ? layoutOf(cells) : undefined;
  if (layout?.header && (layout.kind === 'nodes' || layout.kind === 'edges')) return 0.8;
  return shape.steadiness > 0.9 && shape.delimiter !== ' ' && cells.length > 1
    ? 0.4
    : layout && cells.length > 1 && shape.delimiter !== ' '
      ? 0.2
      : 0;
}
