// Tables: nodes.csv and edges.csv with Gephi's headers; on reading any table of nodes or edges, or a zip of both.
import { readText, readZip } from './csvRead.ts';
import { isLgl } from './lgl.ts';
import { tablesOf } from './csvWrite.ts';
import { CARRIER, flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { joined } from '../pieces.ts';
import { isTgf } from '../tgf/tgfSniff.ts';
import { shapeOf } from '../tables/delimiters.ts';
import { guessTable } from '../tables/guessing.ts';
import { isZip } from '../zip.ts';
import { isTableSet } from './csvZip.ts';

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
    if (isZip(bytes)) return readZip(bytes, sink);
    await readText({ name: '', text: new TextDecoder().decode(bytes), encoding: 'utf-8' }, sink);
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
  /^\s*(<|\{|\[|\(tlp\b|dgs00\d|(strict\s+)?(di)?graph\b|creator\b|\*(vertices|network|node data)|dl\b|nodedef>|@prefix|prefix\b|create\b|match\b|merge\b|flowchart\b|%pdf|---|#!|"?(canonical_id|entity_id)"?,"?(entity_id|prop)"?,)/i;

function sniffText({ text }: Head): number {
  if (OTHERS.test(text) || isTgf(text) || text.slice(0, 1000).includes('\u0000')) return 0;
  if (/^sep=.\r?\n/.test(text)) return 0.9;
  if (isLgl(text)) return 0.5;
  const shape = shapeOf(text.slice(0, 32_000));
  if (!shape) return 0;
  const rows = text
    .slice(0, 32_000)
    .split(/\r\n|\r|\n/)
    .filter((row) => row !== '' && !row.startsWith('#'))
    .slice(0, 20);
  const cells = rows.map((row, line) => ({
    cells: row.split(shape.delimiter).map((cell) => cell.replace(/^"|"$/g, '')),
    line,
  }));
  const cut = { delimiter: shape.delimiter, quote: '"', encoding: 'utf-8' };
  const mapping = guessTable(cells, { table: '' }, cut)?.mapping;
  const isNamed = mapping && mapping.dialect.header > 0 && mapping.kind !== 'matrix';
  // Words apart by spaces or tabs may be SIF; commas that fall so evenly are a table's.
  if (isNamed) return /[,;|]/.test(shape.delimiter) ? 0.87 : 0.8;
  const isPairs = mapping?.kind === 'edges' && shape.steadiness === 1;
  if (shape.delimiter === ' ') return isPairs && cells.length > 1 ? 0.3 : 0;
  if (cells.length < 2) return 0;
  return shape.steadiness > 0.9 ? 0.4 : mapping ? 0.2 : 0;
}
