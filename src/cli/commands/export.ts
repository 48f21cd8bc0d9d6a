// `clew export`: a case under the lens, in a format for other programs.
import type { Command } from '../command.ts';
import { furtherOptions, OUT_OPTIONS, writeOut } from '../exporting.ts';
import { STANDARD } from '../files.ts';
import { LENS_OPTIONS } from '../lensFlags.ts';

export const exportTo = {
  name: 'export',
  summary:
    'writes a case, or what the lens lets through, for other programs; says first what the format loses',
  usage: 'FILE --to FORMAT [-o OUT]',
  takes: [1, 1],
  options: {
    out: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      says: 'where to write; standard output otherwise, or -',
    },
    ...OUT_OPTIONS,
    ...LENS_OPTIONS,
  },
  furtherOptions,
  examples: [
    'export graph-data/spector --to gexf -o spector.gexf',
    'export graph-data/spector --to csv --part nodes > nodes.csv',
    'export graph-data/spector --to graphml --directed --stance affirmed -o spector.graphml',
  ],
  run: (given, terminal) =>
    writeOut({ input: given.names[0]!, output: given.text('out') ?? STANDARD, given, terminal }),
} satisfies Command;
