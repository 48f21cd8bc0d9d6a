// SIF, Cytoscape's simple interaction format: lines of a node, a kind of tie, and the nodes it ties it to.
import { BARE_SETTINGS, bareLosses, onOneLine } from '../bareGraph.ts';
import { flatten } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { wholeText } from '../text.ts';
import { readSif } from './sifRead.ts';
import { sifText } from './sifWrite.ts';

const MIME = 'text/plain';

export const sif = {
  id: 'sif',
  label: 'SIF',
  usedBy: 'Cytoscape, biology; who is tied to whom and nothing else',
  extensions: ['sif'],
  mime: MIME,
  settings: BARE_SETTINGS,
  sniff,
  async read(chunks, sink, _settings, job) {
    readSif(await wholeText(chunks), sink, job);
  },
  write: (out, settings) => [
    { name: 'case.sif', mime: MIME, text: sifText(flatten(out, settings), settings) },
  ],
  loses: (out, settings) => bareLosses(out, settings, onOneLine),
} satisfies Format;

/** How other text formats begin. */
const OTHERS =
  /^\s*([<{[#@*%]|(strict\s+)?(di)?graph\b|creator\b|dl\b|nodedef>|prefix\b|create\b|match\b|flowchart\b|---)/i;
const LINES = 200;

/**
 * Lines of one word or of three and more, whose second words are few, no numbers and mostly no nodes: a table of three
 * columns without a header could be the same, so it is never sure.
 */
function sniff({ text }: Head): number {
  if (OTHERS.test(text) || text.slice(0, 1000).includes('\0')) return 0;
  const sample = text.slice(0, 32_000).split(/\r\n|\r|\n/);
  if (text.length > 32_000) sample.pop();
  const delimiter = sample.some((line) => line.includes('\t')) ? '\t' : /[ ]+/;
  const rows = sample
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .map((line) => line.trim().split(delimiter));
  const ties = rows.filter((row) => row.length >= 3);
  const usual = rows.filter(({ length }) => length === 1 || length === 3).length;
  if (ties.length === 0 || usual + (delimiter === '\t' ? ties.length : 0) < rows.length * 0.9) return 0;
  if (rows.some(({ length }) => length === 2)) return 0;
  // Where kinds hardly recur, nodes do, or stand on lines of their own; else it is rather a table.
  const kinds = ties.map((row) => row[1]!);
  const recurring = kinds.length - new Set(kinds).size;
  const enough = delimiter === '\t' ? 1 : ties.length / 3;
  const isLoose = recurring < enough && rows.length === ties.length;
  if (isLoose && (delimiter !== '\t' || !isLinked(ties))) return 0;
  if (!areKinds(ties)) return 0;
  // The first row of a table is a header, which no other row repeats.
  if (kinds.indexOf(kinds[0]!, 1) > 0) return 0.85;
  return isLoose ? 0.45 : delimiter === '\t' ? 0.6 : 0.5;
}

/** Whether some node is at both ends of ties, or begins several. */
function isLinked(ties: readonly (readonly string[])[]): boolean {
  const sources = new Set(ties.map((row) => row[0]!));
  return sources.size < ties.length || ties.some((row) => sources.has(row[2]!));
}

function areKinds(ties: readonly (readonly string[])[]): boolean {
  const kinds = new Set(ties.map((row) => row[1]!));
  const nodes = new Set(ties.flatMap((row) => [row[0]!, ...row.slice(2)]));
  const isNumber = (word: string) => word.trim() === '' || Number.isFinite(Number(word));
  const asNodes = [...kinds].filter((kind) => nodes.has(kind)).length;
  if ([...kinds].some(isNumber) || asNodes * 2 > kinds.size) return false;
  // Edges with weights, and the heads of tables.
  const heads = /^(source|target|from|to|id|label|name|type|weight)$/i;
  const isWeighed = ties.every((row) => isNumber(row[2]!) && !isNumber(row[0]!));
  return !isWeighed && !ties[0]!.every((word) => heads.test(word));
}
