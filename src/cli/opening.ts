// FILE → case, by its content whatever its name, with an account of what a foreign file held.
import { basename } from 'node:path';
import type { Case } from '../case/case.ts';
import type { Id } from '../case/records.ts';
import { read, type Account, type ReadOptions } from '../formats/importing.ts';
import { readMapping } from '../formats/tables/mappingText.ts';
import type { FoundTable } from '../formats/tables/table.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { joined } from '../formats/pieces.ts';
import type { Given } from './command.ts';
import { openInput } from './files.ts';
import { watchedJob } from './progress.ts';
import { inline, tell, type Terminal } from './terminal.ts';

export interface Opened {
  readonly of: Case;
  /** For messages. */
  readonly name: string;
  /** Id of the format it was in. */
  readonly format: string;
  readonly account: Account;
  /** How the tables in it were read. */
  readonly tables: readonly FoundTable[];
  /** Where the file lays its nodes. */
  readonly placements: ReadonlyMap<Id, readonly [x: number, y: number]>;
}

/** Problems told before "and N more". */
const TOLD = 10;

/** Opens FILE and tells on standard error what had to be mended or refused. Throws `Ending` or `InputError`, naming the file. */
export async function openCase(path: string, terminal: Terminal, how: How = {}): Promise<Opened> {
  const opened = await openQuietly(path, terminal, how);
  await tellAccount(opened.name, opened.account, terminal);
  return opened;
}

/** Tells what had to be mended or refused, where anything had. */
export async function tellAccount(name: string, account: Account, terminal: Terminal): Promise<void> {
  if (account.mended + account.refused === 0) return;
  await tell(terminal, `${name}: ${tally(account)}`);
  await tellProblems(account.problems, terminal, TOLD);
}

/** What is settled of the file before it is read. */
export type How = Pick<ReadOptions, 'tables' | 'source'>;

export const MAPPING_OPTION = {
  mapping: {
    type: 'string',
    value: 'FILE',
    says: 'how the columns of a table are meant, as clew info --mapping prints it',
  },
} as const;

/** What `--mapping` says. Throws an `Ending` or `InputError` that names the file. */
export async function mappingAsked(given: Given, terminal: Terminal): Promise<How> {
  const path = given.text('mapping');
  if (path === undefined) return {};
  const { chunks, name } = await openInput(path, terminal);
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return { tables: readMapping(new TextDecoder().decode(joined(pieces)), name) };
}

export async function openQuietly(path: string, terminal: Terminal, how: How = {}): Promise<Opened> {
  const input = await openInput(path, terminal);
  const job = watchedJob(terminal);
  try {
    const found = await read(input.chunks, { name: basename(input.name), ...how }, job);
    const { format, account, placements, tables } = found;
    return { of: found.case(), name: input.name, format, account, placements, tables };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const first = error.problems[0];
    // A message that says where already is not said twice.
    const where = first && !error.message.includes(first.where) ? ` ${first.where}: ${first.what}` : '';
    throw new InputError(inline(`${input.name}: ${error.message}${where}`), error.problems);
  } finally {
    await job.end();
  }
}

/** "12 nodes and 30 edges read; 2 kept though odd, 1 mended, 0 refused". */
export const tally = ({ read: { nodes, edges }, kept, mended, refused }: Account): string =>
  `${nodes} nodes and ${edges} edges read; ${kept} kept though odd, ${mended} mended, ${refused} refused`;

export async function tellProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  most: number,
): Promise<void> {
  for (const problem of problems.slice(0, most)) await tell(terminal, `  ${sayProblem(problem)}`);
  if (problems.length > most)
    await tell(terminal, `  and ${problems.length - most} more; clew validate lists them all`);
}

export const sayProblem = ({ outcome, where, what }: Problem): string =>
  inline(`${outcome}: ${where}: ${what}`);
