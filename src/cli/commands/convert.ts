// `clew convert`: any file Clew reads → any file it writes.
import { convertOut, furtherOptions, OUT_OPTIONS } from '../exporting.ts';
import type { Command } from '../command.ts';
import { LENS_OPTIONS } from '../lensFlags.ts';
import { MAPPING_OPTION } from '../opening.ts';

export const convert = {
  name: 'convert',
  summary: 'reads a file by its content and writes another, in the format its name asks for',
  usage: 'IN OUT [--to FORMAT]',
  takes: [2, 2],
  options: {
    ...MAPPING_OPTION,
    ...OUT_OPTIONS,
    ...LENS_OPTIONS,
    verbose: {
      type: 'boolean',
      says: 'say whether it went in a stream, holding ids only, or through a case',
    },
  },
  furtherOptions,
  examples: [
    'convert network.gexf network.graphml',
    'cat network.csv | clew convert - - --to gexf',
    'convert firms.csv firms.gexf --mapping firms.json',
    'convert network.graphml my-case.clew.json',
  ],
  run: (given, terminal) => convertOut({ input: given.names[0]!, output: given.names[1]!, given, terminal }),
} satisfies Command;
