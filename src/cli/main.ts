// Finds the command, runs it, and turns whatever goes wrong into one line and an exit code.
import { InputError } from '../plugin/problem.ts';
import type { Command } from './command.ts';
import { COMMANDS, load, type CommandName } from './commands/index.ts';
import { Ending, EXIT, type ExitCode } from './exit.ts';
import { COMMON, parse } from './flags.ts';
import { commandHelp, overview } from './help.ts';
import { print, tell, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Runs one command line, without the name of the program; resolves to the exit code and never throws. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    return await explain(error, terminal);
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [verb = 'help', ...rest] = argv;
  if (verb === '--version' || verb === '-v') {
    await print(terminal, VERSION);
    return EXIT.ok;
  }
  if (verb === 'help' || verb === '--help' || verb === '-h') return help(rest[0], terminal);
  return runCommand(await load(nameOf(verb)), rest, terminal);
}

async function runCommand(command: Command, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = { ...command.options, ...(await command.furtherOptions?.(argv)), ...COMMON };
  const given = parse(command, options, argv);
  if (!given.flag('help')) return command.run(given, terminal);
  await print(terminal, commandHelp(command, options));
  return EXIT.ok;
}

async function help(verb: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (verb) return runCommand(await load(nameOf(verb)), ['--help'], terminal);
  const commands = await Promise.all(COMMANDS.map(load));
  await print(terminal, overview(commands));
  return EXIT.ok;
}

function nameOf(verb: string): CommandName {
  const name = COMMANDS.find((command) => command === verb);
  if (name) return name;
  throw new Ending(
    EXIT.usage,
    `There is no command "${verb}". The commands are: ${COMMANDS.join(', ')}, help.`,
  );
}

async function explain(error: unknown, terminal: Terminal): Promise<ExitCode> {
  const debug = terminal.env.DEBUG && error instanceof Error ? `\n${error.stack}` : '';
  if (error instanceof Ending || error instanceof InputError) {
    await tell(terminal, `clew: ${error.message}${debug}`);
    return error instanceof Ending ? error.code : EXIT.input;
  }
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  await tell(terminal, `clew: a fault in Clew: ${message} (DEBUG=1 shows where)${debug}`);
  return EXIT.fault;
}
