// What `help` and `--help` print.
import type { Command, Option, Options } from './command.ts';
import { EXIT_SAYS } from './exit.ts';
import { table } from './terminal.ts';

/** Two spaces before each line of a table. */
const indented = (rows: readonly (readonly string[])[]): string => table(rows).replace(/^/gm, '  ');

export const overview = (commands: readonly Command[]): string =>
  [
    'Clew explores the graph of an investigation: who is tied to whom, and who says so.',
    '',
    'Usage: clew COMMAND …',
    '',
    indented([
      ...commands.map((command) => [command.name, command.summary]),
      ['help', 'this, or the help of a command'],
    ]),
    '',
    'FILE is a case, any graph file Clew reads, a folder with a case.clew.json, or - for standard input.',
    'Every command takes --json, and --help with its options and examples.',
    '',
    'Exit codes:',
    indented(EXIT_SAYS.map(([code, says]) => [String(code), says])),
  ].join('\n');

export const commandHelp = (command: Command, options: Options): string =>
  [
    `Usage: clew ${command.name} ${command.usage}`,
    '',
    `${command.summary[0]!.toUpperCase()}${command.summary.slice(1)}.`,
    '',
    indented(Object.entries(options).map(([name, option]) => [spelling(name, option), option.says])),
    '',
    'Examples:',
    ...command.examples.map((example) => `  clew ${example}`),
  ].join('\n');

const spelling = (name: string, { short, value, type, multiple }: Option): string =>
  `${short ? `-${short}, ` : '    '}--${name}${type === 'string' ? ` ${value ?? 'TEXT'}` : ''}${multiple ? ' …' : ''}`;
