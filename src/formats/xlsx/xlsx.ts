// Excel workbooks: nodes and edges as sheets; on reading every sheet that is a table of nodes or of edges.
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Loss, Outgoing } from '../format.ts';
import { joined } from '../pieces.ts';
import type { Values } from '../../plugin/settings.ts';
import { isWorkbook } from './xlsxSniff.ts';
import { LONGEST, MOST_COLUMNS, workbookParts } from './xlsxWrite.ts';

export const xlsx = {
  id: 'xlsx',
  label: 'Excel workbook',
  usedBy: 'Excel, LibreOffice, Google Sheets; nodes and edges as sheets',
  extensions: ['xlsx'],
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  packed: true,
  settings: {
    evidence: {
      type: 'boolean',
      default: false,
      label: 'Add sheets of sources and claims',
      help: 'For people to read; Clew reads back nodes and edges. Nothing from confidential sources is in them.',
    },
    hidden: {
      type: 'boolean',
      reading: true,
      default: false,
      label: 'Read hidden sheets',
    },
    ...GRAPH_SETTINGS,
  },
  sniff: ({ members = [] }) => (isWorkbook(members) ? 1 : 0),
  async read(chunks, sink, settings, job) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const { readWorkbook } = await import('./xlsxRead.ts');
    await readWorkbook(joined(pieces), sink, settings, job);
  },
  write: (out, settings) => workbookParts(out, settings),
  loses: (out, settings) => [
    ...graphLosses(out, settings, { positions: true, mixed: true }),
    ...cellLosses(out, settings),
  ],
} satisfies Format;

function cellLosses(out: Outgoing, settings: Values): readonly Loss[] {
  const graph = flatten(out, settings);
  let long = 0;
  for (const items of [graph.nodes, graph.edges])
    for (const { id, label, values } of items)
      for (const text of [id, label, ...Array.from(values.values(), (list) => list.join(' | '))])
        if (text.length > LONGEST) long++;
  const columns = Math.max(graph.nodeColumns.length + 4, graph.edgeColumns.length + 6);
  return [
    { what: `texts longer than ${LONGEST} characters, cut`, count: long },
    { what: 'columns that a sheet has no room for', count: Math.max(0, columns - MOST_COLUMNS) },
  ].filter(({ count }) => count > 0);
}
