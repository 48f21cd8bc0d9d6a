// What `export` and `convert` share: the format asked for, what it will lose, the bytes.
import { extname } from 'node:path';
import { piecesOf, write } from '../formats/exporting.ts';
import type { Loss, Outgoing, Part, WritableFormat } from '../formats/format.ts';
import { WRITABLE } from '../formats/index.ts';
import type { Streamed } from '../formats/streaming/streamed.ts';
import type { Values } from '../plugin/settings.ts';
import type { Given, Options } from './command.ts';
import { Ending, EXIT, type ExitCode } from './exit.ts';
import { saveOutput, STANDARD } from './files.ts';
import { peek, settingOptions, settingValues } from './flags.ts';
import { LENS_OPTIONS, underLens } from './lensFlags.ts';
import { mappingAsked, openCase, tally, tellAccount } from './opening.ts';
import { placed, PLACING_OPTIONS } from './placing.ts';
import { watchedJob } from './progress.ts';
import { convertStreaming } from './streaming.ts';
import { inline, printJson, tell, type Terminal } from './terminal.ts';

const IDS = WRITABLE.map(({ id }) => id).join(', ');

export const OUT_OPTIONS: Options = {
  to: { type: 'string', value: 'FORMAT', says: `one of ${IDS}` },
  part: { type: 'string', value: 'PART', says: 'one file of a format that writes several: nodes or edges' },
  ...PLACING_OPTIONS,
};

export interface Order {
  readonly input: string;
  readonly output: string;
  readonly given: Given;
  readonly terminal: Terminal;
}

/** The settings of the format asked for, as options. An unknown one is told of later, with the rest of the usage. */
export async function furtherOptions(argv: readonly string[]): Promise<Options> {
  const named = peek(argv, 'to');
  const format = named === undefined ? formatNamed(lastName(argv)) : writableNamed(named);
  return settingOptions(format?.settings ?? {});
}

/** The last argument that is no option: where `convert` writes. */
const lastName = (argv: readonly string[]): string => argv.findLast((arg) => !arg.startsWith('-')) ?? '';

const writableNamed = (id: string): WritableFormat | undefined => WRITABLE.find((format) => format.id === id);

/** By extension: the longest one that fits, so that `x.clew.json` is a case. */
function formatNamed(path: string): WritableFormat | undefined {
  const fitting = WRITABLE.flatMap((format) =>
    format.extensions
      .filter((extension) => path.toLowerCase().endsWith(`.${extension}`))
      .map((extension) => ({ format, extension })),
  );
  return fitting.sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}

function formatAsked(given: Given, output: string): WritableFormat {
  const named = given.text('to');
  const format = named === undefined ? formatNamed(output) : writableNamed(named);
  if (format) return format;
  const asked =
    named === undefined
      ? `"${inline(extname(output) || output)}" names no format`
      : `there is no format "${inline(named)}"`;
  throw new Ending(EXIT.usage, `--to: ${asked}; give one of ${IDS}.`);
}

/** Converts without a case where nothing asks for one; else as `writeOut`. With `--verbose` it says which. */
export async function convertOut(order: Order): Promise<ExitCode> {
  const { input, output, given, terminal } = order;
  const format = formatAsked(given, output);
  const settings = settingValues(format.settings, given);
  let made: Streamed | undefined;
  const why = asksForCase(given, settings)
    ? 'what is asked for is asked of a case'
    : await convertStreaming({
        ...{ input, output, format, settings, terminal },
        choose: (parts) => chosen(parts, given.text('part')),
        before: async (streamed) => {
          made = streamed;
          await tellAccount(input, streamed.account, terminal);
          if (!given.flag('json')) await tellLosses(format, streamed.losses, terminal);
        },
      });
  if (given.flag('verbose'))
    await tell(
      terminal,
      why === undefined ? 'Converted in a stream.' : `Converted through a case: ${inline(why)}.`,
    );
  if (why !== undefined || !made) return writeOut(order);
  if (given.flag('json') && output !== STANDARD)
    await printJson(terminal, { output, format: format.id, losses: made.losses, read: tally(made.account) });
  return EXIT.ok;
}

/** A lens, a view and a layout look at a case; claims are carried from one; a mapping is for tables, which do not stream. */
const asksForCase = (given: Given, settings: Values): boolean =>
  settings.carrier === true ||
  ['mapping', ...Object.keys(LENS_OPTIONS), ...Object.keys(PLACING_OPTIONS)].some(
    (name) => given.texts(name).length > 0 || given.flag(name),
  );

/** Reads, tells what is lost, writes. */
export async function writeOut({ input, output, given, terminal }: Order): Promise<ExitCode> {
  const format = formatAsked(given, output);
  const settings = settingValues(format.settings, given);
  const opened = await openCase(input, terminal, await mappingAsked(given, terminal));
  const seen = underLens(opened.of, given);
  const out: Outgoing = { seen, ...(await placed(opened, seen, given, terminal)) };
  const losses = format.loses(out, settings);
  if (!given.flag('json')) await tellLosses(format, losses, terminal);
  const job = watchedJob(terminal);
  const parts = chosen(write(format, out, settings, job), given.text('part'));
  await saveOutput(output, piecesOf(parts, job), terminal, parts.length > 1 ? 'binary' : 'text');
  await job.end();
  if (given.flag('json') && output !== STANDARD)
    await printJson(terminal, { output, format: format.id, losses, read: tally(opened.account) });
  return EXIT.ok;
}

async function tellLosses(
  format: WritableFormat,
  losses: readonly Loss[],
  terminal: Terminal,
): Promise<void> {
  if (losses.length === 0) return;
  await tell(terminal, `${format.label} leaves behind:`);
  for (const { what, count } of losses) await tell(terminal, `  ${count} ${inline(what)}`);
}

function chosen(parts: readonly Part[], name: string | undefined): readonly Part[] {
  if (name === undefined) return parts;
  const found = parts.filter((part) => part.name === name || part.name.replace(/\.[^.]*$/, '') === name);
  if (found.length === 1) return found;
  throw new Ending(
    EXIT.usage,
    `--part: there is no part "${inline(name)}"; this format writes ${parts.map((part) => part.name).join(', ')}.`,
  );
}
