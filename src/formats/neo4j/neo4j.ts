// Neo4j’s bulk import: tables of nodes and relationships with typed headings, and the command for them, in a zip.
import { readZip } from '../csv/csvRead.ts';
import { GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { joined } from '../pieces.ts';
import { contentsOf, isZip } from '../zip.ts';
import { arraysIn, neo4jParts, SCRIPT } from './neo4jWrite.ts';
import { InputError } from '../../plugin/problem.ts';

const { denied } = GRAPH_SETTINGS;

export const neo4j = {
  id: 'neo4j',
  label: 'Neo4j admin import',
  usedBy: 'neo4j-admin database import; Neo4j, Memgraph',
  extensions: ['neo4j.zip'],
  mime: 'application/zip',
  packed: true,
  settings: {
    split: {
      type: 'boolean',
      default: false,
      label: 'One file for each label and type',
      help: 'Each with only the columns that it fills.',
    },
    denied,
  },
  sniff: ({ members }) => (members?.includes(SCRIPT) ? 1 : 0),
  async read(chunks, sink) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const zip = joined(pieces);
    if (!isZip(zip))
      throw new InputError('This is no zip. Open a table of nodes or relationships as Tables (CSV).');
    const script = (await contentsOf(zip, (name) => name === SCRIPT)).get(SCRIPT);
    await readZip(zip, sink, script && arraysIn(new TextDecoder().decode(script)));
  },
  write: (out, settings) => neo4jParts(out, settings),
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;
